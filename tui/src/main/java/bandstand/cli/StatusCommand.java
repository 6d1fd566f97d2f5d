package bandstand.cli;

import bandstand.client.Address;
import bandstand.client.Answered;
import bandstand.client.Choice;
import bandstand.client.DaemonClient;
import bandstand.client.Found;
import bandstand.client.Request;
import bandstand.client.RunningDaemon;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.state.Words;
import bandstand.view.Figures;
import bandstand.wire.BackupJson;
import bandstand.wire.HealthJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.PeopleJson;
import bandstand.wire.Retention;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bandstand status}: which daemon runs, and what it holds. */
@Command(
    name = "status",
    description = {
      "Say which daemon is used and why, whether it runs, who you are there, and what it holds.",
      "None is started: it ends with 3 when none runs, with 4 when the token opens nothing."
    })
final class StatusCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  StatusCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.ended(reach.choice().then(this::told));
  }

  private Result<ExitCode> told(Choice choice) {
    say("daemon", choice.address().map(Address::url).orElseGet(this::own));
    say("because", choice.by().words());
    if (choice.own()) {
      RunningDaemon.of(setting.folders()).ifPresent(this::tell);
    }
    return choice.own()
        ? own(reach.findRunning())
        : reach.told(reach.findRunning().then(this::told));
  }

  private Result<ExitCode> own(Result<Found> running) {
    return running instanceof Result.Ended<Found>(ExitCode exit, String why)
            && exit == ExitCode.NO_DAEMON
        ? new Result.Ended<>(exit, why + "; bandstand starts one and opens the client")
        : running.then(this::told);
  }

  private String own() {
    return setting.folders().socket().map("unix:"::concat).orElse("your own");
  }

  private Result<ExitCode> told(Found found) {
    try (DaemonClient client = new DaemonClient(found.address(), found.token())) {
      return Result.of(client.ask(Request.root("/version"), HealthJson::readVersion))
          .then(
              version -> {
                say("version", version);
                say("health", health(client));
                say("watchers", watchers(client));
                Result<Person> me =
                    Result.of(client.ask(Request.get("me"), PeopleJson::readPerson));
                say("backup", backup(client, me));
                return me;
              })
          .then(
              me -> {
                say("you", me.name() + ", " + me.role().word());
                retention(client);
                return inspections(client);
              });
    }
  }

  private void tell(RunningDaemon own) {
    say("process", Long.toString(own.pid()));
    say("port", own.says().url());
    say("data", own.says().data());
  }

  private static String watchers(DaemonClient client) {
    return switch (client.ask(Request.root("/metrics"), HealthJson::readWatchers)) {
      case Answered.Done<Integer>(Integer count, _, _) -> count.toString();
      case Answered.Refused<Integer>(Problem problem) -> problem.detail();
      case Answered.Lost<Integer>(String why) -> why;
    };
  }

  private static String health(DaemonClient client) {
    return switch (client.ask(Request.root("/health/ready"), Outcome::done)) {
      case Answered.Done<byte[]> _ -> "ready";
      case Answered.Refused<byte[]>(Problem problem) -> "reads only: " + problem.detail();
      case Answered.Lost<byte[]>(String why) -> why;
    };
  }

  private static String backup(DaemonClient client, Result<Person> me) {
    return switch (client.ask(Request.get("admin", "backups"), BackupJson::readStatus)) {
      case Answered.Done<BackupJson.Status>(BackupJson.Status status, _, _) ->
          words(status, me instanceof Result.Done<Person>(Person known) && known.isLead());
      case Answered.Refused<BackupJson.Status>(Problem problem) -> problem.detail();
      case Answered.Lost<BackupJson.Status>(String why) -> why;
    };
  }

  private static String words(BackupJson.Status status, boolean lead) {
    return status
        .last()
        .map(
            last ->
                "last verified backup: %s, at change %d"
                    .formatted(Words.ago(status.age()), last.claim().sequence()))
        .orElse(
            lead
                ? "no backup yet: bandstand backup FILE"
                : "no backup yet; a lead makes one: bandstand backup FILE");
  }

  private void retention(DaemonClient client) {
    if (DueCommand.due(client) instanceof Result.Done<List<Retention>>(List<Retention> due)
        && !due.isEmpty()) {
      say("retention", Words.retention(due.size()) + ": bandstand due");
    }
  }

  private Result<ExitCode> inspections(DaemonClient client) {
    Inspections inspections = new Inspections(client);
    return inspections
        .first()
        .map(
            page -> {
              page.rows().forEach(row -> say("inspection", line(row.edition(), row)));
              if (page.next().isPresent()) {
                say("", "and more");
              }
              return ExitCode.DONE;
            });
  }

  private static String line(Framework edition, InspectionJson.Row row) {
    String alerts = row.openAlerts() == 0 ? "" : "  ALERTS OPEN " + row.openAlerts();
    String signed = row.signedOffBy().map(name -> "  signed off by " + name).orElse("");
    String carried = row.carriedFrom().map(from -> "  carried from " + from).orElse("");
    return "%s  %s  %s  %d/%d cases  %s%s%s%s"
        .formatted(
            row.id(),
            row.service(),
            Figures.of(edition),
            row.complete(),
            row.cases(),
            Figures.of(edition, row.overall()),
            signed,
            carried,
            alerts);
  }

  private void say(String name, String value) {
    setting.output().say("%-11s %s".formatted(name, value));
  }
}
