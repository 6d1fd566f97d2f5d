package bandstand.daemon;

import java.io.IOException;
import java.util.List;

/** Something scripted that is done again and again on the same data, each time with one fault. */
interface FaultScenario {
  String name();

  /** Makes what every run begins with; the home is empty. */
  void prepare(Home home) throws IOException;

  /**
   * One run on a copy of what was prepared.
   *
   * @return whether the process died before it was asked to
   */
  boolean run(Home home, Strace strace) throws IOException;

  /** Looks, without a fault, what came of the run; gives what was lost or is damaged. */
  List<String> damage(Home home) throws IOException;
}
