package bandstand.http;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.inspection.Recorded;
import bandstand.inspection.Role;
import bandstand.journal.Verification;
import bandstand.service.Draft;
import bandstand.service.History;
import bandstand.service.Inspections;
import bandstand.service.UndoDraft;
import bandstand.store.Noted;
import bandstand.wire.HistoryJson;
import bandstand.wire.PageJson;
import bandstand.wire.Requests;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

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

  private Outcome<Reply> list(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                Page.of(exchange)
                    .then(
                        page ->
                            exchange
                                .number("after", 0, found.state().revision())
                                .map(after -> page(found, page, after.orElse(0L)))));
  }

  private Reply page(Found found, Page page, long after) {
    Exchange exchange = found.exchange();
    Predicate<Noted> by = line -> exchange.query("by").map(line.by()::equals).orElse(true);
    List<Recorded> lines =
        page.cut(
            found
                .snapshot()
                .history()
                .subList(Math.toIntExact(after), found.snapshot().history().size())
                .stream()
                .filter(by)
                .map(line -> inspections.history().read(found.snapshot(), line.revision()))
                .filter(
                    recorded -> touches(recorded, exchange.query("case"), exchange.query("code"))));
    return Reply.ok(
        PageJson.page(
            lines,
            page.limit(),
            recorded ->
                HistoryJson.line(
                    recorded, inspections.history().link(found.snapshot(), recorded.revision())),
            recorded -> Long.toString(recorded.revision())));
  }

  private static boolean touches(
      Recorded recorded, Optional<String> reference, Optional<String> code) {
    Optional<Code> wanted = code.flatMap(Code::parse);
    return recorded.change().edits().stream()
            .anyMatch(
                edit ->
                    reference
                            .map(
                                text ->
                                    edit.touches()
                                        .map(subject -> subject.text().equals(text))
                                        .orElse(false))
                            .orElse(true)
                        && (code.isEmpty() || edit.about().equals(wanted)))
        || reference.isEmpty() && code.isEmpty();
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
                    case Verification.Broken broken ->
                        HistoryJson.broken(entries, broken.damage().detail());
                  });
            });
  }

  private Outcome<Reply> takeBack(
      Exchange exchange, BiFunction<History, Optional<Long>, Draft> draft) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found.write(
                    exchange.json().then(Requests::readUndo),
                    (revision, precondition) -> draft.apply(inspections.history(), revision)))
        .map(AnswerRoutes::changed);
  }
}
