package bandstand.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line of {@code bandstand}: every command and option. */
@Command(
    name = "bandstand",
    versionProvider = Commands.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "Walk the inspection standards and see the bands move.",
      "Without a command it opens the client: on the daemon you are logged in to, else on your own,"
          + " which starts if it does not run."
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n")
final class Commands implements Callable<Integer> {

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Bandstand " + text()};
    }

    static String text() {
      return Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
          .orElse("unpackaged");
    }
  }

  private static final OptionSpec HELP =
      OptionSpec.builder("-h", "--help")
          .usageHelp(true)
          .scopeType(ScopeType.INHERIT)
          .description("Show this help and leave.")
          .build();

  private static final OptionSpec VERSION =
      OptionSpec.builder("-V", "--version")
          .versionHelp(true)
          .description("Show the version and leave.")
          .build();

  @Mixin private final Reach reach;

  private Commands(Reach reach) {
    this.reach = reach;
  }

  static int run(Setting setting, String... arguments) {
    return line(setting).execute(arguments);
  }

  /** Each paragraph of a help is one text, so that it is broken in one place: at the width. */
  static CommandLine line(Setting setting) {
    Reach reach = new Reach(setting);
    CommandLine line = new CommandLine(new Commands(reach));
    line.getCommandSpec().addOption(HELP).addOption(VERSION);
    line.addSubcommand(new DemoCommand(setting, reach))
        .addSubcommand(new ImportCommand(setting, reach))
        .addSubcommand(new RatingsCommand(setting, reach))
        .addSubcommand(new ReceiptCommand(setting, reach))
        .addSubcommand(new HistoryCommand(setting, reach))
        .addSubcommand(new UndoCommand(setting, reach))
        .addSubcommand(new RedoCommand(setting, reach))
        .addSubcommand(new RateCommand(setting, reach))
        .addSubcommand(new WatchCommand(setting, reach))
        .addSubcommand(new GlossaryCommand(setting))
        .addSubcommand(new CompareCommand(setting, reach))
        .addSubcommand(new CarryCommand(setting, reach))
        .addSubcommand(new WordingCommand(setting, reach))
        .addSubcommand(new LoginCommand(setting, reach))
        .addSubcommand(new LogoutCommand(setting, reach))
        .addSubcommand(new StatusCommand(setting, reach))
        .addSubcommand(new StopCommand(setting, reach))
        .addSubcommand(new BackupCommand(setting, reach))
        .addSubcommand(new DueCommand(setting, reach))
        .addSubcommand(new EraseCommand(setting, reach))
        .addSubcommand(new SubjectReportCommand(setting, reach))
        .addSubcommand(new VerifyCommand(setting, reach))
        .addSubcommand(new RestoreCommand(setting, reach))
        .addSubcommand(new DoctorCommand(setting))
        .addSubcommand(new DaemonCommand(reach));
    FrameworkCommand.addTo(line, setting, reach);
    TokenCommand.addTo(line, setting, reach);
    line.setOut(setting.output().writer())
        .setErr(setting.errors().writer())
        .setParameterExceptionHandler((wrong, _) -> usage(setting, wrong));
    line.getCommandSpec().usageMessage().exitCodeList(ExitCode.table());
    return line;
  }

  @Override
  public Integer call() {
    return reach.open();
  }

  private static int usage(Setting setting, ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    setting.errors().say("bandstand: " + wrong.getMessage() + "\nsee " + command + " --help");
    return ExitCode.USAGE.code();
  }
}
