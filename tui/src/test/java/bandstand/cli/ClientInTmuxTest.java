package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.terminal.Tmux;
import bandstand.view.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client in a real terminal on a real daemon. */
class ClientInTmuxTest {

  /** A start of both programs on a busy machine. */
  private static final Duration LONG = Duration.ofSeconds(40);

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Pattern SAVED = Pattern.compile("saved \\d+( .*)?");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*[34][0-7][;m]");

  @TempDir static Path shared;

  private static RealDaemon daemon;

  @TempDir Path own;

  @BeforeAll
  static void start() throws IOException {
    daemon = RealDaemon.started(shared);
  }

  @AfterAll
  static void stop() {
    if (daemon != null) {
      daemon.close();
    }
  }

  private static Tmux client(String... arguments) {
    return client(Size.STANDARD, Map.of(), daemon, arguments);
  }

  private static Tmux client(
      Size size, Map<String, String> variables, RealDaemon home, String... arguments) {
    Map<String, String> all = new TreeMap<>(home.environment());
    all.putAll(variables);
    List<String> command = new ArrayList<>(List.of(home.launcher()));
    command.addAll(List.of(arguments));
    return Tmux.start(size, all, command);
  }

  private static Tmux opened() {
    Tmux tmux = client("--url", daemon.address().url());
    tmux.waitFor("Brookvale (practice)", LONG);
    return tmux;
  }

  private static void command(Tmux tmux, String text) {
    tmux.type(":" + text);
    tmux.keys("Enter");
  }

  /** On the desk of a case of the practice inspection. */
  private static Tmux onDesk(String reference) {
    Tmux tmux = opened();
    tmux.keys("j", "Enter");
    tmux.waitFor("Standards  Brookvale", SOON);
    command(tmux, "case " + reference);
    tmux.waitFor(reference + " ", SOON);
    return tmux;
  }

  private static Pattern figure(String code, String figure) {
    return Pattern.compile(Pattern.quote(code) + " " + Pattern.quote(figure));
  }

  private static void waitForFigure(Tmux tmux, String code, String figure) {
    tmux.waitUntil(code + " " + figure, figure(code, figure).asPredicate(), SOON);
  }

  @Test
  void leicesterShowsThePublishedFigures() {
    try (Tmux tmux = opened()) {
      tmux.waitFor("24/36 Good", SOON);
      tmux.keys("Enter");
      tmux.waitFor("Standards  Leicester City", SOON);
      command(tmux, "board");
      String board = tmux.waitFor("3.4 Joint working", SOON);
      assertTrue(board.startsWith("Board  Leicester City  yos-2018  24/36 Good  settled"), board);
      assertTrue(board.contains("2.4.3 21/35"), board);
    }
  }

  @Test
  void aKeyAnswersAndMovesTheFigure() {
    try (Tmux tmux = onDesk("P06")) {
      command(tmux, "goto 2.3.2");
      tmux.waitFor("2.3.2 3/4 75% Good", SOON);
      tmux.keys("n");
      waitForFigure(tmux, "2.3.2", "3/5 60% Requires improvement");
      tmux.keys("u");
      waitForFigure(tmux, "2.3.2", "3/4 75% Good");
    }
  }

  @Test
  void aDeskRepaintedKeyByKeyIsAsIfDrawnAnew() throws IOException {
    try (Tmux tmux = onDesk("P11")) {
      boolean yes = true;
      for (String keys : List.of("y n y n", "y n y n y n y", "g G k y", "u [ [", "n y n y n y n")) {
        tmux.keys(keys.split(" "));
        settle(tmux, yes ? "yes" : "no");
        yes = !yes;
        String repainted = afterTheKeysBefore(tmux);
        tmux.keys("C-l");
        assertEquals(afterTheKeysBefore(tmux), repainted, keys);
      }
    }
  }

  /** Waits for what all keys have done: what a script does after them is seen after it. */
  private static void settle(Tmux tmux, String answer) throws IOException {
    afterTheKeysBefore(tmux);
    tmux.waitUntil("saved", screen -> screen.lines().anyMatch(SAVED.asMatchPredicate()), SOON);
    daemon.put(
        "{\"answer\":\"" + answer + "\"}",
        "inspections",
        "practice-2021",
        "cases",
        "P12",
        "answers",
        "3.1.1");
    tmux.waitFor("root answered P12", SOON);
  }

