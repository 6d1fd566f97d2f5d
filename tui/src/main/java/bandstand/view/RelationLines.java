package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Relation;
import bandstand.state.Rows;
import bandstand.state.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of key questions, as lines of text. */
public final class RelationLines {
  private static final int KIND_WIDTH = 9;

  /** Of four codes; more are cut, and stand whole below. */
  private static final int MOST_CODES_WIDTH = 23;

  private static final int CONFIDENCE_WIDTH = 7;

  private RelationLines() {}

  /** {@code kept 28 reworded 7 merged 1 split 1 new 5 dropped 0}. */
  public static String counts(Comparison comparison) {
    return comparison.counts().entrySet().stream()
        .map(count -> Words.of(count.getKey()) + " " + count.getValue())
        .collect(Collectors.joining("  "));
  }

  /** What the comparison rests on, in words. */
  public static String ground(Comparison comparison) {
    return switch (comparison.ground()) {
      case CROSSWALK -> "by the crosswalk";
      case LABELS -> "by equal labels only";
    };
  }

  /** The relation in one row: kind, codes, confidence, and a label. */
  public static String row(Comparison comparison, Relation relation) {
    boolean gone = relation.to().isEmpty();
    Code named = (gone ? relation.from() : relation.to()).getFirst();
    Framework edition = gone ? comparison.from() : comparison.to();
    return Text.pad(Words.of(relation.kind()), KIND_WIDTH)
        + Text.pad(codes(relation.from()), width(comparison, Relation::from))
        + " → "
        + Text.pad(codes(relation.to()), width(comparison, Relation::to))
        + " "
        + Text.pad(relation.confidence().word(), CONFIDENCE_WIDTH)
        + Rows.title(edition, named);
  }

  private static int width(Comparison comparison, Function<Relation, List<Code>> side) {
    int widest =
        comparison.relations().stream()
            .mapToInt(relation -> codes(side.apply(relation)).length())
            .max()
            .orElse(0);
    return Math.min(widest, MOST_CODES_WIDTH);
  }

  /** Every label of both editions, then the note. */
  public static List<String> whole(Comparison comparison, Relation relation) {
    List<String> lines = new ArrayList<>();
    labels(lines, comparison.from(), relation.from());
    labels(lines, comparison.to(), relation.to());
    if (!relation.note().isEmpty()) {
      lines.add(relation.note());
    }
    return lines;
  }

  private static void labels(List<String> lines, Framework edition, List<Code> codes) {
    for (Code code : codes) {
      lines.add(edition.id() + " " + code + " " + Rows.title(edition, code));
    }
  }

  static String codes(List<Code> codes) {
    return codes.isEmpty()
        ? "-"
        : codes.stream().map(Code::toString).collect(Collectors.joining(" "));
  }
}
