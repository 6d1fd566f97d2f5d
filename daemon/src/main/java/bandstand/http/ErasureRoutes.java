package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.service.Room;
import bandstand.service.SubjectReport;
import bandstand.wire.ErasedJson;
import bandstand.wire.Requests;
import bandstand.wire.SubjectJson;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a person the data is about may ask for: what is held, and that it goes. */
final class ErasureRoutes {
  private static final int SHOWN_CHARACTERS = 80;

  private final Inspections inspections;
  private final Erasures erasures;
  private final Backups backups;
  private final InstantSource clock;

  ErasureRoutes(Inspections inspections, Erasures erasures, Backups backups, InstantSource clock) {
    this.inspections = inspections;
    this.erasures = erasures;
    this.backups = backups;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post(CaseRoutes.CASES + "/{ref}/erase", Role.LEAD, this::eraseCase),
        Route.post(InspectionRoutes.ONE + "/erase", Role.LEAD, this::eraseEverything),
        Route.get("/api/v1/admin/erasures", Role.LEAD, exchange -> ledger()),
        Route.get(
            "/api/v1/subject-report", Role.LEAD, this::subjectReport, "reference", "inspection"));
  }

  /** An Idempotency-Key is not kept: it may name the case, and erasing again finds nothing. */
  private Outcome<Reply> eraseCase(Exchange exchange) {
    return exchange
        .reference()
        .then(
            reference ->
                asked(
                    exchange,
                    (id, reason, seen) ->
                        erasures.erase(id, exchange.person(), reference, reason, seen)));
  }

  private Outcome<Reply> eraseEverything(Exchange exchange) {
    return asked(
        exchange,
        (id, reason, seen) -> erasures.eraseEverything(id, exchange.person(), reason, seen));
  }

  /** An erasure of what an inspection holds, for a reason, of what was seen of it. */
  private interface Asked {
    Outcome<ErasedJson.Erased> of(InspectionId id, String reason, Precondition seen);
  }

  private static Outcome<Reply> asked(Exchange exchange, Asked asked) {
    return exchange
        .inspection()
        .then(
            id ->
                reason(exchange)
                    .then(
                        reason -> exchange.precondition().then(seen -> asked.of(id, reason, seen))))
        .map(ErasureRoutes::reply);
  }

  private static Outcome<String> reason(Exchange exchange) {
    return exchange.json().then(Requests::readNeededReason);
  }

  private static Reply reply(ErasedJson.Erased erased) {
    return Reply.ok(ErasedJson.write(erased)).tagged(erased.revision());
  }

  private Outcome<Reply> ledger() {
    try {
      return Outcome.done(Reply.ok(erasures.ledger().json()));
    } catch (IOException failed) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE, "The ledger of erasures cannot be read: the disk failed");
    }
  }

  private Outcome<Reply> subjectReport(Exchange exchange) {
    String text = exchange.query("reference").orElse("");
    Optional<Reference> reference = Reference.parse(text);
    if (reference.isEmpty()) {
      return Exchange.queryFault("reference", shown(text), "reference", "a case's reference");
    }
    Optional<String> wanted = exchange.query("inspection");
    Optional<InspectionId> only = wanted.flatMap(InspectionId::parse);
    if (wanted.isPresent() && only.flatMap(inspections::evenDeleted).isEmpty()) {
      return Exchange.queryFault(
          "inspection", shown(wanted.get()), "unknown", "an inspection there is");
    }
    SubjectReport report = new SubjectReport(inspections);
    return exchange
        .holding()
        .room(inspections.room(), exchange.person(), Room.folded(report.edits(only)))
        .map(
            _ ->
                Reply.ok(
                    SubjectJson.write(
                        reference.get(),
                        clock.instant(),
                        report.of(reference.get(), only),
                        backups.last())));
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(SHOWN_CHARACTERS, text.length()));
  }
}
