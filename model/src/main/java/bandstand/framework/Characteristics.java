package bandstand.framework;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What judged standards look like at each rating, in our words (001). A guide: nothing is computed
 * from it.
 *
 * @param published year and month
 * @param guides what they are for, and what they are not
 * @param uses the editions they guide in
 * @param general what marks a rating in every standard; only outstanding and inadequate have such
 * @param standards by code; the titles are the edition's
 */
public record Characteristics(
    String title,
    String published,
    String guides,
    List<Use> uses,
    Map<Rating, List<String>> general,
    SortedMap<Code, Described> standards) {

  /**
   * An edition they guide in.
   *
   * @param predates whether they were published for an earlier edition than this
   */
  public record Use(String edition, boolean predates) {}

  /**
   * One standard at every rating.
   *
   * @param points of every rating, each a line
   * @param steps what distinguishes a rating from the next lower one; of all but the lowest
   */
  public record Described(Map<Rating, List<String>> points, Map<Rating, String> steps) {
    public Described {
      Map<Rating, List<String>> all = copy(points);
      points = all;
      steps = Collections.unmodifiableMap(new EnumMap<>(steps));
      for (Rating rating : Rating.values()) {
        if (points.getOrDefault(rating, List.of()).isEmpty()
            || steps.containsKey(rating) == (rating == Rating.INADEQUATE)) {
          throw new IllegalArgumentException("characteristics without " + rating);
        }
      }
    }

    public List<String> points(Rating rating) {
      return points.getOrDefault(rating, List.of());
    }

    /** What a rating has that the next lower one lacks; empty of the lowest. */
    public Optional<String> beyondLower(Rating rating) {
      return Optional.ofNullable(steps.get(rating));
    }
  }

  public Characteristics {
    uses = List.copyOf(uses);
    general = copy(general);
    standards = Collections.unmodifiableSortedMap(new TreeMap<>(standards));
  }

  /** How they are used in an edition; empty: not at all. */
  public Optional<Use> use(String edition) {
    return uses.stream().filter(use -> use.edition().equals(edition)).findFirst();
  }

  /** Of a standard of an edition; empty where it has none. */
  public Optional<Described> of(Framework framework, Code standard) {
    return use(framework.id())
        .flatMap(use -> framework.standard(standard))
        .filter(Standard::judged)
        .flatMap(judged -> Optional.ofNullable(standards.get(judged.code())));
  }

  private static Map<Rating, List<String>> copy(Map<Rating, List<String>> texts) {
    Map<Rating, List<String>> copy = new EnumMap<>(Rating.class);
    texts.forEach((rating, lines) -> copy.put(rating, List.copyOf(lines)));
    return Collections.unmodifiableMap(copy);
  }
}
