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
import bandstand.service.Room;
import bandstand.service.Snapshot;
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
        Route.get(InspectionRoutes.ONE + "/ratings", Role.VIEWER, this::ratings, Found.AT, "step"),
        Route.get(
            InspectionRoutes.ONE + "/ratings/{code}/receipt", Role.VIEWER, this::receipt, Found.AT),
        Route.post(InspectionRoutes.ONE + "/what-if", Role.VIEWER, this::whatIf).unrevised());
  }

  private Outcome<Reply> ratings(Exchange exchange) {
    return Found.read(exchange, inspections)
        .then(
            found ->
                Parameters.step(exchange)
                    .map(
                        step ->
                            Reply.ok(tree(found.state(), rated(found, step)).json())
                                .tagged(found.state().revision())));
  }

  private static Ratings rated(Found found, Optional<Step> step) {
    return step.map(
            least -> Scorer.rate(found.state().countingOnly(file -> file.step().isAtLeast(least))))
        .orElseGet(found.snapshot()::ratings);
  }

  private static RatingsTree tree(Inspection state, Ratings ratings) {
    return RatingsTree.of(state.id(), state.revision(), ratings);
  }

  private Outcome<Reply> receipt(Exchange exchange) {
    return Found.read(exchange, inspections)
        .then(found -> found.room(Room.listed(found.state().cases().size())))
        .then(found -> exchange.code("code").then(code -> receipt(found.snapshot(), code)));
  }

  private static Outcome<Reply> receipt(Snapshot snapshot, Code code) {
    Inspection state = snapshot.state();
    return ReceiptJson.write(state, snapshot.ratings(), code)
        .map(json -> Outcome.done(Reply.ok(json).tagged(state.revision())))
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.Kind.NOT_FOUND,
                    "%s has no figure %s; receipts are of key questions, standards and overall"
                        .formatted(state.framework().id(), code)));
  }

  private Outcome<Reply> whatIf(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                exchange
                    .json()
                    .then(body -> Supposition.read(body, found.state().framework()))
                    .then(changes -> Supposing.state(found.snapshot(), found.person(), changes))
                    .map(
                        supposed ->
                            Reply.ok(
                                new WhatIf(
                                        tree(found.state(), found.snapshot().ratings()),
                                        tree(found.state(), Scorer.rate(supposed)))
                                    .json())));
  }
}
