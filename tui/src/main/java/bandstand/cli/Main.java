package bandstand.cli;

import bandstand.terminal.Surroundings;
import bandstand.wire.Folders;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** {@code bandstand}: opens the client, or does what a command says. */
@Command(
    name = "bandstand",
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "Walk the inspection standards and see the bands move.",
      "Without a command it opens the client; your own daemon starts if none runs."
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n")
public final class Main implements Callable<Integer> {

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Bandstand " + text()};
    }

    static String text() {
      return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
          .orElse("unpackaged");
    }
  }

  private final Setting setting;

  @Mixin private final Reach reach;

  @Option(
      names = "--plain",
      scope = ScopeType.INHERIT,
      description = "Line by line, for a screen reader or a pipe; also when TERM is dumb.")
  private boolean plain;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and leave.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and leave.")
  private boolean version;

  private Main(Setting setting) {
    this.setting = setting;
    this.reach = new Reach(setting);
  }

  /** Ends the process with the exit code of the command. */
  public static void main(String[] arguments) {
    Surroundings surroundings = Surroundings.current();
    Map<String, String> environment = System.getenv();
    Setting setting =
        new Setting(
            environment,
            Folders.of(environment, System.getProperty("user.home")),
            surroundings,
            System.in,
            new Output(raw(FileDescriptor.out), surroundings.ascii()),
            new Output(raw(FileDescriptor.err), surroundings.ascii()));
    System.exit(run(setting, arguments));
  }

  static int run(Setting setting, String... arguments) {
    Main main = new Main(setting);
    Optional<Supplier<Integer>> usual = main.usual(List.of(arguments));
    if (usual.isPresent()) {
      return usual.get().get();
    }
    CommandLine line =
        new CommandLine(main)
            .addSubcommand(new DemoCommand(setting, main.reach, main))
            .addSubcommand(new ImportCommand(setting, main.reach))
            .addSubcommand(new RatingsCommand(setting, main.reach))
            .addSubcommand(new RateCommand(setting))
            .addSubcommand(new StatusCommand(setting, main.reach))
            .addSubcommand(new StopCommand(setting, main.reach))
            .addSubcommand(new DaemonCommand(main.reach))
            .setOut(setting.output().writer())
            .setErr(setting.errors().writer())
            .setParameterExceptionHandler((wrong, _) -> usage(setting, wrong));
    line.getCommandSpec().usageMessage().exitCodeList(ExitCode.table());
    return line.execute(arguments);
  }

  /**
   * What a command line of every day asks for; empty for any other. These few need not wait for
   * picocli, whose loading takes as long as all the rest of a start.
   */
  private Optional<Supplier<Integer>> usual(List<String> arguments) {
    if (arguments.isEmpty()) {
      return Optional.of(this::call);
    }
    if (arguments.equals(List.of("demo"))) {
      return Optional.of(new DemoCommand(setting, reach, this)::call);
    }
    if (arguments.size() == 2
        && arguments.getFirst().equals("--url")
        && arguments.getLast().startsWith("http")) {
      reach.to(arguments.getLast());
      return Optional.of(this::call);
    }
    return Optional.empty();
  }

  @Override
  public Integer call() {
    return reach.ended(reach.find().then(found -> opening().on(found, setting.folders())));
  }

  /** How the command line wants the client opened. */
  Opening opening() {
    return new Opening(setting, plain);
  }

  private static int usage(Setting setting, ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    setting.errors().say("bandstand: " + wrong.getMessage() + "\nsee " + command + " --help");
    return ExitCode.USAGE.code();
  }

  private static PrintStream raw(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false);
  }
}
