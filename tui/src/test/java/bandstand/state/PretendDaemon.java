package bandstand.state;

import bandstand.framework.Comparison;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Wordings;
import bandstand.inspection.Alert;
import bandstand.inspection.Carrying;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.rating.Scorer;
import bandstand.wire.CarryJson;
import bandstand.wire.CarryRequest;
import bandstand.wire.RatingsTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps one inspection as the daemon does: preconditions, revisions, undo; without disk or net. */
public final class PretendDaemon {
  private final Map<Long, Change> history = new HashMap<>();
  private Inspection inspection;

  public PretendDaemon(Inspection inspection) {
    this.inspection = inspection;
  }

  public Inspection inspection() {
    return inspection;
  }

  public Summary summary() {
    return new Summary(
        inspection.id(),
        inspection.detail(Inspection.SERVICE).orElse(""),
        inspection.framework(),
        inspection.cases().size(),
        0,
        Optional.of(Scorer.rate(inspection).overall()),
        inspection.carriedFrom().map(Inspection.Origin::inspection),
        inspection.detail(Inspection.RETAIN_UNTIL).map(LocalDate::parse),
        inspection.detail(Inspection.SIGNED_OFF_BY));
  }

  /** What is recorded; a change of nothing keeps the revision. */
  public Outcome<Recorded> write(String by, Instant at, Write write) {
    return switch (write) {
      case Write.PutAnswer put -> answer(by, at, put);
      case Write.Undo undo -> undo(by, at, undo.revision());
      case Write.Redo redo -> redo(by, at, redo.revision());
      case Write.PatchCase patch -> {
        List<Edit> edits = new ArrayList<>();
        var file = inspection.file(patch.reference()).orElseThrow();
        patch
            .facts()
            .forEach(
                (name, value) -> {
                  if (!file.fact(name).equals(value)) {
                    edits.add(new Edit.ToFact(patch.reference(), name, file.fact(name), value));
                  }
                });
        yield record(by, at, Change.of(Change.Kind.CASE, edits));
      }
      case Write.Raise raise -> {
        int number = inspection.alerts().size() + 1;
        Alert alert =
            new Alert(
                number,
                raise.subject(),
                raise.risk(),
                raise.organisation(),
                raise.toldRole(),
                raise.at(),
                Alert.Status.RAISED,
                "",
                by);
        yield record(
            by,
            at,
            Change.of(
                Change.Kind.ALERT, new Edit.ToAlert(number, Optional.empty(), Optional.of(alert))));
      }
      case Write.PatchAlert patch -> {
        Alert old = inspection.alerts().get(patch.number());
        Alert alert =
            new Alert(
                old.number(),
                old.subject(),
                old.risk(),
                old.organisation(),
                old.toldRole(),
                old.at(),
                patch.status(),
                patch.outcome(),
                old.by());
        yield record(
            by,
            at,
            Change.of(
                Change.Kind.ALERT,
                new Edit.ToAlert(patch.number(), Optional.of(old), Optional.of(alert))));
      }
      case Write.PatchDetails patch -> {
        List<Edit> edits = new ArrayList<>();
        patch
            .details()
            .forEach(
                (name, value) -> {
                  if (!inspection.detail(name).equals(value)) {
                    edits.add(new Edit.ToDetail(name, inspection.detail(name), value));
                  }
                });
        yield record(by, at, Change.of(Change.Kind.DETAILS, edits));
      }
      case Write.Create create -> Outcome.refused(Problem.Kind.FORBIDDEN, "not here");
      case Write.Carry carry -> Outcome.refused(Problem.Kind.FORBIDDEN, "not here");
    };
  }

  /**
   * What carrying comes to.
   *
   * @param told as the API tells it
   */
  public record Draft(Inspection made, CarryJson.Told told) {}

  public Draft carried(String by, Instant at, CarryRequest wished) {
    InspectionId id =
        wished.id().orElseGet(() -> new InspectionId(inspection.id() + "-" + wished.framework()));
    Comparison comparison =
        Sample.CROSSWALK.compare(
            inspection.framework(), Sample.edition(wished.framework()), Wordings.NONE);
    Carrying carrying = Carrying.of(inspection, comparison, Wordings.NONE);
    List<Edit> edits = new ArrayList<>(carrying.edits(1, by, at));
    detail(edits, Inspection.SERVICE, inspection.detail(Inspection.SERVICE).orElse(""));
    detail(edits, Inspection.CARRIED_FROM, inspection.id().text());
    detail(edits, Inspection.CARRIED_REVISION, Long.toString(inspection.revision()));
    Recorded recorded = new Recorded(id, 1, by, at, Change.of(Change.Kind.CREATE, edits));
    Inspection made = Inspection.blank(id, comparison.to()).after(recorded);
    byte[] json = CarryJson.write(carrying, ratings(inspection), ratings(made));
    return switch (CarryJson.read(json, Sample::ofDigest)) {
      case Outcome.Done<CarryJson.Told>(CarryJson.Told told) -> new Draft(made, told);
      case Outcome.Refused<CarryJson.Told>(Problem problem) ->
          throw new IllegalStateException(problem.toString());
    };
  }

