package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.util.List;

/** What a test expects of an outcome. */
final class Outcomes {
  private Outcomes() {}

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Problem problem) -> throw new AssertionError(problem);
    };
  }

  static <T> Problem refused(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> throw new AssertionError("taken: " + value);
      case Outcome.Refused<T>(Problem problem) -> problem;
    };
  }

  /** Each as pointer and code. */
  static <T> List<String> faults(Outcome<T> outcome) {
    return refused(outcome).faults().stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }
}
