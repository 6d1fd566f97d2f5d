package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
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
          // Names are whatever a stranger sends: the JVM's table of strings is no place for them.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // Four bytes instead of twelve for an emoji.
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  /** Members in the order of their names, no white space: one value, one sequence of bytes. */
  private static final ObjectWriter CANONICAL =
      MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

  private Json() {}

  /** The value in these bytes, or why they cannot be read, with line and column. */
  static Outcome<JsonNode> parse(byte[] utf8) {
    return parse(utf8, 1);
  }

  /** The same for part of a file, which starts on this physical line of it. */
  static Outcome<JsonNode> parse(byte[] utf8, int firstLine) {
    return Texts.ofUtf8(utf8, firstLine).then(text -> parse(text, firstLine));
  }

  private static Outcome<JsonNode> parse(String text, int firstLine) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) {
        return Outcome.refused(
            unreadable(Fault.at("", "empty", "Nothing is here; send JSON").onLine(firstLine)));
      }
      return Outcome.done(node);
    } catch (JacksonException unreadable) {
      return Outcome.refused(unreadable(fault(unreadable, firstLine)));
    }
  }

  /** Why a text that starts on this physical line is no JSON, and on which line it stops being. */
  static Fault fault(JacksonException cause, int firstLine) {
    JsonLocation location = cause.getLocation() == null ? JsonLocation.NA : cause.getLocation();
    int line = firstLine - 1 + Math.max(location.getLineNr(), 1);
    int column = Math.max(location.getColumnNr(), 1);
    String first = cause.getOriginalMessage().lines().findFirst().orElse("not JSON");
    String said =
        Texts.whole(
            first.replaceFirst(" \\(start marker at .*", "").replaceAll(" ?\\(code \\d+\\)", ""));
    String code = said.startsWith("Duplicate field") ? "duplicate-field" : "json";
    String message = "Not readable as JSON on line " + line + " at column " + column + ": " + said;
    return new Fault(line, "", "", Optional.empty(), code, message);
  }

  static Problem unreadable(Fault fault) {
    return new Problem(Problem.Kind.UNREADABLE, fault.message(), List.of(fault), 1, List.of());
  }

  /** For values this program made or keeps itself; anything unreadable is damage. */
  static JsonNode parseOwn(byte[] utf8) {
    try {
      JsonNode node = MAPPER.readTree(utf8);
      if (node.isMissingNode()) {
        throw new IllegalArgumentException("nothing is written here");
      }
      return node;
    } catch (IOException damage) {
      throw new UncheckedIOException(damage);
    }
  }

  static byte[] bytes(JsonNode node) {
    return bytes(MAPPER.writer(), node);
  }

  /**
   * The same value always gives the same bytes, those of RFC 8785 for what this API writes: names
   * in ASCII, whole numbers.
   */
  static byte[] canonical(JsonNode node) {
    return bytes(CANONICAL, node);
  }

  private static byte[] bytes(ObjectWriter writer, JsonNode node) {
    try {
      return writer.writeValueAsBytes(node);
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
