package bandstand.daemon;

import bandstand.wire.Folders;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bandstand daemon doctor}: how a data folder and its surroundings are. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at the data folder, token, daemon, space, disk, journal, last backup and retention.",
      "A line each: ok, warn or FAIL, what was found, and what to do next. It mends nothing.",
      "Ends with 0 unless something FAILs."
    })
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: $XDG_DATA_HOME/bandstand).")
  private Optional<Path> data = Optional.empty();

  @Override
  public Integer call() {
    Folders folders = Folders.of(System.getenv(), System.getProperty("user.home"));
    Path folder = data.orElseGet(() -> Path.of(folders.data())).toAbsolutePath().normalize();
    Doctor doctor =
        new Doctor(
            new Places(folder),
            new Surroundings(folders),
            Instant.now(),
            finding -> System.out.println(finding.line()));
    return (doctor.examine() ? ExitCode.DONE : ExitCode.FAILED).code();
  }
}
