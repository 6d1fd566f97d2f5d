package bandstand.http;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.inspection.Edit;
import bandstand.inspection.Role;
import bandstand.journal.Damage;
import bandstand.journal.Verification;
import bandstand.service.History;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.service.Room;
import bandstand.service.UndoDraft;
import bandstand.store.Noted;
import bandstand.wire.HistoryJson;
import bandstand.wire.TakingBack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The audit trail, and taking changes back. */
final class HistoryRoutes {
  private static final String HISTORY = InspectionRoutes.ONE + "/history";

  private final Inspections inspections;

  HistoryRoutes(Inspections inspections) {
    this.inspections = inspections;
  }

  List<Route> routes() {
    return List.of(
        Route.get(HISTORY, Role.VIEWER, this::list, "limit", "after", "by", "code", "case"),
        Route.get(HISTORY + "/verify", Role.VIEWER, this::verify),
        Route.post(
            InspectionRoutes.ONE + "/undo",
            Role.INSPECTOR,
            exchange -> takeBack(exchange, UndoDraft::undo)),
        Route.post(
            InspectionRoutes.ONE + "/redo",
            Role.INSPECTOR,
            exchange -> takeBack(exchange, UndoDraft::redo)));
  }

  /** Which lines are wanted. */
  private record Filter(Optional<String> by, Optional<String> reference, Optional<Code> code) {

    static Outcome<Filter> of(Exchange exchange) {
      Optional<String> text = exchange.query("code");
      Optional<Code> code = text.flatMap(Code::parse);
      return text.isPresent() && code.isEmpty()
          ? Exchange.queryFault("code", text.get(), "code", "a code, such as 2.1.1, or overall")
          : Outcome.done(new Filter(exchange.query("by"), exchange.query("case"), code));
    }

    boolean isBy(Noted line) {
      return by.map(line.by()::equals).orElse(true);
    }

    boolean looksInside() {
      return reference.isPresent() || code.isPresent();
    }

    boolean touches(History history, Noted line) {
      return !looksInside() || history.any(line, words(), this::touches);
    }

    /** They stand in quotes in every edit that is looked for. */
    private List<String> words() {
      return Stream.concat(reference.stream(), code.stream().map(Code::toString)).toList();
    }

    private boolean touches(Edit edit) {
      boolean inCase =
          reference.isEmpty()
              || edit.touches()
                  .map(subject -> subject.text().equals(reference.get()))
                  .orElse(false);
      return inCase && (code.isEmpty() || edit.about().equals(code));
    }
  }

  private Outcome<Reply> list(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                Filter.of(exchange)
                    .then(filter -> Page.of(exchange).then(page -> page(found, filter, page))));
  }

  private Outcome<Reply> page(Found found, Filter filter, Page page) {
    return found
        .exchange()
        .number("after", 0, Integer.MAX_VALUE)
        .then(after -> page(found, filter, page, after.orElse(0L)));
  }

  private Outcome<Reply> page(Found found, Filter filter, Page page, long after) {
    long now = found.state().revision();
    List<Noted> lines =
        History.between(found.snapshot(), Math.min(after, now), now).stream()
            .filter(filter::isBy)
            .toList();
    return found
        .room(filter.looksInside() ? searched(lines) : largest(page.cut(lines.stream())))
        .map(_ -> page(filter, page, lines));
  }

  /** What is looked into is read frame by frame, but takes its time. */
  private static long searched(List<Noted> lines) {
    return Math.max(Room.folded(History.edits(lines)), largest(lines));
  }

  private static long largest(List<Noted> lines) {
    return lines.stream().mapToLong(History::room).max().orElse(0);
  }

  private Reply page(Filter filter, Page page, List<Noted> lines) {
    History history = inspections.history();
    return Reply.page(
        () -> lines.stream().filter(line -> filter.touches(history, line)).iterator(),
        page.limit(),
        history::row,
        line -> Long.toString(line.revision()));
  }

  private Outcome<Reply> verify(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(found -> found.room(Room.folded(History.edits(found.snapshot().history()))))
        .map(
            found -> {
              Verification verification = inspections.history().verify(found.snapshot());
              long entries = found.state().revision();
              return Reply.ok(
                  switch (verification) {
                    case Verification.Sound sound ->
                        HistoryJson.sound(
                            entries,
                            Optional.ofNullable(sound.heads().get(found.id().text()))
                                .map(head -> head.link().toString())
                                .orElse(""));
                    case Verification.Broken(Damage damage) ->
                        HistoryJson.broken(
                            entries,
                            "%s at byte %d: %s"
                                .formatted(damage.segment(), damage.offset(), damage.detail()));
                  });
            });
  }

  /** How a change is taken back or brought back. */
  private interface Taking {
    UndoDraft draft(History history, TakingBack request, Precondition precondition);
  }

  private Outcome<Reply> takeBack(Exchange exchange, Taking taking) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found.write(
                    exchange.json().then(TakingBack::read).then(wish -> room(found, taking, wish)),
                    (request, precondition) ->
                        taking.draft(inspections.history(), request, precondition)))
        .map(AnswerRoutes::changed);
  }

  private Outcome<TakingBack> room(Found found, Taking taking, TakingBack request) {
    UndoDraft draft = taking.draft(inspections.history(), request, Precondition.NONE);
    return found.room(draft.room(found.snapshot(), found.person())).map(_ -> request);
  }
}
