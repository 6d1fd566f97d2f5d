package bandstand.rating;

import bandstand.framework.Bands;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Decisions;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rates one standard from its key questions: the lowest sets it (004 Annex 2). */
final class CaseStandard {
  /** Why-flag distance, in percentage points. */
  private static final int NEAR_POINTS = 5;

  /** Why-flag: so few cases that each weighs a fifth or more. */
  private static final int FIVE_CASES = 5;

  private final List<KeyQuestionRatings.Scored> remaining;
  private final Optional<Rating> computed;
  private final Optional<Bands> bands;

  private CaseStandard(List<KeyQuestionRatings.Scored> rows, Optional<Bands> bands) {
    this.bands = bands;
    this.remaining = rows.stream().filter(row -> !row.leaves()).toList();
    this.computed =
        remaining.stream().allMatch(row -> row.rating().isPresent())
            ? lowest(row -> row.confirmed().rating())
            : Optional.empty();
  }

  static StandardRatings of(
      Standard standard,
      List<KeyQuestionRatings.Scored> rows,
      Optional<Bands> bands,
      Decisions decisions) {
    var judgement = decisions.judgement(standard.code());
    var discretion = decisions.discretion(standard.code());
    var rated = new CaseStandard(rows, bands);
    Tipping tipping = rated.tipping();
    return new StandardRatings(
        standard,
        rated.computed,
        rated.lowest(row -> row.projected().rating()),
        rated.range(judgement, discretion),
        rated.limiting().map(row -> row.keyQuestion().code()).toList(),
        tipping,
        judgement,
        discretion,
        rated.flags(rated.remaining.size() < rows.size(), tipping),
        List.copyOf(rows));
  }

  private Optional<Rating> lowest(Function<KeyQuestionRatings.Scored, Optional<Rating>> rating) {
    return remaining.stream().map(rating).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private Optional<Range> range(Optional<Judgement> judgement, Optional<Judgement> discretion) {
    if (discretion.isPresent()) {
      return discretion.get().rating().map(Range::only);
    }
    if (judgement.isPresent()) {
      return judgement.get().rating().map(Range::only);
    }
    return remaining.stream()
        .map(KeyQuestionRatings.Scored::range)
        .flatMap(Optional::stream)
        .reduce(Range::lowest);
  }

  /** The questions with the lowest confirmed fraction. */
  private Stream<KeyQuestionRatings.Scored> limiting() {
    var rated = remaining.stream().filter(row -> row.confirmed().percent().isPresent()).toList();
    return rated.stream()
        .filter(
            row ->
                rated.stream()
                    .allMatch(other -> row.confirmed().compareFraction(other.confirmed()) <= 0));
  }

  /** Up takes every question below the next rating there; down takes the nearest question. */
  private Tipping tipping() {
    var tallies =
        remaining.stream().map(row -> row.confirmed().tally()).flatMap(Optional::stream).toList();
    if (computed.isEmpty() || bands.isEmpty() || tallies.size() < remaining.size()) {
      return Tipping.NEITHER;
    }
    Bands thresholds = bands.get();
    Rating rating = computed.get();
    Optional<Long> up =
        rating == Rating.OUTSTANDING
            ? Optional.empty()
            : Optional.of(
                tallies.stream()
                    .mapToLong(tally -> missing(tally, rating.score() + 1, thresholds))
                    .sum());
    Optional<Long> down =
        rating == Rating.INADEQUATE
            ? Optional.empty()
            : tallies.stream()
                .map(tally -> 1 + tally.yes() - thresholds.fewestYes(rating, tally.counted()))
                .min(Comparator.naturalOrder());
    return new Tipping(up, down);
  }

  private static long missing(Tally tally, int score, Bands thresholds) {
    return Math.max(0, thresholds.fewestYes(Rating.ofScore(score), tally.counted()) - tally.yes());
  }

  private Set<Flag> flags(boolean someLeft, Tipping tipping) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (tipping.nearest().equals(Optional.of(1L))) {
      flags.add(Flag.ONE_CASE);
    }
    if (limiting().anyMatch(CaseStandard::restsOnFewCases)) {
      flags.add(Flag.FIVE_CASES);
    }
    if (limiting().anyMatch(this::isNearBoundary)) {
      flags.add(Flag.NEAR_BOUNDARY);
    }
    if (remaining.stream().anyMatch(KeyQuestionRatings.Scored::roundingDecides)) {
      flags.add(Flag.ROUNDING_DECIDES);
    }
    if (someLeft) {
      flags.add(Flag.QUESTION_LEFT_OUT);
    }
    return flags;
  }

  private static boolean restsOnFewCases(KeyQuestionRatings.Scored row) {
    return row.confirmed().tally().map(tally -> tally.counted() <= FIVE_CASES).orElse(false);
  }

  private boolean isNearBoundary(KeyQuestionRatings.Scored row) {
    int percent = row.confirmed().percent().orElseThrow();
    return bands.stream()
        .flatMap(thresholds -> thresholds.from().stream().skip(1))
        .anyMatch(from -> Math.abs(percent - from) <= NEAR_POINTS);
  }
}
