package bandstand.framework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of key questions of one edition in another.
 *
 * @param from their codes in the one edition, in order; none when {@link Kind#NEW}
 * @param to their codes in the other, in order; none when {@link Kind#DROPPED}
 * @param note what the editions between them changed, from the older to the newer, whichever is
 *     compared with which; may be empty
 * @param sameWording whether one became one and both documents print the same words; false while
 *     either is not loaded
 */
public record Relation(
    Kind kind,
    List<Code> from,
    List<Code> to,
    Confidence confidence,
    String note,
    boolean sameWording) {

  /** In which way they belong together. */
  public enum Kind {
    /** One became one and asks the same. */
    KEPT,
    /** One became one in other words. */
    RENAMED,
    /** Several became one. */
    MERGED,
    /** One became several. */
    SPLIT,
    /** One that nothing came before. */
    NEW,
    /** One that nothing came after. */
    DROPPED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> ofWord(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Seen from the other edition. */
    public Kind mirrored() {
      return switch (this) {
        case KEPT, RENAMED -> this;
        case MERGED -> SPLIT;
        case SPLIT -> MERGED;
        case NEW -> DROPPED;
        case DROPPED -> NEW;
      };
    }

    /** Whether one became one. */
    public boolean oneToOne() {
      return this == KEPT || this == RENAMED;
    }

    /** Whether so many of the one and of the other edition can belong together in this way. */
    public boolean fits(int from, int to) {
      return switch (this) {
        case KEPT, RENAMED -> from == 1 && to == 1;
        case MERGED -> from > 1 && to == 1;
        case SPLIT -> from == 1 && to > 1;
        case NEW -> from == 0 && to == 1;
        case DROPPED -> from == 1 && to == 0;
      };
    }
  }

  public Relation {
    from = List.copyOf(from);
    to = List.copyOf(to);
    if (!kind.fits(from.size(), to.size()) || sameWording && !kind.oneToOne()) {
      throw new IllegalArgumentException(kind + " " + from + " " + to);
    }
  }

  /** Whether an answer to the one stands for the other: one to one, and surely so. */
  public boolean carries() {
    return kind.oneToOne() && (confidence == Confidence.HIGH || sameWording);
  }

  /** Whether it carries for no other reason than that both documents print the same words. */
  public boolean carriesByWording() {
    return sameWording && confidence != Confidence.HIGH;
  }
}
