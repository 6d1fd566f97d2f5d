package bandstand.client;

import bandstand.framework.Problem;

/** How a client came to its end. */
public sealed interface Ending {

  /** The person left. */
  record Left() implements Ending {}

  /** The daemon could not be reached at the start. */
  record Unreached(String why) implements Ending {}

  /** The daemon said no at the start. */
  record Refused(Problem problem) implements Ending {}

  /** The program failed; it is in the client's log. */
  record Crashed(Throwable failure) implements Ending {}
}
