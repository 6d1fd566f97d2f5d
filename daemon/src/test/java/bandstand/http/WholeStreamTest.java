package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.Hub;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon-wide stream: every change of every inspection, resumed where its reader was. */
class WholeStreamTest {
  private static final String ALL = "/api/v1/inspections";
  private static final String EVENTS = "/api/v1/events";

  @TempDir Path data;

  private RunningApi api;

  /** Sequences 1 to 4. */
  @BeforeEach
  void start() throws IOException {
    api = new RunningApi(data);
    made("i");
    made("j");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private void made(String id) {
    ok(api.post(ALL, "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"%s\"}".formatted(id)));
    ok(api.put(ALL + "/" + id + "/cases/C01", "{\"type\":\"court\"}"));
  }

  private static RunningApi.Answer ok(RunningApi.Answer answer) {
    assertEquals(2, answer.status() / 100, answer.response().body());
    return answer;
  }

  private void answer(String id, String code, String answer) {
    ok(api.put(ALL + "/" + id + "/cases/C01/answers/" + code, "{\"answer\":\"" + answer + "\"}"));
  }

  private void restart() throws IOException {
    String token = api.token();
    api.close();
    api = new RunningApi(data).as(token);
  }

  private EventStream after(String id) throws IOException {
    return new EventStream(api, EVENTS, id);
  }

  private static List<EventStream.Event> next(EventStream stream, int count) throws IOException {
    List<EventStream.Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(stream.next());
    }
    return events;
  }

  private static List<String> lines(List<EventStream.Event> events) {
    return events.stream()
        .map(
            event ->
                "%s %d %s %d %s"
                    .formatted(
                        event.type(),
                        event.id(),
                        event.json().path("inspection").asText(),
                        event.json().path("revision").asLong(),
                        event.json().path("what").path("kind").asText()))
        .toList();
  }

  private void begunAnew(EventStream stream, String reason, long sequence) throws IOException {
    EventStream.Event reset = stream.next();
    assertEquals("reset", reset.type());
    assertEquals(reason, reset.json().path("reason").asText());
    assertFalse(reset.json().path("detail").asText().isEmpty());
    EventStream.Event snapshot = stream.next();
    assertEquals("snapshot", snapshot.type());
    assertEquals(sequence, snapshot.id());
    answer("i", "2.3.1", "na");
    EventStream.Event change = stream.next();
    assertEquals(sequence + 1, change.id(), "and it goes on from there");
  }

  @Test
  void itBeginsWithTheRevisionOfEveryInspection() throws IOException {
    try (EventStream stream = after("")) {
      EventStream.Event snapshot = stream.next();
      assertEquals(
          RunningApi.read("{\"sequence\":4,\"inspections\":{\"i\":2,\"j\":2}}"), snapshot.json());
      assertEquals(4, snapshot.id());
    }
  }

  @Test
  void itGoesOnAfterAnySequenceAlsoAcrossARestart() throws IOException {
    answer("i", "2.1.1", "yes");
    answer("j", "2.1.1", "no");
    answer("i", "2.1.2", "yes");
    for (int round = 0; round < 2; round++) {
      try (EventStream stream = after("4")) {
        List<EventStream.Event> missed = next(stream, 3);
        assertEquals(
            List.of("change 5 i 3 answer", "change 6 j 3 answer", "change 7 i 4 answer"),
            lines(missed));
        for (EventStream.Event event : missed) {
          assertEquals("lead", event.json().path("by").asText());
          assertTrue(event.json().path("at").asText().startsWith("20"));
        }
        assertTrue(missed.get(1).json().path("changed").isMissingNode());
      }
      restart();
    }
  }

  /** What both changes of the inspection came to, and nothing of what another did. */
  @Test
  void theLastMissedChangeTellsWhatWasMissedOfItsInspectionCameTo() throws IOException {
    answer("i", "2.1.1", "yes");
    answer("j", "2.2.1", "no");
    answer("i", "2.1.2", "yes");
    try (EventStream stream = after("4")) {
      JsonNode last = next(stream, 3).getLast().json();
      List<String> rows = new ArrayList<>();
      last.path("changed")
          .forEach(
              row ->
                  rows.add(
                      row.path("code").asText()
                          + " "
                          + row.path("confirmed").path("yes").asText("-")));
      assertEquals(List.of("2.1.1 1", "2.1.2 1", "2.1 -"), rows);
      assertTrue(last.path("overall").has("range"));
    }
  }

  @Test
  void whatFollowsTheMissedFollowsWithoutAGap() throws IOException {
    answer("i", "2.1.1", "yes");
    try (EventStream stream = after("4")) {
      assertEquals(5, stream.next().id());
      answer("j", "2.1.1", "yes");
      assertEquals(6, stream.next().id());
    }
    try (EventStream stream = after("6")) {
      answer("j", "2.1.1", "no");
      assertEquals(7, stream.next().id(), "also where nothing was missed");
    }
  }

