package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Relation;
import bandstand.framework.Standard;
import bandstand.rating.GroupRatings;
import bandstand.rating.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ratings of two editions beside each other, standard by standard.
 *
 * <p>Each stands once: beside the first whose key questions became some of its own, below that one
 * with nothing beside it when it is not the only one, and last when there is none. Groups that are
 * judged as a whole have nothing beside them.
 */
public final class RatingPairs {
  /** Two of these and the gap make 78 columns. */
  private static final int TITLE_WIDTH = 24;

  private static final int CODE_WIDTH = 5;
  private static final int RATING_WIDTH = 8;
  private static final int SIDE_WIDTH = CODE_WIDTH + TITLE_WIDTH + RATING_WIDTH;
  private static final String GAP = "  ";

  private RatingPairs() {}

  /**
   * A line of names, a line of the overalls, then the standards.
   *
   * @param before of the comparison's one edition
   * @param after of the other
   */
  public static List<String> of(Comparison comparison, Ratings before, Ratings after) {
    List<String> lines = new ArrayList<>();
    lines.add(line(Figures.of(comparison.from()), Figures.of(comparison.to())));
    lines.add(line(overall(before), overall(after)));
    Map<Code, NavigableSet<Code>> partners = partners(comparison);
    NavigableSet<Code> met = new TreeSet<>();
    before.groups().forEach(group -> lines.add(line(side(before, group), "")));
    for (Standard standard : comparison.from().standards()) {
      NavigableSet<Code> there = partners.getOrDefault(standard.code(), new TreeSet<>());
      there.removeAll(met);
      String left = side(before, standard);
      if (there.isEmpty()) {
        lines.add(line(left, ""));
      }
      for (Code code : there) {
        lines.add(line(left, side(after, comparison.to().standard(code).orElseThrow())));
        left = "";
      }
      met.addAll(there);
    }
    comparison.to().standards().stream()
        .filter(standard -> !met.contains(standard.code()))
        .forEach(standard -> lines.add(line("", side(after, standard))));
    after.groups().forEach(group -> lines.add(line("", side(after, group))));
    return lines;
  }

  private static Map<Code, NavigableSet<Code>> partners(Comparison comparison) {
    Map<Code, NavigableSet<Code>> partners = new TreeMap<>();
    for (Relation relation : comparison.relations()) {
      for (Code from : relation.from()) {
        NavigableSet<Code> there = partners.computeIfAbsent(from.parent(), any -> new TreeSet<>());
        relation.to().forEach(code -> there.add(code.parent()));
      }
    }
    return partners;
  }

  private static String overall(Ratings ratings) {
    return Figures.of(ratings.framework(), ratings.overall(), SIDE_WIDTH);
  }

  private static String side(Ratings ratings, GroupRatings rated) {
    return side(
        ratings.framework(), rated.group().code(), rated.group().title(), rated.finalRating());
  }

  private static String side(Ratings ratings, Standard standard) {
    Optional<Rating> rating = ratings.standard(standard.code()).flatMap(row -> row.finalRating());
    return side(ratings.framework(), standard.code(), standard.title(), rating);
  }

  private static String side(
      Framework framework, Code code, String title, Optional<Rating> rating) {
    return Text.pad(code.toString(), CODE_WIDTH)
        + Text.pad(title, TITLE_WIDTH - 1)
        + " "
        + Figures.narrow(framework, rating);
  }

  private static String line(String left, String right) {
    return (Text.pad(left, SIDE_WIDTH) + GAP + right).stripTrailing();
  }
}
