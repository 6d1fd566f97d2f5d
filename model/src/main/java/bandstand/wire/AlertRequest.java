package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Alert;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is to be said of a concern for a child; what it leaves out keeps what stands.
 *
 * @param at a date, or a date and time with or without an offset, ISO 8601
 */
public record AlertRequest(
    Update<Reference> subject,
    Optional<String> risk,
    Optional<String> organisation,
    Optional<String> toldRole,
    Optional<String> at,
    Optional<Alert.Status> status,
    Update<String> outcome) {

  /** Said of what {@link #isTime} does not take. */
  public static final String TIME_NEEDED = "A date or time is needed, such as 2019-11-04T10:30:00Z";

  /** Of a concern to be raised: all there but the case, the status and the outcome. */
  public static Outcome<AlertRequest> readNew(byte[] body) {
    return Body.read(body, fields -> of(fields, true));
  }

  /** Of one that stands: any part. */
  public static Outcome<AlertRequest> readPatch(byte[] body) {
    return Body.read(body, fields -> of(fields, false));
  }

  /** The alert it raises; its status is {@code raised} unless it says another. */
  public Alert raised(int number, String by) {
    return new Alert(
        number,
        subject.over(Optional.empty()),
        risk.orElseThrow(),
        organisation.orElseThrow(),
        toldRole.orElseThrow(),
        at.orElseThrow(),
        status.orElse(Alert.Status.RAISED),
        outcome.over(Optional.empty()).orElse(""),
        by);
  }

  /** The alert it makes of one that stands; who raised it stays. */
  public Alert over(Alert standing) {
    return new Alert(
        standing.number(),
        subject.over(standing.subject()),
        risk.orElse(standing.risk()),
        organisation.orElse(standing.organisation()),
        toldRole.orElse(standing.toldRole()),
        at.orElse(standing.at()),
        status.orElse(standing.status()),
        outcome.over(Optional.of(standing.outcome())).orElse(""),
        standing.by());
  }

  public byte[] json() {
    ObjectNode node = Json.object();
    switch (subject) {
      case Update.Unsaid<Reference>() -> {}
      case Update.Removal<Reference>() -> node.putNull("case");
      case Update.Value<Reference>(Reference given) -> node.put("case", given.text());
    }
    risk.ifPresent(text -> node.put("risk", text));
    organisation.ifPresent(text -> node.put("organisation", text));
    toldRole.ifPresent(text -> node.put("toldRole", text));
    at.ifPresent(text -> node.put("at", text));
    status.ifPresent(given -> node.put("status", given.word()));
    switch (outcome) {
      case Update.Unsaid<String>() -> {}
      case Update.Removal<String>() -> node.putNull("outcome");
      case Update.Value<String>(String text) -> node.put("outcome", text);
    }
    return Json.bytes(node);
  }

  static Supplier<AlertRequest> of(Fields fields, boolean all) {
    Update<Reference> subject = fields.update("case", fields::reference);
    Function<String, Optional<String>> told = name -> fields.filled(name, Limits.NOTE_CHARACTERS);
    Optional<String> risk = part(fields, "risk", told, all);
    Optional<String> organisation = part(fields, "organisation", fields::line, all);
    Optional<String> toldRole = part(fields, "toldRole", fields::line, all);
    Optional<String> at = part(fields, "at", name -> time(fields, name), all);
    fields.notNull("status", "It must be one of: raised, acting, resolved");
    Optional<Alert.Status> status =
        fields.word("status", Alert.Status::ofWord, "raised, acting, resolved");
    Update<String> outcome = fields.note("outcome");
    return () -> new AlertRequest(subject, risk, organisation, toldRole, at, status, outcome);
  }

  private static Optional<String> part(
      Fields fields, String name, Function<String, Optional<String>> read, boolean required) {
    if (required) {
      return fields.required(name, read);
    }
    fields.notNull(name, "\"" + name + "\" is required and cannot be removed");
    return read.apply(name);
  }

  private static Optional<String> time(Fields fields, String name) {
    Optional<String> text = fields.line(name);
    return text.isEmpty() || isTime(text.get()) ? text : fields.fault(name, "time", TIME_NEEDED);
  }

  /** A date, or a date and a time with or without its offset, in ISO 8601. */
  public static boolean isTime(String text) {
    List<Function<String, Temporal>> readings =
        List.of(OffsetDateTime::parse, LocalDateTime::parse, LocalDate::parse);
    return readings.stream().anyMatch(reading -> time(reading, text).isPresent());
  }

  private static Optional<Temporal> time(Function<String, Temporal> reading, String text) {
    try {
      return Optional.of(reading.apply(text));
    } catch (DateTimeException notThisWay) {
      return Optional.empty();
    }
  }
}
