package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.client.Spool;
import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.state.Words;
import bandstand.view.Figures;
import bandstand.wire.Format;
import bandstand.wire.InspectionJson;
import bandstand.wire.NewInspection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand import}: a file of cases into an inspection, or a bundle that makes one. */
@Command(
    name = "import",
    description = {
      "Import a file of cases into an inspection; one error and no case is kept.",
      "A JSON file with an \"inspection\" is a bundle: it creates the inspection if need be, and"
          + " brings its judgements, alerts and the service's answers; cases of the same name in"
          + " .csv or .ndjson beside it come along."
    },
    footer = {
      "",
      "Examples: bandstand import cases.csv --inspection leicester-2019 --dry-run",
      "          bandstand import cases.csv --inspection ashby --partial --failed left-out.csv",
      "          generate | bandstand import - --format ndjson --inspection ashby",
      "          bandstand import scripts/samples/leicester-2019.json",
      "",
      "A line shows how far it is, on a terminal. Ctrl-C while the file is sent keeps nothing of"
          + " it.",
      "With errors the exit code is 5; with --partial, too, when rows were left out."
    })
final class ImportCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(
      paramLabel = "FILE",
      description = "CSV, NDJSON or JSON, by its ending; - is standard input, with --format.")
  private Path file = Path.of("");

  @Option(
      names = "--inspection",
      paramLabel = "ID",
      description = "The inspection, such as leicester-2019; a bundle names its own.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, ndjson or json, whatever the file's ending.")
  private Optional<String> format = Optional.empty();

  @Mixin private final ImportManner manner = new ImportManner();

  @Option(
      names = "--all-errors",
      description = "List every error, not the first " + FaultLines.FIRST + ".")
  private boolean allErrors;

  @Option(names = "--json", description = "Print the daemon's answer as it is.")
  private boolean json;

  ImportCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    Optional<CasesFile> known = CasesFile.of(file, format);
    if (known.isEmpty()) {
      return end(
          ExitCode.USAGE,
          format
              .map(given -> "--format takes csv, ndjson or json, not " + given)
              .orElse(file + " is neither .csv, .ndjson nor .json; say --format"));
    }
    Optional<Result.Ended<ExitCode>> refusal = manner.refusal();
    if (refusal.isPresent()) {
      return reach.ended(refusal.get());
    }
    if (file.equals(CasesFile.INPUT)) {
      return piped(known.get());
    }
    Optional<Result<ExitCode>> unreadable = Unreadable.refusal(file);
    if (unreadable.isPresent()) {
      return reach.ended(unreadable.get());
    }
    if (known.get().format() == Format.JSON && Bundle.is(file)) {
      return switch (Bundle.read(file)) {
        case Result.Done<Bundle>(Bundle bundle) -> bundle(bundle);
        case Result.Ended<Bundle>(ExitCode exit, String why) -> end(exit, why);
      };
    }
    if (id.isEmpty()) {
      return end(
          ExitCode.USAGE,
          file
              + " holds cases: say --inspection ID, the inspection they go to; bandstand status"
              + " lists them");
    }
    return reach.talk(client -> cases(client, id.get(), known.get()));
  }

  private int piped(CasesFile cases) {
    if (id.isEmpty()) {
      return end(ExitCode.USAGE, "say --inspection ID, the inspection the cases go to");
    }
    try (Spool spool =
        Spool.of(setting.input(), Path.of(setting.folders().runtime()), CasesFile.MOST_BYTES)) {
      CasesFile spooled = cases.from(spool, spool.size());
      return reach.talk(client -> cases(client, id.get(), spooled));
    } catch (IOException failed) {
      return end(ExitCode.FAILED, "the standard input cannot be kept: " + failed.getMessage());
    }
  }

  /** Asks for the inspection first: a refusal met while a file streams may be lost. */
  private Result<ExitCode> cases(DaemonClient client, String inspection, CasesFile cases) {
    Inspections inspections = new Inspections(client);
    return inspections
        .find(inspection)
        .then(
            row ->
                sending(client, inspections, row, cases)
                    .send()
                    .map(
                        sent -> {
                          if (json) {
                            setting.output().pass(sent.body());
                          } else {
                            Sending.summary(row.edition(), sent.told())
                                .forEach(setting.output()::say);
                          }
                          return exit(sent);
                        }));
  }

  private Sending sending(
      DaemonClient client, Inspections inspections, InspectionJson.Row row, CasesFile cases) {
    return new Sending(setting, client, inspections, row, cases, manner, allErrors, json);
  }

  private int bundle(Bundle bundle) {
    Optional<String> own = bundle.inspection().flatMap(NewInspection::id).map(InspectionId::text);
    if (id.isPresent() && own.isPresent() && !id.equals(own)) {
      String cases =
          bundle.cases().map(beside -> ", or import its cases alone, " + beside.path()).orElse("");
      return end(
          ExitCode.USAGE,
          file
              + " is a bundle and makes the inspection "
              + own.get()
              + ": leave out --inspection"
              + cases);
    }
    if (manner.dryRun()) {
      return end(
          ExitCode.USAGE,
          file + " is a bundle, which is imported as a whole; --dry-run is for files of cases");
    }
    return reach.talk(client -> whole(client, bundle));
  }

  private Result<ExitCode> whole(DaemonClient client, Bundle bundle) {
    Inspections inspections = new Inspections(client);
    return new BundleCheck(
            setting,
            client,
            inspections,
            manner,
            allErrors,
            json,
            (row, cases) -> sending(client, inspections, row, cases))
        .of(bundle)
        .then(sound -> loaded(client, inspections, bundle, sound));
  }

  private Result<ExitCode> loaded(
      DaemonClient client, Inspections inspections, Bundle bundle, BundleCheck.Sound sound) {
    String made = sound.sample().id().text();
    return bundle
        .load(
            client,
            sound.sample(),
            sound.standing().isPresent(),
            cases ->
                inspections.find(made).then(row -> sending(client, inspections, row, cases).send()))
        .then(
            loaded ->
                json
                    ? Result.of(client.ask(Request.get("inspections", made), Outcome::done))
                        .map(
                            body -> {
                              setting.output().pass(body);
                              return loaded.cases().map(ImportCommand::exit).orElse(ExitCode.DONE);
                            })
                    : inspections.find(made).map(row -> told(row, sound, loaded)));
  }

  private ExitCode told(
      InspectionJson.Row row, BundleCheck.Sound sound, Bundle.Loaded<Sending.Sent> loaded) {
    List<String> parts = new ArrayList<>();
    loaded.cases().ifPresent(sent -> parts.add(Words.count(sent.told().received(), "case")));
    sound.sample().serviceAnswers().ifPresent(_ -> parts.add("the service's answers"));
    parts.add(Words.count(sound.sample().judgements().size(), "judgement"));
    parts.add(Words.count(loaded.alerts(), "alert") + " raised");
    String became =
        sound
            .standing()
            .map(
                before ->
                    before.revision() == row.revision()
                        ? "unchanged"
                        : "was there, and brought up to the bundle")
            .orElse("created");
    setting
        .output()
        .say(
            "%s %s: %s; now %s"
                .formatted(
                    row.id(),
                    became,
                    String.join(", ", parts),
                    Figures.of(row.edition(), row.overall())));
    return loaded.cases().map(ImportCommand::exit).orElse(ExitCode.DONE);
  }

  private static ExitCode exit(Sending.Sent sent) {
    return sent.told().rejected() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }

  private int end(ExitCode exit, String why) {
    return reach.ended(new Result.Ended<>(exit, why));
  }
}
