package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Editions;
import bandstand.client.Request;
import bandstand.state.Words;
import bandstand.wire.HistoryJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.PageJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bandstand verify}: reads everything there is, and checks it. */
@Command(
    name = "verify",
    description = {
      "Check every change of every inspection and the chain through them.",
      "With FILE, check a backup: every byte of it; no daemon is needed."
    })
final class VerifyCommand implements Callable<Integer> {
  /** Rows of a list asked for at once: the most the API gives. */
  private static final String PAGE = "1000";

  /** Every change of a large inspection is read from the disk. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Enough of a link to tell one from another. */
  private static final int LINK_CHARACTERS = 16;

  private final Setting setting;
  private final Reach reach;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A backup; without it the inspections of the daemon.")
  private Optional<Path> file = Optional.empty();

  VerifyCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return file.isPresent()
        ? Unreadable.<ExitCode>refusal(file.get())
            .map(reach::ended)
            .orElseGet(
                () ->
                    new Offline(setting)
                        .run(List.of("verify", file.get().toAbsolutePath().toString())))
        : reach.talk(client -> new Walk(client).from(Optional.empty()));
  }

  /** Through every inspection, in order of id. */
  private final class Walk {
    private final DaemonClient client;
    private final Editions editions;
    private int inspections;
    private int broken;
    private long changes;

    Walk(DaemonClient client) {
      this.client = client;
      this.editions = new Editions(client);
    }

    Result<ExitCode> from(Optional<String> after) {
      Request first = Request.get("inspections").with("limit", PAGE);
      Request request = after.map(id -> first.with("after", id)).orElse(first);
      return Result.of(editions.page(request)).then(this::page);
    }

    private Result<ExitCode> page(PageJson.Page<InspectionJson.Row> page) {
      for (InspectionJson.Row row : page.rows()) {
        if (verified(row) instanceof Result.Ended<HistoryJson.Verdict>(var exit, String why)) {
          return new Result.Ended<>(exit, row.id() + ": " + why);
        }
      }
      return page.next().isPresent() ? from(page.next()) : ended();
    }

    private Result<HistoryJson.Verdict> verified(InspectionJson.Row row) {
      Request request =
          Request.get("inspections", row.id().text(), "history", "verify").patient(PATIENCE);
      return Result.of(client.ask(request, HistoryJson::readVerdict))
          .map(
              verdict -> {
                inspections++;
                broken += verdict.sound() ? 0 : 1;
                changes += verdict.entries();
                String found =
                    verdict.sound()
                        ? "sound, chain " + verdict.head().substring(0, LINK_CHARACTERS)
                        : "BROKEN: " + verdict.broken();
                setting
                    .output()
                    .say(
                        "%s  %s  %s"
                            .formatted(row.id(), Words.count(verdict.entries(), "change"), found));
                return verdict;
              });
    }

    private Result<ExitCode> ended() {
      String total = Words.count(inspections, "inspection") + ", " + Words.count(changes, "change");
      if (broken > 0) {
        return new Result.Ended<>(
            ExitCode.FAILED,
            "%s; %d broken: see bandstand doctor, and restore a backup made before"
                .formatted(total, broken));
      }
      setting.output().say(total + ": all sound");
      return new Result.Done<>(ExitCode.DONE);
    }
  }
}
