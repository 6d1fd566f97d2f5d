package bandstand.cli;

import static bandstand.cli.ClientInTmux.LONG;
import static bandstand.cli.ClientInTmux.SOON;
import static bandstand.cli.ClientInTmux.client;
import static bandstand.cli.ClientInTmux.command;
import static bandstand.cli.ClientInTmux.javaOf;
import static bandstand.cli.ClientInTmux.waitForFigure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.terminal.Tmux;
import bandstand.view.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client in a real terminal on a real daemon. */
class ClientInTmuxTest {
  /** Whose token it is: the daemon's own user's. */
  private static final String ME = System.getProperty("user.name");

  private static final Pattern SAVED = Pattern.compile("saved \\d+( .*)?");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*[34][0-7][;m]");

  @TempDir static Path shared;

  private static RealDaemon daemon;

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

  private static Tmux opened() {
    Tmux tmux = client(Size.STANDARD, Map.of(), daemon, "--url", daemon.address().url());
    tmux.waitFor("Brookvale (practice)", LONG);
    return tmux;
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
        String repainted = withoutStatus(afterTheKeysBefore(tmux));
        tmux.keys("C-l");
        assertEquals(withoutStatus(afterTheKeysBefore(tmux)), repainted, keys);
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
    tmux.waitFor(ME + " answered P12", SOON);
  }

  /** The news in it goes after some seconds. */
  private static String withoutStatus(String screen) {
    return screen
        .lines()
        .filter(line -> !line.contains("saved") && !line.contains(" answered P12"))
        .collect(Collectors.joining("\n"));
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
      here.waitFor(ME + " answered P07", SOON);
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
}
