package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One JSON object being read: every member asked for by name and type, every fault collected.
 *
 * <p>{@link #finish} refuses the members nobody asked for, unless the object was made by another
 * Bandstand that may know more. Faults carry their JSON pointer.
 */
final class Fields {
  /** For strings whose shape limits them further. */
  private static final int STRING_CHARACTERS = 200;

  /** Longer than any word of a closed set. */
  private static final int WORD_CHARACTERS = 100;

  private final JsonNode object;
  private final String pointer;
  private final List<Fault> faults;
  private final boolean strict;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(JsonNode object, String pointer, List<Fault> faults, boolean strict) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
    this.strict = strict;
  }

  /** A value that is no object is one fault, and reads as an object that lacks nothing. */
  static Fields of(JsonNode node, String pointer, List<Fault> faults) {
    return of(node, pointer, faults, true);
  }

  /** Of an answer: members nobody asks for are no fault, here and below. */
  static Fields ofAnswer(JsonNode node, List<Fault> faults) {
    return of(node, "", faults, false);
  }

  private static Fields of(JsonNode node, String pointer, List<Fault> faults, boolean strict) {
    if (!node.isObject()) {
      faults.add(Fault.at(pointer, Values.shown(node), "type", "An object is needed here"));
      return new Fields(Json.object(), pointer, new ArrayList<>(), strict);
    }
    return new Fields(node, pointer, faults, strict);
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

  /** Present and not null, or a fault. */
  boolean needs(String name) {
    return required(name, this::node).isPresent();
  }

  /** A member that must be there and not null, read as {@code read} does. */
  <T> Optional<T> required(String name, Function<String, Optional<T>> read) {
    return node(name).isEmpty() ? lacking(name) : read.apply(name);
  }

  /** A member that must be there, where null says that there is none. */
  <T> Optional<T> stated(String name, Function<String, Optional<T>> read) {
    return has(name) ? read.apply(name) : lacking(name);
  }

  <T> Optional<T> lacking(String name) {
    faults.add(Fault.at(at(name), "required", "\"" + name + "\" is required"));
    return Optional.empty();
  }

  /** A member that null removes, read as {@code read} does; a fault reads as unsaid. */
  <T> Update<T> update(String name, Function<String, Optional<T>> read) {
    if (isNull(name)) {
      return new Update.Removal<>();
    }
    Optional<T> value = read.apply(name);
    return value.isPresent() ? new Update.Value<>(value.get()) : new Update.Unsaid<>();
  }

  /** A member that may be left out, but not be null. */
  void notNull(String name, String message) {
    if (isNull(name)) {
      fault(name, "null", message);
    }
  }

  Optional<String> string(String name, int mostCharacters) {
    return node(name)
        .flatMap(node -> Values.string(at(name), node, mostCharacters, strict, faults));
  }

  /** A string that must be there and not blank; on a fault, empty text. */
  String needed(String name, int mostCharacters) {
    return required(name, given -> filled(given, mostCharacters)).orElse("");
  }

  /** A string that is not blank. */
  Optional<String> filled(String name, int mostCharacters) {
    Optional<String> value = string(name, mostCharacters);
    return value.isPresent() && value.get().isBlank()
        ? fault(name, "blank", "\"" + name + "\" must not be blank")
        : value;
  }

  /** A short text of one line, not blank, such as a name. */
  Optional<String> line(String name) {
    return oneLine(name, Limits.NAME_CHARACTERS);
  }

  /** As {@link #needed}, and without newline and tab: something shown in one row. */
  String line(String name, int mostCharacters) {
    return required(name, given -> oneLine(given, mostCharacters)).orElse("");
  }

  private Optional<String> oneLine(String name, int mostCharacters) {
    Optional<String> value = filled(name, mostCharacters);
    return value.isPresent() && !Texts.isOneLine(value.get())
        ? fault(name, "control-character", "\"" + name + "\" is one line: no newline, no tab")
        : value;
  }

  /** A note; one that is blank is no note, which is how a note is removed, too. */
  Update<String> note(String name) {
    Update<String> note = update(name, given -> string(given, Limits.NOTE_CHARACTERS));
    return note instanceof Update.Value<String>(String text) && text.isBlank()
        ? new Update.Removal<>()
        : note;
  }

  Optional<String> reason(String name) {
    return filled(name, Limits.NOTE_CHARACTERS);
  }

  Optional<Code> code(String name) {
    return string(name, WORD_CHARACTERS)
        .flatMap(
            text ->
                Code.parse(text)
                    .or(() -> fault(name, "code", "A code is needed here, such as 2.1.1")));
  }

  Optional<Reference> reference(String name) {
    return string(name, WORD_CHARACTERS)
        .flatMap(text -> Reference.parse(text).or(() -> fault(name, "reference", Texts.REFERENCE)));
  }

  /** A string that must be there and match; on a fault, empty text. */
  String matching(String name, String pattern, String shape) {
    String text = needed(name, STRING_CHARACTERS);
    if (text.isBlank() || text.matches(pattern)) {
      return text;
    }
    fault(name, "value", "It must be " + shape);
    return "";
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
        .flatMap(node -> Values.whole(at(name), node, lowest, highest, faults))
        .map(Math::toIntExact);
  }

  /** A revision of an inspection. */
  Optional<Long> revision(String name) {
    return node(name).flatMap(node -> Values.whole(at(name), node, 1, Long.MAX_VALUE, faults));
  }

  /** A string that is one of a closed set. */
  <T> Optional<T> word(String name, Function<String, Optional<T>> read, String choices) {
    return string(name, WORD_CHARACTERS)
        .flatMap(
            text ->
                read.apply(text).or(() -> fault(name, "value", "It must be one of: " + choices)));
  }

  /** Member objects of an array; what is no array is a fault. */
  List<Fields> objects(String name) {
    return items(name, (at, item) -> Optional.of(of(item, at, faults, strict)));
  }

  /** As {@link #objects}, and the array must be there. */
  List<Fields> neededObjects(String name) {
    needs(name);
    return objects(name);
  }

  /** Items of an array of strings; an item at fault reads as empty text. */
  List<String> strings(String name, int mostCharacters) {
    return items(
        name,
        (at, item) ->
            Values.string(at, item, mostCharacters, strict, faults).or(() -> Optional.of("")));
  }

  /** Items of an array of whole numbers; an item at fault is left out. */
  List<Integer> integers(String name, int lowest, int highest) {
    return items(
        name, (at, item) -> Values.whole(at, item, lowest, highest, faults).map(Math::toIntExact));
  }

  private <T> List<T> items(String name, BiFunction<String, JsonNode, Optional<T>> read) {
    List<T> values = new ArrayList<>();
    List<JsonNode> items =
        node(name).map(node -> Values.items(at(name), node, faults)).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      read.apply(at(name) + "/" + i, items.get(i)).ifPresent(values::add);
    }
    return values;
  }

  /** A member that is an object itself; an absent one has no members and is no fault. */
  Fields object(String name) {
    return node(name)
        .map(node -> of(node, at(name), faults, strict))
        .orElseGet(() -> new Fields(Json.object(), at(name), new ArrayList<>(), strict));
  }

  /** All member names in order, for objects used as maps; marks them all as known. */
  List<String> names() {
    List<String> names = object.propertyStream().map(Map.Entry::getKey).toList();
    known.addAll(names);
    return names;
  }

  /** Members nobody has asked for so far. */
  List<String> unknown() {
    var names = object.propertyStream().map(Map.Entry::getKey);
    return names.filter(name -> !known.contains(name)).toList();
  }

  /** Every member not asked for is a fault, but in an answer. */
  void finish() {
    String choices = known.isEmpty() ? "nothing" : String.join(", ", known);
    for (String name : strict ? unknown() : List.<String>of()) {
      String message = "\"" + Values.shown(name) + "\" is not known here; known: " + choices;
      fault(name, "unknown-field", message);
    }
  }

  /** A fault that does not repeat the value, since nobody may see it. */
  void secretFault(String name, String code, String message) {
    known.add(name);
    faults.add(Fault.at(at(name), code, message));
  }

  <T> Optional<T> fault(String name, String code, String message) {
    if (object.has(name)) {
      return Values.fault(at(name), object.get(name), code, message, faults);
    }
    faults.add(Fault.at(at(name), code, message));
    return Optional.empty();
  }

  /** A fault of one item of an array. */
  void faultAt(String name, int index, String value, String code, String message) {
    faults.add(Fault.at(at(name) + "/" + index, value, code, message));
  }

  String at(String name) {
    return pointer + "/" + Place.escaped(name);
  }
}
