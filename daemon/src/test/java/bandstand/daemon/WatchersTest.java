package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short form; scripts/watchers is the long one. */
class WatchersTest {
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everyWatcherSeesEveryChangeOnceInOrder(@TempDir Path folder) throws Exception {
    long seed = System.nanoTime();
    System.out.println("watchers, seed " + seed);
    Watchers.Result result = new Watchers(folder, 20, Duration.ofSeconds(10), seed).run();
    System.out.println(result);
    assertTrue(result.sound(), "seed " + seed + ": " + result);
    assertTrue(result.changes() > 0 && result.resumed() > 0, result.toString());
  }
}
