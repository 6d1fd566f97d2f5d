package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewInspectionTest {
  private static Outcome<NewInspection> read(byte[] body) {
    return NewInspection.read(body, List.of("f", "yos-2018", "yos-2021"));
  }

  @Test
  void aNewInspectionNeedsAServiceAndAnEdition() {
    var read =
        done(
            read(
                json(
                    "{'id':'leicester-2019','service':'Leicester"
                        + " City','shortName':null,'framework':'yos-2018','fieldwork':'May"
                        + " 2019','notes':'a\\n"
                        + "b','retainUntil':'2027-03-31'}")));
    assertEquals(
        new NewInspection(
            Optional.of(new InspectionId("leicester-2019")),
            "Leicester City",
            Optional.empty(),
            "yos-2018",
            Optional.of("May 2019"),
            Optional.of("a\nb"),
            Optional.of(LocalDate.of(2027, 3, 31))),
        read);
    refuses(NewInspectionTest::read, "{}", "/service required", "/framework required");
    refuses(
        NewInspectionTest::read,
        "{'id':'Leicester','service':' ','framework':null,'fieldwork':'a\\nb'}",
        "/id id",
        "/service blank",
        "/framework required",
        "/fieldwork control-character");
    refuses(
        NewInspectionTest::read,
        "{'id':'import-archive','service':'s','framework':'f'}",
        "/id reserved");
  }

  @Test
  void aPatchRemovesByNullOnlyWhatMayBeAbsent() {
    var changes =
        done(
            NewInspection.readPatch(
                json("{'service':'S','shortName':null,'notes':'','retainUntil':null}")));
    assertEquals(
        Map.of(
            "service",
            Optional.of("S"),
            "shortName",
            Optional.empty(),
            "notes",
            Optional.empty(),
            "retainUntil",
            Optional.empty()),
        new HashMap<>(changes));
    refuses(NewInspection::readPatch, "{'retainUntil':'2027-02-29'}", "/retainUntil date");
    refuses(NewInspection::readPatch, "{'retainUntil':'+12027-02-01'}", "/retainUntil date");
    assertTrue(done(NewInspection.readPatch(json("{}"))).isEmpty());
    refuses(
        NewInspection::readPatch,
        "{'id':'x','service':null,'framework':null,'revision':4}",
        "/id fixed",
        "/service null",
        "/framework null",
        "/revision unknown-field");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    NewInspection creation =
        new NewInspection(
            Optional.empty(),
            "s",
            Optional.of("t"),
            "f",
            Optional.empty(),
            Optional.of("n"),
            Optional.of(LocalDate.of(2028, 2, 29)));
    assertEquals(creation, done(read(creation.json())));
  }
}
