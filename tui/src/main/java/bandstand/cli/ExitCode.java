package bandstand.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a command's end tells a script; the help's table is made from it. */
public enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "refused, or failed"),
  USAGE(2, "the command line is wrong"),
  NO_DAEMON(3, "no daemon, or the connection to it was lost"),
  NOT_PERMITTED(4, "the token is missing or not known, or its role is not enough"),
  BAD_INPUT(5, "the input file has errors, or cannot be read");

  /** By the system's custom 128 and the signal's number. */
  private static final Map<String, String> BY_SIGNAL =
      new TreeMap<>(Map.of("129", "ended by SIGHUP", "130", "by SIGINT", "143", "by SIGTERM"));

  /** How starting a daemon, restoring a backup or looking at its data ends beside these. */
  private static final Map<String, String> BY_DAEMON =
      Map.of(
          "6", "daemon: another one uses the data",
          "7", "daemon: the port or the group socket is taken",
          "8", "daemon: the data folder is somebody else's",
          "9", "daemon: others can read the token, or it is none",
          "10", "daemon, restore: a file or folder cannot be used");

  private final int code;
  private final String says;

  ExitCode(int code, String says) {
    this.code = code;
    this.says = says;
  }

  public int code() {
    return code;
  }

  /** Every code with what it says, in order. */
  static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    for (ExitCode exit : values()) {
      table.put(Integer.toString(exit.code), exit.says);
    }
    BY_DAEMON.keySet().stream()
        .sorted(Comparator.comparing(Integer::valueOf))
        .forEach(key -> table.put(key, BY_DAEMON.getOrDefault(key, "")));
    table.putAll(BY_SIGNAL);
    return table;
  }
}
