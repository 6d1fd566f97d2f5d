package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.state.Message;
import bandstand.state.Wanted;
import bandstand.state.Write;
import bandstand.wire.AlertRequest;
import bandstand.wire.AnswerRequest;
import bandstand.wire.CarryRequest;
import bandstand.wire.CaseRequest;
import bandstand.wire.InspectionJson;
import bandstand.wire.NewInspection;
import bandstand.wire.Requests;
import bandstand.wire.Retention;
import bandstand.wire.Update;
import bandstand.wire.WriteJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends one write at a time, and says what came of it. */
final class Writer {
  private final DaemonClient client;
  private final Editions editions;

  /** Tells this run's requests from those of every other client. */
  private final String run = UUID.randomUUID().toString();

  Writer(DaemonClient client, Editions editions) {
    this.client = client;
    this.editions = editions;
  }

  /**
   * What is no message is to be sent again: the connection was lost, or the token is not known any
   * more.
   */
  Answered<Message> write(long request, Write write) {
    return switch (write) {
      case Write.PutAnswer put -> answer(request, put);
      case Write.Create create -> create(request, create);
      case Write.Carry(InspectionId source, CarryRequest wished) ->
          message(
              request,
              editions.carry(
                  post(request, "inspections", source.text(), "carry")
                      .json(wished.json())
                      .patient(Request.LONG_PATIENCE)),
              told -> new Message.Created(request, told.inspection()),
              Optional::empty);
      case Write.Undo(InspectionId inspection, long revision) ->
          plain(
              request,
              post(request, "inspections", inspection.text(), "undo")
                  .json(Requests.undo(Optional.of(revision))));
      case Write.Redo(InspectionId inspection, long revision) ->
          plain(
              request,
              post(request, "inspections", inspection.text(), "redo")
                  .json(Requests.undo(Optional.of(revision))));
      case Write.PatchCase(InspectionId inspection, Reference reference, var facts) ->
          plain(
              request,
              Request.of("PATCH", "inspections", inspection.text(), "cases", reference.text())
                  .json(
                      new CaseRequest(new TreeMap<>(facts), new TreeMap<>(), Optional.empty())
                          .json()));
      case Write.Raise raise ->
          alert(
              request,
              post(request, "inspections", raise.inspection().text(), "alerts")
                  .json(raised(raise).json()));
      case Write.PatchAlert(InspectionId inspection, int number, var status, String outcome) ->
          alert(
              request,
              Request.of("PATCH", "inspections", inspection.text(), "alerts", "" + number)
                  .json(patched(status, outcome).json()));
      case Write.PatchDetails(InspectionId inspection, var details) ->
          plain(
              request,
              Request.of("PATCH", "inspections", inspection.text())
                  .json(NewInspection.patchJson(details)));
    };
  }

  private Answered<Message> plain(long request, Request asked) {
    return message(
        request,
        client.ask(asked, WriteJson::read),
        written -> saved(request, written),
        Optional::empty);
  }

  /** Its answer is the alert; the inspection's revision is its tag. */
  private Answered<Message> alert(long request, Request asked) {
    return switch (client.ask(asked, Outcome::done)) {
      case Answered.Done<byte[]>(_, int status, String tag) -> {
        long revision = tag.matches("[0-9]{1,18}") ? Long.parseLong(tag) : 0;
        yield new Answered.Done<>(
            new Message.Saved(request, revision, Optional.empty()), status, tag);
      }
      case Answered.Refused<byte[]>(Problem problem) when Refusals.ofToken(problem) ->
          new Answered.Lost<>(problem.detail());
      case Answered.Refused<byte[]>(Problem problem) ->
          new Answered.Done<>(
              new Message.Refused(request, problem, Optional.empty()), problem.kind().status(), "");
      case Answered.Lost<byte[]>(String why) -> new Answered.Lost<>(why);
    };
  }

  private Answered<Message> answer(long request, Write.PutAnswer put) {
    Request asked =
        (put.wanted().nothing() ? at("DELETE", put) : at("PUT", put).json(wanted(put.wanted())))
            .header("If-Match", "\"" + put.standing() + "\"");
    return message(
        request,
        client.ask(asked, WriteJson::read),
        written -> saved(request, written),
        () -> standing(put));
  }

