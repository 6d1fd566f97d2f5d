package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Inspection;
import bandstand.inspection.Role;
import bandstand.service.AlertDrafts;
import bandstand.service.Inspections;
import bandstand.service.Taken;
import bandstand.wire.AlertJson;
import bandstand.wire.AlertRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        Route.get(ALL, Role.VIEWER, this::list, "limit", "after", Found.AT),
        Route.post(ALL, Role.INSPECTOR, this::raise),
        Route.get(ONE, Role.VIEWER, this::one, Found.AT),
        Route.patch(ONE, Role.INSPECTOR, this::change));
  }

  private Outcome<Reply> list(Exchange exchange) {
    return Found.read(exchange, inspections)
        .then(
            found ->
                Page.of(exchange)
                    .then(
                        page ->
                            exchange
                                .number("after", 0, Integer.MAX_VALUE)
                                .map(after -> page(found, page, after.orElse(0L)))));
  }

  private static Reply page(Found found, Page page, long after) {
    Stream<Alert> alerts =
        found.state().alerts().values().stream().filter(alert -> alert.number() > after);
    return Reply.page(
        page.cut(alerts), page.limit(), AlertJson::write, alert -> String.valueOf(alert.number()));
  }

  private static Optional<Integer> number(Exchange exchange) {
    String text = exchange.path("n");
    return text.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static <T> Outcome<T> absent() {
    return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no such alert");
  }

  private Outcome<Reply> one(Exchange exchange) {
    return Found.read(exchange, inspections)
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
                found.write(
                    exchange.json().then(AlertRequest::readNew),
                    (request, precondition) ->
                        AlertDrafts.raise(request.raised(1, "-"), precondition)))
        .map(AlertRoutes::raised);
  }

  private static Reply raised(Taken taken) {
    Inspection after = taken.after().state();
    Alert alert = after.alerts().lastEntry().getValue();
    return Reply.created(
            "/api/v1/inspections/%s/alerts/%d".formatted(after.id(), alert.number()),
            AlertJson.write(alert))
        .tagged(after.revision());
  }

  private Outcome<Reply> change(Exchange exchange) {
    return number(exchange)
        .map(
            number ->
                Found.of(exchange, inspections)
                    .then(found -> changed(exchange, found, number))
                    .map(taken -> reply(taken, number)))
        .orElseGet(() -> absent());
  }

  private static Outcome<Taken> changed(Exchange exchange, Found found, int number) {
    return found.write(
        exchange.body(Set.of(Reply.JSON, Exchange.MERGE_PATCH)).then(AlertRequest::readPatch),
        (request, precondition) -> AlertDrafts.change(number, request::over, precondition));
  }

  private static Reply reply(Taken taken, int number) {
    return Reply.ok(
            AlertJson.write(
                Optional.ofNullable(taken.after().state().alerts().get(number)).orElseThrow()))
        .tagged(taken.after().state().revision());
  }
}
