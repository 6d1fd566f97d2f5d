package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Rating;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the published documents of an edition print, as far as the daemon has them.
 *
 * @param loaded whether the standards' own wording is there
 * @param texts by code of any level
 * @param characteristics paragraphs by standard and rating
 */
public record Printed(
    boolean loaded, Map<Code, String> texts, Map<Code, Map<Rating, List<String>>> characteristics) {
  static final Printed NOTHING = new Printed(false, Map.of(), Map.of());

  public Printed {
    texts = Map.copyOf(texts);
    characteristics = Map.copyOf(characteristics);
  }

  public Optional<String> text(Code code) {
    return Optional.ofNullable(texts.get(code));
  }

  /** None where the document says nothing. */
  public List<String> characteristics(Code standard, Rating rating) {
    return characteristics.getOrDefault(standard, Map.of()).getOrDefault(rating, List.of());
  }
}
