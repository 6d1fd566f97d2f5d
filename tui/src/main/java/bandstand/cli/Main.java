package bandstand.cli;

import bandstand.terminal.Surroundings;
import bandstand.wire.Folders;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Map;

/** {@code bandstand}: opens the client, or does what a command says. */
public final class Main {
  private Main() {}

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
    return Straight.of(setting, arguments)
        .map(Straight::open)
        .orElseGet(() -> Commands.run(setting, arguments));
  }

  private static PrintStream raw(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false);
  }
}
