package bandstand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.service.AnswerDrafts;
import bandstand.service.Precondition;
import bandstand.wire.AnswerRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watcher sees every change once, in order, also after it was away. */
class EventsTest {
  private static final String INSPECTION = "/api/v1/inspections/i";

  /** Changes of some 60 KB that are more than the system holds for one who does not read. */
  private static final int LINE = 200;

  /** Changes of each of eight writers that are together more than the watcher's queue. */
  private static final int QUEUE = 35;

  /** So many that what they write is forced together. */
  private static final int WRITERS = 128;

  private RunningApi api;
  private Path data;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    data = folder;
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private void answer(String code, String answer) {
    assertEquals(
        200,
        api.put(INSPECTION + "/cases/C01/answers/" + code, "{\"answer\":\"" + answer + "\"}")
            .status());
  }

  private EventStream stream(String path, String lastEventId) throws IOException {
    return new EventStream(api, path, lastEventId);
  }

  @Test
  void aWatcherGetsASnapshotThenEveryChangeWithItsEffect() throws IOException {
    try (EventStream stream = stream(INSPECTION + "/events", "")) {
      EventStream.Event first = stream.next();
      assertEquals("snapshot", first.type());
      assertEquals(2, first.id());
      assertEquals(12, first.json().path("standards").size());
      answer("2.1.1", "yes");
      EventStream.Event change = stream.next();
      assertEquals("change", change.type());
      assertEquals(3, change.id());
      assertEquals("lead", change.json().path("by").asText());
      assertEquals("2.1.1", change.json().path("what").path("code").asText());
      assertEquals("yes", change.json().path("what").path("after").asText());
      assertTrue(change.json().path("changed").size() >= 2);
      assertTrue(change.json().path("overall").has("range"));
    }
  }

  @Test
  void whatAlreadyStandsIsNoEvent() throws IOException {
    answer("2.1.1", "yes");
    try (EventStream stream = stream(INSPECTION + "/events", "")) {
      stream.next();
      answer("2.1.1", "yes");
      answer("2.1.1", "no");
      assertEquals(4, stream.next().id());
    }
  }

  @Test
  void aWatcherResumesWithoutAGapAlsoAcrossARestart() throws IOException {
    answer("2.1.1", "yes");
    answer("2.1.2", "yes");
    answer("2.1.3", "no");
    String token = api.token();
    api.close();
    api = new RunningApi(data).as(token);
    try (EventStream stream = stream(INSPECTION + "/events", "3")) {
      EventStream.Event missed = stream.next();
      assertEquals(4, missed.id());
      assertTrue(missed.json().path("changed").isMissingNode());
      EventStream.Event last = stream.next();
      assertEquals(5, last.id());
      assertTrue(last.json().path("changed").size() >= 2, "the last one tells the effect");
      answer("2.2.1", "yes");
      assertEquals(6, stream.next().id());
    }
  }

  @Test
  void anIdAheadOfTheInspectionIsResetWithASnapshot() throws IOException {
    try (EventStream stream = stream(INSPECTION + "/events", "99")) {
      assertEquals("reset", stream.next().type());
      assertEquals("snapshot", stream.next().type());
    }
  }

  @Test
  void theDaemonWideStreamTellsEveryInspection() throws IOException {
    try (EventStream stream = stream("/api/v1/events", "")) {
      assertEquals(2, stream.next().json().path("inspections").path("i").asLong());
      answer("2.1.1", "na");
      EventStream.Event change = stream.next();
      assertEquals("i", change.json().path("inspection").asText());
      assertEquals(3, change.json().path("revision").asLong());
    }
  }

  @Test
  void aSilentLineIsKeptOpenByAComment() throws IOException {
    try (EventStream stream = stream(INSPECTION + "/events", "")) {
      stream.next();
      String line = stream.line();
      assertTrue(line.startsWith(":"), line);
    }
  }

  /** Fills the line, then the watcher's queue, and only then reads. */
  @Test
  void aWatcherThatFellBehindIsToldSoAndGetsASnapshot() throws Exception {
    try (EventStream stream = stream(INSPECTION + "/events", "");
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      assertEquals("snapshot", stream.next().type());
      List<Future<?>> all = new ArrayList<>();
      change(WRITERS, LINE, "\u5b57".repeat(9_900));
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        all.add(writers.submit(() -> change(writer, QUEUE, "")));
      }
      for (Future<?> each : all) {
        each.get();
      }
      assertEquals(0, api.inspections.hub().size(), "its queue is given up");
      EventStream.Event event = stream.next();
      long told = 2;
      while (event.type().equals("change")) {
        assertEquals(told + 1, event.id(), "no gap before it is told");
        told = event.id();
        event = stream.next();
      }
      assertEquals("reset", event.type());
      EventStream.Event snapshot = stream.next();
      assertEquals("snapshot", snapshot.type());
      assertEquals(2 + LINE + WRITERS * QUEUE, snapshot.id());
      answer("2.2.1", "yes");
      assertEquals(snapshot.id() + 1, stream.next().id(), "and goes on from there");
    }
  }

  private void change(int writer, int times, String note) {
    Person by = new Person("writer" + writer, Role.INSPECTOR);
    Reference subject = new Reference("C01");
    Code code = Code.of("2.1." + (1 + writer % 3));
    for (int i = 0; i < times; i++) {
      String json = "{\"answer\":\"yes\",\"note\":\"%d %d %s\"}".formatted(writer, i, note);
      AnswerRequest request = RunningApi.done(AnswerRequest.read(json.getBytes(UTF_8)));
      RunningApi.done(
          api.inspections.write(
              new InspectionId("i"),
              by,
              Optional.empty(),
              AnswerDrafts.answer(Optional.of(subject), code, request, Precondition.NONE)));
    }
  }
}
