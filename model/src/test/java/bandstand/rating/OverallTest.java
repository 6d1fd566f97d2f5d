package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bandstand.framework.Basis;
import bandstand.framework.Definition;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import bandstand.inspection.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sum of the standards that count: every mix of situations, against adding everything up. */
class OverallTest {
  /** 1.1 judged, 2.1 with one question, 2.2 with two, 4.1 beside the overall. */
  private static final Framework EDITION =
      Sample.edition()
          .judged("1.1", 0)
          .cases("2.1", "court", 0)
          .cases("2.2", "court", 0, 0)
          .judgedBesideTheOverall("4.1", 0)
          .framework();

  private static final Set<Rating> ANY = Set.of(Rating.values());

  /**
   * Where a standard may stand.
   *
   * @param now its final rating
   * @param later every rating it may still come to; none when it is declared not rated
   */
  private record Situation(Consumer<Known> set, Optional<Rating> now, Set<Rating> later) {
    boolean declaredNotRated() {
      return later.isEmpty();
    }
  }

  @Test
  void theRangeIsWhatEveryMixOfRatingsStillAddsUpTo() {
    eachMix(
        (situations, overall) -> {
          var counting = counting(situations);
          var sums = sums(counting);
          if (counting.isEmpty()) {
            assertEquals(Optional.empty(), overall.range());
            return;
          }
          int lowest = sums.stream().mapToInt(sum -> sum).min().orElseThrow();
          int highest = sums.stream().mapToInt(sum -> sum).max().orElseThrow();
          assertEquals(List.of(lowest, highest), List.of(overall.lowest(), overall.highest()));
          var ratings = new HashSet<Optional<Rating>>();
          sums.forEach(sum -> ratings.add(Optional.of(Definition.overall(sum, counting.size()))));
          assertEquals(Oracle.range(ratings), overall.range());
        });
  }

  @Test
  void theScoreIsTheSumOnceEveryCountingStandardIsRated() {
    eachMix(
        (situations, overall) -> {
          var counting = counting(situations);
          boolean complete =
              !counting.isEmpty() && counting.stream().allMatch(one -> one.now().isPresent());
          assertEquals(complete, overall.complete());
          assertEquals(3 * counting.size(), overall.max());
          if (complete) {
            int sum = counting.stream().mapToInt(one -> one.now().orElseThrow().score()).sum();
            assertEquals(Optional.of(sum), overall.score());
            assertEquals(
                Optional.of(Definition.overall(sum, counting.size())), overall.finalRating());
          } else {
            assertEquals(Optional.empty(), overall.finalRating());
          }
        });
  }

  @Test
  void pointsToTheNextRatingAreTheFewestThatMoveIt() {
    eachMix(
        (situations, overall) -> {
          int n = counting(situations).size();
          Optional<Long> up = Optional.empty();
          Optional<Long> down = Optional.empty();
          if (overall.complete()) {
            int score = overall.score().orElseThrow();
            Rating rating = Definition.overall(score, n);
            for (int other = 3 * n; other > score; other--) {
              up = Definition.overall(other, n) == rating ? up : Optional.of((long) other - score);
            }
            for (int other = 0; other < score; other++) {
              down =
                  Definition.overall(other, n) == rating ? down : Optional.of((long) score - other);
            }
          }
          assertEquals(new Tipping(up, down), overall.toNext());
        });
  }

  @Test
  void theExampleOfAnOpenOverall() {
    Known known = new Known(Sample.yos2018());
    known.judged("1.1", Rating.GOOD).judged("1.2", Rating.GOOD);
    known.judged("1.3", Rating.REQUIRES_IMPROVEMENT).judged("1.4", Rating.REQUIRES_IMPROVEMENT);
    for (String code : List.of("2.1", "2.2", "2.3", "2.4")) {
      known.discretion(code, Rating.GOOD);
    }
    var overall = known.overall();
    assertEquals(List.of(14, 26), List.of(overall.lowest(), overall.highest()));
    assertEquals(Optional.of(new Range(Rating.REQUIRES_IMPROVEMENT, Rating.GOOD)), overall.range());
    assertEquals(Optional.empty(), overall.score());
    assertEquals(Tipping.NEITHER, overall.toNext());
    assertFalse(overall.settled());
  }

  @Test
  void onePointOfTwentyFourIsInadequate() {
    Known known = new Known(Sample.yos2018());
    known.judged("1.1", Rating.INADEQUATE).judged("1.2", Rating.REQUIRES_IMPROVEMENT);
    known.judged("1.3", Rating.INADEQUATE).judged("1.4", Rating.INADEQUATE);
    for (String code : List.of("2.1", "2.2", "2.3", "2.4")) {
      known.notRated(code);
    }
    for (String code : List.of("3.1.1", "3.1.2", "3.1.3", "3.2.1", "3.2.2", "3.2.3", "3.3.1")) {
      known.counted(code, "1/9");
    }
    for (String code : List.of("3.3.2", "3.3.3", "3.4.1", "3.4.2")) {
      known.counted(code, "4/9");
    }
    var overall = known.overall();
    assertEquals(Optional.of(1), overall.score());
    assertEquals(24, overall.max());
    assertEquals(Optional.of(Rating.INADEQUATE), overall.rating());
    assertEquals(Basis.UNCONFIRMED, overall.basis());
    assertEquals(new Tipping(Optional.of(4L), Optional.empty()), overall.toNext());
  }

