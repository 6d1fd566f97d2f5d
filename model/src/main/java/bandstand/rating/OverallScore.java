package bandstand.rating;

import bandstand.framework.Basis;
import bandstand.framework.Code;
import bandstand.framework.OverallTable;
import bandstand.framework.Rating;
import bandstand.inspection.Decisions;
import bandstand.inspection.Judgement;
import java.util.List;
import java.util.Optional;

/** Adds up the standards that count (004 Annex 2). */
final class OverallScore {
  private OverallScore() {}

  static Overall of(
      Optional<OverallTable> edition, List<StandardRatings> standards, Decisions decisions) {
    var discretion = decisions.discretion(Code.OVERALL);
    var fixed = discretion.flatMap(Judgement::rating).map(Range::only);
    var counting =
        standards.stream()
            .filter(row -> row.standard().counts() && !row.declaredNotRated())
            .toList();
    if (edition.isEmpty() || counting.isEmpty()) {
      return new Overall(
          Optional.empty(),
          0,
          Optional.empty(),
          0,
          0,
          fixed,
          Tipping.NEITHER,
          discretion,
          edition.map(OverallTable::basis).orElse(Basis.UNCONFIRMED));
    }
    OverallTable table = edition.get().forStandards(counting.size());
    boolean complete = counting.stream().allMatch(row -> row.finalRating().isPresent());
    Optional<Integer> score =
        complete
            ? Optional.of(
                counting.stream().mapToInt(row -> row.finalRating().orElseThrow().score()).sum())
            : Optional.empty();
    int lowest = counting.stream().mapToInt(row -> reach(row).lowest().score()).sum();
    int highest = counting.stream().mapToInt(row -> reach(row).highest().score()).sum();
    return new Overall(
        score,
        table.max(),
        score.map(table::of),
        lowest,
        highest,
        fixed.or(() -> Optional.of(new Range(table.of(lowest), table.of(highest)))),
        score.map(sum -> toNext(sum, table)).orElse(Tipping.NEITHER),
        discretion,
        table.basis());
  }

  /** Not rated and nothing open: only a decision rates it, and that may be any rating. */
  private static Range reach(StandardRatings row) {
    return row.range().orElse(Range.ANY);
  }

  private static Tipping toNext(int score, OverallTable table) {
    Rating rating = table.of(score);
    return new Tipping(
        rating == Rating.OUTSTANDING
            ? Optional.empty()
            : Optional.of(table.upTo().get(rating.score()) + 1L - score),
        rating == Rating.INADEQUATE
            ? Optional.empty()
            : Optional.of((long) score - table.upTo().get(rating.score() - 1)));
  }
}
