package bandstand.cli;

import static bandstand.cli.ClientInTmux.LONG;
import static bandstand.cli.ClientInTmux.SOON;
import static bandstand.cli.ClientInTmux.client;
import static bandstand.cli.ClientInTmux.command;
import static bandstand.cli.ClientInTmux.javaOf;
import static bandstand.cli.ClientInTmux.waitForFigure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.terminal.Tmux;
import bandstand.view.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client in a real terminal, which starts its own daemon, loses it, stops it or plays with one.
 */
class OwnDaemonInTmuxTest {
  @TempDir Path own;

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
  void plainModeIsTheSameProduct() throws IOException {
    RealDaemon home = RealDaemon.none(own);
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
