package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.view.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screen in a real terminal, with {@link Probe} as its program. */
@Timeout(120)
class ScreenTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Size SIZE = new Size(24, 80);
  private static final Pattern PROCESS = Pattern.compile("process (\\d+)");

  @TempDir private Path folder;

  private static Tmux probe() {
    Tmux tmux = Tmux.startJava(SIZE, Map.of(), Probe.class);
    tmux.waitFor("Probe 24 by 80", PATIENCE);
    return tmux;
  }

  /**
   * A shell that runs the probe between two looks at the terminal's modes, then shows its input.
   */
  private Tmux probeInShell() {
    String command =
        String.join(" ", Tmux.java(Probe.class).stream().map("'%s'"::formatted).toList());
    String script =
        "echo shell before; stty -a >before; %s; status=$?; stty -a >after; echo status $status; exec cat -v"
            .formatted(command);
    Tmux tmux =
        Tmux.start(
            SIZE, Map.of(), List.of("sh", "-c", "cd '" + folder + "' && { " + script + "; }"));
    tmux.waitFor("Probe 24 by 80", PATIENCE);
    return tmux;
  }

  private void assertRestored(Tmux tmux) throws IOException {
    assertEquals(
        Files.readString(folder.resolve("before")), Files.readString(folder.resolve("after")));
    assertEquals("0", tmux.format("#{alternate_on}"));
    assertEquals("1", tmux.format("#{cursor_flag}"));
    assertEquals("1", tmux.format("#{wrap_flag}"));
    String screen = tmux.capture();
    assertTrue(screen.startsWith("shell before"), screen);
    assertFalse(screen.contains("Probe 24"), screen);
    tmux.paste("pasted");
    String pasted = tmux.waitFor("pasted", PATIENCE);
    assertFalse(pasted.contains("[200~"), pasted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP", "INT"})
  void aSignalLeavesTheTerminalAsItWas(String signal) throws IOException {
    try (Tmux tmux = probeInShell()) {
      Matcher process = PROCESS.matcher(tmux.capture());
      assertTrue(process.find());
      Tmux.signal(Long.parseLong(process.group(1)), signal);
      tmux.waitFor("status 1", PATIENCE);
      assertRestored(tmux);
    }
  }

  @Test
  void anOrdinaryEndLeavesTheTerminalAsItWas() throws IOException {
    try (Tmux tmux = probeInShell()) {
      tmux.keys("q");
      String screen = tmux.waitFor("status 3", PATIENCE);
      assertTrue(screen.contains("bye 3"), screen);
      assertRestored(tmux);
    }
  }

  @Test
  void anUncaughtExceptionLeavesTheTerminalAsItWasAndIsSeen() throws IOException {
    try (Tmux tmux = probeInShell()) {
      tmux.keys("!");
      String screen = tmux.waitFor("status 1", PATIENCE);
      assertTrue(screen.contains("as asked"), screen);
      assertRestored(tmux);
    }
  }

  @Test
  void theKeysThatStopAProgramAreKeys() {
    try (Tmux tmux = probe()) {
      tmux.keys("C-c", "C-z", "C-\\", "C-s", "C-q", "C-v", "C-o", "y");
      String screen = tmux.waitFor("Char[codePoint=121]", PATIENCE);
      for (String letter : List.of("c", "z", "\\", "s", "q", "v", "o")) {
        assertTrue(screen.contains("Control[letter=" + letter + "]"), screen);
      }
      tmux.keys("q");
      assertEquals(3, tmux.exitStatus(PATIENCE));
    }
  }

  @Test
  void keysArriveWholeAndUnknownOnesNotAtAll() {
    try (Tmux tmux = probe()) {
      tmux.keys("Up", "Enter", "BSpace", "BTab", "NPage", "M-y", "M-Up", "IC", "F5");
      tmux.type("ŵ");
      String screen = tmux.waitFor("codePoint=373", PATIENCE);
      assertTrue(
          screen.contains("UP\nENTER\nBACKSPACE\nBACKTAB\nPAGE_DOWN\nF5\nChar[codePoint=373]"),
          screen);
    }
  }

  @Test
  void escIsAKeyAndAnArrowPartedFromItIsNoLetter() {
    try (Tmux tmux = probe()) {
      tmux.keys("Escape");
      tmux.waitFor("ESC", PATIENCE);
      tmux.bytes((byte) 0x1b);
      tmux.bytes((byte) '[', (byte) 'B');
      tmux.type("y");
      String screen = tmux.waitFor("codePoint=121", PATIENCE);
      assertTrue(screen.contains("DOWN\n"), screen);
      assertFalse(screen.contains("codePoint=66"), screen);
    }
  }

  @Test
  void aPasteIsOneKeyAndAnswersNothing() {
    try (Tmux tmux = probe()) {
      tmux.paste("yny\nn");
      tmux.keys("a");
      String screen = tmux.waitFor("codePoint=97", PATIENCE);
      assertTrue(screen.contains("Paste[text=yny n, cut=false]"), screen);
      assertFalse(screen.contains("codePoint=121"), screen);
    }
  }

  @Test
  void aNewSizeIsHeardAndPaintedWhole() {
    try (Tmux tmux = probe()) {
      tmux.resize(new Size(10, 40));
      String small = tmux.waitFor("Probe 10 by 40", PATIENCE);
      assertTrue(small.endsWith(" ".repeat(37) + "end"), small);
      tmux.resize(new Size(50, 132));
      String large = tmux.waitFor("Probe 50 by 132", PATIENCE);
      assertTrue(large.endsWith(" ".repeat(129) + "end"), large);
    }
  }

  @Test
  void everyFrameOfASeedIsShownByARealTerminal() {
    RandomFrames frames = new RandomFrames(Probe.SEED, SIZE);
    try (Tmux tmux = probe()) {
      tmux.keys("F1");
      for (int round = 0; round < 60; round++) {
        String text = frames.next().text().stripTrailing();
        tmux.waitUntil(
            "seed " + Probe.SEED + ", frame " + round + ":\n" + text, text::equals, PATIENCE);
        tmux.keys("y");
      }
    }
  }

  @Test
  void anAsciiLocaleGetsAscii() {
    try (Tmux tmux = Tmux.startJava(SIZE, Map.of("LC_ALL", "C"), Probe.class)) {
      tmux.waitFor("Probe 24 by 80", PATIENCE);
      String screen = tmux.capture();
      assertTrue(screen.contains(" - w"), screen);
    }
  }

  @Test
  void stylesAndColoursAreTheTerminalsOwn() {
    try (Tmux tmux = probe()) {
      String screen = tmux.captureStyled();
      assertTrue(styled(screen, "1", "Probe"), screen);
      assertTrue(styled(screen, "7", "process"), screen);
      assertTrue(styled(screen, "32", "Good"), screen);
      assertTrue(styled(screen, "2", "end"), screen);
    }
  }

  @Test
  void noColorKeepsEverythingButTheColour() {
    try (Tmux tmux = Tmux.startJava(SIZE, Map.of("NO_COLOR", "1"), Probe.class)) {
      tmux.waitFor("Probe 24 by 80", PATIENCE);
      String screen = tmux.captureStyled();
      assertTrue(styled(screen, "7", "process"), screen);
      assertTrue(styled(screen, "2", "end"), screen);
      assertTrue(screen.contains("Good"), screen);
      assertFalse(styled(screen, "32", "Good"), screen);
    }
  }

  /**
   * Whether a text follows an attribute, but for what tmux says of the colours it did not change.
   */
  private static boolean styled(String screen, String attribute, String text) {
    String unchanged = "(\u001b\\[[34]9m)*";
    return Pattern.compile("\u001b\\[(0;)?" + attribute + "m" + unchanged + " *" + text)
        .matcher(screen)
        .find();
  }

  @Test
  void aTerminalThatGoesAwayEndsTheProgram() {
    Tmux tmux = probe();
    ProcessHandle process = ProcessHandle.of(tmux.processId()).orElseThrow();
    tmux.close();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Test
  void aTerminalThatGoesAwayUnheardIsTheLastKey() throws IOException {
    Path said = folder.resolve("said");
    String command =
        String.join(" ", Tmux.java(Probe.class).stream().map("'%s'"::formatted).toList());
    String script =
        "trap '' HUP; %s; echo $? >%s.new; mv %s.new %s".formatted(command, said, said, said);
    Tmux tmux = Tmux.start(SIZE, Map.of(), List.of("sh", "-c", script));
    tmux.waitFor("Probe 24 by 80", PATIENCE);
    ProcessHandle shell = ProcessHandle.of(tmux.processId()).orElseThrow();
    tmux.close();
    shell.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    assertEquals("4", Files.readString(said).strip());
  }

  @Test
  void thereIsNoScreenWithoutATerminal() {
    Surroundings pipe = Surroundings.of(Map.of("TERM", "xterm"), false);
    assertThrows(IOException.class, () -> Screen.open(pipe, _ -> {}));
  }
}
