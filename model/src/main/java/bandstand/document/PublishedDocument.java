package bandstand.document;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Sha256;
import bandstand.framework.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A published document's text, as somebody took it from the Inspectorate's file.
 *
 * <p>It is matched to an edition by structure: codes, their order, the number of prompts and their
 * letters, never by our labels. What it prints is kept word for word: lines and pages that part a
 * text are joined; bullets, letters, asterisks, tags of emphasis, soft hyphens and the cells beside
 * a text go; footnotes are left out and their signs stay. Whatever stands before the first heading
 * that fits, a list of contents too, and after the last text is nobody's.
 */
public final class PublishedDocument {
  /** Ten times the longest of the known documents; one request body. */
  public static final int MOST_BYTES = 1 << 20;

  private final String digest;
  private final List<Piece> pieces;

  /** An edition that a document is of, with what it prints for it. */
  public sealed interface Fit {
    Framework framework();

    /** The standards themselves. */
    record Standards(Framework framework, Wording wording) implements Fit {}

    /** The characteristics of the first group's judged standards. */
    record Characteristics(Framework framework, CharacteristicsText text) implements Fit {}
  }

  private PublishedDocument(String digest, List<Piece> pieces) {
    this.digest = digest;
    this.pieces = pieces;
  }

  /** Refused unless it is UTF-8 text within the limits, with every place at fault. */
  public static Outcome<PublishedDocument> of(byte[] bytes) {
    return Lines.of(bytes).map(lines -> new PublishedDocument(Sha256.hex(bytes), Pieces.of(lines)));
  }

  /** SHA-256 of its bytes, in hex. */
  public String digest() {
    return digest;
  }

  /** The wording of an edition; refused whole, with the first places where it departs. */
  public Outcome<Wording> wording(Framework framework) {
    return readStandards(framework).outcome();
  }

  /** The characteristics of an edition; refused whole, with the first places where it departs. */
  public Outcome<CharacteristicsText> characteristics(Framework framework) {
    return readCharacteristics(framework).outcome();
  }

  /**
   * The editions it is of, at least one; refused as the one that most of it fits, with the fewest
   * departures, refuses it.
   */
  public Outcome<List<Fit>> fits(Collection<Framework> editions) {
    List<Reading<? extends Fit>> readings = new ArrayList<>();
    for (Framework framework : editions) {
      readings.add(readStandards(framework).map(wording -> new Fit.Standards(framework, wording)));
      readings.add(
          readCharacteristics(framework).map(text -> new Fit.Characteristics(framework, text)));
    }
    List<Fit> fits = new ArrayList<>();
    Problem nearest = Problem.of(Problem.Kind.REFUSED, "There is no edition to compare it with");
    int most = -1;
    for (Reading<? extends Fit> reading : readings) {
      switch (reading.outcome()) {
        case Outcome.Done<? extends Fit>(Fit fit) -> fits.add(fit);
        case Outcome.Refused<? extends Fit>(Problem problem) -> {
          boolean nearer =
              reading.found() > most
                  || reading.found() == most && problem.faultCount() < nearest.faultCount();
          if (nearer) {
            most = reading.found();
            nearest = problem;
          }
        }
      }
    }
    return fits.isEmpty()
        ? Outcome.refused(editions.size() > 1 ? ofNone(nearest, most) : nearest)
        : Outcome.done(List.copyOf(fits));
  }

  private static Problem ofNone(Problem nearest, int found) {
    String detail =
        found > 0
            ? "It is of none of the editions; nearest: " + nearest.detail()
            : "It is of none of the editions: no line begins with the code of a standard";
    return new Problem(
        nearest.kind(), detail, nearest.faults(), nearest.faultCount(), nearest.conflicts());
  }

  /**
   * What came of it.
   *
   * @param found how many of the expected texts there are
   */
  private record Reading<T>(Outcome<T> outcome, int found) {
    <R> Reading<R> map(Function<T, R> change) {
      return new Reading<>(outcome.map(change), found);
    }
  }

  private Reading<Wording> readStandards(Framework framework) {
    return read(framework, "the standards", from -> OutlineReading.of(framework, from))
        .map(texts -> new Wording(digest, texts));
  }

  private Reading<CharacteristicsText> readCharacteristics(Framework framework) {
    return CharacteristicsReading.described(framework).isEmpty()
        ? new Reading<>(
            Outcome.refused(
                Problem.Kind.REFUSED,
                "%s judges no standard of its first %s: there is nothing to characterise"
                    .formatted(framework.id(), framework.edition().levels().getFirst())),
            0)
        : read(
            framework,
            "the characteristics",
            from -> CharacteristicsReading.of(digest, framework, from));
  }

  private <T> Reading<T> read(
      Framework framework, String what, Function<List<Piece>, Attempt<T>> reading) {
    String refusal = "The document does not fit %s of %s".formatted(what, framework.id());
    return Attempt.best(framework, pieces, reading)
        .map(attempt -> new Reading<>(attempt.outcome(refusal), attempt.found()))
        .orElseGet(() -> new Reading<>(nowhere(framework, refusal), 0));
  }

  private static <T> Outcome<T> nowhere(Framework framework, String refusal) {
    Departures faults = new Departures();
    Code first = framework.standards().getFirst().code();
    faults.add(
        new Fault(
            1,
            "",
            first.toString(),
            Optional.empty(),
            "missing",
            "No line of the document begins with " + first));
    return faults.refused(refusal);
  }
}