  /** Once a command line has come and gone, all keys pressed before are on the screen. */
  private static String afterTheKeysBefore(Tmux tmux) {
    tmux.keys(":");
    tmux.waitFor("Enter run", SOON);
    tmux.keys("Escape");
    return tmux.waitUntil("no command line", screen -> !screen.contains("Enter run"), SOON);
  }

  @Test
  void anotherTerminalAndAScriptAreSeenAtOnce() throws IOException {
    try (Tmux here = onDesk("P07");
        Tmux there = onDesk("P07")) {
      command(here, "goto 2.2.2");
      command(there, "goto 2.2.2");
      here.waitFor("2.2.2 3/4 75% Good", SOON);
      there.waitFor("2.2.2 3/4 75% Good", SOON);
      here.keys("y");
      waitForFigure(here, "2.2.2", "4/5 80% Outstanding");
      waitForFigure(there, "2.2.2", "4/5 80% Outstanding");
      daemon.put(
          "{\"answer\":\"no\"}",
          "inspections",
          "practice-2021",
          "cases",
          "P07",
          "answers",
          "2.2.2");
      waitForFigure(there, "2.2.2", "3/5 60% Requires improvement");
      here.waitFor("root answered P07", SOON);
      waitForFigure(here, "2.2.2", "3/5 60% Requires improvement");
    }
  }

  @Test
  void theWindowMayHaveAnySize() {
    try (Tmux tmux = opened()) {
      for (Size size : List.of(new Size(50, 160), new Size(24, 80), new Size(12, 50))) {
        tmux.resize(size);
        tmux.waitUntil(
            "a frame of " + size,
            screen -> {
              List<String> lines = screen.lines().toList();
              return lines.size() == size.rows() && lines.getLast().endsWith("q quit");
            },
            SOON);
      }
    }
  }

  @Test
  void qLeavesATerminalInOrder() {
    try (Tmux tmux = opened()) {
      assertEquals("1", tmux.format("#{alternate_on}"));
      tmux.keys("q");
      assertEquals(0, tmux.exitStatus(SOON));
      assertEquals("0 1", tmux.format("#{alternate_on} #{cursor_flag}"));
    }
  }

  @Test
  void aSignalLeavesATerminalInOrder() {
    for (Map.Entry<String, Integer> signal : Map.of("TERM", 143, "HUP", 129).entrySet()) {
      try (Tmux tmux = opened()) {
        Tmux.signal(javaOf(tmux), signal.getKey());
        assertEquals(signal.getValue(), tmux.exitStatus(SOON));
        assertEquals("0 1", tmux.format("#{alternate_on} #{cursor_flag}"));
      }
    }
  }

  /** The launcher's process has become that of the client. */
  private static long javaOf(Tmux tmux) {
    return ProcessHandle.of(tmux.processId())
        .flatMap(
            process ->
                Stream.concat(Stream.of(process), process.descendants())
                    .filter(
                        one ->
                            one.info().command().map(path -> path.endsWith("java")).orElse(false))
                    .findFirst())
        .orElseThrow()
        .pid();
  }

  @Test
  void withoutUtf8AndColoursItIsAsciiInOneColour() {
    Map<String, String> plain = Map.of("LANG", "C", "NO_COLOR", "1");
    try (Tmux tmux = client(Size.STANDARD, plain, daemon, "--url", daemon.address().url())) {
      tmux.waitFor("24/36 Good", LONG);
      String styled = tmux.captureStyled();
      assertFalse(COLOUR.matcher(styled).find(), styled);
      assertTrue(tmux.capture().chars().allMatch(c -> c < 128), tmux.capture());
    }
    try (Tmux tmux = opened()) {
      tmux.waitFor("24/36 Good", SOON);
      assertTrue(COLOUR.matcher(tmux.captureStyled()).find());
      assertTrue(tmux.capture().contains("─"));
    }
  }

  @Test
  void aPastedTextAnswersNothing() {
    try (Tmux tmux = onDesk("P08")) {
      String before = tmux.waitFor("case open", SOON);
      tmux.paste("yyyynnnn");
      tmux.waitFor("a pasted text", SOON);
      assertEquals(judged(before), judged(tmux.capture()));
    }
  }

