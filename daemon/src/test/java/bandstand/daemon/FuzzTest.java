package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form; scripts/fuzz is the long one. */
class FuzzTest {
  private static final int REQUESTS = 2_000;

  @Test
  void whateverIsSentIsAnsweredByAProblemOrACleanEnd(@TempDir Path folder)
      throws IOException, InterruptedException {
    long seed = System.nanoTime();
    System.out.println("fuzz, seed " + seed);
    Fuzz.Result result = Fuzz.run(folder, REQUESTS, seed, 0);
    System.out.println(result);
    assertEquals(List.of(), result.faults(), "seed " + seed);
    assertTrue(result.statuses().getOrDefault(200, 0L) > 0, "some requests are whole");
    assertTrue(result.statuses().getOrDefault(422, 0L) > 0, "and some are understood");
  }
}
