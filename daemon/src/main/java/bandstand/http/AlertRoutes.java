package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Role;
import bandstand.service.AlertDrafts;
import bandstand.service.Inspections;
import bandstand.service.Taken;
import bandstand.wire.AlertJson;
import bandstand.wire.AlertRequest;
import bandstand.wire.PageJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Concerns for a child that need immediate action. */
final class AlertRoutes {
  private static final String ALL = InspectionRoutes.ONE + "/alerts";
  private static final String ONE = ALL + "/{n}";

  private final Inspections inspections;

  AlertRoutes(Inspections inspections) {
    this.inspections = inspections;
  }

  List<Route> routes() {
    return List.of(
        Route.get(ALL, Role.VIEWER, this::list, "limit", "after"),
        Route.post(ALL, Role.INSPECTOR, this::raise),
        Route.get(ONE, Role.VIEWER, this::one),
        Route.patch(ONE, Role.INSPECTOR, this::change));
  }

  private Outcome<Reply> list(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                Page.of(exchange)
                    .then(
                        page ->
                            exchange
                                .number("after", 0, Integer.MAX_VALUE)
                                .map(
                                    after ->
                                        Reply.ok(
                                            PageJson.page(
                                                page.cut(
                                                    found.state().alerts().values().stream()
                                                        .filter(
                                                            alert ->
                                                                alert.number() > after.orElse(0L))),
                                                page.limit(),
                                                AlertJson::write,
                                                alert -> String.valueOf(alert.number()))))));
  }

  private static Optional<Integer> number(Exchange exchange) {
    String text = exchange.path("n");
    return text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static <T> Outcome<T> absent() {
    return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no such alert");
  }

  private Outcome<Reply> one(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                number(exchange)
                    .flatMap(number -> Optional.ofNullable(found.state().alerts().get(number)))
                    .map(alert -> Outcome.done(Reply.ok(AlertJson.write(alert))))
                    .orElseGet(() -> absent()));
  }

  private Outcome<Reply> raise(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found
                    .write(
                        exchange.json().then(AlertRequest::readNew),
                        (request, precondition) -> AlertDrafts.raise(request.raised(1, "-")))
                    .map(
                        taken -> {
                          Alert alert = taken.after().state().alerts().lastEntry().getValue();
                          return Reply.created(
                                  "/api/v1/inspections/%s/alerts/%d"
                                      .formatted(found.id(), alert.number()),
                                  AlertJson.write(alert))
                              .tagged(taken.after().state().revision());
                        }));
  }

  private Outcome<Reply> change(Exchange exchange) {
    Optional<Integer> number = number(exchange);
    return number.isEmpty()
        ? absent()
        : Found.of(exchange, inspections)
            .then(
                found ->
                    found
                        .write(
                            exchange
                                .body(Set.of(Reply.JSON, Exchange.MERGE_PATCH))
                                .then(AlertRequest::readPatch),
                            (request, precondition) ->
                                AlertDrafts.change(number.get(), request::over, precondition))
                        .map(taken -> reply(taken, number.get())));
  }

  private static Reply reply(Taken taken, int number) {
    return Reply.ok(
            AlertJson.write(
                Optional.ofNullable(taken.after().state().alerts().get(number)).orElseThrow()))
        .tagged(taken.after().state().revision());
  }
}
