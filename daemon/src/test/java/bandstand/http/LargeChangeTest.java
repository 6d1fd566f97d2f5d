package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.Eventually;
import bandstand.service.Room;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of more edits than an event tells, told from what is noted of it. */
class LargeChangeTest {
  private static final String ONE = "/api/v1/inspections/i";
  private static final String WHAT = "{\"kind\":\"import\",\"cases\":300,\"answers\":300}";

  private Path data;
  private RunningApi api;

  /** Of 900 edits, its cases and their types among them. */
  private static String rows(int count) {
    return "reference,type,2.1.1\n"
        + IntStream.rangeClosed(1, count)
            .mapToObj("C%d,court,yes\n"::formatted)
            .collect(Collectors.joining());
  }

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    data = folder;
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
    assertEquals(200, load(300).status());
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private RunningApi.Answer load(int cases) {
    return api.send("POST", ONE + "/cases", "text/csv", rows(cases));
  }

  private List<Long> revisions(String query) {
    List<Long> revisions = new ArrayList<>();
    api.get(ONE + "/history" + query)
        .json()
        .path("items")
        .forEach(row -> revisions.add(row.path("revision").asLong()));
    return revisions;
  }

  private JsonNode row() {
    return api.get(ONE + "/history?after=1&limit=1").json().path("items").path(0);
  }

  private static Path segment(Path data) throws IOException {
    try (var files = Files.list(data.resolve("journal"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("journal-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Within a case in the middle of the import. */
  private void damage() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(segment(data).toFile(), "rw")) {
      file.seek(file.length() / 2);
      byte[] some = new byte[64];
      file.write(some);
    }
  }

  @Test
  void theTrailSaysItsKindAndHowMuchItWasAndItsLink() {
    assertEquals(RunningApi.read(WHAT), row().path("what"));
    assertEquals("lead", row().path("by").asText());
    assertEquals(
        api.get(ONE + "/history/verify").json().path("head").asText(), row().path("hash").asText());
  }

  @Test
  void nobodyReadsItsEditsForThat() throws IOException {
    JsonNode before = row();
    damage();
    assertEquals(before, row());
    assertEquals(503, api.get(ONE + "/history?case=none").status(), "who looks inside does");
  }

  @Test
  void whatAFileAtRestNotesOfItIsTheSame() throws IOException {
    JsonNode before = row();
    api.close();
    api = new RunningApi(data);
    api.as(api.token("again", Role.LEAD));
    assertEquals(before, row());
  }

  @Test
  void oneCaseOrQuestionIsFoundInIt() {
    assertEquals(200, api.put(ONE + "/cases/C7/answers/2.1.2", "{\"answer\":\"no\"}").status());
    assertEquals(List.of(2L, 3L), revisions("?case=C7"));
    assertEquals(List.of(2L), revisions("?case=C300&code=2.1.1"));
    assertEquals(List.of(3L), revisions("?code=2.1.2"));
    assertEquals(List.of(), revisions("?case=C301"));
  }

  @Test
  void whoMissedItHearsWhatOthersHeard() throws IOException {
    JsonNode live;
    try (EventStream stream = new EventStream(api, ONE + "/events", "")) {
      assertEquals(2, stream.next().id());
      assertEquals(200, api.post(ONE + "/undo", "{\"revision\":2}").status());
      live = stream.next().json();
    }
    assertEquals(
        RunningApi.read("{\"kind\":\"undo\",\"of\":2,\"cases\":300,\"answers\":300}"),
        live.path("what"));
    try (EventStream stream = new EventStream(api, ONE + "/events", "2")) {
      assertEquals(live, stream.next().json());
    }
    try (EventStream stream = new EventStream(api, ONE + "/events", "1")) {
      assertEquals(RunningApi.read(WHAT), stream.next().json().path("what"));
      assertEquals(0, stream.next().json().path("changed").size(), "nothing is left of both");
    }
  }

  @Test
  void aPastStateIsMadeOfItCaseByCase() {
    String was = api.get(ONE + "/state").response().body();
    assertEquals(200, api.post(ONE + "/undo", "{\"revision\":2}").status());
    assertEquals(1, api.get(ONE + "/state").response().body().lines().count());
    assertEquals(was, api.get(ONE + "/state?at=2").response().body());
    assertEquals(200, api.post(ONE + "/redo", "").status());
    assertEquals(
        301, api.get(ONE + "/state").response().body().lines().count(), "and brought back so");
  }

  @Test
  void whileThereIsNoRoomWhatIsLargeWaitsAndNothingElseDoes() {
    Room room = api.inspections.room();
    Room.Share all =
        RunningApi.done(room.share(new Person("other", Role.LEAD), Room.made(10_000_000, 0)));
    var large = CompletableFuture.supplyAsync(() -> load(9_000));
    Eventually.until(() -> room.waiting() == 1);
    assertFalse(large.isDone());
    assertEquals(200, api.get("/api/v1/me").status());
    assertEquals(200, api.get(ONE + "/state").status());
    assertEquals(200, api.get(ONE + "/history").status());
    assertEquals(200, api.get(ONE + "/ratings?at=2").status());
    assertEquals(200, api.put(ONE + "/cases/C7/answers/2.1.2", "{\"answer\":\"no\"}").status());
    assertEquals(200, load(301).status());
    assertTrue(api.get("/metrics").response().body().contains("large_requests_waiting 1\n"));
    all.close();
    assertEquals(8_699, large.join().json().path("created").asLong());
    assertEquals(0, room.waiting());
  }
}
