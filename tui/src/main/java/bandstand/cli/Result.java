package bandstand.cli;

import bandstand.client.Answered;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of one step of a command: a value to go on with, or the command's end. */
sealed interface Result<T> {

  /** Go on. */
  record Done<T>(T value) implements Result<T> {}

  /**
   * The command ends here.
   *
   * @param why for a person, in lines; empty when all is said
   */
  record Ended<T>(ExitCode exit, String why) implements Result<T> {}

  static <T> Result<T> of(Answered<T> answered) {
    return switch (answered) {
      case Answered.Done<T>(T value, _, _) -> new Done<>(value);
      case Answered.Refused<T>(Problem problem) -> refused(problem);
      case Answered.Lost<T>(String why) -> new Ended<>(ExitCode.NO_DAEMON, why);
    };
  }

  /** Of reading an answer; the command ends so if it is not understood. */
  static <T> Result<T> of(Outcome<T> read, ExitCode otherwise) {
    return switch (read) {
      case Outcome.Done<T>(T value) -> new Done<>(value);
      case Outcome.Refused<T>(Problem problem) -> new Ended<>(otherwise, words(problem));
    };
  }

  /** Of looking for a daemon, or for the token for it. */
  static <T> Result<T> found(Outcome<T> found) {
    return switch (found) {
      case Outcome.Done<T>(T value) -> new Done<>(value);
      case Outcome.Refused<T>(Problem problem) ->
          new Ended<>(
              switch (problem.kind()) {
                case UNAUTHORIZED -> ExitCode.NOT_PERMITTED;
                case UNAVAILABLE -> ExitCode.NO_DAEMON;
                default -> ExitCode.USAGE;
              },
              problem.detail());
    };
  }

  /** Of a request that a daemon refused. */
  static <T> Result<T> refused(Problem problem) {
    return new Ended<>(exit(problem), words(problem));
  }

  default <R> Result<R> then(Function<? super T, Result<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Ended<T>(ExitCode exit, String why) -> new Ended<>(exit, why);
    };
  }

  default <R> Result<R> map(Function<? super T, R> change) {
    return then(value -> new Done<>(change.apply(value)));
  }

  private static ExitCode exit(Problem problem) {
    return switch (problem.kind()) {
      case UNAUTHORIZED, FORBIDDEN -> ExitCode.NOT_PERMITTED;
      default -> ExitCode.FAILED;
    };
  }

  /** The detail, and a line for each fault when there are several. */
  private static String words(Problem problem) {
    Stream<String> faults =
        problem.faults().size() < 2
            ? Stream.empty()
            : problem.faults().stream().map(fault -> "  " + place(fault) + fault.message());
    return Stream.concat(Stream.of(problem.detail()), faults).collect(Collectors.joining("\n"));
  }

  private static String place(Fault fault) {
    return fault.pointer().isEmpty() ? "" : fault.pointer() + ": ";
  }
}
