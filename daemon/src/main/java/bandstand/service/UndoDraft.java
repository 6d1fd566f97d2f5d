package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.store.Noted;
import bandstand.wire.TakingBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Takes one change back, or brings one back that was taken back: a new change with the edits
 * reversed.
 *
 * <p>It conflicts where a field was last set by anything but that change.
 */
public final class UndoDraft implements Draft {
  private final Function<Noted, Recorded> history;
  private final Optional<Long> wished;
  private final String reason;
  private final Precondition precondition;
  private final boolean redo;

  private UndoDraft(History history, TakingBack request, Precondition precondition, boolean redo) {
    this.history = history::read;
    this.wished = request.revision();
    this.reason = request.reason().orElse("");
    this.precondition = precondition;
    this.redo = redo;
  }

  /** Takes back one change; without a revision, the person's own last one that still stands. */
  public static UndoDraft undo(History history, TakingBack request, Precondition precondition) {
    return new UndoDraft(history, request, precondition, false);
  }

  /** Takes back one undo; without a revision, the person's own last one. */
  public static UndoDraft redo(History history, TakingBack request, Precondition precondition) {
    return new UndoDraft(history, request, precondition, true);
  }

  /** The room that meeting a snapshot needs: what it takes back, and what came after it. */
  public long room(Snapshot snapshot, Person by) {
    Moment moment = new Moment(snapshot.state(), snapshot.history(), by, Instant.EPOCH);
    return chosen(moment, new Lineage(moment.history(), history))
            instanceof Outcome.Done<Noted>(Noted line)
        ? snapshot
            .history()
            .subList(Math.toIntExact(line.revision() - 1), snapshot.history().size())
            .stream()
            .mapToLong(one -> Room.made(one.amount().edits(), 0) + History.room(one))
            .max()
            .orElse(0)
        : 0;
  }

  @Override
  public boolean readsHistory() {
    return true;
  }

  /** It may be an import. */
  @Override
  public boolean large() {
    return true;
  }

  @Override
  public Outcome<Change> against(Moment moment) {
    long now = moment.state().revision();
    Optional<Outcome<Change>> kept =
        Guards.frozen(moment.state())
            .<Outcome<Change>>map(Outcome::refused)
            .or(() -> precondition.refusal("it is at revision " + now, now));
    if (kept.isPresent()) {
      return kept.get();
    }
    Lineage lineage = new Lineage(moment.history(), history);
    return chosen(moment, lineage).then(line -> reversed(moment, lineage, line));
  }

  private Outcome<Noted> chosen(Moment moment, Lineage lineage) {
    String name = moment.by().name();
    if (wished.isEmpty()) {
      Optional<Noted> last = redo ? lineage.lastUndoneBy(name) : lineage.lastStandingBy(name);
      return last.map(line -> allowed(moment, lineage, line))
          .orElseGet(
              () ->
                  conflict("There is nothing of yours to " + (redo ? "bring back" : "take back")));
    }
    Optional<Noted> named = lineage.line(wished.get());
    if (named.isEmpty()) {
      return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no revision " + wished.get());
    }
    Noted line = redo ? named.get() : lineage.original(named.get());
    if (!line.by().equals(name) && !moment.by().isLead()) {
      return Outcome.refused(
          Problem.Kind.FORBIDDEN,
          "Revision %d is by %s; only they or a lead can take it back"
              .formatted(line.revision(), line.by()));
    }
    Outcome<Noted> allowed = allowed(moment, lineage, line);
    if (allowed instanceof Outcome.Refused<Noted>) {
      return allowed;
    }
    boolean fits = redo ? line.kind() == Change.Kind.UNDO : line.kind().undoable();
    return fits
        ? Outcome.done(line)
        : conflict(
            "Revision %d is of kind %s, which is not taken back this way"
                .formatted(line.revision(), line.kind().word()));
  }

  /** Whoever may not make a change any more neither takes it back nor brings it back. */
  private Outcome<Noted> allowed(Moment moment, Lineage lineage, Noted line) {
    Noted made = redo ? lineage.line(line.of()).orElse(line) : line;
    return moment.by().role().isAtLeast(made.kind().role())
        ? Outcome.done(line)
        : Outcome.refused(
            Problem.Kind.FORBIDDEN,
            "Revision %d is of kind %s, which only a %s can %s"
                .formatted(
                    made.revision(),
                    made.kind().word(),
                    made.kind().role().word(),
                    redo ? "bring back" : "take back"));
  }

