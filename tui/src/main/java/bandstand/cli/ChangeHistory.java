package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.state.ChangeWords;
import bandstand.wire.HistoryJson;
import bandstand.wire.PageJson;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What was done to one inspection, as commands tell it. */
record ChangeHistory(DaemonClient client, InspectionId inspection) {
  /**
   * Each may be told with its edits, of 64 KiB at most: a page stays far below an answer's most.
   */
  private static final int PAGE = 100;

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** Every line, oldest first, a page at a time. */
  Result<ExitCode> each(Consumer<HistoryJson.Line> taking) {
    Optional<String> after = Optional.of("0");
    while (after.isPresent()) {
      switch (page(after.get(), PAGE)) {
        case Result.Done<PageJson.Page<HistoryJson.Line>>(var page) -> {
          page.rows().forEach(taking);
          after = page.next();
        }
        case Result.Ended<PageJson.Page<HistoryJson.Line>>(ExitCode exit, String why) -> {
          return new Result.Ended<>(exit, why);
        }
      }
    }
    return new Result.Done<>(ExitCode.DONE);
  }

  /** One of its revisions in words; empty where that cannot be told. */
  Optional<String> line(long revision) {
    return page(Long.toString(revision - 1), 1)
            instanceof Result.Done<PageJson.Page<HistoryJson.Line>>(var page)
        ? page.rows().stream().findFirst().map(ChangeHistory::words)
        : Optional.empty();
  }

  /** {@code r 57 2026-11-22 10:31:05 anna imported 59 cases, 812 answers}, and the reason. */
  static String words(HistoryJson.Line line) {
    Recorded recorded = line.seen().recorded();
    String reason = recorded.change().reason();
    return "r %d  %s  %s  %s%s"
        .formatted(
            recorded.revision(),
            WHEN.format(recorded.at().atZone(ZoneId.systemDefault())),
            recorded.by(),
            ChangeWords.whole(line.seen()),
            reason.isEmpty() ? "" : "  reason: " + reason.replace('\n', ' '));
  }

  private Result<PageJson.Page<HistoryJson.Line>> page(String after, int limit) {
    Request request =
        Request.get("inspections", inspection.text(), "history")
            .with("after", after)
            .with("limit", Integer.toString(limit));
    return Result.of(client.ask(request, json -> HistoryJson.readPage(json, inspection)));
  }
}
