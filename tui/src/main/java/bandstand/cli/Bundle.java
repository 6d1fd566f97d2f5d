package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One file that makes a whole inspection: what creates it, the service's answers, judgements and
 * alerts; its cases lie beside it under the same name. Loaded again, it changes nothing.
 */
record Bundle(Path path, Sample sample) {
  /** Its parts are requests, each of at most a mebibyte; a larger file is one of cases. */
  private static final long MOST_BYTES = 16 << 20;

  /** All that one inspection may have. */
  private static final String ALERTS = "1000";

  /**
   * What loading came to.
   *
   * @param created whether the inspection was not there before
   * @param cases what sending the cases came to; empty when none lie beside it
   * @param alerts how many were raised: those that stood already are not raised again
   */
  record Loaded<T>(boolean created, Optional<T> cases, int alerts) {}

  /** Whether the file is one, rather than a file of cases. */
  static boolean is(Path path) {
    try {
      return Files.size(path) <= MOST_BYTES && Sample.is(Files.readAllBytes(path));
    } catch (IOException unreadable) {
      return false;
    }
  }

  static Result<Bundle> read(Path path) {
    try {
      return switch (Sample.read(Files.readAllBytes(path))) {
        case Outcome.Done<Sample>(Sample sample) -> new Result.Done<>(new Bundle(path, sample));
        case Outcome.Refused<Sample>(Problem problem) ->
            new Result.Ended<>(
                ExitCode.BAD_INPUT,
                path
                    + ": "
                    + problem.faults().stream()
                        .findFirst()
                        .map(fault -> fault.pointer() + ": " + fault.message())
                        .orElse(problem.detail()));
      };
    } catch (IOException unreadable) {
      return Unreadable.file(path, unreadable);
    }
  }

  String id() {
    return sample.id().text();
  }

  Optional<CasesFile> cases() {
    return CasesFile.beside(path);
  }

  /**
   * Creates the inspection unless it is there, and sends it everything.
   *
   * @param sending how the cases are sent
   */
  <T> Result<Loaded<T>> load(DaemonClient client, Function<CasesFile, Result<T>> sending) {
    return created(client)
        .then(
            created ->
                cases()
                    .map(file -> sending.apply(file).map(Optional::of))
                    .orElseGet(() -> new Result.Done<>(Optional.empty()))
                    .then(
                        cases ->
                            all(client, answersAndJudgements())
                                .then(_ -> alerts(client, created))
                                .then(
                                    alerts ->
                                        all(client, alerts)
                                            .map(sent -> new Loaded<>(created, cases, sent)))));
  }

  private Result<Boolean> created(DaemonClient client) {
    Request request = Request.of("POST", "inspections").json(sample.inspection());
    return switch (client.ask(request, Outcome::done)) {
      case Answered.Refused<byte[]>(Problem problem) when problem.kind() == Problem.Kind.CONFLICT ->
          new Result.Done<>(false);
      case Answered<byte[]> answered -> Result.of(answered).map(_ -> true);
    };
  }

  private List<Request> answersAndJudgements() {
    List<Request> requests = new ArrayList<>();
    sample
        .serviceAnswers()
        .ifPresent(
            batch -> requests.add(Request.of("POST", "inspections", id(), "answers").json(batch)));
    sample
        .judgements()
        .forEach(
            (standard, body) ->
                requests.add(
                    Request.of("PUT", "inspections", id(), "judgements", standard).json(body)));
    return requests;
  }

  private Result<List<Request>> alerts(DaemonClient client, boolean created) {
    Request standing = Request.get("inspections", id(), "alerts").with("limit", ALERTS);
    Result<List<String>> missing =
        created || sample.alerts().isEmpty()
            ? new Result.Done<>(sample.alerts())
            : Result.of(client.ask(standing, Outcome::done)).map(sample::alertsBeside);
    return missing.map(
        bodies ->
            bodies.stream()
                .map(body -> Request.of("POST", "inspections", id(), "alerts").json(body))
                .toList());
  }

  private static Result<Integer> all(DaemonClient client, List<Request> requests) {
    Result<Integer> sent = new Result.Done<>(0);
    for (Request request : requests) {
      sent = sent.then(count -> Result.of(client.ask(request, Outcome::done)).map(_ -> count + 1));
    }
    return sent;
  }
}