  @Test
  void twelveRatedStandardsUseThePublishedTable() {
    Known known = new Known(Sample.yos2018());
    assertEquals(Basis.PUBLISHED, known.overall().basis());
    assertEquals(Basis.UNCONFIRMED, known.notRated("2.1").overall().basis());
  }

  @Test
  void discretionFixesTheRangeAndLeavesTheScoreBesideIt() {
    Known known = new Known(EDITION).judged("1.1", Rating.GOOD);
    known.discretion("2.1", Rating.GOOD).discretion("2.2", Rating.GOOD);
    known.discretion("overall", Rating.REQUIRES_IMPROVEMENT);
    var overall = known.overall();
    assertEquals(Optional.of(6), overall.score());
    assertEquals(Optional.of(Rating.GOOD), overall.rating());
    assertEquals(Optional.of(Rating.REQUIRES_IMPROVEMENT), overall.finalRating());
    assertEquals(Optional.of(Range.only(Rating.REQUIRES_IMPROVEMENT)), overall.range());
  }

  @Test
  void discretionRatesAnOverallThatIsStillOpen() {
    var overall = new Known(EDITION).discretion("overall", Rating.GOOD).overall();
    assertEquals(Optional.empty(), overall.rating());
    assertEquals(Optional.of(Rating.GOOD), overall.finalRating());
    assertEquals(Optional.of(Range.only(Rating.GOOD)), overall.range());
    assertFalse(overall.complete());
  }

  @Test
  void discretionFixesTheRangeWhenNoStandardIsLeft() {
    Known known = new Known(EDITION).notRated("1.1").notRated("2.1").notRated("2.2");
    assertEquals(Optional.empty(), known.overall().range());
    known.discretion("overall", Rating.GOOD);
    assertEquals(Optional.of(Range.only(Rating.GOOD)), known.overall().range());
    assertEquals(Optional.of(Rating.GOOD), known.overall().finalRating());
  }

  @Test
  void aStandardBesideTheOverallChangesNothing() {
    Known known = new Known(EDITION).judged("1.1", Rating.GOOD);
    var before = known.overall();
    assertEquals(9, before.max());
    assertEquals(before, known.judged("4.1", Rating.OUTSTANDING).overall());
  }

  private static List<Situation> counting(List<Situation> situations) {
    return situations.stream().filter(one -> !one.declaredNotRated()).toList();
  }

  private static Set<Integer> sums(List<Situation> counting) {
    Set<Integer> sums = Set.of(0);
    for (Situation one : counting) {
      var longer = new HashSet<Integer>();
      for (int sum : sums) {
        one.later().forEach(rating -> longer.add(sum + rating.score()));
      }
      sums = longer;
    }
    return sums;
  }

  private static void eachMix(BiConsumer<List<Situation>, Overall> claim) {
    for (Situation judged : judgements()) {
      for (Situation one : ofOneQuestion()) {
        for (Situation two : ofTwoQuestions()) {
          Known known = new Known(EDITION);
          List.of(judged, one, two).forEach(situation -> situation.set().accept(known));
          claim.accept(List.of(judged, one, two), known.overall());
        }
      }
    }
  }

  private static List<Situation> judgements() {
    var all = new ArrayList<Situation>();
    all.add(new Situation(known -> {}, Optional.empty(), ANY));
    all.add(new Situation(known -> known.notRated("1.1"), Optional.empty(), Set.of()));
    for (Rating rating : Rating.values()) {
      all.add(fixed(rating, known -> known.judged("1.1", rating)));
    }
    return all;
  }

  private static List<Situation> ofOneQuestion() {
    var all = new ArrayList<Situation>();
    for (Tally tally : Oracle.tallies(2)) {
      all.add(counted(known -> known.counted("2.1.1", tally), List.of(tally)));
    }
    for (Tally tally : Oracle.tallies(1)) {
      Consumer<Known> set = known -> known.counted("2.1.1", tally);
      all.add(
          new Situation(set.andThen(known -> known.notRated("2.1")), Optional.empty(), Set.of()));
      for (Rating rating : Rating.values()) {
        all.add(fixed(rating, set.andThen(known -> known.discretion("2.1", rating))));
      }
    }
    return all;
  }

  private static List<Situation> ofTwoQuestions() {
    var all = new ArrayList<Situation>();
    for (Tally first : Oracle.tallies(1)) {
      for (Tally second : Oracle.tallies(1)) {
        all.add(
            counted(
                known -> known.counted("2.2.1", first).counted("2.2.2", second),
                List.of(first, second)));
      }
    }
    return all;
  }

  private static Situation fixed(Rating rating, Consumer<Known> set) {
    return new Situation(set, Optional.of(rating), Set.of(rating));
  }

  /** One that all its questions have left is rated by a decision or not at all. */
  private static Situation counted(Consumer<Known> set, List<Tally> questions) {
    Set<Rating> endings =
        Oracle.standardEndings(questions).stream()
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new Situation(set, Oracle.computed(questions), endings.isEmpty() ? ANY : endings);
  }
}
