package bandstand.view;

import bandstand.framework.Code;
import bandstand.inspection.Carrying;
import bandstand.rating.Ratings;
import bandstand.state.Words;
import bandstand.wire.CarryJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What carrying an inspection to another edition comes to, in sentences. */
public final class CarryLines {
  /** Of a list in one line; the rest are counted. */
  private static final int NAMED = 5;

  private CarryLines() {}

  /** A line each: both overalls, what goes over, what does not and what is open. */
  public static List<String> of(CarryJson.Told told) {
    Ratings before = told.before().ratings();
    Ratings after = told.after().ratings();
    List<String> lines = new ArrayList<>();
    String source =
        told.before().of().map(state -> state.inspection() + " at " + state.revision()).orElse("");
    lines.add(
        "%s (%s) → %s (%s)"
            .formatted(
                source,
                Figures.of(before.framework()),
                told.inspection(),
                Figures.of(after.framework())));
    lines.add(
        "overall: %s → %s"
            .formatted(
                Figures.of(before.framework(), before.overall()),
                Figures.of(after.framework(), after.overall())));
    lines.add(
        "carried: %s, %s to %s%s%s"
            .formatted(
                Words.count(told.cases(), "case"),
                Words.count(told.answers(), "answer"),
                Words.count(told.carried().size(), "key question"),
                byWording(told.carried().stream().mapToLong(Carrying.Carried::byWording).sum()),
                codes(told.carried().stream().map(Carrying.Carried::to).toList())));
    lines.add(
        "changed: "
            + (told.changed().isEmpty() ? "nothing" : first(told.changed(), CarryLines::of))
            + more(told.changed().size()));
    lines.add("open: " + told.open().size() + codes(told.open()));
    if (!told.decisions().isEmpty()) {
      lines.add("decisions that stay behind" + codes(told.decisions()));
    }
    if (told.alerts() > 0) {
      lines.add("open alerts that stay behind: " + told.alerts());
    }
    if (told.reopened() > 0) {
      lines.add(
          "set back to interviewed, with key questions to answer: "
              + Words.count(told.reopened(), "case"));
    }
    if (told.leftCount() > 0) {
      lines.add("cases that stay behind: " + left(told));
    }
    return lines;
  }

  /** {@code 3.2.1 → 3.2.1 reworded, 24 answers, 3 by wording}. */
  public static String of(Carrying.Carried row) {
    return "%s → %s %s, %s%s"
        .formatted(
            row.from(),
            row.to(),
            Words.of(row.kind()),
            Words.count(row.answers(), "answer"),
            byWording(row.byWording()));
  }

  private static String byWording(long answers) {
    return answers == 0 ? "" : ", " + answers + " by wording";
  }

  /** {@code split 3.4.2 → 3.4.1 3.4.2, 24 answers left}. */
  public static String of(Carrying.Changed row) {
    return "%s %s → %s, %s left"
        .formatted(
            Words.of(row.kind()),
            RelationLines.codes(row.from()),
            RelationLines.codes(row.to()),
            Words.count(row.answers(), "answer"));
  }

  private static String left(CarryJson.Told told) {
    return told.leftCount()
        + ": "
        + first(told.left(), row -> row.reference() + " (" + row.why() + ")")
        + more(told.leftCount());
  }

  private static <T> String first(List<T> rows, Function<T, String> words) {
    return rows.stream().limit(NAMED).map(words).collect(Collectors.joining("; "));
  }

  private static String more(int rows) {
    return rows > NAMED ? "; and " + (rows - NAMED) + " more" : "";
  }

  private static String codes(List<Code> codes) {
    return codes.isEmpty() ? "" : ": " + RelationLines.codes(codes);
  }
}
