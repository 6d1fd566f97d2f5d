package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Problem;
import bandstand.state.Words;
import bandstand.wire.PageJson;
import bandstand.wire.Retention;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bandstand due}: which inspections are past the last day they are to be kept. */
@Command(
    name = "due",
    description = {
      "List the inspections that are past their retention date, and how to erase each.",
      "Nothing is ever erased by itself."
    })
final class DueCommand implements Callable<Integer> {
  private static final String PAGE = "1000";

  private final Setting setting;
  private final Reach reach;

  @Option(names = "--json", description = "Print each inspection as JSON, one a line.")
  private boolean json;

  DueCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.talk(client -> due(client).map(this::said));
  }

  /** All of them, in order of id. */
  static Result<List<Retention>> due(DaemonClient client) {
    Request first = Request.get("inspections").with("due", "true").with("limit", PAGE);
    List<Retention> due = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Request request = after.map(id -> first.with("after", id)).orElse(first);
      switch (client.ask(request, Retention::readPage)) {
        case Answered.Done<PageJson.Page<Optional<Retention>>>(var page, _, _) -> {
          page.rows().stream().flatMap(Optional::stream).forEach(due::add);
          after = page.next();
        }
        case Answered.Refused<PageJson.Page<Optional<Retention>>>(Problem problem) -> {
          return Result.refused(problem);
        }
        case Answered.Lost<PageJson.Page<Optional<Retention>>>(String why) -> {
          return new Result.Ended<>(ExitCode.NO_DAEMON, why);
        }
      }
    } while (after.isPresent());
    return new Result.Done<>(due);
  }

  private ExitCode said(List<Retention> due) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    if (json) {
      due.forEach(one -> setting.output().pass(one.json(today)));
      return ExitCode.DONE;
    }
    for (Retention one : due) {
      setting
          .output()
          .say(
              "%s  %s  retain until %s, %s over%n  bandstand erase --inspection %s --reason TEXT"
                  .formatted(
                      one.id(),
                      one.service(),
                      one.until(),
                      Words.count(one.daysOver(today), "day"),
                      one.id()));
    }
    setting.output().say(due.isEmpty() ? "nothing is due" : Words.retention(due.size()));
    return ExitCode.DONE;
  }
}
