package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * On which physical lines the places stand that the faults of a JSON file name.
 *
 * <p>A member stands on the line of its name, an item of an array where it begins. What is missing
 * is on the line of whatever should hold it.
 */
final class JsonLines {
  private static final String ROOT = "";

  private final Map<String, Integer> lines;

  private JsonLines(Map<String, Integer> lines) {
    this.lines = lines;
  }

  /** The faults of a file that parses, each on its line, from the first line to the last. */
  static List<Fault> placed(byte[] utf8, List<Fault> faults) {
    JsonLines lines = new JsonLines(read(utf8, wanted(faults)));
    return faults.stream()
        .map(fault -> fault.onLine(lines.of(fault.pointer())))
        .sorted(Comparator.comparingInt(Fault::line))
        .toList();
  }

  /** Every place at fault and those around it. */
  private static Set<String> wanted(List<Fault> faults) {
    Set<String> wanted = new HashSet<>();
    for (Fault fault : faults) {
      String pointer = fault.pointer();
      while (wanted.add(pointer) && !pointer.isEmpty()) {
        pointer = around(pointer);
      }
    }
    return wanted;
  }

  private int of(String pointer) {
    String place = pointer;
    while (!lines.containsKey(place) && !place.isEmpty()) {
      place = around(place);
    }
    return lines.getOrDefault(place, 1);
  }

  private static String around(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static Map<String, Integer> read(byte[] utf8, Set<String> wanted) {
    Map<String, Integer> lines = new HashMap<>();
    if (Texts.ofUtf8(utf8, 1) instanceof Outcome.Done<String>(String text)) {
      try (JsonParser parser = Json.FACTORY.createParser(text)) {
        value(parser, parser.nextToken(), ROOT, wanted, lines);
      } catch (IOException damage) {
        throw new UncheckedIOException(damage);
      }
    }
    return lines;
  }

  /** Reads one value; no deeper than {@link Json#NESTING}. */
  private static void value(
      JsonParser parser,
      JsonToken first,
      String pointer,
      Set<String> wanted,
      Map<String, Integer> lines)
      throws IOException {
    if (!wanted.contains(pointer)) {
      parser.skipChildren();
      return;
    }
    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
    if (first == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = pointer + "/" + Place.escaped(parser.currentName());
        if (wanted.contains(member)) {
          lines.put(member, parser.currentTokenLocation().getLineNr());
        }
        value(parser, parser.nextToken(), member, wanted, lines);
      }
    } else if (first == JsonToken.START_ARRAY) {
      int index = 0;
      for (JsonToken item = parser.nextToken();
          item != JsonToken.END_ARRAY;
          item = parser.nextToken()) {
        value(parser, item, pointer + "/" + index++, wanted, lines);
      }
    }
  }
}
