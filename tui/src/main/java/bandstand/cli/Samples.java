package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.Format;
import bandstand.wire.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sample inspections, loaded through the API as any script would. */
final class Samples {
  /** Names the folder; without it, it lies beside the launcher. */
  private static final String FOLDER = "BANDSTAND_SAMPLES";

  private final Path folder;

  private Samples(Path folder) {
    this.folder = folder;
  }

  static Samples of(Map<String, String> environment) {
    return new Samples(
        Optional.ofNullable(environment.get(FOLDER))
            .map(Path::of)
            .orElseGet(
                () ->
                    Path.of(environment.getOrDefault("BANDSTAND_LAUNCHER", ""))
                        .resolveSibling("samples")));
  }

  /** Loads every sample of the folder, in the order of their names. */
  Result<Integer> load(DaemonClient client) {
    Result<Integer> loaded = new Result.Done<>(0);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        loaded = loaded.then(count -> load(client, file).map(_ -> count + 1));
      }
    } catch (IOException unreadable) {
      return new Result.Ended<>(ExitCode.BAD_INPUT, "no samples in " + folder);
    }
    return loaded;
  }

  private Result<Boolean> load(DaemonClient client, Path file) {
    return read(file)
        .then(
            sample -> {
              Result<Boolean> done = new Result.Done<>(true);
              for (Request request : requests(sample, file)) {
                done = done.then(_ -> Result.of(client.ask(request, _ -> Outcome.done(true))));
              }
              return done;
            });
  }

  private static Result<Sample> read(Path file) {
    try {
      return switch (Sample.read(Files.readAllBytes(file))) {
        case Outcome.Done<Sample>(Sample sample) -> new Result.Done<>(sample);
        case Outcome.Refused<Sample>(Problem problem) ->
            new Result.Ended<>(ExitCode.BAD_INPUT, file + ": " + problem.detail());
      };
    } catch (IOException unreadable) {
      return new Result.Ended<>(ExitCode.BAD_INPUT, file + " cannot be read");
    }
  }

  private static List<Request> requests(Sample sample, Path file) {
    String id = sample.id().text();
    List<Request> requests = new ArrayList<>();
    requests.add(Request.of("POST", "inspections").json(sample.inspection()));
    cases(file)
        .ifPresent(
            content ->
                requests.add(Request.of("POST", "inspections", id, "cases").carrying(content)));
    sample
        .serviceAnswers()
        .ifPresent(
            batch -> requests.add(Request.of("POST", "inspections", id, "answers").json(batch)));
    sample
        .judgements()
        .forEach(
            (standard, body) ->
                requests.add(
                    Request.of("PUT", "inspections", id, "judgements", standard).json(body)));
    sample
        .alerts()
        .forEach(body -> requests.add(Request.of("POST", "inspections", id, "alerts").json(body)));
    return requests;
  }

  /** The cases lie beside, under the same name. */
  private static Optional<Request.Content> cases(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    return Stream.of(Format.CSV, Format.NDJSON)
        .map(
            format ->
                (Request.Content)
                    new Request.Content.File(
                        format.mediaType(),
                        file.resolveSibling(name + "." + format.name().toLowerCase(Locale.ROOT))))
        .filter(content -> Files.exists(((Request.Content.File) content).path()))
        .findFirst();
  }
}
