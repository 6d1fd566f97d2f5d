package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What lies beside backups, and the days inspections are kept. */
class ErasureLedgerTest {
  private static final ErasureLedger.Row FIRST = row("2026-11-22T10:00:00Z", "erased-1", 3);
  private static final ErasureLedger.Row SECOND =
      row("2026-11-23T10:00:00Z", ErasureLedger.EVERYTHING, 1);

  private static ErasureLedger.Row row(String at, String erased, long sequence) {
    return new ErasureLedger.Row(
        new InspectionId("ashby"),
        9,
        Instant.parse(at),
        "lead",
        erased,
        new ErasureLedger.Frame(sequence, 2, 1, "ab".repeat(32)));
  }

  @Test
  void itReadsBack() {
    ErasureLedger ledger = new ErasureLedger(List.of(FIRST, SECOND));
    assertEquals(Outcome.done(ledger), ErasureLedger.read(ledger.json()));
    assertEquals(
        List.of(false, true), ledger.rows().stream().map(row -> row.ofEverything()).toList());
  }

  @Test
  void severalAreOneWithEachFrameOnceAndTheEarliestFirst() {
    ErasureLedger.Row again = row("2026-12-01T10:00:00Z", "erased-4", 3);
    assertEquals(
        List.of(FIRST, SECOND),
        ErasureLedger.merged(
                List.of(
                    new ErasureLedger(List.of(SECOND, again)), new ErasureLedger(List.of(FIRST))))
            .rows());
  }

  @Test
  void everyFaultOfAFileIsTold() {
    String json =
        "{\"items\":[{\"inspection\":\"A\",\"revision\":0,\"at\":\"now\",\"by\":\"x\","
            + "\"erased\":\"erased-1\",\"frame\":{\"sequence\":1,\"revision\":1,\"part\":-1,"
            + "\"chain\":\"zz\"},\"name\":\"C1\"}]}";
    Outcome<ErasureLedger> read = ErasureLedger.read(json.getBytes(UTF_8));
    assertEquals(
        List.of(
            "/items/0/inspection",
            "/items/0/revision",
            "/items/0/at",
            "/items/0/frame/part",
            "/items/0/frame/chain",
            "/items/0/name"),
        ((Outcome.Refused<ErasureLedger>) read)
            .problem().faults().stream().map(Fault::pointer).toList());
  }

  @Test
  void aDayIsOfTheCalendarAndOfFourDigitsAYear() {
    assertEquals(Optional.of(LocalDate.of(2028, 2, 29)), Retention.day("2028-02-29"));
    for (String no : List.of("", "2027-02-29", "2027-3-1", "+12027-01-01", "20270301")) {
      assertEquals(Optional.empty(), Retention.day(no), no);
    }
  }

  @Test
  void itIsDueTheDayAfterTheLast() {
    Retention kept = new Retention(new InspectionId("i"), "S", LocalDate.of(2026, 11, 21));
    assertEquals(0, kept.daysOver(LocalDate.of(2026, 11, 21)));
    assertEquals(false, kept.due(LocalDate.of(2026, 11, 21)));
    assertEquals(true, kept.due(LocalDate.of(2026, 11, 22)));
  }
}
