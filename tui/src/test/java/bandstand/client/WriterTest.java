package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.state.Message;
import bandstand.state.Wanted;
import bandstand.state.Write;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriterTest {

  private static final InspectionId ID = new InspectionId("practice-2021");
  private static final Reference P04 = new Reference("P04");
  private static final Code CODE = Code.of("2.4.1");
  private static final String STANDS =
      "{\"answer\":\"no\",\"revision\":5,\"by\":\"AM\",\"at\":\"2022-03-15T12:00:00Z\"}";
  private static final Given GIVEN =
      new Given(Optional.of(Answer.NO), "", false, 5, "AM", Instant.parse("2022-03-15T12:00:00Z"));

  private FakeDaemon daemon;
  private DaemonClient client;

  private Message write(FakeDaemon.Script script, Write write) throws IOException {
    if (answered(script, write) instanceof Answered.Done<Message>(Message message, _, _)) {
      return message;
    }
    throw new AssertionError("no message");
  }

  private Answered<Message> answered(FakeDaemon.Script script, Write write) throws IOException {
    daemon = FakeDaemon.onPort(script);
    client = new DaemonClient(daemon.address(), "");
    return new Writer(client, new Editions(client)).write(9, write);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    daemon.close();
  }

  private static FakeDaemon.Script says(String json) {
    return FakeDaemon.always(200, "application/json", json);
  }

  private static FakeDaemon.Script refuses(Problem.Kind kind) {
    return (got, output) -> {
      if (got.method().equals("GET")) {
        FakeDaemon.reply(
            output, 200, "application/json", "{\"answers\":{\"2.4.1\":" + STANDS + "}}");
      } else {
        String json = "{\"type\":\"urn:bandstand:problem:" + kind.word() + "\",\"detail\":\"no\"}";
        FakeDaemon.reply(output, kind.status(), "application/problem+json", json);
      }
      return true;
    };
  }

  private static Write.PutAnswer put(Wanted wanted, long standing) {
    return new Write.PutAnswer(ID, Optional.of(P04), CODE, wanted, standing);
  }

  private static Wanted yes(String note) {
    return new Wanted(Optional.of(Answer.YES), note, false);
  }

  private void assertSent(String line, String body) {
    var got = daemon.got.remove();
    assertEquals(line.replace("…", "/api/v1/inspections/practice-2021"), got.line());
    assertEquals(body, got.body());
  }

  @Test
  void anAnswerIsPutWholeOnWhatWasSeen() throws IOException {
    var saved = write(says("{\"revision\":7,\"answer\":" + STANDS + "}"), put(yes("ŵ"), 3));
    assertEquals(new Message.Saved(9, 5, Optional.empty()), saved);
    assertEquals("\"3\"", daemon.got.peek().headers().get("If-Match"));
    assertSent(
        "PUT …/cases/P04/answers/2.4.1", "{\"answer\":\"yes\",\"note\":\"ŵ\",\"ask\":false}");
  }

  @Test
  void whereTheTokenIsNotKnownAnyMoreTheWriteIsToBeSentAgain() throws IOException {
    assertEquals(
        new Answered.Lost<>("no"), answered(refuses(Problem.Kind.UNAUTHORIZED), put(yes(""), 3)));
    assertEquals(1, daemon.got.size(), "nothing else is asked");
  }

  @Test
  void anAnswerWithoutANoteRemovesOne() throws IOException {
    write(says("{\"revision\":7,\"answer\":" + STANDS + "}"), put(yes(""), 3));
    assertSent("PUT …/cases/P04/answers/2.4.1", "{\"answer\":\"yes\",\"note\":null,\"ask\":false}");
  }

  @Test
  void clearingIsADelete() throws IOException {
    var saved = write(says("{\"revision\":8,\"answer\":null}"), put(Wanted.NOTHING, 3));
    assertEquals(new Message.Saved(9, 8, Optional.empty()), saved);
    assertSent("DELETE …/cases/P04/answers/2.4.1", "");
  }

  @Test
  void theServicesAnswersHaveNoCase() throws IOException {
    write(
        says("{\"revision\":8,\"answer\":null}"),
        new Write.PutAnswer(ID, Optional.empty(), Code.of("1.1.1.1"), yes(""), 0));
    assertEquals("\"0\"", daemon.got.peek().headers().get("If-Match"));
    assertTrue(daemon.got.remove().line().endsWith("/practice-2021/answers/1.1.1.1"));
  }

  @Test
  void aConflictComesWithWhatStands() throws IOException {
    for (var kind : new Problem.Kind[] {Problem.Kind.PRECONDITION_FAILED, Problem.Kind.CONFLICT}) {
      var refused = assertInstanceOf(Message.Refused.class, write(refuses(kind), put(yes(""), 3)));
      assertEquals(9, refused.request());
      assertEquals(kind, refused.problem().kind());
      assertEquals(Optional.of(GIVEN), refused.standing());
      close();
    }
  }

  @Test
  void anotherRefusalDoesNotAskFurther() throws IOException {
    var refused =
        assertInstanceOf(
            Message.Refused.class, write(refuses(Problem.Kind.FORBIDDEN), put(yes(""), 3)));
    assertEquals(Optional.empty(), refused.standing());
    assertEquals(1, daemon.got.size());
  }

  @Test
  void aLostConnectionIsNoMessage() throws IOException {
    assertInstanceOf(Answered.Lost.class, answered((_, _) -> false, put(yes(""), 3)));
  }

  @Test
  void undoNamesItsRevisionAndMayBeSentTwice() throws IOException {
    write(says("{\"revision\":8,\"changed\":[]}"), new Write.Undo(ID, 7));
    String key = daemon.got.peek().headers().get("Idempotency-Key");
    assertTrue(key.endsWith("-9"), key);
    assertSent("POST …/undo", "{\"revision\":7}");
    new Writer(client, new Editions(client)).write(9, new Write.Undo(ID, 7));
    assertNotEquals(key, daemon.got.remove().headers().get("Idempotency-Key"));
  }

  @Test
  void redoNamesTheUndo() throws IOException {
    assertEquals(
        new Message.Saved(9, 8, Optional.empty()),
        write(says("{\"revision\":8,\"changed\":[]}"), new Write.Redo(ID, 7)));
    assertSent("POST …/redo", "{\"revision\":7}");
  }

  @Test
  void factsOfACaseArePatched() throws IOException {
    write(
        says("{\"reference\":\"P04\",\"revision\":8}"),
        new Write.PatchCase(
            ID, P04, Map.of("step", Optional.of("read"), "note", Optional.empty())));
    assertSent("PATCH …/cases/P04", "{\"note\":null,\"step\":\"read\"}");
  }

  @Test
  void anAlertsRevisionIsItsTag() throws IOException {
    var raise = new Write.Raise(ID, Optional.of(P04), "r", "o", "t", "2022-03-15T12:00:00Z");
    assertEquals(new Message.Saved(9, 7, Optional.empty()), write(says("{\"number\":1}"), raise));
    assertSent(
        "POST …/alerts",
        "{\"case\":\"P04\",\"risk\":\"r\",\"organisation\":\"o\",\"toldRole\":\"t\","
            + "\"at\":\"2022-03-15T12:00:00Z\"}");
  }

  @Test
  void howFarAnAlertIsDealtWithIsPatched() throws IOException {
    write(says("{\"number\":1}"), new Write.PatchAlert(ID, 1, Alert.Status.RESOLVED, "housed"));
    assertSent("PATCH …/alerts/1", "{\"status\":\"resolved\",\"outcome\":\"housed\"}");
  }

  @Test
  void detailsArePatched() throws IOException {
    write(
        says("{\"id\":\"practice-2021\",\"revision\":8}"),
        new Write.PatchDetails(ID, Map.of("notes", Optional.of("n"))));
    assertSent("PATCH …", "{\"notes\":\"n\"}");
  }
}
