package bandstand.cli;

import bandstand.client.Request;
import bandstand.framework.Outcome;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.wire.PeopleJson;
import bandstand.wire.Requests;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token role}: what somebody may do from now on; the token stays. */
@Command(
    name = "role",
    description = "Give somebody another role; the token stays. One lead always remains.",
    footer = {"", "Example: bandstand token role Amir lead"})
final class TokenRoleCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(index = "0", paramLabel = "NAME", description = "As bandstand token list prints it.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "ROLE",
      converter = TokenCommand.RoleWord.class,
      description = "viewer, inspector or lead.")
  private Role role = Role.VIEWER;

  @Option(names = "--json", description = "Print the daemon's answer as it is.")
  private boolean json;

  TokenRoleCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    Request request = Request.of("PATCH", "tokens", name).json(Requests.role(role));
    return reach.talk(
        client ->
            Result.of(client.ask(request, Outcome::done))
                .then(
                    body ->
                        Result.of(PeopleJson.readPerson(body), ExitCode.FAILED)
                            .map(person -> told(person, body))));
  }

  private ExitCode told(Person person, byte[] body) {
    if (json) {
      setting.output().pass(body);
    } else {
      setting.output().say("%s is %s now".formatted(person.name(), person.role().word()));
    }
    return ExitCode.DONE;
  }
}