  private static String judged(String screen) {
    return screen.lines().filter(line -> line.contains("whole case")).findFirst().orElse("");
  }

  @Test
  void answersWaitForALostDaemonAndAreSentWhenItIsBack() throws Exception {
    try (RealDaemon mortal = RealDaemon.started(own);
        Tmux tmux = client(Size.STANDARD, Map.of(), mortal, "--url", mortal.address().url())) {
      tmux.waitFor("Brookvale (practice)", LONG);
      tmux.keys("j", "Enter");
      tmux.waitFor("Standards  Brookvale", SOON);
      command(tmux, "case P06");
      command(tmux, "goto 2.3.2");
      tmux.waitFor("2.3.2 3/4 75% Good", SOON);
      int port = mortal.address().port();
      mortal.kill();
      tmux.waitFor("connection lost", SOON);
      tmux.keys("y");
      tmux.waitFor("connection lost, 1 answer waiting", SOON);
      mortal.start(port);
      tmux.waitFor("connected, 1 answer sent", LONG);
      waitForFigure(tmux, "2.3.2", "4/5 80% Outstanding");
    }
  }

  @Test
  void twoClientsWithoutADaemonStartOneAndStopEndsIt() throws Exception {
    RealDaemon home = RealDaemon.none(own);
    try (Tmux one = client(Size.STANDARD, Map.of(), home);
        Tmux other = client(Size.STANDARD, Map.of(), home)) {
      one.waitFor("no inspection yet", LONG);
      other.waitFor("no inspection yet", LONG);
      assertEquals(1, daemons(home));
      one.keys("q");
      assertEquals(0, one.exitStatus(SOON));
      assertEquals(1, daemons(home));
      try (Tmux stop = client(Size.STANDARD, Map.of(), home, "stop")) {
        assertEquals(0, stop.exitStatus(LONG));
      }
      assertEquals(0, daemons(home));
      other.waitFor("connection lost", LONG);
    }
  }

  @Test
  void aDemoLeavesNothingHoweverItEnds() throws Exception {
    RealDaemon home = RealDaemon.none(own);
    for (String end : List.of("q", "TERM")) {
      try (Tmux tmux = client(Size.STANDARD, Map.of(), home, "demo")) {
        tmux.waitFor("24/36 Good", LONG);
        assertEquals(1, daemons(home));
        if (end.equals("q")) {
          tmux.keys("q");
        } else {
          Tmux.signal(javaOf(tmux), end);
        }
        tmux.exitStatus(LONG);
      }
      assertEquals(0, daemons(home), end);
      try (Stream<Path> left = Files.list(own.resolve("tmp"))) {
        assertEquals(List.of(), left.toList(), end);
      }
    }
  }

  @Test
  void plainModeIsTheSameProduct() throws Exception {
    RealDaemon home = RealDaemon.none(own);
    Path lines = own.resolve("lines");
    Files.writeString(lines, "practice-2021\nP06\n2.3.2\nn\n:quit\n");
    try (Tmux tmux = client(new Size(60, 160), Map.of("TERM", "dumb"), home, "demo", "--plain")) {
      tmux.waitFor("inspection? its number or name", LONG);
      tmux.type("practice-2021");
      tmux.keys("Enter");
      tmux.waitFor("ALERTS OPEN 1: P05", SOON);
      tmux.type("P06");
      tmux.keys("Enter");
      tmux.waitFor("P06, court, open", SOON);
      tmux.type("2.3.2");
      tmux.keys("Enter");
      tmux.waitFor("P06 2.3.2 judgement", SOON);
      tmux.type("n");
      tmux.keys("Enter");
      tmux.waitFor("2.3.2 now 3 of 5, 60 per cent, Requires improvement", SOON);
      tmux.keys("C-d");
      assertEquals(0, tmux.exitStatus(LONG));
    }
  }

  /** Daemons whose data lies in this home. */
  private static long daemons(RealDaemon home) {
    String data = home.home().toString();
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(
                        arguments ->
                            List.of(arguments).contains("bandstand.daemon.Main")
                                && String.join(" ", arguments).contains(data))
                    .orElse(false))
        .count();
  }
}
