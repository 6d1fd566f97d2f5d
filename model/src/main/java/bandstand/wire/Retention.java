package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Until when an inspection is kept, as lists show it. Nothing is ever deleted for it: past the day
 * it is listed as due.
 *
 * @param until the last day
 */
public record Retention(InspectionId id, String service, LocalDate until) {
  private static final int DAY_CHARACTERS = 10;

  /** A day in ISO 8601, of a year of four digits; empty for any other text. */
  public static Optional<LocalDate> day(String text) {
    if (text.length() != DAY_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** How many days the last one is past; 0 or less while it is not. */
  public long daysOver(LocalDate today) {
    return ChronoUnit.DAYS.between(until, today);
  }

  public boolean due(LocalDate today) {
    return daysOver(today) > 0;
  }

  /** {@code {"id", "service", "retainUntil", "daysOver"}}. */
  public byte[] json(LocalDate today) {
    return Json.bytes(
        Json.object()
            .put("id", id.text())
            .put(Inspection.SERVICE, service)
            .put(Inspection.RETAIN_UNTIL, until.toString())
            .put("daysOver", daysOver(today)));
  }

  /** From a row of a list of inspections; empty of one that is kept without end. */
  public static Outcome<Optional<Retention>> readRow(byte[] json) {
    return Reply.read(json, (row, _) -> Optional.of(read(row)));
  }

  /** Those of a page of inspections that have a last day. */
  public static Outcome<PageJson.Page<Optional<Retention>>> readPage(byte[] json) {
    return PageJson.read(json, (row, _) -> Optional.of(read(row)));
  }

  private static Optional<Retention> read(Fields row) {
    return row.string(Inspection.RETAIN_UNTIL, Limits.NAME_CHARACTERS)
        .flatMap(Retention::day)
        .flatMap(
            until ->
                row.string("id", Limits.NAME_CHARACTERS)
                    .flatMap(InspectionId::parse)
                    .map(
                        id ->
                            new Retention(
                                id,
                                row.string(Inspection.SERVICE, Limits.NAME_CHARACTERS).orElse(""),
                                until)));
  }
}
