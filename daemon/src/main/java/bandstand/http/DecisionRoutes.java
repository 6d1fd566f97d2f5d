package bandstand.http;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.service.DecisionDrafts;
import bandstand.service.Draft;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.service.Taken;
import bandstand.wire.JudgementRequest;
import bandstand.wire.Requests;
import java.util.List;
import java.util.function.BiFunction;

/** Judgements of standards, and discretion beside computed ratings. */
final class DecisionRoutes {
  private static final String JUDGEMENT = "/api/v1/inspections/{id}/judgements/{standard}";
  private static final String DISCRETION = "/api/v1/inspections/{id}/discretion/{standard}";

  private final Inspections inspections;

  DecisionRoutes(Inspections inspections) {
    this.inspections = inspections;
  }

  List<Route> routes() {
    return List.of(
        Route.put(JUDGEMENT, Role.LEAD, this::judge),
        Route.delete(
            JUDGEMENT,
            Role.LEAD,
            exchange -> clear(exchange, false, DecisionDrafts::clearJudgement)),
        Route.put(DISCRETION, Role.LEAD, this::useDiscretion),
        Route.delete(
            DISCRETION,
            Role.LEAD,
            exchange -> clear(exchange, true, DecisionDrafts::clearDiscretion)));
  }

  /** A standard; beside these discretion knows the overall, and judgement what is judged whole. */
  private static Outcome<Code> decidable(Found found, boolean discretion) {
    Framework framework = found.state().framework();
    return found
        .exchange()
        .code("standard")
        .then(
            code ->
                framework.standard(code).isPresent()
                        || (discretion ? code.equals(Code.OVERALL) : framework.takesJudgement(code))
                    ? Outcome.done(code)
                    : Outcome.refused(
                        Problem.Kind.NOT_FOUND,
                        "%s is no standard of %s".formatted(code, framework.id())));
  }

  private Outcome<Reply> judge(Exchange exchange) {
    return decided(
        exchange,
        false,
        (found, code) ->
            found.write(
                exchange
                    .json()
                    .then(body -> JudgementRequest.read(body, found.state().framework())),
                (request, precondition) ->
                    DecisionDrafts.judge(
                        code, request.rating(), request.reason(), request.agreed(), precondition)));
  }

  private Outcome<Reply> useDiscretion(Exchange exchange) {
    return decided(
        exchange,
        true,
        (found, code) ->
            found.write(
                exchange
                    .json()
                    .then(body -> JudgementRequest.readDiscretion(body, found.state().framework())),
                (request, precondition) ->
                    DecisionDrafts.discretion(
                        code, request.rating().orElseThrow(), request.reason(), precondition)));
  }

  private Outcome<Reply> clear(
      Exchange exchange, boolean discretion, BiFunction<Code, Precondition, Draft> draft) {
    return decided(
        exchange,
        discretion,
        (found, code) ->
            found.write(
                exchange.json().then(Requests::readNothing),
                (nothing, precondition) -> draft.apply(code, precondition)));
  }

  private Outcome<Reply> decided(
      Exchange exchange, boolean discretion, BiFunction<Found, Code, Outcome<Taken>> write) {
    return Found.of(exchange, inspections)
        .then(found -> decidable(found, discretion).then(code -> write.apply(found, code)))
        .map(AnswerRoutes::changed);
  }
}