  private Outcome<Change> reversed(Moment moment, Lineage lineage, Noted line) {
    List<Edit> made = history.apply(line).change().edits();
    Optional<Problem> submitted = submitted(moment, made);
    if (submitted.isPresent()) {
      return Outcome.refused(submitted.get());
    }
    List<Edit> edits = new ArrayList<>();
    Set<Long> conflicts = new TreeSet<>();
    for (Edit edit : made.reversed()) {
      for (Edit field : fieldsOf(moment.state(), edit)) {
        long revision = moment.state().revisionOf(field);
        if (!lineage.leftTheSame(field, revision, line.revision())) {
          conflicts.add(revision);
        }
      }
      edits.add(current(moment.state(), edit.reversed()));
    }
    Change change =
        new Change(
            redo ? Change.Kind.REDO : Change.Kind.UNDO,
            edits,
            Optional.of(line.revision()),
            reason);
    if (conflicts.isEmpty()) {
      conflicts.addAll(unsound(moment, change));
    }
    return conflicts.isEmpty()
        ? Outcome.done(change)
        : Outcome.refused(
            Problem.conflict(
                "Later changes stand on revision %d: %s".formatted(line.revision(), conflicts),
                List.copyOf(conflicts)));
  }

  /** The first case touched that is submitted and not this person's to change. */
  private Optional<Problem> submitted(Moment moment, List<Edit> edits) {
    return edits.stream()
        .map(Edit::touches)
        .flatMap(Optional::stream)
        .distinct()
        .map(moment.state()::file)
        .flatMap(Optional::stream)
        .map(file -> Guards.submitted(file, moment.by(), reason))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The changes of cases that would be left without a type, or with answers of another type. */
  private static Set<Long> unsound(Moment moment, Change change) {
    Inspection state = moment.state();
    Inspection after =
        state.after(
            new Recorded(state.id(), moment.revision(), moment.by().name(), moment.at(), change));
    Set<Long> revisions = new TreeSet<>();
    change.edits().stream()
        .flatMap(edit -> edit.touches().stream())
        .distinct()
        .filter(subject -> after.file(subject).map(file -> !sound(file, after)).orElse(false))
        .forEach(
            subject ->
                revisions.add(
                    state
                        .file(subject)
                        .map(Case::revision)
                        .orElseGet(() -> state.revisionOf(new Edit.ToCase(subject, true, false)))));
    return revisions;
  }

  private static boolean sound(Case file, Inspection state) {
    return state.framework().knowsCaseType(file.type())
        && file.answers().keySet().stream()
            .allMatch(
                code ->
                    state
                        .framework()
                        .question(code)
                        .map(question -> question.asksCase(file.type()))
                        .orElse(false));
  }

  /** A case that goes takes everything on it along, so all of that must be the change's own. */
  private static List<Edit> fieldsOf(Inspection state, Edit edit) {
    List<Edit> fields = new ArrayList<>(List.of(edit));
    if (edit instanceof Edit.ToCase made && made.after()) {
      state.file(made.subject()).map(CaseDrafts::removal).ifPresent(fields::addAll);
      state.alerts().values().stream()
          .filter(alert -> alert.subject().equals(Optional.of(made.subject())))
          .map(alert -> new Edit.ToAlert(alert.number(), Optional.of(alert), Optional.empty()))
          .forEach(fields::add);
    }
    return fields;
  }

  /** What stands now has the revision that set it, which the recorded value may lack. */
  private static Edit current(Inspection state, Edit reversed) {
    if (reversed instanceof Edit.ToAnswer(var subject, var code, var before, var after)) {
      Optional<Given> standing = state.given(subject, code);
      return new Edit.ToAnswer(subject, code, standing.or(() -> before), after);
    }
    return reversed;
  }

  private static <T> Outcome<T> conflict(String detail) {
    return Outcome.refused(Problem.conflict(detail, List.of()));
  }
}
