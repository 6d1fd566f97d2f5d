package bandstand.cli;

import bandstand.client.Request;
import bandstand.framework.Outcome;
import bandstand.inspection.Holder;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.wire.PeopleJson;
import bandstand.wire.Requests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand token}: who may talk to the daemon, and as what; for a lead. */
@Command(
    name = "token",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Who may talk to the daemon, and as what: a token a person.",
      "Only a lead may, but for rotate without a name: everybody renews the own token."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "A viewer reads; an inspector also creates, imports and answers; a lead also",
      "judges, deletes, signs off and makes tokens."
    })
final class TokenCommand {
  private TokenCommand() {}

  /** Adds it with its own commands, which share the options of the whole command line. */
  static void addTo(CommandLine line, Setting setting, Reach reach) {
    CommandLine token = new CommandLine(new TokenCommand());
    line.addSubcommand(token);
    token
        .addSubcommand(new Add(setting, reach))
        .addSubcommand(new Everyone(setting, reach))
        .addSubcommand(new TokenRoleCommand(setting, reach))
        .addSubcommand(new TokenRotateCommand(setting, reach))
        .addSubcommand(new Revoke(setting, reach))
        .addSubcommand(new TokenResetCommand(setting));
  }

  /** A role by its word. */
  static final class RoleWord implements CommandLine.ITypeConverter<Role> {
    @Override
    public Role convert(String word) {
      return Role.ofWord(word)
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "\"" + word + "\" is no role; there are viewer, inspector, lead"));
    }
  }

  /** {@code token add}: standard output holds the token and nothing else. */
  @Command(
      name = "add",
      description = "Make a token for somebody; it is shown this once.",
      footer = {"", "Example: bandstand token add Amir --role inspector"})
  static final class Add implements Callable<Integer> {
    private final Setting setting;
    private final Reach reach;

    @Parameters(paramLabel = "NAME", description = "Whose changes it signs, such as Amir.")
    private String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        converter = RoleWord.class,
        description = "viewer, inspector or lead.")
    private Role role = Role.VIEWER;

    @Option(names = "--json", description = "Print the daemon's answer as it is.")
    private boolean json;

    Add(Setting setting, Reach reach) {
      this.setting = setting;
      this.reach = reach;
    }

    @Override
    public Integer call() {
      return Person.isName(name)
          ? reach.talk(client -> Result.of(client.ask(request(), Outcome::done)).then(this::made))
          : reach.ended(
              new Result.Ended<>(
                  ExitCode.USAGE,
                  "\"" + name + "\" is no name: it has 1 to 64 letters, digits and . _ -"));
    }

    private Request request() {
      return Request.of("POST", "tokens").json(Requests.token(new Person(name, role)));
    }

    private Result<ExitCode> made(byte[] body) {
      return Result.of(PeopleJson.readToken(body), ExitCode.FAILED)
          .map(
              token -> {
                if (json) {
                  setting.output().pass(body);
                } else {
                  setting.output().say(token);
                }
                setting
                    .errors()
                    .say(
                        "shown this once: give it to %s alone, for bandstand login"
                            .formatted(name));
                return ExitCode.DONE;
              });
    }
  }

  /** {@code token list}: names and roles; a token itself is stored nowhere. */
  @Command(
      name = "list",
      description =
          "Say who has a token, with which role, when it was made and by whom, and the day of its"
              + " last use (in UTC).")
  static final class Everyone implements Callable<Integer> {
    private final Setting setting;
    private final Reach reach;

    @Option(names = "--json", description = "Print the daemon's answer as it is.")
    private boolean json;

    Everyone(Setting setting, Reach reach) {
      this.setting = setting;
      this.reach = reach;
    }

    @Override
    public Integer call() {
      return reach.talk(
          client ->
              Result.of(client.ask(Request.get("tokens"), Outcome::done))
                  .then(
                      body ->
                          Result.of(PeopleJson.readHolders(body), ExitCode.FAILED)
                              .map(people -> listed(people, body))));
    }

    private ExitCode listed(List<Holder> holders, byte[] body) {
      if (json) {
        setting.output().pass(body);
      } else {
        holders.forEach(one -> setting.output().say(line(one)));
      }
      return ExitCode.DONE;
    }

    private static String line(Holder one) {
      String made =
          one.made()
              .map(known -> "made %s by %s".formatted(day(known.at()), known.by()))
              .orElse("made before it was written down");
      String used = one.lastUsed().map(day -> "used " + day).orElse("not used yet");
      return "%-9s  %s  %s, %s"
          .formatted(one.person().role().word(), one.person().name(), made, used);
    }

    private static LocalDate day(Instant at) {
      return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
  }

  /** {@code token revoke}: the token is known no longer; what was signed with it stays. */
  @Command(name = "revoke", description = "Revoke somebody's token; their changes stay theirs.")
  static final class Revoke implements Callable<Integer> {
    private final Setting setting;
    private final Reach reach;

    @Parameters(paramLabel = "NAME", description = "As bandstand token list prints it.")
    private String name = "";

    @Option(names = "--json", description = "Print {\"revoked\": NAME}.")
    private boolean json;

    Revoke(Setting setting, Reach reach) {
      this.setting = setting;
      this.reach = reach;
    }

    @Override
    public Integer call() {
      return reach.talk(
          client ->
              Result.of(client.ask(Request.of("DELETE", "tokens", name), Outcome::done))
                  .map(
                      _ -> {
                        if (json) {
                          setting.output().pass(PeopleJson.revoked(name));
                        } else {
                          setting.output().say("revoked the token of " + name);
                        }
                        return ExitCode.DONE;
                      }));
    }
  }
}
