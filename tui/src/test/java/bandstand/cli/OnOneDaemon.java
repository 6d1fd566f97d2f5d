package bandstand.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One daemon for all tests of a class, which make an inspection each. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnOneDaemon extends OnARealDaemon {
  Path home = Path.of("");

  private RealDaemon daemon;

  @BeforeAll
  final void start(@TempDir Path folder) throws IOException {
    home = folder;
    daemon = RealDaemon.none(home);
    daemon.start(0);
  }

  @AfterAll
  final void stop() {
    if (daemon != null) {
      daemon.close();
    }
  }

  @Override
  final RealDaemon daemon() {
    return daemon;
  }
}
