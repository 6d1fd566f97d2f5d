package bandstand.wire;

import bandstand.framework.Characteristics;
import bandstand.framework.Characteristics.Described;
import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The characteristics of an edition's standards as the API shows them. */
public final class CharacteristicsJson {
  private static final List<Rating> BEST_FIRST = Arrays.asList(Rating.values()).reversed();

  private CharacteristicsJson() {}

  /**
   * Ratings best first. Of an edition that ours do not guide in, {@code general}, {@code points}
   * and {@code steps} are empty, title, date and guidance null, and {@code standards} are those of
   * the published document.
   *
   * @param official what the published document says, if it is loaded
   */
  public static byte[] write(
      Framework framework,
      Characteristics characteristics,
      Optional<CharacteristicsText> official) {
    ObjectNode node = Json.object().put("framework", framework.id());
    node.putNull("wording");
    official.ifPresent(text -> node.putObject("wording").put("digest", text.digest()));
    Optional<Characteristics.Use> use = characteristics.use(framework.id());
    if (use.isEmpty()) {
      node.putNull("title").putNull("published").put("predates", false).putNull("guides");
      node.putArray("general");
    } else {
      node.put("title", characteristics.title())
          .put("published", characteristics.published())
          .put("predates", use.get().predates())
          .put("guides", characteristics.guides());
      ArrayNode general = node.putArray("general");
      for (Rating rating : BEST_FIRST) {
        Optional.ofNullable(characteristics.general().get(rating))
            .ifPresent(points -> texts(rated(general, framework, rating), "points", points));
      }
    }
    ArrayNode standards = node.putArray("standards");
    for (Standard standard : framework.standards()) {
      Optional<Described> described = characteristics.of(framework, standard.code());
      boolean printed =
          official.filter(text -> text.paragraphs().containsKey(standard.code())).isPresent();
      if (described.isPresent() || printed) {
        ObjectNode row = standards.addObject();
        row.put("code", standard.code().toString()).put("title", standard.title());
        official
            .flatMap(text -> text.statement(standard.code()))
            .ifPresent(statement -> row.put("statement", statement));
        describe(row, framework, described, standard.code(), official);
      }
    }
    return Json.bytes(node);
  }

  /** The official paragraphs in an answer from {@link #write}, by standard and rating. */
  public static Outcome<Map<Code, Map<Rating, List<String>>>> readWording(
      byte[] json, Framework framework) {
    return Reply.read(
        json,
        (answer, faults) -> {
          Map<Code, Map<Rating, List<String>>> wording = new TreeMap<>();
          for (Fields standard : answer.objects("standards")) {
            Map<Rating, List<String>> own = new EnumMap<>(Rating.class);
            for (Fields row : standard.objects("ratings")) {
              List<String> paragraphs = row.strings("wording", FrameworkJson.WORDING_CHARACTERS);
              row.word("rating", framework::rating, "the edition's words")
                  .filter(rating -> !paragraphs.isEmpty())
                  .ifPresent(rating -> own.put(rating, paragraphs));
            }
            standard
                .code("code")
                .filter(_ -> !own.isEmpty())
                .ifPresent(code -> wording.put(code, own));
          }
          return Optional.of(wording);
        });
  }

  private static void describe(
      ObjectNode row,
      Framework framework,
      Optional<Described> described,
      Code standard,
      Optional<CharacteristicsText> official) {
    ArrayNode ratings = row.putArray("ratings");
    for (Rating rating : BEST_FIRST) {
      ObjectNode node = rated(ratings, framework, rating);
      texts(node, "points", described.map(one -> one.points(rating)).orElse(List.of()));
      official.ifPresent(text -> texts(node, "wording", text.of(standard, rating)));
    }
    ArrayNode steps = row.putArray("steps");
    for (Rating rating : Rating.values()) {
      described
          .flatMap(one -> one.beyondLower(rating))
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
