package bandstand.wire;

import bandstand.framework.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One JSON object being read: every member asked for by name and type, every fault collected.
 *
 * <p>{@link #finish} refuses the members nobody asked for. Faults carry their JSON pointer.
 */
final class Fields {
  private final JsonNode object;
  private final String pointer;
  private final List<Fault> faults;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(JsonNode object, String pointer, List<Fault> faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** A value that is no object is a fault, and reads as an object without members. */
  static Fields of(JsonNode node, String pointer, List<Fault> faults) {
    if (!node.isObject()) {
      faults.add(Fault.at(pointer, text(node), "type", "An object is needed here"));
      return new Fields(Json.object(), pointer, faults);
    }
    return new Fields(node, pointer, faults);
  }

  boolean has(String name) {
    known.add(name);
    return object.has(name);
  }

  /** Present and JSON null. */
  boolean isNull(String name) {
    return has(name) && object.get(name).isNull();
  }

  /** The member whatever it is; empty when absent or null. */
  Optional<JsonNode> node(String name) {
    return has(name) && !object.get(name).isNull()
        ? Optional.of(object.get(name))
        : Optional.empty();
  }

  Optional<String> string(String name, int mostCharacters) {
    return node(name)
        .flatMap(
            node -> {
              if (!node.isTextual()) {
                return fault(name, "type", "A string is needed here");
              }
              return checked(name, node.textValue(), mostCharacters);
            });
  }

  /** A string that must be there and not blank; on a fault, empty text. */
  String needed(String name, int mostCharacters) {
    if (node(name).isEmpty()) {
      faults.add(Fault.at(at(name), "required", "\"" + name + "\" is required"));
      return "";
    }
    Optional<String> value = string(name, mostCharacters);
    if (value.isPresent() && value.get().isBlank()) {
      fault(name, "blank", "\"" + name + "\" must not be blank");
    }
    return value.orElse("");
  }

  Optional<Boolean> flag(String name) {
    return node(name)
        .flatMap(
            node ->
                node.isBoolean()
                    ? Optional.of(node.booleanValue())
                    : fault(name, "type", "true or false is needed here"));
  }

  Optional<Integer> integer(String name, int lowest, int highest) {
    return node(name)
        .flatMap(
            node -> {
              boolean fits =
                  node.isIntegralNumber()
                      && node.canConvertToInt()
                      && node.intValue() >= lowest
                      && node.intValue() <= highest;
              return fits
                  ? Optional.of(node.intValue())
                  : fault(
                      name, "range", "A whole number from " + lowest + " to " + highest);
            });
  }

  /** A string that is one of a closed set. */
  <T> Optional<T> word(String name, Function<String, Optional<T>> read, String choices) {
    return string(name, 100)
        .flatMap(
            text ->
                read.apply(text).or(() -> fault(name, "value", "It must be one of: " + choices)));
  }

  /** Member objects of an array; what is no array is a fault. */
  List<Fields> objects(String name) {
    List<Fields> rows = new ArrayList<>();
    node(name)
        .ifPresent(
            node -> {
              if (!node.isArray()) {
                fault(name, "type", "An array is needed here");
                return;
              }
              for (int i = 0; i < node.size(); i++) {
                rows.add(of(node.get(i), at(name) + "/" + i, faults));
              }
            });
    return rows;
  }

  List<String> strings(String name, int mostCharacters) {
    List<String> texts = new ArrayList<>();
    node(name)
        .ifPresent(
            node -> {
              boolean sound = node.isArray();
              for (JsonNode item : node) {
                sound &= item.isTextual() && item.textValue().length() <= mostCharacters;
                texts.add(item.asText());
              }
              if (!sound) {
                fault(name, "type", "An array of strings is needed here");
              }
            });
    return texts;
  }

  /** A member that is an object itself; an absent one has no members and is no fault. */
  Fields object(String name) {
    return node(name)
        .map(node -> of(node, at(name), faults))
        .orElseGet(() -> new Fields(Json.object(), at(name), faults));
  }

  /** All member names in order, for objects used as maps; marks them all as known. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    known.addAll(names);
    return names;
  }

  /** Every member not asked for is a fault. */
  void finish() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                String choices = known.isEmpty() ? "nothing" : String.join(", ", known);
                fault(name, "unknown-field", "\"" + shown(name) + "\" is not known here; known: " + choices);
              }
            });
  }

  <T> Optional<T> fault(String name, String code, String message) {
    JsonNode value = object.get(name);
    faults.add(
        value == null
            ? Fault.at(at(name), code, message)
            : Fault.at(at(name), text(value), code, message));
    return Optional.empty();
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private Optional<String> checked(String name, String text, int mostCharacters) {
    int length = text.codePointCount(0, text.length());
    if (length > mostCharacters) {
      return fault(
          name, "too-long", "At most " + mostCharacters + " characters; this has " + length);
    }
    Optional<String> why = Texts.refusal(text);
    return why.isPresent() ? fault(name, "control-character", why.get()) : Optional.of(text);
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : node.toString();
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}
