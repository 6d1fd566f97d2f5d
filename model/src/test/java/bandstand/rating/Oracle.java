package bandstand.rating;

import bandstand.framework.Definition;
import bandstand.framework.Rating;
import bandstand.inspection.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Rules 4, 8 and 9 of the method by trying everything out. */
final class Oracle {
  private Oracle() {}

  /** Every tally of at most so many cases, none of them leaning. */
  static List<Tally> tallies(int cases) {
    var all = new ArrayList<Tally>();
    for (int yes = 0; yes <= cases; yes++) {
      for (int no = 0; yes + no <= cases; no++) {
        for (int na = 0; yes + no + na <= cases; na++) {
          for (int open = 0; yes + no + na + open <= cases; open++) {
            all.add(new Tally(yes, no, na, open, 0, 0));
          }
        }
      }
    }
    return all;
  }

  /** The same with every share of the open cases leaning to yes, to no and not at all. */
  static List<Tally> leaningTallies(int cases) {
    var all = new ArrayList<Tally>();
    for (Tally tally : tallies(cases)) {
      for (int yes = 0; yes <= tally.open(); yes++) {
        for (int no = 0; yes + no <= tally.open(); no++) {
          all.add(new Tally(tally.yes(), tally.no(), tally.na(), tally.open(), yes, no));
        }
      }
    }
    return all;
  }

  /** Empty without any yes or no. */
  static Optional<Rating> rating(int yes, int no) {
    return yes + no == 0 ? Optional.empty() : Optional.of(Definition.rounded(yes, yes + no));
  }

  /**
   * Everything a question may come to once each open case is yes, no or not applicable; an empty
   * one means that it leaves its standard. Without cases: any rating.
   */
  static Set<Optional<Rating>> endings(Tally tally) {
    var endings = new HashSet<Optional<Rating>>();
    if (tally.total() == 0) {
      for (Rating rating : Rating.values()) {
        endings.add(Optional.of(rating));
      }
    } else {
      close(tally.yes(), tally.no(), tally.open(), endings);
    }
    return endings;
  }

  private static void close(int yes, int no, int open, Set<Optional<Rating>> endings) {
    if (open == 0) {
      endings.add(rating(yes, no));
    } else {
      close(yes + 1, no, open - 1, endings);
      close(yes, no + 1, open - 1, endings);
      close(yes, no, open - 1, endings);
    }
  }

  /** Everything a standard may come to; empty when all its questions leave it. */
  static Set<Optional<Rating>> standardEndings(List<Tally> questions) {
    Set<Optional<Rating>> endings = Set.of(Optional.empty());
    for (Tally question : questions) {
      var longer = new HashSet<Optional<Rating>>();
      for (Optional<Rating> lowest : endings) {
        for (Optional<Rating> ending : endings(question)) {
          longer.add(
              lowest.isPresent() && ending.isPresent()
                  ? least(lowest, ending)
                  : lowest.or(() -> ending));
        }
      }
      endings = longer;
    }
    return endings;
  }

  private static Optional<Rating> least(Optional<Rating> one, Optional<Rating> other) {
    return Optional.of(Collections.min(List.of(one.orElseThrow(), other.orElseThrow())));
  }

  /** Not rated is no part of a range. */
  static Optional<Range> range(Set<Optional<Rating>> endings) {
    var ratings = endings.stream().flatMap(Optional::stream).toList();
    return ratings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Range(Collections.min(ratings), Collections.max(ratings)));
  }

  static boolean leaves(Tally tally) {
    return tally.total() > 0 && tally.na() == tally.total();
  }

  /** Empty while a question that has not left is without yes and no, or all have left. */
  static Optional<Rating> computed(List<Tally> questions) {
    var ratings = new ArrayList<Rating>();
    for (Tally question : questions) {
      var rating = rating(question.yes(), question.no());
      if (rating.isPresent()) {
        ratings.add(rating.get());
      } else if (!leaves(question)) {
        return Optional.empty();
      }
    }
    return ratings.isEmpty() ? Optional.empty() : Optional.of(Collections.min(ratings));
  }

  /** The fewest answers turned, in any of the questions together, until the rating moves. */
  static Tipping tipping(List<Tally> questions) {
    var now = computed(questions);
    if (now.isEmpty()) {
      return new Tipping(Optional.empty(), Optional.empty());
    }
    Rating rating = now.get();
    return new Tipping(
        fewest(questions, 0, true, later -> later.compareTo(rating) > 0),
        fewest(questions, 0, false, later -> later.compareTo(rating) < 0));
  }

  private static Optional<Long> fewest(
      List<Tally> questions, int from, boolean up, Predicate<Rating> moved) {
    if (from == questions.size()) {
      return computed(questions).filter(moved).map(rating -> 0L);
    }
    Optional<Long> fewest = Optional.empty();
    Tally tally = questions.get(from);
    for (int turned = 0; turned <= (up ? tally.no() : tally.yes()); turned++) {
      int by = up ? turned : -turned;
      var changed = new ArrayList<>(questions);
      changed.set(
          from, new Tally(tally.yes() + by, tally.no() - by, tally.na(), tally.open(), 0, 0));
      long here = turned;
      var found = fewest(changed, from + 1, up, moved).map(rest -> rest + here);
      if (found.isPresent() && (fewest.isEmpty() || found.get() < fewest.get())) {
        fewest = found;
      }
    }
    return fewest;
  }
}
