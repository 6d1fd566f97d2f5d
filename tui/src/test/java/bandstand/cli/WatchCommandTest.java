package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.Address;
import bandstand.client.FakeDaemon;
import bandstand.framework.Code;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.terminal.Surroundings;
import bandstand.wire.EventJson;
import bandstand.wire.Folders;
import bandstand.wire.ProblemJson;
import bandstand.wire.ResetReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a daemon tells, printed once each, whatever becomes of the line. */
class WatchCommandTest {
  private static final InspectionId ID = new InspectionId("leicester-2019");
  private static final Instant AT = Instant.parse("2022-03-15T12:03:11Z");

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicInteger streams = new AtomicInteger();

  @BeforeEach
  void writeToken() throws IOException {
    Path token = Path.of(folders().token());
    Files.createDirectories(token.getParent());
    Files.writeString(token, "secret");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
  }

  private Folders folders() {
    return Folders.of(Map.of("XDG_RUNTIME_DIR", home + "/r"), home.toString());
  }

  private String told() {
    return out.toString(UTF_8);
  }

  /** Reads no more after so many lines, as {@code head} does. */
  private OutputStream head(int lines) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int character) throws IOException {
        if (told().lines().count() >= lines && told().endsWith("\n")) {
          throw new IOException("nobody reads");
        }
        super.write(character);
      }
    };
  }

  private int watch(FakeDaemon daemon, int lines, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "watch";
    all[1] = "--url";
    all[2] = "http://127.0.0.1:" + ((Address.Tcp) daemon.address()).port();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Main.run(
        new Setting(
            Map.of(),
            folders(),
            new Surroundings(false, false, true, false),
            new ByteArrayInputStream(new byte[0]),
            new Output(new PrintStream(head(lines), true, UTF_8), false),
            new Output(new PrintStream(err, true, UTF_8), false)),
        all);
  }

  private static byte[] change(long revision, String by, Answer before, Answer after) {
    Edit edit =
        new Edit.ToAnswer(
            Optional.of(new Reference("C07")),
            Code.of("2.1.1"),
            Optional.of(given(before, revision - 1)),
            Optional.of(given(after, revision)));
    return EventJson.change(
        new Recorded(ID, revision, by, AT, Change.of(Change.Kind.ANSWER, edit)));
  }

  private static Given given(Answer answer, long revision) {
    return new Given(Optional.of(answer), "", false, revision, "anna", AT);
  }

  private static void event(OutputStream output, String type, int id, byte[] json)
      throws IOException {
    FakeDaemon.chunk(
        output, "event: %s\nid: %d\ndata: %s\n\n".formatted(type, id, new String(json, UTF_8)));
  }

  /** Breaks off after one change, then after a reset, and goes on. */
  private boolean tell(FakeDaemon.Got got, OutputStream output) throws IOException {
    if (!got.line().equals("GET /api/v1/events")) {
      FakeDaemon.reply(output, 200, "application/json", "{\"name\":\"PB\",\"role\":\"lead\"}");
      return true;
    }
    FakeDaemon.startStream(output);
    switch (streams.incrementAndGet()) {
      case 1 -> {
        event(output, "snapshot", 4, EventJson.inspections(4, Map.of(ID, 2L)));
        event(output, "change", 5, change(3, "anna", Answer.YES, Answer.NO));
      }
      case 2 -> {
        event(output, "reset", 6, EventJson.resetAll(6, ResetReason.BEHIND));
        event(output, "snapshot", 6, EventJson.inspections(6, Map.of(ID, 4L)));
      }
      default -> {
        event(output, "change", 7, change(5, "b\u001b[31men", Answer.NO, Answer.NA));
        event(output, "change", 8, change(6, "ben", Answer.NA, Answer.YES));
      }
    }
    return false;
  }

  @Test
  void everyChangeIsALineAndALineThatBreaksIsTakenUpAfterTheLastEvent() throws IOException {
    try (FakeDaemon daemon = FakeDaemon.onPort(this::tell)) {
      assertEquals(0, watch(daemon, 2), "nobody reads any more");
      List<FakeDaemon.Got> streams =
          daemon.got.stream().filter(got -> got.line().equals("GET /api/v1/events")).toList();
      assertNull(streams.get(0).headers().get("Last-Event-ID"));
      assertEquals("5", streams.get(1).headers().get("Last-Event-ID"));
      assertEquals("6", streams.get(2).headers().get("Last-Event-ID"));
    }
    List<String> lines =
        out.toString(UTF_8).lines().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    assertEquals(
        List.of(
            "leicester-2019 r 3 anna C07 2.1.1 yes → no",
            "leicester-2019 r 5 b␛[31men C07 2.1.1 no → n/a"),
        lines);
    String said = err.toString(UTF_8);
    assertTrue(said.startsWith("bandstand: connection lost ("), said);
    assertTrue(said.contains("bandstand: connected again\n"), said);
    assertTrue(said.contains("bandstand: You read too slowly and missed changes"), said);
  }

  @Test
  void withJsonEachEventIsALineWithItsId() throws IOException {
    try (FakeDaemon daemon = FakeDaemon.onPort(this::tell)) {
      assertEquals(0, watch(daemon, 3, "--json", "--from", "4"));
      assertEquals(
          "4",
          daemon.got.stream()
              .filter(got -> got.line().equals("GET /api/v1/events"))
              .findFirst()
              .orElseThrow()
              .headers()
              .get("Last-Event-ID"));
    }
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertEquals(
        "{\"event\":\"snapshot\",\"id\":4,\"sequence\":4,\"inspections\":{\"leicester-2019\":2}}",
        lines.get(0));
    assertTrue(
        lines
            .get(1)
            .startsWith(
                "{\"event\":\"change\",\"id\":5,\"inspection\":\"leicester-2019\",\"revision\":3,"),
        lines.get(1));
    assertTrue(lines.get(2).startsWith("{\"event\":\"reset\",\"id\":6,"), lines.get(2));
  }

  @Test
  void aRefusalEndsItWithItsReason() throws IOException {
    Problem problem = Problem.of(Problem.Kind.FORBIDDEN, "This needs the role viewer");
    try (FakeDaemon daemon =
        FakeDaemon.onPort(
            FakeDaemon.always(
                403, ProblemJson.MEDIA_TYPE, new String(ProblemJson.write(problem), UTF_8)))) {
      assertEquals(4, watch(daemon, 1));
    }
    assertEquals("bandstand: This needs the role viewer\n", err.toString(UTF_8));
  }

  @Test
  void aRevisionBelowNoneIsAWrongCommandLine() throws IOException {
    try (FakeDaemon daemon = FakeDaemon.onPort(this::tell)) {
      assertEquals(2, watch(daemon, 1, "--from", "-1"));
    }
  }
}
