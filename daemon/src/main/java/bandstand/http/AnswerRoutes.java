package bandstand.http;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.service.AnswerDrafts;
import bandstand.service.History;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.service.Taken;
import bandstand.wire.AnswerRequest;
import bandstand.wire.Format;
import bandstand.wire.InspectionJson;
import bandstand.wire.Requests;
import bandstand.wire.WriteJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers: of a case, of the service, and many at once. */
final class AnswerRoutes {
  private static final String OF_CASE = "/api/v1/inspections/{id}/cases/{ref}/answers/{code}";
  private static final String OF_SERVICE = "/api/v1/inspections/{id}/answers/{code}";
  private static final String MANY = "/api/v1/inspections/{id}/answers";

  private final Inspections inspections;

  AnswerRoutes(Inspections inspections) {
    this.inspections = inspections;
  }

  List<Route> routes() {
    return List.of(
        Route.put(OF_CASE, Role.INSPECTOR, exchange -> set(exchange, true)),
        Route.delete(OF_CASE, Role.INSPECTOR, exchange -> clear(exchange, true)),
        Route.put(OF_SERVICE, Role.INSPECTOR, exchange -> set(exchange, false)),
        Route.delete(OF_SERVICE, Role.INSPECTOR, exchange -> clear(exchange, false)),
        Route.get(MANY, Role.VIEWER, this::all, Found.AT),
        Route.post(MANY, Role.INSPECTOR, this::batch));
  }

  /** Where an answer goes, by the path. */
  private record Target(Found found, Optional<Reference> subject, Code code) {

    Outcome<Reply> reply(Outcome<Taken> outcome) {
      return outcome instanceof Outcome.Refused<Taken>(Problem problem)
              && problem.kind() == Problem.Kind.PRECONDITION_FAILED
          ? Outcome.refused(problem.saying(problem.detail() + saw()))
          : replied(outcome);
    }

    /** What stood there at the revision that the sender named; empty where that cannot be told. */
    private String saw() {
      History history = found.inspections().history();
      return found.exchange().precondition()
              instanceof Outcome.Done<Precondition>(Precondition sent)
          ? sent.tags().stream()
              .filter(tag -> tag >= 0)
              .max(Long::compare)
              .flatMap(
                  tag ->
                      found
                          .inspections()
                          .evenDeleted(found.id())
                          .flatMap(now -> history.firstAfter(now, subject, code, tag)))
              .map(edit -> "; you saw " + word(edit.before()))
              .orElse("")
          : "";
    }

    private static String word(Optional<Given> given) {
      return given
          .map(stood -> stood.answer().map(Answer::word).orElse("a note"))
          .orElse("it unanswered");
    }

    private Outcome<Reply> replied(Outcome<Taken> outcome) {
      return outcome.map(
          taken ->
              Reply.ok(
                      WriteJson.answer(
                          taken.after().state().revision(),
                          taken.after().state().given(subject, code),
                          taken.before().ratings(),
                          taken.after().ratings()))
                  .tagged(
                      taken
                          .after()
                          .state()
                          .given(subject, code)
                          .map(given -> given.revision())
                          .orElse(0L)));
    }
  }

  private Outcome<Target> target(Exchange exchange, boolean ofCase) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                found
                    .question()
                    .then(
                        code ->
                            ofCase ? ofCase(found, code) : Outcome.done(ofService(found, code))));
  }

  private static Outcome<Target> ofCase(Found found, Code code) {
    return found.reference().map(reference -> new Target(found, Optional.of(reference), code));
  }

  private static Target ofService(Found found, Code code) {
    return new Target(found, Optional.empty(), code);
  }

  private Outcome<Reply> set(Exchange exchange, boolean ofCase) {
    return target(exchange, ofCase)
        .then(
            target ->
                target.reply(
                    target
                        .found()
                        .write(
                            exchange.json().then(AnswerRequest::read),
                            (request, precondition) ->
                                AnswerDrafts.answer(
                                    target.subject(), target.code(), request, precondition))));
  }

  private Outcome<Reply> clear(Exchange exchange, boolean ofCase) {
    return target(exchange, ofCase)
        .then(
            target ->
                target.reply(
                    target
                        .found()
                        .write(
                            exchange.json().then(Requests::readReason),
                            (reason, precondition) ->
                                AnswerDrafts.clear(
                                    target.subject(),
                                    target.code(),
                                    reason.orElse(""),
                                    precondition))));
  }

  private Outcome<Reply> all(Exchange exchange) {
    return Found.read(exchange, inspections)
        .map(
            found ->
                Reply.ok(InspectionJson.serviceAnswers(found.state()))
                    .tagged(found.state().revision()));
  }

  private Outcome<Reply> batch(Exchange exchange) {
    Format format = Format.ofMediaType(exchange.mediaType()).orElse(Format.JSON);
    return Found.of(exchange, inspections)
        .then(
            found ->
                found.write(
                    exchange
                        .body(Set.of(Reply.JSON, Format.NDJSON.mediaType()))
                        .then(body -> AnswerRequest.readBatch(body, format)),
                    AnswerDrafts::batch))
        .map(AnswerRoutes::changed);
  }

  /** The reply to a write that has no more to tell than what it changed. */
  static Reply changed(Taken taken) {
    long revision = taken.after().state().revision();
    return Reply.ok(WriteJson.changed(revision, taken.before().ratings(), taken.after().ratings()))
        .tagged(revision);
  }
}
