package bandstand.cli;

import bandstand.client.Address;
import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Finding;
import bandstand.client.Login;
import bandstand.client.Request;
import bandstand.client.Token;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.wire.PeopleJson;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bandstand login}: from then on every command and the client use that daemon. */
@Command(
    name = "login",
    description = {
      "Use a team's daemon from now on: every command and the client, until bandstand logout.",
      "Asks for your token without showing it, tries it, and keeps both in a file for you alone."
          + " --token-file FILE takes the token from a file, --token-file - from standard input."
    },
    footer = {"", "Example: bandstand login unix:/run/bandstand/bandstand.sock"})
final class LoginCommand implements Callable<Integer> {
  /** Much longer than any token: what is piped in is something else. */
  private static final int INPUT_BYTES = 2_000;

  private static final Path STANDARD_INPUT = Path.of("-");

  private static final String ASK =
      "ask a lead for one, who makes it with bandstand token rotate NAME";

  private final Setting setting;
  private final Reach reach;

  @Parameters(
      paramLabel = "URL",
      description = "http://127.0.0.1:7117, unix:/path/to/bandstand.sock, or that path.")
  private String url = "";

  LoginCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.ended(
        reach.urlGiven()
            ? new Result.Ended<>(ExitCode.USAGE, "login takes the address alone; leave out --url")
            : Result.found(Address.parse(url))
                .then(address -> token(address).map(token -> new Login(address, token)))
                .then(this::tried));
  }

  private Result<String> token(Address address) {
    Optional<Path> file = reach.tokenFile();
    if (file.isPresent() && !file.get().equals(STANDARD_INPUT)) {
      return Result.found(Token.read(file.get()));
    }
    try {
      return Token.of(file.isEmpty() ? asked(address) : piped())
          .<Result<String>>map(Result.Done::new)
          .orElseGet(() -> new Result.Ended<>(ExitCode.NOT_PERMITTED, "that is no token: " + ASK));
    } catch (IOException unreadable) {
      return new Result.Ended<>(
          ExitCode.FAILED, "the token cannot be read: " + unreadable.getMessage());
    }
  }

  /** At a terminal without an echo, which comes back whatever ends this. */
  private String asked(Address address) throws IOException {
    Optional<Console> console =
        Optional.ofNullable(System.console())
            .filter(one -> setting.surroundings().interactive() && one.isTerminal());
    if (console.isEmpty()) {
      return piped();
    }
    char[] typed = console.get().readPassword("Token for %s (it is not shown): ", address.url());
    return Optional.ofNullable(typed).map(String::new).orElse("");
  }

  private String piped() throws IOException {
    return new String(setting.input().readNBytes(INPUT_BYTES), StandardCharsets.UTF_8);
  }

  private Result<ExitCode> tried(Login login) {
    try (DaemonClient client = new DaemonClient(login.address(), login.token())) {
      return switch (client.ask(Request.get("me"), PeopleJson::readPerson)) {
        case Answered.Refused<Person>(Problem problem)
            when problem.kind() == Problem.Kind.UNAUTHORIZED ->
            new Result.Ended<>(
                ExitCode.NOT_PERMITTED,
                "%s does not know that token: %s".formatted(login.address().url(), ASK));
        case Answered<Person> answered -> Result.of(answered).then(me -> kept(login, me));
      };
    }
  }

  private Result<ExitCode> kept(Login login, Person me) {
    try {
      login.keep(setting.folders());
    } catch (IOException failed) {
      return new Result.Ended<>(
          ExitCode.FAILED,
          "%s cannot be written: %s".formatted(setting.folders().login(), failed.getMessage()));
    }
    setting
        .output()
        .say(
            "logged in to %s as %s, %s"
                .formatted(login.address().url(), me.name(), me.role().word()));
    String set = setting.environment().getOrDefault(Finding.URL, "");
    if (!set.isBlank()) {
      setting.errors().say("bandstand: %s still names %s; unset it".formatted(Finding.URL, set));
    }
    return new Result.Done<>(ExitCode.DONE);
  }
}
