package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What an inspection is to start with.
 *
 * @param id empty when the daemon is to make one
 * @param framework an edition's id
 * @param fieldwork when it takes place, in the inspector's own words
 * @param retainUntil the last day it is to be kept
 */
public record NewInspection(
    Optional<InspectionId> id,
    String service,
    Optional<String> shortName,
    String framework,
    Optional<String> fieldwork,
    Optional<String> notes,
    Optional<LocalDate> retainUntil) {

  /**
   * From the fields that are named as these; absent ones are empty.
   *
   * @param editions the ids that there are
   */
  public static Outcome<NewInspection> read(byte[] body, Collection<String> editions) {
    return Body.read(body, fields -> of(fields, () -> framework(fields, editions)));
  }

  /**
   * What is to change in an inspection's own facts, by their names in {@link Inspection}, from a
   * merge patch; empty removes.
   */
  public static Outcome<SortedMap<String, Optional<String>>> readPatch(byte[] body) {
    return Body.read(body, NewInspection::patch);
  }

  public byte[] json() {
    ObjectNode node = Json.object();
    id.ifPresent(given -> node.put("id", given.text()));
    node.put(Inspection.SERVICE, service);
    shortName.ifPresent(text -> node.put(Inspection.SHORT_NAME, text));
    node.put(Inspection.FRAMEWORK, framework);
    fieldwork.ifPresent(text -> node.put(Inspection.FIELDWORK, text));
    notes.ifPresent(text -> node.put(Inspection.NOTES, text));
    retainUntil.ifPresent(day -> node.put(Inspection.RETAIN_UNTIL, day.toString()));
    return Json.bytes(node);
  }

  /** What {@link #readPatch} reads. */
  public static byte[] patchJson(Map<String, Optional<String>> changes) {
    ObjectNode node = Json.object();
    changes.forEach((name, value) -> node.put(name, value.orElse(null)));
    return Json.bytes(node);
  }

  /** Of an edition that need not be known. */
  static Supplier<NewInspection> of(Fields fields) {
    return of(fields, () -> fields.required(Inspection.FRAMEWORK, fields::line));
  }

  private static Supplier<NewInspection> of(Fields fields, Supplier<Optional<String>> ofFramework) {
    Optional<InspectionId> id = id(fields);
    Optional<String> service = fields.required(Inspection.SERVICE, fields::line);
    Optional<String> shortName = fields.line(Inspection.SHORT_NAME);
    Optional<String> framework = ofFramework.get();
    Optional<String> fieldwork = fields.line(Inspection.FIELDWORK);
    Update<String> notes = fields.note(Inspection.NOTES);
    Optional<LocalDate> retainUntil = day(fields);
    return () ->
        new NewInspection(
            id,
            service.orElseThrow(),
            shortName,
            framework.orElseThrow(),
            fieldwork,
            notes.over(Optional.empty()),
            retainUntil);
  }

  private static Optional<LocalDate> day(Fields fields) {
    return fields
        .line(Inspection.RETAIN_UNTIL)
        .flatMap(
            text ->
                Retention.day(text)
                    .or(
                        () ->
                            fields.fault(
                                Inspection.RETAIN_UNTIL,
                                "date",
                                "A day is needed here, such as 2027-03-31")));
  }

  /** One of the editions there are; empty on a fault. */
  static Optional<String> framework(Fields fields, Collection<String> editions) {
    Optional<String> id = fields.required(Inspection.FRAMEWORK, fields::line);
    return id.isEmpty() || editions.contains(id.get())
        ? id
        : fields.fault(
            Inspection.FRAMEWORK,
            "unknown-framework",
            "There is no edition of that id; there are: " + String.join(", ", editions));
  }

  /** The id a new inspection is given; empty when none is, or on a fault. */
  static Optional<InspectionId> id(Fields fields) {
    return fields.string("id", Limits.NAME_CHARACTERS).flatMap(text -> id(fields, text));
  }

  private static Optional<InspectionId> id(Fields fields, String text) {
    Optional<InspectionId> id = InspectionId.parse(text);
    if (id.isEmpty()) {
      return fields.fault("id", "id", "An id has 1 to 64 of a-z, 0-9 and -");
    }
    return text.equals(InspectionId.RESERVED)
        ? fields.fault("id", "reserved", "\"" + text + "\" is taken by a route; choose another id")
        : id;
  }

  private static Supplier<SortedMap<String, Optional<String>>> patch(Fields fields) {
    SortedMap<String, Optional<String>> changes = new TreeMap<>();
    if (fields.has("id")) {
      fields.fault("id", "fixed", "The id of an inspection stays; leave it out");
    }
    for (String name : new String[] {Inspection.SERVICE, Inspection.FRAMEWORK}) {
      fields.notNull(name, "\"" + name + "\" is required and cannot be removed");
      fields.line(name).ifPresent(text -> changes.put(name, Optional.of(text)));
    }
    for (String name : new String[] {Inspection.SHORT_NAME, Inspection.FIELDWORK}) {
      put(changes, name, fields.update(name, fields::line));
    }
    put(changes, Inspection.NOTES, fields.note(Inspection.NOTES));
    put(
        changes,
        Inspection.RETAIN_UNTIL,
        fields.update(Inspection.RETAIN_UNTIL, name -> day(fields).map(LocalDate::toString)));
    return () -> Collections.unmodifiableSortedMap(changes);
  }

  private static void put(
      SortedMap<String, Optional<String>> changes, String name, Update<String> update) {
    if (!(update instanceof Update.Unsaid<String>())) {
      changes.put(name, update.over(Optional.empty()));
    }
  }
}
