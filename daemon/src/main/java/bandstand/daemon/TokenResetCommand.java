package bandstand.daemon;

import bandstand.inspection.Person;
import bandstand.service.People;
import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bandstand daemon token-reset}: lets the owner of a data folder in again. */
@Command(
    name = "token-reset",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the token in $XDG_CONFIG_HOME/bandstand/token a lead's again; without that file,"
          + " makes",
      "a token and the file. Everybody else's token stays. The daemon must not run."
    })
final class TokenResetCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: $XDG_DATA_HOME/bandstand).")
  private Optional<Path> data = Optional.empty();

  @Override
  public Integer call() {
    Folders folders = Folders.of(System.getenv(), System.getProperty("user.home"));
    Path folder = data.orElseGet(() -> Path.of(folders.data())).toAbsolutePath().normalize();
    try {
      return reset(new Places(folder), Path.of(folders.token()));
    } catch (FileSystemException unusable) {
      Started.Refused refused = Started.unusable(unusable);
      return Main.refused(refused.exit(), refused.why());
    } catch (IOException cannot) {
      return Main.refused(
          ExitCode.FAILED, "Nothing was reset in %s: %s".formatted(folder, cannot.getMessage()));
    }
  }

  private static int reset(Places places, Path token) throws IOException {
    if (!Files.isDirectory(places.journal())) {
      return Main.refused(
          ExitCode.FAILED,
          "%s is no data folder; name the daemon's with --data".formatted(places.data()));
    }
    Optional<Started.Refused> unfit = places.unfit();
    if (unfit.isPresent()) {
      return Main.refused(unfit.get().exit(), unfit.get().why());
    }
    Optional<Held> lock = Held.of(places.lock());
    if (lock.isEmpty()) {
      return Main.refused(
          ExitCode.DATA_IN_USE,
          "A daemon uses %s; stop it first, then reset, then start it".formatted(places.data()));
    }
    try (Held _ = lock.get()) {
      return mended(places, token);
    }
  }

  private static int mended(Places places, Path token) throws IOException {
    boolean made = LeadToken.makeIfAbsent(token);
    Optional<String> unusable = LeadToken.unusable(token);
    if (unusable.isPresent()) {
      return Main.refused(ExitCode.NO_TOKEN, unusable.get());
    }
    People people = People.open(places.tokens(), InstantSource.system());
    Person lead =
        people.mend(LeadToken.name(System.getProperty("user.name")), LeadToken.read(token));
    System.out.printf(
        "%s is a lead of %s, with the %s token in %s%n",
        lead.name(), places.data(), made ? "new" : "existing", token);
    System.out.printf(
        "%s besides; start the daemon, then see bandstand token list%n",
        VerifyCommand.counted(people.all().size() - 1L, "token"));
    return ExitCode.DONE.code();
  }
}
