package bandstand.wire;

import bandstand.framework.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One JSON value being read at its place; a fault is added to those of the whole. */
final class Values {
  /** Enough to recognise a name. */
  private static final int NAME_SHOWN_CHARACTERS = 60;

  private Values() {}

  static Optional<String> string(
      String pointer, JsonNode node, int mostCharacters, boolean strict, List<Fault> faults) {
    if (!node.isTextual()) {
      return fault(pointer, node, "type", "A string is needed here", faults);
    }
    String text = node.textValue();
    int length = text.codePointCount(0, text.length());
    if (length > mostCharacters) {
      String message = "At most " + mostCharacters + " characters; this has " + length;
      return fault(pointer, node, "too-long", message, faults);
    }
    Optional<String> why = strict ? Texts.refusal(text) : Texts.noText(text);
    return why.isPresent()
        ? fault(pointer, node, "control-character", why.get(), faults)
        : Optional.of(text);
  }

  static Optional<Long> whole(
      String pointer, JsonNode node, long lowest, long highest, List<Fault> faults) {
    if (node.isIntegralNumber()
        && node.canConvertToLong()
        && node.longValue() >= lowest
        && node.longValue() <= highest) {
      return Optional.of(node.longValue());
    }
    String upTo = highest == Long.MAX_VALUE ? " up" : " to " + highest;
    String message = "It must be a whole number from " + lowest + upTo;
    return fault(pointer, node, "range", message, faults);
  }

  /** The items of an array, in order; what is no array has none. */
  static List<JsonNode> items(String pointer, JsonNode node, List<Fault> faults) {
    List<JsonNode> items = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(items::add);
    } else {
      fault(pointer, node, "type", "An array is needed here", faults);
    }
    return items;
  }

  static <T> Optional<T> fault(
      String pointer, JsonNode node, String code, String message, List<Fault> faults) {
    faults.add(Fault.at(pointer, shown(node), code, message));
    return Optional.empty();
  }

  /** As a fault repeats it. */
  static String shown(JsonNode node) {
    return Texts.whole(node.isTextual() ? node.textValue() : node.toString());
  }

  static String shown(String name) {
    boolean all = name.length() <= NAME_SHOWN_CHARACTERS;
    return Texts.whole(all ? name : name.substring(0, NAME_SHOWN_CHARACTERS) + "…");
  }
}
