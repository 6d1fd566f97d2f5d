package bandstand.http;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.inspection.Edit;
import bandstand.inspection.Recorded;
import bandstand.inspection.Role;
import bandstand.journal.Damage;
import bandstand.journal.Verification;
import bandstand.service.Draft;
import bandstand.service.History;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.service.Snapshot;
import bandstand.service.UndoDraft;
import bandstand.store.Noted;
import bandstand.wire.HistoryJson;
import bandstand.wire.PageJson;
import bandstand.wire.TakingBack;
import java.util.List;
import java.util.Optional;

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

    boolean touches(Recorded recorded) {
      return reference.isEmpty() && code.isEmpty()
          || recorded.change().edits().stream().anyMatch(this::touches);
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
        .map(after -> page(found.snapshot(), filter, page, after.orElse(0L)));
  }

  private Reply page(Snapshot snapshot, Filter filter, Page page, long after) {
    List<Noted> lines = snapshot.history();
    int from = Math.toIntExact(Math.min(after, lines.size()));
    List<History.Linked> rows =
        page.cut(
            lines.subList(from, lines.size()).stream()
                .filter(filter::isBy)
                .map(line -> inspections.history().linked(snapshot, line.revision()))
                .filter(row -> filter.touches(row.recorded())));
    return Reply.ok(
        PageJson.page(
            rows,
            page.limit(),
            row -> HistoryJson.line(row.recorded(), row.link()),
            row -> Long.toString(row.recorded().revision())));
  }

  private Outcome<Reply> verify(Exchange exchange) {
    return Found.of(exchange, inspections)
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
    Draft draft(History history, TakingBack request, Precondition precondition);
  }

  private Outcome<Reply> takeBack(Exchange exchange, Taking taking) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found.write(
                    exchange.json().then(TakingBack::read),
                    (request, precondition) ->
                        taking.draft(inspections.history(), request, precondition)))
        .map(AnswerRoutes::changed);
  }
}
