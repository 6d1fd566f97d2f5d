package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.store.BackupFile;
import bandstand.wire.BackupJson;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand daemon restore}: makes a data folder of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new data folder of a backup, with its history, chains, editions and tokens.",
      "The backup is verified before, and the folder opened once as the daemon would open it.",
      "What was erased since is erased again: by --erasures, by an erasures.json beside FILE,",
      "by that of the folder the backup was made of, and by that of your own data folder."
    })
final class RestoreCommand implements Callable<Integer> {
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

  @Override
  public Integer call() {
    Path folder = to.toAbsolutePath().normalize();
    try {
      Optional<String> occupied = Restore.occupied(folder);
      if (occupied.isPresent()) {
        return Main.refused(ExitCode.FAILED, occupied.get());
      }
    } catch (IOException unusable) {
      return unusable(unusable);
    }
    BackupFile backup;
    try {
      switch (BackupFile.open(file)) {
        case Outcome.Refused<BackupFile>(Problem problem) -> {
          return VerifyCommand.refused(file, problem);
        }
        case Outcome.Done<BackupFile>(BackupFile opened) -> backup = opened;
      }
    } catch (IOException unreadable) {
      return Main.refused(ExitCode.FAILED, Started.reason(unreadable));
    }
    try (backup) {
      return backup.verify() instanceof Outcome.Refused<BackupJson.Verified>(Problem problem)
          ? VerifyCommand.refused(file, problem)
          : restored(
              folder,
              backup,
              Ledgers.found(file, backup.manifest().folder().map(Path::of), erasures));
    } catch (IOException unusable) {
      return unusable(unusable);
    }
  }

  private int restored(Path folder, BackupFile backup, Outcome<Ledgers> found) throws IOException {
    return switch (found) {
      case Outcome.Refused<Ledgers>(Problem problem) ->
          Main.refused(ExitCode.BAD_INPUT, problem.detail());
      case Outcome.Done<Ledgers>(Ledgers ledgers) -> restored(folder, backup, ledgers);
    };
  }

  private int restored(Path folder, BackupFile backup, Ledgers ledgers) throws IOException {
    return switch (Restore.into(folder, backup, ledgers.all())) {
      case Outcome.Refused<List<String>>(Problem problem) ->
          Main.refused(ExitCode.FAILED, problem.detail());
      case Outcome.Done<List<String>>(List<String> lines) -> {
        lines.forEach(System.out::println);
        ledgers.told(backup.manifest().madeAt()).forEach(System.out::println);
        System.out.printf(
            "restored %s up to change %d, as of %s%nstart it: bandstand daemon --data %s%n",
            VerifyCommand.counted(backup.manifest().inspections().size(), "inspection"),
            backup.manifest().sequence(),
            backup.manifest().madeAt(),
            folder);
        yield ExitCode.DONE.code();
      }
    };
  }

  private static int unusable(IOException failure) {
    if (failure instanceof FileSystemException system) {
      Started.Refused refused = Started.unusable(system);
      return Main.refused(refused.exit(), refused.why());
    }
    return Main.refused(ExitCode.FAILED, "Nothing was restored: " + failure.getMessage());
  }
}
