package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.terminal.Surroundings;
import bandstand.wire.Folders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions of one's own by commands; figures as {@code model/EDITIONS.md} computes them. */
class FrameworkCommandTest {
  private static final Path SAMPLES = Path.of("..", "scripts", "samples", "editions");

  @TempDir private Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Map<String, String> environment = Map.of();
  private InputStream input = InputStream.nullInputStream();
  private String harbour = "";

  @BeforeEach
  void read() throws IOException {
    harbour = Files.readString(SAMPLES.resolve("harbour-2026.json"));
    environment = Map.of("XDG_RUNTIME_DIR", home.toString(), "XDG_CONFIG_HOME", home.toString());
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Main.run(
        new Setting(
            environment,
            Folders.of(environment, home.toString()),
            new Surroundings(false, false, true, false),
            input,
            new Output(new PrintStream(out), false),
            new Output(new PrintStream(err), false)),
        arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text).toString();
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }

  @Test
  void aSoundFileIsSaidToBeSoundWithoutADaemon() throws IOException {
    assertEquals(0, run("framework", "check", file("mine.json", harbour)));
    assertEquals("sound: 2 groups, 2 standards, 3 key questions, 4 prompts\n", out());
  }

  @Test
  void everyErrorIsListedWithLineAndPlaceAndCounted() throws IOException {
    String bad =
        file(
            "bad.json",
            harbour.replace("\"draft\"", "\"old\"").replace("[1, 2, 4, 6]", "[1, 2, 4, 9]"));
    assertEquals(5, run("framework", "check", bad));
    assertEquals(
        List.of(
            bad + ":6: /status: It must be one of: superseded, in-force, draft (\"old\")",
            bad + ":19: /overall/upTo: Four scores are needed that rise to 6 (\"[1,2,4,9]\")",
            "2 errors"),
        out().lines().toList());
    assertEquals(5, run("framework", "add", bad));
    assertTrue(err().startsWith("bandstand: " + bad + ":6: /status: "), err());
    assertEquals(5, run("rate", "--framework", bad, "6/9"));
    assertTrue(err().contains(":19: /overall/upTo: "), err());
  }

  @Test
  void standardInputIsReadForAHyphen() {
    input = new ByteArrayInputStream(harbour.substring(0, 300).getBytes(UTF_8));
    assertEquals(5, run("framework", "check", "-"));
    assertTrue(out().startsWith("standard input:"), out());
    assertTrue(out().endsWith("\n1 error\n"), out());
  }

  @Test
  void whatCannotBeReadOrIsTooLargeIsSaid() throws IOException {
    assertEquals(5, run("framework", "check", home.resolve("none.json").toString()));
    assertTrue(err().endsWith("none.json cannot be read: there is no such file\n"), err());
    String large = file("large.json", harbour + " ".repeat(1 << 20));
    assertEquals(5, run("framework", "check", large));
    assertTrue(out().startsWith(large + ": An edition has at most 1048576 bytes"), out());
  }

  @Test
  void aCopyOfABuiltInOneIsSoundAndNeedsAnIdOfItsOwn() throws IOException {
    String copy = file("copy.json", harbour.replace("harbour-2026", "yos-2021"));
    assertEquals(0, run("framework", "check", copy));
    assertTrue(
        out().endsWith("yos-2021 is built in: give it an id of its own before you add it\n"),
        out());
  }

  @Test
  void theCalculatorTakesAFileInPlaceOfAnEdition() throws IOException {
    assertEquals(0, run("rate", "--framework", file("mine.json", harbour), "6/9"));
    assertTrue(
        out().startsWith("harbour-2026 DRAFT\n6/9 67% Developing   Strong at 7/9, Weak at 4/9"),
        out());
    assertEquals(2, run("rate", "--framework", "harbour-2026", "6/9"));
    assertTrue(err().startsWith("bandstand: no edition \"harbour-2026\"; built in are "), err());
  }

  @Test
  void aCommandOfItsOwnIsNeeded() {
    assertEquals(2, run("framework"));
    assertEquals(2, run("framework", "check"));
    assertEquals(0, run("framework", "--help"));
    assertTrue(out().contains("model/EDITIONS.md"), out());
  }

  @Test
  void anEditionIsAddedRatedReplacedAndRemovedOnARunningDaemon() throws IOException {
    Path place = Files.createDirectory(home.resolve("daemon"));
    try (RealDaemon daemon = RealDaemon.none(place)) {
      daemon.start(0);
      environment = new HashMap<>(daemon.environment());
      environment.put("BANDSTAND_URL", daemon.address().url());

      String mine = file("mine.json", harbour);
      assertEquals(0, run("framework", "add", mine));
      assertTrue(out().startsWith("harbour-2026 stands as in the file: 2 groups, "), out());
      assertEquals(0, run("framework", "list"));
      assertTrue(
          out()
              .endsWith(
                  """
                  harbour-2026  Harbour standards, a worked example
                    added, draft; 2 groups, 2 standards, 3 key questions, 4 prompts
                  """),
          out());
      assertEquals(0, run("framework", "list", "--json"));
      assertTrue(out().contains("\"id\":\"harbour-2026\""), out());
      assertEquals(0, run("framework", "show", "harbour-2026"));
      assertEquals(harbour, out());
      assertEquals(1, run("framework", "show", "nope"));

      assertEquals(0, run("import", bundle("quay")));
      assertEquals("3/6 Strong  settled", rated("quay"));
      assertEquals(0, run("rate", "--framework", "harbour-2026", "6/9"));
      assertTrue(out().startsWith("harbour-2026 DRAFT\n6/9 67% Developing"), out());
      assertEquals(2, run("rate", "--framework", "nope", "6/9"));

      assertEquals(
          0, run("framework", "add", file("other.json", harbour.replace("exact", "rounded"))));
      assertEquals(0, run("import", bundle("later")));
      assertEquals("4/6 Strong  settled", rated("later"));
      assertEquals("3/6 Strong  settled", rated("quay"));
      assertEquals(0, run("framework", "remove", "harbour-2026"));
      assertEquals("removed harbour-2026; inspections made with it keep it\n", out());
      assertEquals("3/6 Strong  settled", rated("quay"));
      assertEquals(0, run("status"));
      assertTrue(out().contains("quay  Quay  harbour-2026 DRAFT  10/10 cases  3/6 Strong"), out());
      assertEquals(1, run("framework", "remove", "harbour-2026"));
      assertEquals(1, run("framework", "remove", "yos-2018"));
      assertTrue(err().contains("yos-2018 is built in and stays as it is"), err());
    }
  }

  /** The overall, which stands below the name. */
  private String rated(String id) {
    assertEquals(0, run("ratings", id));
    return out().lines().skip(1).findFirst().orElse("");
  }

  /** With the ten cases of the example beside it. */
  private String bundle(String id) throws IOException {
    Files.copy(SAMPLES.resolve("harbour-cases.csv"), home.resolve(id + ".csv"));
    return file(
        id + ".json",
        """
        {"inspection": {"id": "%s", "service": "Quay", "framework": "harbour-2026"},
         "judgements": {"1.1": {"rating": "strong", "reason": "Seen on site."}}}
        """
            .formatted(id));
  }
}
