package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Strict JSON: limits on everything, no duplicate keys, nothing after the value. */
public final class Json {
  /** Deep enough for every shape of the API four times over. */
  public static final int NESTING = 32;

  /** One line or string of an input, in characters. */
  public static final int STRING_CHARACTERS = 1 << 20;

  private static final int NUMBER_CHARACTERS = 40;
  private static final int NAME_CHARACTERS = 1_000;

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING)
                  .maxStringLength(STRING_CHARACTERS)
                  .maxNumberLength(NUMBER_CHARACTERS)
                  .maxNameLength(NAME_CHARACTERS)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private Json() {}

  /** The value in these bytes, or why they cannot be read, with line and column. */
  public static Outcome<JsonNode> parse(byte[] utf8) {
    try {
      JsonNode node = MAPPER.readTree(utf8);
      if (node == null || node.isMissingNode()) {
        return Outcome.refused(Problem.Kind.UNREADABLE, "The body is empty; send JSON");
      }
      return Outcome.done(node);
    } catch (JacksonException unreadable) {
      return Outcome.refused(unreadable(unreadable));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Problem unreadable(JacksonException cause) {
    int line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNr();
    int column = cause.getLocation() == null ? 0 : cause.getLocation().getColumnNr();
    String what = cause.getOriginalMessage().lines().findFirst().orElse("not JSON");
    String detail = "Not readable as JSON at line %d column %d: %s".formatted(line, column, what);
    Fault fault = new Fault(Math.max(line, 0), "", "", Optional.empty(), "json", detail);
    return new Problem(Problem.Kind.UNREADABLE, detail, List.of(fault), 1, List.of());
  }

  /** For values this program made or keeps itself; anything unreadable is damage. */
  static JsonNode parseOwn(byte[] utf8) {
    try {
      return MAPPER.readTree(utf8);
    } catch (IOException damage) {
      throw new UncheckedIOException(damage);
    }
  }

  public static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }
}
