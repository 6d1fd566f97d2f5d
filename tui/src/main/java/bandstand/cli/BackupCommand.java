package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Download;
import bandstand.client.Request;
import bandstand.framework.Problem;
import bandstand.state.Words;
import bandstand.wire.BackupJson;
import bandstand.wire.ErasureLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand backup}: everything the daemon keeps, in one file that was verified. */
@Command(
    name = "backup",
    description = {
      "Write everything the daemon keeps into one file while work goes on, and verify it.",
      "Only a lead may. The file is for your eyes alone and gets its name once it is sound. If"
          + " anything was ever erased, erasures.json beside it tells a restore what to erase"
          + " again."
    })
final class BackupCommand implements Callable<Integer> {
  /** A journal of many gigabytes through a slow tunnel. */
  private static final Duration PATIENCE = Duration.ofHours(2);

  private final Setting setting;
  private final Reach reach;

  @Parameters(paramLabel = "FILE", description = "Its name, on another disk if you can.")
  private Path file = Path.of("");

  @Option(
      names = "--force",
      description = "Replace a file of that name, once the new one is sound.")
  private boolean force;

  BackupCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    if (Files.isDirectory(file)) {
      return reach.ended(new Result.Ended<>(ExitCode.USAGE, file + " is a folder; name a file"));
    }
    if (Files.exists(file) && !force) {
      return reach.ended(
          new Result.Ended<>(
              ExitCode.FAILED, file + " exists; choose another name, or replace it with --force"));
    }
    Optional<Path> within = dataFolder();
    if (within.isPresent()) {
      return reach.ended(
          new Result.Ended<>(
              ExitCode.USAGE,
              "%s lies in the data folder %s, where no erasure reaches it; choose another disk"
                  .formatted(file, within.get())));
    }
    return reach.talk(this::made);
  }

  /** The data folder of any daemon that the file would lie in. */
  private Optional<Path> dataFolder() {
    Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent());
    while (folder.isPresent() && !isDataFolder(folder.get())) {
      folder = folder.map(Path::getParent);
    }
    return folder;
  }

  private static boolean isDataFolder(Path folder) {
    return Files.exists(folder.resolve("daemon.lock"))
        && Files.isDirectory(folder.resolve("journal"));
  }

  private Result<ExitCode> made(DaemonClient client) {
    Request request = Request.of("POST", "admin", "backup").patient(PATIENCE);
    try (Download download = Download.of(file)) {
      return fetched(download.from(client, request))
          .then(bytes -> verified(download).map(sound -> new Made(bytes, sound)))
          .then(made -> named(download).map(_ -> made))
          .then(made -> ledger(client).map(_ -> made))
          .then(made -> told(client, made));
    } catch (IOException failed) {
      return new Result.Ended<>(ExitCode.FAILED, unwritten(failed));
    }
  }

  /** What came of it: so many bytes, and what they hold. */
  private record Made(long bytes, BackupJson.Verified sound) {}

  private static Result<Long> fetched(Answered<Long> answered) {
    return answered instanceof Answered.Lost<Long>(String why)
        ? new Result.Ended<>(ExitCode.NO_DAEMON, "the backup broke off: " + why)
        : Result.of(answered);
  }

  private Result<BackupJson.Verified> verified(Download download) {
    return new Offline(setting)
        .printed(List.of("verify", "--json", download.part().toString()))
        .then(
            lines ->
                Result.of(
                    BackupJson.readVerified(
                        String.join("", lines).getBytes(StandardCharsets.UTF_8)),
                    ExitCode.FAILED));
  }

  private Result<ExitCode> named(Download download) {
    try {
      download.name();
      return new Result.Done<>(ExitCode.DONE);
    } catch (IOException failed) {
      return new Result.Ended<>(ExitCode.FAILED, unwritten(failed));
    }
  }

  /** Beside the backup, with what lies there already: each older backup needs all that follows. */
  private Result<ExitCode> ledger(DaemonClient client) {
    Path beside = file.toAbsolutePath().resolveSibling("erasures.json");
    return Result.of(client.ask(Request.get("admin", "erasures"), ErasureLedger::read))
        .then(
            now -> {
              try {
                return Files.exists(beside)
                    ? Result.of(ErasureLedger.read(Files.readAllBytes(beside)), ExitCode.FAILED)
                        .then(lies -> kept(beside, ErasureLedger.merged(List.of(lies, now))))
                    : kept(beside, now);
              } catch (IOException unreadable) {
                return unledgered(beside, unreadable);
              }
            });
  }

  private static Result<ExitCode> kept(Path beside, ErasureLedger ledger) {
    if (ledger.rows().isEmpty()) {
      return new Result.Done<>(ExitCode.DONE);
    }
    try (Download writing = Download.of(beside)) {
      Files.write(writing.part(), ledger.json());
      writing.name();
      return new Result.Done<>(ExitCode.DONE);
    } catch (IOException failed) {
      return unledgered(beside, failed);
    }
  }

  private static <T> Result<T> unledgered(Path beside, IOException why) {
    return new Result.Ended<>(
        ExitCode.FAILED,
        "the backup is good, but the ledger of erasures %s cannot be kept: %s"
            .formatted(beside, Unwritable.why(beside, why)));
  }

  private Result<ExitCode> told(DaemonClient client, Made made) {
    BackupJson.Claim claim = made.sound().claim();
    setting
        .output()
        .say(
            "%s: %s up to change %d, %s bytes, verified"
                .formatted(
                    file,
                    Words.count(made.sound().inspections(), "inspection"),
                    claim.sequence(),
                    made.bytes()));
    Request request = Request.of("POST", "admin", "backups").json(BackupJson.claim(claim));
    return switch (client.ask(request, BackupJson::readStatus)) {
      case Answered.Done<BackupJson.Status> _ -> new Result.Done<>(ExitCode.DONE);
      case Answered.Refused<BackupJson.Status>(Problem problem) ->
          untold(ExitCode.FAILED, problem.detail());
      case Answered.Lost<BackupJson.Status>(String why) -> untold(ExitCode.NO_DAEMON, why);
    };
  }

  private static Result<ExitCode> untold(ExitCode exit, String why) {
    return new Result.Ended<>(
        exit, "the backup is good, but the daemon does not know of it: " + why);
  }

  private String unwritten(IOException failed) {
    return "%s cannot be written: %s; nothing was kept"
        .formatted(file, Unwritable.why(file, failed));
  }
}
