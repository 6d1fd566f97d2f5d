package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.FrameworkJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand framework}: the editions of the standards, and one's own from a file. */
@Command(
    name = "framework",
    synopsisSubcommandLabel = "COMMAND",
    description = "List the editions of the standards, and bring your own from a file.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "An inspection keeps the edition it was made with: replacing or removing one",
      "changes nothing under it. The file is described in model/EDITIONS.md; start from",
      "a built-in one: bandstand framework show yos-2021 > mine.json"
    })
final class FrameworkCommand {
  private static final String FILE = "The edition's file; - is standard input.";

  private FrameworkCommand() {}

  /** Adds it with its own commands, which share the options of the whole command line. */
  static void addTo(CommandLine line, Setting setting, Reach reach) {
    CommandLine framework = new CommandLine(new FrameworkCommand());
    line.addSubcommand(framework);
    framework
        .addSubcommand(new Check(setting, reach))
        .addSubcommand(new Add(setting, reach))
        .addSubcommand(new Remove(setting, reach))
        .addSubcommand(new All(setting, reach))
        .addSubcommand(new Show(setting, reach));
  }

  /** {@code framework check}: everything wrong with a file, without a daemon. */
  @Command(
      name = "check",
      description = "List every error of an edition's file, with line and place.")
  static final class Check implements Callable<Integer> {
    private final Setting setting;
    private final Reach reach;

    @Parameters(paramLabel = "FILE", description = FILE)
    private String file = "";

    Check(Setting setting, Reach reach) {
      this.setting = setting;
      this.reach = reach;
    }

    @Override
    public Integer call() {
      return reach.ended(EditionFile.read(setting, file).map(this::checked));
    }

    private ExitCode checked(EditionFile read) {
      return switch (read.edition()) {
        case Outcome.Done<Framework>(Framework edition) -> {
          setting
              .output()
              .say("sound: " + EditionFile.counts(FrameworkJson.Row.of(edition, false)));
          if (BuiltInEditions.load().frameworks().containsKey(edition.id())) {
            setting
                .output()
                .say(edition.id() + " is built in: give it an id of its own before you add it");
          }
          yield ExitCode.DONE;
        }
        case Outcome.Refused<Framework>(Problem problem) -> {
          read.lines(problem).forEach(setting.output()::say);
          yield ExitCode.BAD_INPUT;
        }
      };
    }
  }

  /** {@code framework add}: a sound file to the daemon. */
  @Command(
      name = "add",
      description =
          "Add an edition from its file, or replace an added one of its id; only a lead may.")
  static final class Add implements Callable<Integer> {
    private final Setting setting;
    private final Reach reach;

    @Parameters(paramLabel = "FILE", description = FILE)
    private String file = "";

    Add(Setting setting, Reach reach) {
      this.setting = setting;
      this.reach = reach;
    }

    @Override
    public Integer call() {
      Result<EditionFile> read = EditionFile.read(setting, file);
      return switch (read.then(EditionFile::sound)) {
        case Result.Done<Framework>(Framework edition) ->
            reach.talk(client -> read.then(sound -> added(client, edition, sound.bytes())));
        case Result.Ended<Framework>(ExitCode exit, String why) ->
            reach.ended(new Result.Ended<>(exit, why));
      };
    }

    private Result<ExitCode> added(DaemonClient client, Framework edition, byte[] bytes) {
      Request put = Request.of("PUT", "frameworks", edition.id()).json(bytes);
      return Result.of(client.ask(put, Outcome::done))
          .map(
              _ -> {
                setting
                    .output()
                    .say(
                        "%s stands as in the file: %s\ninspections made with an earlier one keep that"
                            .formatted(
                                edition.id(),
                                EditionFile.counts(FrameworkJson.Row.of(edition, false))));
                return ExitCode.DONE;
              });
    }
  }

  /** {@code framework remove}: off the list; inspections made with it go on. */
  @Command(
      name = "remove",
      description = "Remove an added edition; inspections made with it keep it. Only a lead may.")
  static final class Remove implements Callable<Integer> {
    private final Setting setting;
    private final Reach reach;

    @Parameters(paramLabel = "ID", description = "As bandstand framework list prints it.")
    private String id = "";

    Remove(Setting setting, Reach reach) {
      this.setting = setting;
      this.reach = reach;
    }

    @Override
    public Integer call() {
      return reach.talk(
          client ->
              Result.of(client.ask(Request.of("DELETE", "frameworks", id), Outcome::done))
                  .map(
                      _ -> {
                        setting
                            .output()
                            .say("removed " + id + "; inspections made with it keep it");
                        return ExitCode.DONE;
                      }));
    }
  }

  /** {@code framework list}: the built-in ones, then those that were added. */
  @Command(name = "list", description = "List the editions an inspection can be made with.")
  static final class All implements Callable<Integer> {
    private final Setting setting;
    private final Reach reach;

    @Option(names = "--json", description = "Print the daemon's answer as it is.")
    private boolean json;

    All(Setting setting, Reach reach) {
      this.setting = setting;
      this.reach = reach;
    }

    @Override
    public Integer call() {
      return reach.talk(
          client ->
              Result.of(client.ask(Request.get("frameworks"), Outcome::done))
                  .then(
                      body ->
                          Result.of(FrameworkJson.readList(body), ExitCode.FAILED)
                              .map(rows -> listed(rows, body))));
    }

    private ExitCode listed(List<FrameworkJson.Row> rows, byte[] body) {
      if (json) {
        setting.output().pass(body);
        return ExitCode.DONE;
      }
      for (FrameworkJson.Row row : rows) {
        setting.output().say(row.id() + "  " + row.title());
        String from = row.builtIn() ? "built in" : "added";
        setting.output().say("  %s, %s; %s".formatted(from, row.status(), EditionFile.counts(row)));
      }
      return ExitCode.DONE;
    }
  }

  /** {@code framework show}: the file of an edition, byte for byte. */
  @Command(
      name = "show",
      description = "Print the file of an edition, to start one of your own from.",
      footer = {"", "Example: bandstand framework show yos-2021 > mine.json"})
  static final class Show implements Callable<Integer> {
    private final Setting setting;
    private final Reach reach;

    @Parameters(paramLabel = "ID", description = "As bandstand framework list prints it.")
    private String id = "";

    Show(Setting setting, Reach reach) {
      this.setting = setting;
      this.reach = reach;
    }

    @Override
    public Integer call() {
      return reach.talk(
          client ->
              Result.of(client.ask(Request.get("frameworks", id, "file"), Outcome::done))
                  .map(
                      bytes -> {
                        setting.output().copy(bytes);
                        return ExitCode.DONE;
                      }));
    }
  }
}
