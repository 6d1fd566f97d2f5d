package bandstand.http;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.Role;
import bandstand.inspection.Step;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import bandstand.service.Inspections;
import bandstand.service.Supposing;
import bandstand.wire.RatingsTree;
import bandstand.wire.ReceiptJson;
import bandstand.wire.Supposition;
import bandstand.wire.WhatIf;
import java.util.List;
import java.util.Optional;

/** What an inspection is worth: now, at a past revision, and if things were otherwise. */
final class RatingRoutes {
  private final Inspections inspections;

  RatingRoutes(Inspections inspections) {
    this.inspections = inspections;
  }

  List<Route> routes() {
    return List.of(
        Route.get(InspectionRoutes.ONE + "/ratings", Role.VIEWER, this::ratings, "at", "step"),
        Route.get(
            InspectionRoutes.ONE + "/ratings/{code}/receipt", Role.VIEWER, this::receipt, "at"),
        Route.post(InspectionRoutes.ONE + "/what-if", Role.VIEWER, this::whatIf));
  }

  private Outcome<Reply> ratings(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                state(found)
                    .then(
                        state ->
                            step(exchange)
                                .map(
                                    step ->
                                        Reply.ok(tree(state, rated(found, state, step)).json())
                                            .tagged(state.revision()))));
  }

  private Outcome<Reply> receipt(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(found -> exchange.code("code").then(code -> receipt(found, code)));
  }

  private Outcome<Reply> receipt(Found found, Code code) {
    return state(found)
        .then(
            state ->
                ReceiptJson.write(state, rated(found, state), code)
                    .map(json -> Outcome.done(Reply.ok(json).tagged(state.revision())))
                    .orElseGet(
                        () ->
                            Outcome.refused(
                                Problem.Kind.NOT_FOUND,
                                "%s rates no %s; receipts are of key questions, standards and"
                                        .formatted(state.framework().id(), code)
                                    + " overall")));
  }

  private static Ratings rated(Found found, Inspection state, Optional<Step> step) {
    return step.map(least -> Scorer.rate(state.countingOnly(file -> file.step().isAtLeast(least))))
        .orElseGet(() -> rated(found, state));
  }

  private static Ratings rated(Found found, Inspection state) {
    return state.revision() == found.state().revision()
        ? found.snapshot().ratings()
        : Scorer.rate(state);
  }

  private static RatingsTree tree(Inspection state, Ratings ratings) {
    return RatingsTree.of(state.id(), state.revision(), ratings);
  }

  /** The state that {@code ?at=} names by revision or mark; the present one without it. */
  private Outcome<Inspection> state(Found found) {
    Optional<String> at = found.exchange().query("at");
    if (at.isEmpty()) {
      return Outcome.done(found.state());
    }
    Optional<Long> named = Optional.ofNullable(found.state().marks().get(at.get()));
    Optional<Long> number =
        at.get().matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(at.get())) : Optional.empty();
    return named
        .or(() -> number)
        .filter(revision -> revision >= 1 && revision <= found.state().revision())
        .map(revision -> inspections.history().stateAt(found.snapshot(), revision))
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.Kind.NOT_FOUND,
                    "There is no such revision or mark; revisions are 1 to "
                        + found.state().revision()));
  }

  private static Outcome<Optional<Step>> step(Exchange exchange) {
    Optional<String> word = exchange.query("step");
    Optional<Step> step = word.flatMap(Step::ofWord);
    return word.isPresent() && step.isEmpty()
        ? Exchange.queryFault(
            "step", word.get(), "value", "open, read, interviewed, submitted or checked")
        : Outcome.done(step);
  }

  private Outcome<Reply> whatIf(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                exchange
                    .json()
                    .then(body -> Supposition.read(body, found.state().framework()))
                    .then(changes -> Supposing.state(found.state(), found.person(), changes))
                    .map(
                        supposed ->
                            Reply.ok(
                                new WhatIf(
                                        tree(found.state(), found.snapshot().ratings()),
                                        tree(found.state(), Scorer.rate(supposed)))
                                    .json())));
  }
}
