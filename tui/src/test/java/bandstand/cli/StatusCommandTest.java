package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusCommandTest extends OnACannedDaemon {
  @Test
  void withoutADaemonStatusAndStopSaySo() {
    assertEquals(3, run("stop"));
    assertEquals("bandstand: no daemon runs\n", err());
    assertEquals(3, run("status"));
    assertEquals("bandstand: no daemon runs; bandstand starts one and opens the client\n", err());
  }

  @Test
  void statusSaysWhatRunsAndWhatItHolds() throws IOException {
    daemon();
    assertEquals(0, run("status"));
    assertEquals(
        """
        daemon      %s
        because     BANDSTAND_URL says so
        version     1.0.0
        health      ready
        watchers    3
        backup      last verified backup: 3 hours ago, at change 3140
        you         PB, inspector
        inspection  leicester-2019  Leicester City  yos-2018  59/59 cases  24/36 Good
        """
            .formatted(url()),
        out());
  }

  @Test
  void statusSaysWhichDaemonItIsEvenIfNoneRuns() {
    assertEquals(3, run("status"));
    assertEquals(
        """
        daemon      unix:%s/r/bandstand/bandstand.sock
        because     it is your own; bandstand login chooses a team's
        """
            .formatted(home),
        out());
    assertEquals(3, run("--url", "/run/none.sock", "status"));
    assertTrue(
        out().startsWith("daemon      unix:/run/none.sock\nbecause     --url says so"), out());
  }

  @Test
  void statusSaysThatThereIsNoBackup() throws IOException {
    backup = Optional.empty();
    daemon();
    assertEquals(0, run("status"));
    assertTrue(
        out().contains("backup      no backup yet; a lead makes one: bandstand backup FILE\n"),
        out());
  }

  @Test
  void anotherServerIsNoDaemon() throws IOException {
    scripted(FakeDaemon.always(200, "application/json", "{\"name\":\"nginx\"}"));
    assertEquals(1, run("status"));
    assertTrue(err().contains("is it of another version?"), err());
  }
}
