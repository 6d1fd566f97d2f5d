package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Outcome;
import bandstand.wire.NewInspection;
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
final class Bundle {
  /** Its parts are requests, each of at most a mebibyte; a larger file is one of cases. */
  private static final long MOST_BYTES = 16 << 20;

  /** All that one inspection may have. */
  private static final String ALERTS = "1000";

  private final Path path;
  private final byte[] json;

  private Bundle(Path path, byte[] json) {
    this.path = path;
    this.json = json;
  }

  /**
   * What loading came to.
   *
   * @param cases what sending the cases came to; empty when none lie beside it
   * @param alerts how many were raised: those that stood already are not raised again
   */
  record Loaded<T>(Optional<T> cases, int alerts) {}

  /** A request, and what it is for. */
  private record Part(String what, Request request) {}

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
      return new Result.Done<>(new Bundle(path, Files.readAllBytes(path)));
    } catch (IOException unreadable) {
      return Unreadable.file(path, unreadable);
    }
  }

  Path path() {
    return path;
  }

  /** What makes the inspection; empty if that is at fault. */
  Optional<NewInspection> inspection() {
    return Sample.inspection(json);
  }

  /** All of it, or every fault. */
  Outcome<Sample> sample(Optional<Sample.Against> against) {
    return Sample.read(json, against);
  }

  Optional<CasesFile> cases() {
    return CasesFile.beside(path);
  }

  /**
   * Creates the inspection unless it is there, and sends it everything.
   *
   * @param sample this bundle, sound
   * @param there whether the inspection is
   * @param sending how the cases are sent
   */
  <T> Result<Loaded<T>> load(
      DaemonClient client, Sample sample, boolean there, Function<CasesFile, Result<T>> sending) {
    Part creation =
        new Part(
            "the inspection", Request.of("POST", "inspections").json(sample.inspection().json()));
    return all(client, there ? List.of() : List.of(creation))
        .then(
            _ ->
                cases()
                    .map(file -> sending.apply(file).map(Optional::of))
                    .orElseGet(() -> new Result.Done<>(Optional.empty())))
        .then(
            cases ->
                all(client, answersAndJudgements(sample))
                    .then(_ -> alerts(client, sample, there))
                    .then(alerts -> all(client, alerts))
                    .map(raised -> new Loaded<>(cases, raised)));
  }

  private static List<Part> answersAndJudgements(Sample sample) {
    List<Part> parts = new ArrayList<>();
    String id = sample.id().text();
    sample
        .serviceAnswers()
        .ifPresent(
            batch ->
                parts.add(
                    new Part(
                        "the service's answers",
                        Request.of("POST", "inspections", id, "answers").json(batch))));
    sample
        .judgements()
        .forEach(
            (standard, body) ->
                parts.add(
                    new Part(
                        "the judgement of " + standard,
                        Request.of("PUT", "inspections", id, "judgements", standard).json(body))));
    return parts;
  }

  private static Result<List<Part>> alerts(DaemonClient client, Sample sample, boolean there) {
    String id = sample.id().text();
    Request standing = Request.get("inspections", id, "alerts").with("limit", ALERTS);
    Result<List<String>> missing =
        !there || sample.alerts().isEmpty()
            ? new Result.Done<>(sample.alerts())
            : Result.of(client.ask(standing, Outcome::done)).map(sample::alertsBeside);
    return missing.map(
        bodies ->
            bodies.stream()
                .map(
                    body ->
                        new Part(
                            "an alert", Request.of("POST", "inspections", id, "alerts").json(body)))
                .toList());
  }

  /** How many were done; the first that is refused ends it, and says which. */
  private static Result<Integer> all(DaemonClient client, List<Part> parts) {
    int sent = 0;
    for (Part part : parts) {
      if (Result.of(client.ask(part.request(), Outcome::done))
          instanceof Result.Ended<byte[]>(ExitCode exit, String why)) {
        return new Result.Ended<>(
            exit,
            "%s: %s\nwhat came before it is kept: send the bundle again"
                .formatted(part.what(), why));
      }
      sent++;
    }
    return new Result.Done<>(sent);
  }
}
