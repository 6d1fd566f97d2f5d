package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The texts of every {@code --help}, which the width alone breaks. */
class HelpTest extends OnACannedDaemon {

  private Stream<CommandSpec> commands() {
    return within(Commands.line(setting()).getCommandSpec());
  }

  private static Stream<CommandSpec> within(CommandSpec spec) {
    return Stream.concat(
        Stream.of(spec),
        spec.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .flatMap(HelpTest::within));
  }

  @Test
  void everyParagraphIsWholeAndTheFirstOfThemListsTheCommand() {
    commands()
        .forEach(
            spec -> {
              Stream<String> own = Arrays.stream(spec.usageMessage().description());
              Stream<String> ofArguments =
                  spec.args().stream().map(ArgSpec::description).flatMap(Arrays::stream);
              Stream.concat(own, ofArguments)
                  .forEach(
                      text -> assertTrue(text.endsWith("."), spec.qualifiedName() + ": " + text));
            });
  }

  @Test
  void noLineIsWiderThanATerminal() {
    for (CommandSpec spec : commands().toList()) {
      spec.commandLine()
          .getUsageMessage()
          .lines()
          .forEach(line -> assertTrue(line.length() <= 80, spec.qualifiedName() + ": " + line));
    }
  }
}
