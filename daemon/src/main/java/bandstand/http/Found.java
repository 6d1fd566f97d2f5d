package bandstand.http;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.service.Draft;
import bandstand.service.History;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.service.Room;
import bandstand.service.Snapshot;
import bandstand.service.Taken;
import java.util.Optional;
import java.util.function.BiFunction;

/** The inspection that a request's path names, as it stood when the request came. */
record Found(Exchange exchange, Inspections inspections, Snapshot snapshot) {
  /** The query parameter of {@link #read}. */
  static final String AT = "at";

  static Outcome<Found> of(Exchange exchange, Inspections inspections) {
    return exchange
        .inspection()
        .then(inspections::find)
        .map(snapshot -> new Found(exchange, inspections, snapshot));
  }

  /** The same for reading: as it stands, or stood at the revision or mark that ?at= names. */
  static Outcome<Found> read(Exchange exchange, Inspections inspections) {
    return of(exchange, inspections)
        .then(
            found ->
                exchange.query(AT).map(found::at).orElseGet(() -> Outcome.done(found.snapshot())))
        .map(snapshot -> new Found(exchange, inspections, snapshot));
  }

  private Outcome<Snapshot> at(String named) {
    Optional<Long> mark = Optional.ofNullable(state().marks().get(named));
    Optional<Long> number =
        named.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(named)) : Optional.empty();
    return mark.or(() -> number)
        .filter(revision -> revision >= 1 && revision <= state().revision())
        .map(this::at)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.Kind.NOT_FOUND,
                    "There is no such revision or mark; revisions are 1 to " + state().revision()));
  }

  private Outcome<Snapshot> at(long revision) {
    return room(Room.folded(History.edits(History.between(snapshot, 0, revision))))
        .then(_ -> inspections.history().at(snapshot, revision));
  }

  /** Room for something large, had until the answer is sent. */
  Outcome<Found> room(long bytes) {
    return exchange.holding().room(inspections.room(), person(), bytes).map(_ -> this);
  }

  Inspection state() {
    return snapshot.state();
  }

  InspectionId id() {
    return state().id();
  }

  Person person() {
    return exchange.person();
  }

  /** Writes what a body asks for, under the request's precondition. */
  <T> Outcome<Taken> write(Outcome<T> body, BiFunction<T, Precondition, Draft> draft) {
    return body.then(
        wished ->
            exchange
                .precondition()
                .then(
                    precondition ->
                        exchange
                            .once()
                            .then(
                                once ->
                                    inspections.write(
                                        id(), person(), once, draft.apply(wished, precondition)))));
  }

  /** A case in the path that exists. */
  Outcome<Reference> reference() {
    return exchange
        .reference()
        .then(
            reference ->
                state().file(reference).isPresent()
                    ? Outcome.done(reference)
                    : Outcome.refused(Problem.Kind.NOT_FOUND, "There is no case " + reference));
  }

  /** A question in the path that the edition asks. */
  Outcome<Code> question() {
    return exchange
        .code("code")
        .then(
            code ->
                state().framework().question(code).isPresent()
                    ? Outcome.done(code)
                    : Outcome.refused(
                        Problem.Kind.NOT_FOUND,
                        "%s is no key question or prompt of %s"
                            .formatted(code, state().framework().id())));
  }
}
