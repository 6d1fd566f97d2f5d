package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form; scripts/kill-loop is the long one; it starts some processes, so that a busy
 * machine needs minutes.
 */
class KillLoopTest {
  private static final int CYCLES = 4;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whateverWasAcknowledgedIsThereAfterEveryKill(@TempDir Path folder) throws IOException {
    long seed = System.nanoTime();
    System.out.println("kill loop, seed " + seed);
    KillLoop.Result result = new KillLoop(folder, seed).run(0, CYCLES);
    System.out.println(result);
    assertEquals(List.of(), result.lost(), "seed " + seed);
    assertTrue(result.acknowledged() > 0, result.toString());
  }
}
