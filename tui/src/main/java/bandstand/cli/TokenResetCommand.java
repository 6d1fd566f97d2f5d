package bandstand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code token reset}: the way back in for whoever owns the data folder. */
@Command(
    name = "reset",
    description = {
      "Mend a lockout, for whoever owns the data folder, while its daemon is stopped: the token in"
          + " $XDG_CONFIG_HOME/bandstand/token becomes a lead's; without that file both are made.",
      "Everybody else's token stays."
    })
final class TokenResetCommand implements Callable<Integer> {
  private final Setting setting;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: $XDG_DATA_HOME/bandstand).")
  private Optional<Path> data = Optional.empty();

  TokenResetCommand(Setting setting) {
    this.setting = setting;
  }

  @Override
  public Integer call() {
    List<String> command = new ArrayList<>(List.of("token-reset"));
    data.ifPresent(folder -> command.addAll(List.of("--data", folder.toAbsolutePath().toString())));
    return new Offline(setting).run(command);
  }
}
