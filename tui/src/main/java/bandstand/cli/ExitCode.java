package bandstand.cli;

import bandstand.framework.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a command's end tells a script; the help's table is made from it. */
public enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "refused, or failed"),
  USAGE(2, "the command line is wrong"),
  NO_DAEMON(3, "no daemon, or the connection to it was lost"),
  NOT_PERMITTED(4, "the token is missing or not known, or its role is not enough"),
  BAD_INPUT(5, "the input file has errors");

  /** By the system's custom, 128 and the signal's number. */
  private static final String BY_SIGNAL = "129 SIGHUP, 130 SIGINT, 143 SIGTERM ended it";

  private final int code;
  private final String says;

  ExitCode(int code, String says) {
    this.code = code;
    this.says = says;
  }

  public int code() {
    return code;
  }

  /** A line a code. */
  static List<String> table() {
    return Stream.concat(
            Arrays.stream(values()).map(exit -> exit.code + "  " + exit.says),
            Stream.of(BY_SIGNAL))
        .toList();
  }

  /** How a command ends that met this problem. */
  static ExitCode of(Problem problem) {
    return switch (problem.kind()) {
      case UNAUTHORIZED, FORBIDDEN -> NOT_PERMITTED;
      case UNAVAILABLE,
              UNREADABLE,
              NOT_FOUND,
              METHOD_NOT_ALLOWED,
              CONFLICT,
              GONE,
              PRECONDITION_FAILED,
              TOO_LARGE,
              UNSUPPORTED,
              REFUSED,
              PRECONDITION_REQUIRED,
              TOO_MANY,
              HEADERS_TOO_LARGE,
              INTERNAL ->
          FAILED;
    };
  }
}
