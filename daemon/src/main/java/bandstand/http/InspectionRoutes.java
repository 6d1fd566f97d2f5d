package bandstand.http;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Once;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.Draft;
import bandstand.service.Inspections;
import bandstand.service.LifeDrafts;
import bandstand.service.Precondition;
import bandstand.service.Snapshot;
import bandstand.service.Taken;
import bandstand.wire.InspectionJson;
import bandstand.wire.NewInspection;
import bandstand.wire.Requests;
import bandstand.wire.Retention;
import bandstand.wire.StateJson;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Inspections: made, listed, described, named, signed off, taken away and restored. */
final class InspectionRoutes {
  static final String ALL = "/api/v1/inspections";
  static final String ONE = ALL + "/{id}";

  private final Inspections inspections;
  private final MadeUpIds ids;
  private final InstantSource clock;

  InspectionRoutes(Inspections inspections, InstantSource clock) {
    this.inspections = inspections;
    this.ids = new MadeUpIds(inspections);
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(ALL, Role.VIEWER, this::list, "limit", "after", "due"),
        Route.post(ALL, Role.INSPECTOR, this::create).unrevised(),
        Route.get(ONE, Role.VIEWER, this::one, Found.AT),
        Route.patch(ONE, Role.INSPECTOR, this::describe),
        Route.delete(ONE, Role.LEAD, this::delete),
        Route.post(ONE + "/restore", Role.LEAD, this::restore),
        Route.get(ONE + "/state", Role.VIEWER, this::state, Found.AT),
        Route.put(ONE + "/marks/{name}", Role.LEAD, this::mark),
        Route.get(ONE + "/marks/{name}", Role.VIEWER, this::marked),
        Route.post(ONE + "/sign-off", Role.LEAD, this::signOff),
        Route.delete(ONE + "/sign-off", Role.LEAD, this::reopen));
  }

  private Outcome<Reply> list(Exchange exchange) {
    return cursor(exchange).then(page -> exchange.flag("due", false).map(due -> page(page, due)));
  }

  private static Outcome<Page> cursor(Exchange exchange) {
    Optional<String> after = exchange.query("after");
    return after.isPresent() && InspectionId.parse(after.get()).isEmpty()
        ? Exchange.queryFault("after", after.get(), "id", "the cursor of the page before")
        : Page.of(exchange);
  }

  private Reply page(Page page, boolean due) {
    return Reply.page(
        page.cut(
            inspections.ids().stream()
                .filter(id -> page.after().map(id.text()::compareTo).orElse(1) > 0)
                .filter(id -> !due || isDue(id))),
        page.limit(),
        id -> inspections.summary(id, InspectionRoutes::summary),
        InspectionId::text);
  }

  /** Whether its last day is past, by the daemon's clock in UTC. */
  private boolean isDue(InspectionId id) {
    byte[] summary = inspections.summary(id, InspectionRoutes::summary);
    return Retention.readRow(summary) instanceof Outcome.Done<Optional<Retention>>(var kept)
        && kept.map(one -> one.due(today())).orElse(false);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What lists and single reads show. */
  static byte[] summary(Snapshot snapshot) {
    return InspectionJson.write(snapshot.state(), snapshot.ratings());
  }

  private Outcome<Reply> create(Exchange exchange) {
    return exchange
        .json()
        .then(body -> NewInspection.read(body, WishedEdition.ids(inspections.editions())))
        .then(
            wished ->
                WishedEdition.of(inspections.editions(), wished.framework())
                    .then(
                        framework ->
                            exchange.once().then(once -> made(exchange, wished, framework, once))))
        .map(
            taken ->
                Reply.created(ALL + "/" + taken.after().state().id(), summary(taken.after()))
                    .tagged(taken.after().state().revision()));
  }

  private Outcome<Taken> made(
      Exchange exchange, NewInspection wished, Framework framework, Optional<Once> once) {
    Person by = exchange.person();
    Draft draft = LifeDrafts.create(framework, details(wished));
    return ids.making(
        wished.id(), base(wished), id -> inspections.create(id, framework, by, once, draft));
  }

  private static Map<String, String> details(NewInspection wished) {
    Map<String, String> details = new TreeMap<>();
    details.put(Inspection.SERVICE, wished.service());
    wished.shortName().ifPresent(text -> details.put(Inspection.SHORT_NAME, text));
    wished.fieldwork().ifPresent(text -> details.put(Inspection.FIELDWORK, text));
    wished.notes().ifPresent(text -> details.put(Inspection.NOTES, text));
    wished.retainUntil().ifPresent(day -> details.put(Inspection.RETAIN_UNTIL, day.toString()));
    return details;
  }

  /** From service and date. */
  private String base(NewInspection wished) {
    String plain =
        Normalizer.normalize(wished.shortName().orElse(wished.service()), Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return (plain.isEmpty() ? "inspection" : plain.substring(0, Math.min(plain.length(), 48)))
        + "-"
        + today();
  }

  private Outcome<Reply> one(Exchange exchange) {
    return Found.read(exchange, inspections).map(found -> reply(found.snapshot()));
  }

  private static Reply reply(Snapshot snapshot) {
    return Reply.ok(summary(snapshot)).tagged(snapshot.state().revision());
  }

  private static Reply reply(Taken taken) {
    return reply(taken.after());
  }

  private Outcome<Reply> describe(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found.write(
                    exchange
                        .body(Set.of(Reply.JSON, Exchange.MERGE_PATCH))
                        .then(NewInspection::readPatch),
                    LifeDrafts::describe))
        .map(InspectionRoutes::reply);
  }

  private Outcome<Reply> delete(Exchange exchange) {
    return exchange.header("If-Match").isEmpty()
        ? Outcome.refused(
            Problem.Kind.PRECONDITION_REQUIRED, "Send If-Match with the ETag you last read")
        : Found.of(exchange, inspections)
            .then(
                found ->
                    found.write(
                        exchange.json().then(Requests::readNothing),
                        (nothing, precondition) -> LifeDrafts.delete(precondition)))
            .map(taken -> Reply.nothing());
  }

  private Outcome<Reply> restore(Exchange exchange) {
    return exchange
        .inspection()
        .then(id -> exchange.json().then(Requests::readNothing).map(nothing -> id))
        .then(id -> exchange.precondition().then(seen -> restored(exchange, id, seen)))
        .map(InspectionRoutes::reply);
  }

  private Outcome<Taken> restored(Exchange exchange, InspectionId id, Precondition seen) {
    return exchange
        .once()
        .then(once -> inspections.write(id, exchange.person(), once, LifeDrafts.restore(seen)));
  }

  private Outcome<Reply> state(Exchange exchange) {
    return Found.read(exchange, inspections)
        .map(
            found ->
                Reply.written(
                        "application/x-ndjson", output -> StateJson.write(found.state(), output))
                    .tagged(found.state().revision()));
  }

  private static Outcome<String> markName(Exchange exchange) {
    String name = exchange.path("name");
    return name.matches("[a-z][a-z0-9-]{0,63}")
        ? Outcome.done(name)
        : Outcome.refused(
            Problem.Kind.NOT_FOUND, "A mark is a letter, then letters, digits and hyphens");
  }

  private Outcome<Reply> mark(Exchange exchange) {
    return markName(exchange)
        .then(
            name ->
                Found.of(exchange, inspections)
                    .then(found -> marking(exchange, found, name))
                    .map(taken -> Reply.ok(Requests.mark(markOf(taken, name)))));
  }

  private static Outcome<Taken> marking(Exchange exchange, Found found, String name) {
    return found.write(
        exchange.json().then(Requests::readUndo),
        (revision, precondition) -> LifeDrafts.mark(name, revision, precondition));
  }

  private static long markOf(Taken taken, String name) {
    return Objects.requireNonNull(taken.after().state().marks().get(name));
  }

  private Outcome<Reply> marked(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                Optional.ofNullable(found.state().marks().get(exchange.path("name")))
                    .map(revision -> Outcome.done(Reply.ok(Requests.mark(revision))))
                    .orElseGet(
                        () -> Outcome.refused(Problem.Kind.NOT_FOUND, "There is no such mark")));
  }

  private Outcome<Reply> signOff(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found.write(
                    exchange.json().then(Requests::readReason),
                    (reason, precondition) -> LifeDrafts.signOff(precondition)))
        .map(InspectionRoutes::signedOff);
  }

  private static Reply signedOff(Taken taken) {
    Snapshot after = taken.after();
    return Reply.ok(InspectionJson.writeSignedOff(after.state(), after.ratings()))
        .tagged(after.state().revision());
  }

  private Outcome<Reply> reopen(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found.write(exchange.json().then(Requests::readNeededReason), LifeDrafts::reopen))
        .map(InspectionRoutes::reply);
  }
}
