package bandstand.framework;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The published characteristics of judged standards (001): a guide to whoever recommends a rating.
 * No rating is ever computed from them.
 *
 * @param digest SHA-256 of the document's bytes, in hex
 * @param statements what the document prints above the ratings, by standard
 * @param paragraphs as printed, by standard and rating; none is empty
 */
public record CharacteristicsText(
    String digest,
    SortedMap<Code, String> statements,
    SortedMap<Code, Map<Rating, List<String>>> paragraphs) {
  public CharacteristicsText {
    statements = Collections.unmodifiableSortedMap(new TreeMap<>(statements));
    SortedMap<Code, Map<Rating, List<String>>> copy = new TreeMap<>();
    paragraphs.forEach(
        (code, ratings) -> {
          Map<Rating, List<String>> own = new EnumMap<>(Rating.class);
          ratings.forEach((rating, texts) -> own.put(rating, List.copyOf(texts)));
          copy.put(code, Collections.unmodifiableMap(own));
        });
    paragraphs = Collections.unmodifiableSortedMap(copy);
  }

  /** What the document prints above the ratings of a standard. */
  public Optional<String> statement(Code standard) {
    return Optional.ofNullable(statements.get(standard));
  }

  /** None when the document says nothing of this standard. */
  public List<String> of(Code standard, Rating rating) {
    return paragraphs.getOrDefault(standard, Map.of()).getOrDefault(rating, List.of());
  }

  /** How many standards and ratings together are described. */
  public int cells() {
    return paragraphs.values().stream().mapToInt(Map::size).sum();
  }

  public int paragraphCount() {
    return paragraphs.values().stream()
        .flatMap(ratings -> ratings.values().stream())
        .mapToInt(List::size)
        .sum();
  }
}
