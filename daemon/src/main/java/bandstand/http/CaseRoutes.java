package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Case;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.service.CaseDrafts;
import bandstand.service.CaseWish;
import bandstand.service.Inspections;
import bandstand.service.Taken;
import bandstand.wire.CaseJson;
import bandstand.wire.CaseRequest;
import bandstand.wire.Place;
import bandstand.wire.Requests;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Cases one by one and listed. */
final class CaseRoutes {
  static final String CASES = "/api/v1/inspections/{id}/cases";
  private static final String CASE = CASES + "/{ref}";

  private final Inspections inspections;

  CaseRoutes(Inspections inspections) {
    this.inspections = inspections;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            CASES,
            Role.VIEWER,
            this::list,
            "limit",
            "after",
            "type",
            "assignee",
            "step",
            "open",
            Found.AT),
        Route.get(CASE, Role.VIEWER, this::one, Found.AT),
        Route.put(CASE, Role.INSPECTOR, exchange -> set(exchange, true)),
        Route.patch(CASE, Role.INSPECTOR, exchange -> set(exchange, false)),
        Route.delete(CASE, Role.INSPECTOR, this::remove));
  }

  private Outcome<Reply> list(Exchange exchange) {
    return Found.read(exchange, inspections)
        .then(
            found ->
                cursor(exchange)
                    .then(page -> wanted(found).map(wanted -> page(found.state(), page, wanted))));
  }

  private static Outcome<Page> cursor(Exchange exchange) {
    Optional<String> after = exchange.query("after");
    return after.isPresent() && Reference.parse(after.get()).isEmpty()
        ? Exchange.queryFault("after", after.get(), "reference", "the cursor of the page before")
        : Page.of(exchange);
  }

  private static Reply page(Inspection state, Page page, Predicate<Case> wanted) {
    Collection<Case> files =
        page.after()
            .flatMap(Reference::parse)
            .map(from -> state.cases().tailMap(from, false).values())
            .orElseGet(state.cases()::values);
    return Reply.page(
        page.cut(files.stream().filter(wanted)),
        page.limit(),
        file -> CaseJson.write(file, state.framework()),
        file -> file.reference().text());
  }

  private static Outcome<Predicate<Case>> wanted(Found found) {
    Exchange exchange = found.exchange();
    Optional<String> type = exchange.query("type");
    Optional<String> assignee = exchange.query("assignee");
    return Parameters.step(exchange)
        .then(
            step ->
                exchange
                    .flag("open", false)
                    .map(
                        open ->
                            file ->
                                type.map(file.type()::equals).orElse(true)
                                    && (assignee.isEmpty() || assignee.equals(file.assignee()))
                                    && step.map(file.step()::equals).orElse(true)
                                    && (!open
                                        || CaseJson.isOpen(file, found.state().framework()))));
  }

  private Outcome<Reply> one(Exchange exchange) {
    return Found.read(exchange, inspections)
        .then(found -> found.reference().map(reference -> reply(found, reference)));
  }

  private static Reply reply(Found found, Reference reference) {
    Case file = found.state().file(reference).orElseThrow();
    return Reply.ok(CaseJson.write(file, found.state().framework())).tagged(file.revision());
  }

  private Outcome<Reply> set(Exchange exchange, boolean whole) {
    return Found.of(exchange, inspections)
        .then(found -> exchange.reference().then(reference -> written(found, reference, whole)));
  }

  private static Outcome<Reply> written(Found found, Reference reference, boolean whole) {
    return found
        .write(
            body(found.exchange(), reference, whole),
            (request, precondition) -> {
              Place here = new Place(0, Optional.of(""));
              CaseWish wish = new CaseWish(here, reference, request, whole);
              return whole
                  ? CaseDrafts.set(wish, precondition)
                  : CaseDrafts.change(wish, precondition);
            })
        .map(taken -> reply(found, reference, taken));
  }

  private static Outcome<CaseRequest> body(Exchange exchange, Reference reference, boolean whole) {
    return whole
        ? exchange.json().then(bytes -> CaseRequest.read(bytes, reference, false))
        : exchange
            .body(Set.of(Reply.JSON, Exchange.MERGE_PATCH))
            .then(bytes -> CaseRequest.readPatch(bytes, reference, false));
  }

  private static Reply reply(Found found, Reference reference, Taken taken) {
    Case file = taken.after().state().file(reference).orElseThrow();
    byte[] json = CaseJson.write(file, taken.after().state().framework());
    boolean made = taken.before().state().file(reference).isEmpty();
    String place = "/api/v1/inspections/%s/cases/%s".formatted(found.id(), reference);
    return (made ? Reply.created(place, json) : Reply.ok(json)).tagged(file.revision());
  }

  private Outcome<Reply> remove(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found
                    .reference()
                    .then(
                        reference ->
                            found.write(
                                exchange.json().then(Requests::readReason),
                                (reason, precondition) ->
                                    CaseDrafts.remove(reference, reason.orElse(""), precondition))))
        .map(AnswerRoutes::changed);
  }
}
