package bandstand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand restore}: makes a data folder of a backup. */
@Command(
    name = "restore",
    description = {
      "Verify a backup and make a new data folder of it; never over an existing one.",
      "What was erased since is erased again: by --erasures, by an erasures.json beside FILE, by"
          + " that of the folder the backup was made of, and by that of your own data folder."
    })
final class RestoreCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(paramLabel = "FILE", description = "As bandstand backup wrote it.")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "A folder that does not exist yet, or is empty.")
  private Path to = Path.of("");

  @Option(
      names = "--erasures",
      paramLabel = "FILE",
      description = "A ledger of erasures, as bandstand backup writes it beside a backup.")
  private Optional<Path> erasures = Optional.empty();

  RestoreCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "restore",
                file.toAbsolutePath().toString(),
                "--to",
                to.toAbsolutePath().toString()));
    erasures.ifPresent(
        ledger -> command.addAll(List.of("--erasures", ledger.toAbsolutePath().toString())));
    return Unreadable.<ExitCode>refusal(file)
        .or(() -> erasures.flatMap(Unreadable::<ExitCode>refusal))
        .map(reach::ended)
        .orElseGet(() -> new Offline(setting).run(command));
  }
}
