package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bandstand.inspection.Alert;
import bandstand.inspection.Reference;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRequestTest {
  @Test
  void anAlertNeedsWhatWhoAndWhen() {
    String whole =
        "{'case':'C22','risk':'r','organisation':'o','toldRole':'t',"
            + "'at':'2019-05-13T10:30:00Z'}";
    Alert alert = done(AlertRequest.readNew(json(whole))).raised(1, "anna");
    assertEquals(
        new Alert(
            1,
            Optional.of(new Reference("C22")),
            "r",
            "o",
            "t",
            "2019-05-13T10:30:00Z",
            Alert.Status.RAISED,
            "",
            "anna"),
        alert);
    Alert resolved =
        done(AlertRequest.readPatch(json("{'status':'resolved','outcome':'safe','case':null}")))
            .over(alert);
    assertFalse(resolved.open());
    assertEquals("safe", resolved.outcome());
    assertEquals(Optional.empty(), resolved.subject());
    assertEquals("r", resolved.risk());
    refuses(
        AlertRequest::readNew,
        "{'at':'yesterday','risk':'','status':'open'}",
        "/risk blank",
        "/organisation required",
        "/toldRole required",
        "/at time",
        "/status value");
    refuses(AlertRequest::readPatch, "{'risk':null,'status':null}", "/risk null", "/status null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-05-13",
        "2019-05-13T10:30",
        "2019-05-13T10:30:00.5",
        "2019-05-13T10:30+01:00"
      })
  void anAlertsTimeIsADateWithOrWithoutATime(String at) {
    done(AlertRequest.readPatch(json("{'at':'" + at + "'}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-02-30", "13/05/2019", "10:30", "2019-05-13T25:00", "now"})
  void whatIsNoDateIsNoTimeOfAnAlert(String at) {
    refuses(AlertRequest::readPatch, "{'at':'" + at + "'}", "/at time");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    AlertRequest alert =
        new AlertRequest(
            new Update.Value<>(new Reference("C1")),
            Optional.of("r"),
            Optional.of("o"),
            Optional.of("t"),
            Optional.of("2019-05-13"),
            Optional.of(Alert.Status.ACTING),
            new Update.Removal<>());
    assertEquals(alert, done(AlertRequest.readNew(alert.json())));
  }
}
