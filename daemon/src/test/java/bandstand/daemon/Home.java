package bandstand.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A home nobody has used, with every folder that a daemon is told of by its environment. */
record Home(Path folder) {
  Path data() {
    return folder.resolve("inspections");
  }

  Path token() {
    return folder.resolve("config/bandstand/token");
  }

  Path runtime() {
    return folder.resolve("runtime/bandstand");
  }

  Path socket() {
    return runtime().resolve("bandstand.sock");
  }

  Path running() {
    return runtime().resolve("daemon.json");
  }

  String tokenText() throws IOException {
    return Files.readString(token()).strip();
  }

  /** Copies all but sockets, with permissions, to where nothing is. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(each -> !each.toString().endsWith(".sock")).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Removes a folder with all that is in it. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  Map<String, String> environment() {
    return Map.of(
        "HOME", folder.toString(),
        "XDG_CONFIG_HOME", folder.resolve("config").toString(),
        "XDG_DATA_HOME", folder.resolve("data").toString(),
        "XDG_STATE_HOME", folder.resolve("state").toString(),
        "XDG_RUNTIME_DIR", folder.resolve("runtime").toString());
  }
}
