package bandstand.cli;

import bandstand.terminal.Surroundings;
import bandstand.wire.Folders;
import java.io.InputStream;
import java.util.Map;

/** What surrounds a command: its process' environment, folders and streams. */
record Setting(
    Map<String, String> environment,
    Folders folders,
    Surroundings surroundings,
    InputStream input,
    Output output,
    Output errors) {
  Setting {
    environment = Map.copyOf(environment);
  }
}
