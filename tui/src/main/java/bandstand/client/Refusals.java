package bandstand.client;

import bandstand.framework.Problem;
import java.util.Arrays;

/** What a daemon's refusal says. */
final class Refusals {
  private Refusals() {}

  /**
   * A body that is no problem document, as of a server that is no daemon, still gives a problem.
   */
  static Problem read(int status, byte[] body) {
    return Problem.of(
        kind(status), "The answer is " + status + " without a word of why; is it a daemon?");
  }

  private static Problem.Kind kind(int status) {
    return Arrays.stream(Problem.Kind.values())
        .filter(kind -> kind.status() == status)
        .findFirst()
        .orElse(status >= 500 ? Problem.Kind.INTERNAL : Problem.Kind.REFUSED);
  }
}
