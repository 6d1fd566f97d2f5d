package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form; scripts/rude is the long one. */
class RudeTest {
  @Test
  void rudeClientsHurtNobodyElse(@TempDir Path folder) throws IOException, InterruptedException {
    Rude.Result result = Rude.run(folder, Duration.ofSeconds(5));
    System.out.println(result);
    assertEquals(List.of(), result.faults());
    assertTrue(result.meanwhile().answers() > 0, "the probe is served");
    assertTrue(result.written() > 0, "and so is the writer");
  }
}
