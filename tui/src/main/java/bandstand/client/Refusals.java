package bandstand.client;

import bandstand.framework.Problem;
import bandstand.wire.ProblemJson;
import java.util.Arrays;

/** What a daemon's refusal says. */
final class Refusals {
  private Refusals() {}

  /** Without a problem document, as from a server that is no daemon, the status speaks. */
  static Problem read(int status, String mediaType, byte[] body) {
    return mediaType.startsWith(ProblemJson.MEDIA_TYPE)
        ? ProblemJson.read(body)
        : Problem.of(kind(status), "the answer is " + status + " and no word why; is it a daemon?");
  }

  /** Whether it is no word on what was asked: nobody is known by the token that was shown. */
  static boolean ofToken(Problem problem) {
    return problem.kind() == Problem.Kind.UNAUTHORIZED;
  }

  private static Problem.Kind kind(int status) {
    return Arrays.stream(Problem.Kind.values())
        .filter(kind -> kind.status() == status)
        .findFirst()
        .orElse(status >= 500 ? Problem.Kind.INTERNAL : Problem.Kind.REFUSED);
  }
}
