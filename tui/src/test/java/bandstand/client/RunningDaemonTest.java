package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.wire.Folders;
import bandstand.wire.HealthJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDaemonTest {

  @TempDir Path home;

  private Folders folders;

  @BeforeEach
  void makeFolder() throws IOException {
    folders = Folders.of(Map.of("XDG_RUNTIME_DIR", home.toString()), "/");
    Files.createDirectories(Path.of(folders.runtime()));
  }

  private void leave(long pid) throws IOException {
    Files.write(Path.of(folders.running()), HealthJson.running(pid, 7117, "/d", "/s", "1.0.0"));
  }

  private static Process process(String... command) throws IOException {
    return new ProcessBuilder(command).start();
  }

  @Test
  void withoutAWordThereIsNone() {
    assertEquals(Optional.empty(), RunningDaemon.of(folders));
  }

  @Test
  void aWordThatIsNoneIsPassedOver() throws IOException {
    Files.writeString(Path.of(folders.running()), "{");
    assertEquals(Optional.empty(), RunningDaemon.of(folders));
  }

  @Test
  void aProcessThatIsGoneIsNoDaemon() throws Exception {
    var process = process("true");
    process.waitFor();
    leave(process.pid());
    assertEquals(Optional.empty(), RunningDaemon.of(folders));
  }

  @Test
  void aNumberThatWentToAnotherProgramIsNoDaemon() throws IOException {
    var other = process("sleep", "100");
    leave(other.pid());
    assertEquals(Optional.empty(), RunningDaemon.of(folders));
    assertTrue(other.isAlive());
    other.destroy();
  }

  @Test
  void oneThatIsEndingHasNotDiedAndOneThatIsGoneHas() throws Exception {
    assertFalse(RunningDaemon.died(folders));
    var daemon = process("sh", "-c", "while :; do sleep 100; done # bandstand");
    leave(daemon.pid());
    assertFalse(RunningDaemon.died(folders));
    daemon.destroyForcibly().waitFor();
    assertTrue(RunningDaemon.died(folders));
  }

  @Test
  void stoppingWaitsForItsEnd() throws IOException {
    var daemon = process("sh", "-c", "while :; do :; done # bandstand");
    leave(daemon.pid());
    var running = RunningDaemon.of(folders).orElseThrow();
    assertEquals(daemon.pid(), running.pid());
    assertEquals("http://127.0.0.1:7117", running.says().url());
    assertTrue(running.stop());
    assertFalse(daemon.isAlive());
  }
}
