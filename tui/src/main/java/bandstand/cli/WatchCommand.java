package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.EventStream;
import bandstand.client.Request;
import bandstand.client.ServerEvent;
import bandstand.client.Watching;
import bandstand.framework.Problem;
import bandstand.wire.EventJson;
import bandstand.wire.InspectionJson;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bandstand watch}: every change as it happens, in lines. */
@Command(
    name = "watch",
    description = {
      "Print every change as it happens: when, its revision, who, what, and what it moved.",
      "A lost connection is made again, and what was missed meanwhile is printed. Ctrl-C ends it."
    },
    footer = {
      "",
      "Examples: bandstand watch --inspection leicester-2019",
      "          bandstand watch --json --from 3139 | jq .what"
    })
final class WatchCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Option(
      names = "--inspection",
      paramLabel = "ID",
      description = "Only this inspection, such as leicester-2019 (default: all).")
  private Optional<String> inspection = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "N",
      converter = RevisionNumber.class,
      description =
          "Begin with what came after this revision; without --inspection, after this event (the id"
              + " that --json shows). Default: what happens from now on.")
  private Optional<Long> from = Optional.empty();

  @Option(names = "--json", description = "Print each event as JSON, one a line.")
  private boolean json;

  private final CompletableFuture<Result<ExitCode>> end = new CompletableFuture<>();
  private boolean followed;
  private boolean lost;

  WatchCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.talk(
        client ->
            inspection.isEmpty()
                ? watched(client, Request.get("events"))
                : new Inspections(client)
                    .find(inspection.get())
                    .then(row -> watched(client, events(row))));
  }

  private static Request events(InspectionJson.Row row) {
    return Request.get("inspections", row.id().text(), "events");
  }

  private Result<ExitCode> watched(DaemonClient client, Request events) {
    Request request = from.map(id -> events.header("Last-Event-ID", "" + id)).orElse(events);
    Watching watching = new Watching(client, inspection.isEmpty(), ZoneId.systemDefault());
    try (EventStream _ = EventStream.follow(client, request, news -> take(watching, news))) {
      return end.join();
    }
  }

  /** On the stream's thread. */
  private void take(Watching watching, EventStream.News news) {
    switch (news) {
      case EventStream.News.Following _ -> {
        if (lost) {
          setting.errors().say("bandstand: connected again");
        }
        followed = true;
        lost = false;
      }
      case EventStream.News.Lost(String why) when !followed ->
          end.complete(new Result.Ended<>(ExitCode.NO_DAEMON, why));
      case EventStream.News.Lost(String why) -> {
        if (!lost) {
          setting.errors().say("bandstand: connection lost (" + why + "); trying again");
        }
        lost = true;
      }
      case EventStream.News.Refused(Problem problem) -> end.complete(Result.refused(problem));
      case EventStream.News.Happened(ServerEvent event) -> print(watching, event);
    }
  }

  private void print(Watching watching, ServerEvent event) {
    byte[] data = event.text().getBytes(StandardCharsets.UTF_8);
    if (event.type().equals("reset")) {
      setting.errors().say("bandstand: " + EventJson.readReset(data));
    }
    if (json) {
      setting.output().pass(EventJson.line(event.type(), event.id(), data));
    } else {
      watching.line(event).ifPresent(setting.output()::say);
    }
    if (setting.output().broken()) {
      end.complete(new Result.Done<>(ExitCode.DONE));
    }
  }
}
