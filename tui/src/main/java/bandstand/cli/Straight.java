package bandstand.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A command line that only opens the client, read without picocli: its classes are too old for the
 * start-up cache and would double the time to the first frame.
 *
 * @param demo whether it is the demo that is opened
 */
record Straight(Setting setting, Reach reach, boolean demo) {

  /** Empty for every other command line, and for a wrong one. */
  static Optional<Straight> of(Setting setting, String... arguments) {
    Optional<String> url = Optional.empty();
    Optional<Path> tokenFile = Optional.empty();
    boolean plain = false;
    boolean demo = false;
    for (Iterator<String> left = List.of(arguments).iterator(); left.hasNext(); ) {
      String argument = left.next();
      switch (argument) {
        case "--plain" -> plain = true;
        case "demo" -> demo = true;
        case "--url", "--token-file" -> {
          if (!left.hasNext()) {
            return Optional.empty();
          }
          String value = left.next();
          url = argument.equals("--url") ? Optional.of(value) : url;
          tokenFile = argument.equals("--url") ? tokenFile : Optional.of(Path.of(value));
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Straight(setting, new Reach(setting, url, tokenFile, plain), demo));
  }

  int open() {
    return demo ? new DemoCommand(setting, reach).call() : reach.open();
  }
}
