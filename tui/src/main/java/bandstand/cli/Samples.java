package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sample inspections, each a {@link Bundle}, loaded through the API as any script would. */
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

  private static Result<Bundle.Loaded<Boolean>> load(DaemonClient client, Path file) {
    return Bundle.read(file)
        .then(
            bundle ->
                Result.of(bundle.sample(Optional.empty()), ExitCode.BAD_INPUT)
                    .then(
                        sample ->
                            bundle.load(
                                client,
                                sample,
                                false,
                                cases ->
                                    Result.of(
                                        client.ask(
                                            cases.request(
                                                sample.id().text(), Request.Passing.UNSEEN),
                                            _ -> Outcome.done(true))))));
  }
}
