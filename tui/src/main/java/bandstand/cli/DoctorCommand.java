package bandstand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bandstand doctor}: how the data and its surroundings are, and what to do. */
@Command(
    name = "doctor",
    description = {
      "Look at data folder, token, daemon, space, disk, journal and last backup.",
      "A line each: ok, warn or FAIL, and what to do next. Ends with 1 if anything FAILs."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Setting setting;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: $XDG_DATA_HOME/bandstand).")
  private Optional<Path> data = Optional.empty();

  DoctorCommand(Setting setting) {
    this.setting = setting;
  }

  @Override
  public Integer call() {
    List<String> command = new ArrayList<>(List.of("doctor"));
    data.ifPresent(folder -> command.addAll(List.of("--data", folder.toAbsolutePath().toString())));
    return new Offline(setting).run(command);
  }
}
