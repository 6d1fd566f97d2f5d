package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form; scripts/fault-loop is the long one; it starts some processes, so that a busy
 * machine needs minutes.
 */
class FaultLoopTest {
  @BeforeEach
  void trace() {
    Optional<String> absent = Strace.absent();
    assumeTrue(absent.isEmpty(), () -> absent.orElse(""));
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aCallThatFailsOrIsTheLastOneDamagesNothing(@TempDir Path folder) throws IOException {
    FaultLoop loop = new FaultLoop(folder, 1, false);
    loop.run(FaultScenarios.named("import"));
    FaultLoop.Result result = loop.result();
    System.out.println(result);
    assertEquals(List.of(), result.damage());
    assertEquals(result.tried(), result.hit());
    assertTrue(result.tried() > 0, "calls were found");
  }
}