  private Answered<Message> create(long request, Write.Create create) {
    Map<String, String> details = create.details();
    byte[] body =
        new NewInspection(
                Optional.empty(),
                create.service(),
                Optional.ofNullable(details.get(Inspection.SHORT_NAME)),
                create.framework(),
                Optional.ofNullable(details.get(Inspection.FIELDWORK)),
                Optional.ofNullable(details.get(Inspection.NOTES)),
                Optional.ofNullable(details.get(Inspection.RETAIN_UNTIL)).flatMap(Retention::day))
            .json();
    return message(
        request,
        client.ask(post(request, "inspections").json(body), InspectionJson::readId),
        id -> new Message.Created(request, id),
        Optional::empty);
  }

  /** What stands already keeps its revision, whatever that of the inspection. */
  private static Message saved(long request, WriteJson.Written written) {
    long revision = written.given().map(Given::revision).orElse(written.revision());
    return new Message.Saved(request, revision, Optional.empty());
  }

  private static <T> Answered<Message> message(
      long request,
      Answered<T> answered,
      Function<T, Message> done,
      Supplier<Optional<Given>> standing) {
    return switch (answered) {
      case Answered.Done<T>(T value, int status, String tag) ->
          new Answered.Done<>(done.apply(value), status, tag);
      case Answered.Lost<T>(String why) -> new Answered.Lost<>(why);
      case Answered.Refused<T>(Problem problem) when Refusals.ofToken(problem) ->
          new Answered.Lost<>(problem.detail());
      case Answered.Refused<T>(Problem problem) -> {
        Optional<Given> stands = isConflict(problem) ? standing.get() : Optional.empty();
        yield new Answered.Done<>(
            new Message.Refused(request, problem, stands), problem.kind().status(), "");
      }
    };
  }

  private static boolean isConflict(Problem problem) {
    return switch (problem.kind()) {
      case CONFLICT, PRECONDITION_FAILED -> true;
      default -> false;
    };
  }

  /** Empty too when it cannot be read: the stream of changes tells it soon. */
  private Optional<Given> standing(Write.PutAnswer put) {
    String inspection = put.inspection().text();
    Request asked =
        put.subject()
            .map(reference -> Request.get("inspections", inspection, "cases", reference.text()))
            .orElseGet(() -> Request.get("inspections", inspection, "answers"));
    Answered<Optional<Given>> answered =
        client.ask(asked, json -> WriteJson.readStanding(json, put.code()));
    return answered instanceof Answered.Done<Optional<Given>>(Optional<Given> given, _, _)
        ? given
        : Optional.empty();
  }

  private static Request at(String method, Write.PutAnswer put) {
    String inspection = put.inspection().text();
    String code = put.code().toString();
    return put.subject()
        .map(
            reference ->
                Request.of(
                    method, "inspections", inspection, "cases", reference.text(), "answers", code))
        .orElseGet(() -> Request.of(method, "inspections", inspection, "answers", code));
  }

  private static byte[] wanted(Wanted wanted) {
    Update<String> note =
        wanted.note().isEmpty() ? new Update.Removal<>() : new Update.Value<>(wanted.note());
    return new AnswerRequest(wanted.answer(), note, Optional.of(wanted.ask()), Optional.empty())
        .json();
  }

  private static AlertRequest raised(Write.Raise raise) {
    return new AlertRequest(
        raise.subject().<Update<Reference>>map(Update.Value::new).orElseGet(Update.Unsaid::new),
        Optional.of(raise.risk()),
        Optional.of(raise.organisation()),
        Optional.of(raise.toldRole()),
        Optional.of(raise.at()),
        Optional.empty(),
        new Update.Unsaid<>());
  }

  private static AlertRequest patched(Alert.Status status, String outcome) {
    return new AlertRequest(
        new Update.Unsaid<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(status),
        outcome.isEmpty() ? new Update.Removal<>() : new Update.Value<>(outcome));
  }

  private Request post(long request, String... parts) {
    return Request.of("POST", parts).header("Idempotency-Key", run + "-" + request);
  }
}
