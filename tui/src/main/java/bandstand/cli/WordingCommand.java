package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Editions;
import bandstand.client.Request;
import bandstand.document.PublishedDocument;
import bandstand.document.PublishedDocument.Fit;
import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Question;
import bandstand.framework.Wording;
import bandstand.state.Words;
import bandstand.wire.FrameworkJson;
import bandstand.wire.WordingJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bandstand wording}: attaches published documents to editions, lists them, takes them off.
 */
@Command(
    name = "wording",
    description = {
      "Attach a published document: its own words are then shown beside ours.",
      "FILE is its text in UTF-8; the edition is recognised. Without FILE, list what is attached. A"
          + " document that does not fit is refused whole. Only a lead may attach and remove."
    },
    footer = {
      "",
      "Examples: bandstand wording standards-2021.txt",
      "          bandstand wording - <standards-2021.txt",
      "          bandstand wording --remove yos-2021"
    })
final class WordingCommand implements Callable<Integer> {
  private static final String INPUT = "-";

  private final Setting setting;
  private final Reach reach;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The text; - is standard input.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--edition",
      paramLabel = "ID",
      description = "The edition, such as yos-2021, instead of every one that fits.")
  private Optional<String> edition = Optional.empty();

  @Option(
      names = "--remove",
      paramLabel = "ID",
      description = "Remove what is attached to an edition: wording and characteristics.")
  private Optional<String> remove = Optional.empty();

  @Option(names = "--json", description = "Print JSON; of several answers one a line.")
  private boolean json;

  WordingCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    if (remove.isPresent()) {
      return file.isPresent() || edition.isPresent()
          ? end(ExitCode.USAGE, "--remove takes an edition and nothing else")
          : reach.talk(client -> removed(client, remove.get()));
    }
    if (file.isEmpty()) {
      return edition.isPresent()
          ? end(ExitCode.USAGE, "--edition goes with FILE; without FILE all are listed")
          : reach.talk(this::listed);
    }
    return switch (document(file.get())) {
      case Result.Done<Document>(Document document) ->
          reach.talk(client -> attached(client, document));
      case Result.Ended<Document>(ExitCode exit, String why) -> end(exit, why);
    };
  }

  private int end(ExitCode exit, String why) {
    return reach.ended(new Result.Ended<>(exit, why));
  }

  private record Document(byte[] bytes, PublishedDocument read) {}

  private Result<Document> document(String name) {
    byte[] bytes;
    try (InputStream input =
        name.equals(INPUT) ? setting.input() : Files.newInputStream(Path.of(name))) {
      bytes = input.readNBytes(PublishedDocument.MOST_BYTES + 1);
    } catch (IOException unreadable) {
      return Unreadable.file(name, unreadable);
    }
    return fitting(PublishedDocument.of(bytes)).map(read -> new Document(bytes, read));
  }

  /** What is wrong with a document is told with its lines. */
  private <T> Result<T> fitting(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> new Result.Done<>(value);
      case Outcome.Refused<T>(Problem problem) -> {
        Path path = Path.of(file.filter(name -> !name.equals(INPUT)).orElse("standard input"));
        List<String> lines =
            new FaultLines(path.toString(), false).of(problem.faults(), problem.faultCount());
        yield new Result.Ended<>(
            ExitCode.BAD_INPUT,
            problem.faults().size() < 2
                ? problem.detail()
                : problem.detail() + "\n" + String.join("\n", lines));
      }
    };
  }

  private Result<ExitCode> attached(DaemonClient client, Document document) {
    return editions(client)
        .then(editions -> fitting(document.read().fits(editions)))
        .then(
            fits -> {
              Result<ExitCode> result = new Result.Done<>(ExitCode.DONE);
              for (Fit fit : fits) {
                result = result.then(_ -> attached(client, document, fit));
              }
              return result;
            });
  }

  private Result<List<Framework>> editions(DaemonClient client) {
    return Result.of(new Editions(client).all())
        .then(
            all ->
                edition
                    .map(id -> Inspections.edition(all, id).map(List::of))
                    .orElseGet(() -> new Result.Done<>(all)));
  }

  private Result<ExitCode> attached(DaemonClient client, Document document, Fit fit) {
    String kind =
        switch (fit) {
          case Fit.Standards _ -> "wording";
          case Fit.Characteristics _ -> "characteristics";
        };
    Request request =
        Request.of("PUT", "frameworks", fit.framework().id(), kind)
            .carrying(
                new Request.Content.Text(
                    "text/plain", new String(document.bytes(), StandardCharsets.UTF_8)));
    return Result.of(client.ask(request, Outcome::done))
        .map(
            answer -> {
              if (json) {
                setting.output().pass(answer);
              } else {
                setting.output().say(told(fit) + "\n  sha256 " + document.read().digest());
              }
              return ExitCode.DONE;
            });
  }

  private static String told(Fit fit) {
    return switch (fit) {
      case Fit.Standards(Framework framework, Wording wording) -> told(framework, wording);
      case Fit.Characteristics(Framework framework, CharacteristicsText text) ->
          "%s: characteristics of %s at 4 ratings each, %s, %s"
              .formatted(
                  framework.id(),
                  Words.count(text.paragraphs().size(), "standard"),
                  Words.count(text.paragraphCount(), "paragraph"),
                  Words.count(text.statements().size(), "statement"));
    };
  }

  /** Levels the edition or the document has nothing of are left out. */
  private static String told(Framework framework, Wording wording) {
    int prompts =
        Math.toIntExact(framework.questions().stream().filter(Question::isPrompt).count());
    List<Integer> totals =
        List.of(
            wording.count(1) == 0 ? 0 : framework.groups().size(),
            framework.standards().size(),
            framework.questions().size() - prompts,
            prompts);
    List<String> parts = new ArrayList<>();
    for (int depth = 1; depth <= totals.size(); depth++) {
      int total = totals.get(depth - 1);
      if (total > 0) {
        String level = framework.edition().levels().get(depth - 1);
        parts.add("%s %d of %d".formatted(level, wording.count(depth), total));
      }
    }
    List<Code> unmatched = wording.unmatched(framework);
    String without =
        unmatched.stream().map(Code::toString).collect(Collectors.joining(", ", "; none at ", ""));
    return framework.id() + ": " + String.join(", ", parts) + (unmatched.isEmpty() ? "" : without);
  }

  private Result<ExitCode> removed(DaemonClient client, String id) {
    return Result.of(client.ask(Request.of("DELETE", "frameworks", id, "wording"), Outcome::done))
        .then(
            _ ->
                Result.of(
                    client.ask(
                        Request.of("DELETE", "frameworks", id, "characteristics"), Outcome::done)))
        .then(_ -> loaded(client, List.of(id)))
        .map(this::listed);
  }

  private Result<ExitCode> listed(DaemonClient client) {
    return Result.of(new Editions(client).all())
        .then(all -> loaded(client, all.stream().map(Framework::id).toList()))
        .map(this::listed);
  }

  private static Result<SortedMap<String, FrameworkJson.Loaded>> loaded(
      DaemonClient client, List<String> ids) {
    Result<SortedMap<String, FrameworkJson.Loaded>> result = new Result.Done<>(new TreeMap<>());
    for (String id : ids) {
      result =
          result.then(
              known ->
                  Result.of(client.ask(Request.get("frameworks", id), FrameworkJson::readLoaded))
                      .map(
                          loaded -> {
                            known.put(id, loaded);
                            return known;
                          }));
    }
    return result;
  }

  private ExitCode listed(SortedMap<String, FrameworkJson.Loaded> editions) {
    if (json) {
      setting.output().pass(WordingJson.loaded(editions));
      return ExitCode.DONE;
    }
    editions.forEach(
        (id, loaded) -> {
          setting.output().say("%-15s  wording          %s".formatted(id, shown(loaded.wording())));
          loaded
              .characteristics()
              .ifPresent(
                  digest ->
                      setting
                          .output()
                          .say("%-15s  characteristics  sha256 %s".formatted(id, digest)));
        });
    return ExitCode.DONE;
  }

  private static String shown(Optional<String> digest) {
    return digest.map(hex -> "sha256 " + hex).orElse("none");
  }
}
