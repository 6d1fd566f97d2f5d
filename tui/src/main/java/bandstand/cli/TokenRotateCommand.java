package bandstand.cli;

import bandstand.client.Address;
import bandstand.client.Answered;
import bandstand.client.Choice;
import bandstand.client.DaemonClient;
import bandstand.client.Found;
import bandstand.client.KeptToken;
import bandstand.client.Request;
import bandstand.client.Token;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.wire.PeopleJson;
import bandstand.wire.Requests;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code token rotate}: a new token in place of the old one.
 *
 * <p>One's own is made here and lies on disk before the daemon hears of it, so that whatever is cut
 * off or lost, one of the two opens: the next rotation tries which.
 */
@Command(
    name = "rotate",
    description = {
      "Replace a token; the old one opens nothing from then on.",
      "Without NAME your own: the new one takes its place where you keep it, and is not shown. With"
          + " NAME, for a lead: it is shown this once. Whoever uses one token for several daemons"
          + " rotates it on one of them only."
    },
    footer = {"", "Example: bandstand token rotate"})
final class TokenRotateCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "Whose, as bandstand token list prints it; without it your own.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--json",
      description = "Print the daemon's answer as it is; of your own, name, role and its file.")
  private boolean json;

  TokenRotateCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.ended(
        reach
            .choice()
            .then(
                choice ->
                    reach
                        .findRunning()
                        .then(
                            found ->
                                name.isPresent()
                                    ? named(found, name.get(), choice)
                                    : own(found.address(), reach.token(choice)))));
  }

  private Result<ExitCode> named(Found found, String whose, Choice choice) {
    try (DaemonClient client = new DaemonClient(found.address(), found.token())) {
      return Result.of(client.ask(Request.get("me"), PeopleJson::readPerson))
          .then(
              me ->
                  me.name().equals(whose)
                      ? own(found.address(), reach.token(choice))
                      : Result.of(
                              client.ask(
                                  Request.of("POST", "tokens", whose, "rotate"), Outcome::done))
                          .then(body -> shown(whose, body)));
    }
  }

  private Result<ExitCode> shown(String whose, byte[] body) {
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
                      "shown this once: give it to %s alone, for bandstand login".formatted(whose));
              return ExitCode.DONE;
            });
  }

  private Result<ExitCode> own(Address address, KeptToken kept) {
    try {
      Optional<String> unsettled = kept.unsettled();
      if (unsettled.isPresent()) {
        switch (whoIs(address, unsettled.get())) {
          case Answered.Done<Person>(Person me, _, _) -> {
            return settled(kept, unsettled.get(), me);
          }
          case Answered.Lost<Person>(String why) -> {
            return new Result.Ended<>(ExitCode.NO_DAEMON, why);
          }
          case Answered.Refused<Person> _ -> kept.drop();
        }
      }
      return Result.found(kept.read()).then(token -> rotated(address, kept, token));
    } catch (IOException failed) {
      return unwritten(kept, failed);
    }
  }

  private static Answered<Person> whoIs(Address address, String token) {
    try (DaemonClient client = new DaemonClient(address, token)) {
      return client.ask(Request.get("me"), PeopleJson::readPerson);
    }
  }

  private Result<ExitCode> rotated(Address address, KeptToken kept, String token) {
    try (DaemonClient client = new DaemonClient(address, token)) {
      return Result.of(client.ask(Request.get("me"), PeopleJson::readPerson))
          .then(me -> rotated(client, kept, me));
    }
  }

  private Result<ExitCode> rotated(DaemonClient client, KeptToken kept, Person me) {
    String next = Token.random();
    Request request =
        Request.of("POST", "tokens", me.name(), "rotate").json(Requests.rotation(next));
    try {
      kept.prepare(next);
      return switch (client.ask(request, Outcome::done)) {
        case Answered.Done<byte[]> _ -> settled(kept, next, me);
        case Answered.Refused<byte[]>(Problem problem) -> {
          kept.drop();
          yield Result.refused(problem);
        }
        case Answered.Lost<byte[]>(String why) -> doubted(client.address(), kept, next, why);
      };
    } catch (IOException failed) {
      return unwritten(kept, failed);
    }
  }

  /** No answer: whether the daemon had taken it shows in which token it knows. */
  private Result<ExitCode> doubted(Address address, KeptToken kept, String next, String why)
      throws IOException {
    return switch (whoIs(address, next)) {
      case Answered.Done<Person>(Person me, _, _) -> settled(kept, next, me);
      case Answered.Refused<Person> _ -> {
        kept.drop();
        yield new Result.Ended<>(ExitCode.NO_DAEMON, why + "; your token is the one it was");
      }
      case Answered.Lost<Person> _ ->
          new Result.Ended<>(
              ExitCode.NO_DAEMON,
              why
                  + "; both tokens are kept: when the daemon is back, bandstand token rotate"
                  + " again");
    };
  }

  private Result<ExitCode> settled(KeptToken kept, String token, Person me) throws IOException {
    kept.replace(token);
    kept.drop();
    if (json) {
      setting.output().pass(PeopleJson.rotated(me, kept.path().toString()));
    } else {
      setting.output().say("rotated the token of %s, kept in %s".formatted(me.name(), kept.path()));
    }
    return new Result.Done<>(ExitCode.DONE);
  }

  private static Result<ExitCode> unwritten(KeptToken kept, IOException failed) {
    return new Result.Ended<>(
        ExitCode.FAILED,
        "%s cannot be written: %s; make room, then bandstand token rotate again"
            .formatted(kept.path(), failed.getMessage()));
  }
}
