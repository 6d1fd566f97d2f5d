package bandstand.wire;

import bandstand.framework.Characteristics;
import bandstand.framework.Characteristics.Described;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The characteristics of an edition's standards as the API shows them. */
public final class CharacteristicsJson {
  private static final List<Rating> BEST_FIRST = Arrays.asList(Rating.values()).reversed();

  private CharacteristicsJson() {}

  /**
   * Ratings best first. Of an edition that they do not guide in, {@code standards} and {@code
   * general} are empty, and title, date and guidance null.
   *
   * @param wording the official paragraphs by standard and rating, in printed order; none while
   *     none are loaded
   */
  public static byte[] write(
      Framework framework,
      Characteristics characteristics,
      Map<Code, Map<Rating, List<String>>> wording) {
    ObjectNode node = Json.object().put("framework", framework.id());
    Optional<Characteristics.Use> use = characteristics.use(framework.id());
    if (use.isEmpty()) {
      node.putNull("title").putNull("published").put("predates", false).putNull("guides");
      node.putArray("general");
      node.putArray("standards");
      return Json.bytes(node);
    }
    node.put("title", characteristics.title())
        .put("published", characteristics.published())
        .put("predates", use.get().predates())
        .put("guides", characteristics.guides());
    ArrayNode general = node.putArray("general");
    for (Rating rating : BEST_FIRST) {
      Optional.ofNullable(characteristics.general().get(rating))
          .ifPresent(points -> texts(rated(general, framework, rating), "points", points));
    }
    ArrayNode standards = node.putArray("standards");
    framework
        .standards()
        .forEach(
            standard ->
                characteristics
                    .of(framework, standard.code())
                    .ifPresent(
                        described -> {
                          ObjectNode row = standards.addObject();
                          row.put("code", standard.code().toString());
                          row.put("title", standard.title());
                          describe(
                              row,
                              framework,
                              described,
                              wording.getOrDefault(standard.code(), Map.of()));
                        }));
    return Json.bytes(node);
  }

  private static void describe(
      ObjectNode row, Framework framework, Described described, Map<Rating, List<String>> wording) {
    ArrayNode ratings = row.putArray("ratings");
    for (Rating rating : BEST_FIRST) {
      ObjectNode node = rated(ratings, framework, rating);
      texts(node, "points", described.points(rating));
      Optional.ofNullable(wording.get(rating)).ifPresent(texts -> texts(node, "wording", texts));
    }
    ArrayNode steps = row.putArray("steps");
    for (Rating rating : Rating.values()) {
      described
          .beyondLower(rating)
          .ifPresent(
              says ->
                  steps
                      .addObject()
                      .put("from", framework.word(Rating.ofScore(rating.score() - 1)).word())
                      .put("to", framework.word(rating).word())
                      .put("says", says));
    }
  }

  private static ObjectNode rated(ArrayNode rows, Framework framework, Rating rating) {
    return rows.addObject().put("rating", framework.word(rating).word());
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    texts.forEach(node.putArray(name)::add);
  }
}