  private static void detail(List<Edit> edits, String name, String value) {
    edits.add(new Edit.ToDetail(name, Optional.empty(), Optional.of(value)));
  }

  public static RatingsTree ratings(Inspection state) {
    return RatingsTree.of(state.id(), state.revision(), Scorer.rate(state));
  }

  /** As a colleague or a script would, without a precondition. */
  public Recorded change(String by, Instant at, Edit edit) {
    Change.Kind kind = edit instanceof Edit.ToAnswer ? Change.Kind.ANSWER : Change.Kind.CASE;
    return change(by, at, Change.of(kind, edit));
  }

  Recorded change(String by, Instant at, Change change) {
    return switch (record(by, at, change)) {
      case Outcome.Done<Recorded>(Recorded recorded) -> recorded;
      case Outcome.Refused<Recorded>(Problem problem) ->
          throw new IllegalStateException(problem.detail());
    };
  }

  private Outcome<Recorded> answer(String by, Instant at, Write.PutAnswer put) {
    Optional<Given> standing = inspection.given(put.subject(), put.code());
    if (standing.map(Given::revision).orElse(0L) != put.standing()) {
      return Outcome.refused(Problem.Kind.PRECONDITION_FAILED, "It has changed since");
    }
    Wanted wanted = put.wanted();
    if (Wanted.of(standing).equals(wanted)) {
      return record(by, at, Change.none(Change.Kind.ANSWER));
    }
    Optional<Given> after =
        wanted.nothing()
            ? Optional.empty()
            : Optional.of(
                new Given(
                    wanted.answer(),
                    wanted.note(),
                    wanted.ask(),
                    inspection.revision() + 1,
                    by,
                    at));
    return record(
        by,
        at,
        Change.of(
            wanted.nothing() ? Change.Kind.CLEAR : Change.Kind.ANSWER,
            new Edit.ToAnswer(put.subject(), put.code(), standing, after)));
  }

  private Outcome<Recorded> undo(String by, Instant at, long revision) {
    Change change = history.get(revision);
    if (change == null || !change.kind().undoable()) {
      return Outcome.refused(Problem.Kind.REFUSED, "revision " + revision + " is not undone so");
    }
    for (Edit edit : change.edits()) {
      if (!bringsBack(edit.field(), inspection.revisionOf(edit), revision)) {
        return Outcome.refused(Problem.conflict("changed since", List.of(inspection.revision())));
      }
    }
    List<Edit> edits = change.edits().reversed().stream().map(Edit::reversed).toList();
    return record(by, at, new Change(Change.Kind.UNDO, edits, Optional.of(revision), ""));
  }

  private Outcome<Recorded> redo(String by, Instant at, long revision) {
    Change undo = history.get(revision);
    if (undo == null || undo.kind() != Change.Kind.UNDO) {
      return Outcome.refused(Problem.Kind.CONFLICT, "nothing was undone");
    }
    Change change = history.get(undo.of().orElseThrow());
    return record(by, at, new Change(Change.Kind.REDO, change.edits(), Optional.of(revision), ""));
  }

  /** Whether what a revision set in a field is what the wanted one had set there. */
  private boolean bringsBack(String field, long revision, long wanted) {
    long at = revision;
    while (at > wanted) {
      Change change = history.get(at);
      at =
          switch (change.kind()) {
            case REDO -> history.get(change.of().orElseThrow()).of().orElseThrow();
            case UNDO -> settingBefore(field, change.of().orElseThrow());
            default -> 0;
          };
    }
    return at == wanted;
  }

  private long settingBefore(String field, long revision) {
    for (long at = revision - 1; at > 0; at--) {
      Change change = history.getOrDefault(at, Change.none(Change.Kind.CREATE));
      if (change.edits().stream().anyMatch(edit -> edit.field().equals(field))) {
        return at;
      }
    }
    return 0;
  }

  private Outcome<Recorded> record(String by, Instant at, Change change) {
    long revision = change.nothing() ? inspection.revision() : inspection.revision() + 1;
    Recorded recorded = new Recorded(inspection.id(), revision, by, at, change);
    if (!change.nothing()) {
      history.put(revision, change);
      inspection = inspection.after(recorded);
    }
    return Outcome.done(recorded);
  }
}