  /** An erasure has a frame for the case and one for the whole. */
  @Test
  void inspectionsMadeHiddenBroughtBackAndErasedAreTold() throws IOException {
    try (EventStream stream = after("4")) {
      made("k");
      String tag = api.get(ALL + "/k").header("ETag");
      ok(api.send("DELETE", ALL + "/k", RunningApi.JSON, "", "If-Match", tag));
      ok(api.post(ALL + "/k/restore", ""));
      assertEquals(
          List.of(
              "change 5 k 1 create",
              "change 6 k 2 case",
              "change 7 k 3 delete",
              "change 8 k 4 restore"),
          lines(next(stream, 4)),
          "told before the erasure, which ends what is not");
      ok(api.post(ALL + "/k/cases/C01/erase", "{\"reason\":\"the parents ask\"}"));
      assertEquals(List.of("change 10 k 5 erase"), lines(next(stream, 1)));
    }
    ok(api.post(ALL + "/i/carry", "{\"framework\":\"yos-2021\",\"id\":\"carried\"}"));
    try (EventStream stream = after("10")) {
      EventStream.Event made = stream.next();
      assertEquals("carried", made.json().path("inspection").asText());
      assertEquals(1, made.json().path("revision").asLong());
    }
  }

  @Test
  void whatIsHiddenIsNotInTheSnapshot() throws IOException {
    ok(api.send("DELETE", ALL + "/j", RunningApi.JSON, "", "If-Match", "\"2\""));
    for (int round = 0; round < 2; round++) {
      try (EventStream stream = after("")) {
        assertEquals(
            RunningApi.read("{\"sequence\":5,\"inspections\":{\"i\":2}}"), stream.next().json());
      }
      restart();
    }
  }

  /** Three cases and the closing frame: sequences 5 to 8. */
  @Test
  void anIdWithinAChangeOfManyFramesIsBeforeIt() throws IOException {
    ok(
        api.send(
            "POST",
            ALL + "/i/cases",
            "text/csv",
            "reference,type\nC11,court\nC12,court\nC13,court\n"));
    answer("i", "2.1.1", "yes");
    for (String id : List.of("4", "5", "6", "7")) {
      try (EventStream stream = after(id)) {
        assertEquals(List.of("change 8 i 3 import", "change 9 i 4 answer"), lines(next(stream, 2)));
      }
    }
    try (EventStream stream = after("8")) {
      assertEquals(List.of("change 9 i 4 answer"), lines(next(stream, 1)));
    }
  }

  @Test
  void anIdThatNoChangeHasBeginsAnew() throws IOException {
    long sequence = 4;
    for (String id : List.of("5", "999999999999999999", "x", "-1", "9".repeat(40))) {
      try (EventStream stream = after(id)) {
        begunAnew(stream, "unknown-id", sequence++);
        answer("i", "2.3.1", "yes");
        sequence++;
      }
    }
  }

  @Test
  void moreThanIsToldOneByOneBeginsAnew() throws IOException {
    StringBuilder rows = new StringBuilder("reference,type\n");
    for (int i = 0; i < LiveEvents.REPLAYED - 1; i++) {
      rows.append('R').append(i).append(",court\n");
    }
    ok(api.send("POST", ALL + "/i/cases", "text/csv", rows.toString()));
    long end = 4 + LiveEvents.REPLAYED;
    try (EventStream stream = after("4")) {
      assertEquals(end, stream.next().id());
    }
    try (EventStream stream = after("3")) {
      begunAnew(stream, "too-old", end);
    }
  }

  @Test
  void whatIsErasedSinceBeginsAnew() throws IOException {
    answer("i", "2.1.1", "yes");
    ok(api.post(ALL + "/i/cases/C01/erase", "{\"reason\":\"the parents ask\"}"));
    answer("j", "2.1.1", "yes");
    try (EventStream stream = after("5")) {
      assertEquals(
          List.of("change 7 i 4 erase", "change 8 j 3 answer"),
          lines(next(stream, 2)),
          "the erasure itself can be told");
    }
    try (EventStream stream = after("4")) {
      EventStream.Event reset = stream.next();
      assertEquals("reset", reset.type());
      assertEquals("erased", reset.json().path("reason").asText());
      assertEquals(8, stream.next().id());
    }
  }

  @Test
  void tooManyStreamsAreRefusedAndOneMayComeWhenAnotherIsClosed() throws IOException {
    Person person = new Person("lead", Role.LEAD);
    List<Hub.Seat> seats = new ArrayList<>();
    for (int i = 0; i < Hub.OF_ONE_PERSON; i++) {
      seats.add(RunningApi.done(api.inspections.hub().admit(person)));
    }
    for (String path : List.of(EVENTS, ALL + "/i/events")) {
      RunningApi.Answer refused = api.get(path);
      assertEquals(503, refused.status());
      assertEquals("unavailable", refused.problem());
      assertEquals("5", refused.header("Retry-After"));
    }
    seats.getFirst().close();
    try (EventStream stream = after("")) {
      assertEquals("snapshot", stream.next().type());
      assertEquals(503, api.get(EVENTS).status());
    }
  }
}
