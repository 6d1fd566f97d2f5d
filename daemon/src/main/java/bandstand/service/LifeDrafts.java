package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An inspection's own life: made, described, named, signed off, reopened, taken away. */
public final class LifeDrafts {
  private LifeDrafts() {}

  /**
   * Makes an inspection.
   *
   * @param details by their names in {@link Inspection}
   */
  public static Draft create(Framework framework, Map<String, String> details) {
    return moment ->
        Outcome.done(Change.of(Change.Kind.CREATE, details(moment, framework, details)));
  }

  /** With the edition, and with who makes it and when. */
  static List<Edit> details(Moment moment, Framework framework, Map<String, String> details) {
    Map<String, String> all = new TreeMap<>(details);
    all.put(Inspection.FRAMEWORK, framework.id());
    all.put(Inspection.FRAMEWORK_DIGEST, framework.edition().digest());
    all.put(Inspection.CREATED_BY, moment.by().name());
    all.put(Inspection.CREATED_AT, moment.at().toString());
    List<Edit> edits = new ArrayList<>();
    all.forEach(
        (name, value) -> edits.add(new Edit.ToDetail(name, Optional.empty(), Optional.of(value))));
    return edits;
  }

  public static Draft describe(Map<String, Optional<String>> details, Precondition precondition) {
    return moment ->
        unlessFrozen(
            moment,
            precondition,
            () -> {
              Optional<String> edition = moment.state().detail(Inspection.FRAMEWORK);
              if (!details.getOrDefault(Inspection.FRAMEWORK, edition).equals(edition)) {
                return Outcome.refused(
                    Problem.refused(
                        Fault.at(
                            "/framework",
                            "fixed",
                            "An inspection keeps its edition; make another inspection")));
              }
              List<Edit> edits = new ArrayList<>();
              details.forEach(
                  (name, after) -> {
                    Optional<String> before = moment.state().detail(name);
                    if (!before.equals(after)) {
                      edits.add(new Edit.ToDetail(name, before, after));
                    }
                  });
              return Outcome.done(Change.of(Change.Kind.DETAILS, edits));
            });
  }

  /** Gives a revision a name; by default the one that stands. */
  public static Draft mark(String name, Optional<Long> revision, Precondition precondition) {
    return moment ->
        unlessFrozen(
            moment,
            precondition,
            () -> {
              Inspection state = moment.state();
              long marked = revision.orElse(state.revision());
              if (marked < 1 || marked > state.revision()) {
                return Outcome.refused(
                    Problem.refused(
                        Fault.at(
                            "/revision",
                            Long.toString(marked),
                            "range",
                            "There are revisions 1 to " + state.revision())));
              }
              Optional<Long> before = Optional.ofNullable(state.marks().get(name));
              if (before.isEmpty() && state.marks().size() >= Limits.MARKS) {
                return Outcome.refused(
                    Problem.refused(
                        Fault.at("", "too-many", "At most " + Limits.MARKS + " marks")));
              }
              return Outcome.done(
                  before.equals(Optional.of(marked))
                      ? Change.none(Change.Kind.MARK)
                      : Change.of(
                          Change.Kind.MARK, new Edit.ToMark(name, before, Optional.of(marked))));
            });
  }

  /** Freezes it; open alerts stand in the way. */
  public static Draft signOff(Precondition precondition) {
    return moment ->
        unlessFrozen(
            moment,
            precondition,
            () -> {
              List<Integer> open =
                  moment.state().alerts().values().stream()
                      .filter(alert -> alert.open() && !isLeft(moment, alert))
                      .map(Alert::number)
                      .toList();
              return open.isEmpty()
                  ? Outcome.done(
                      Change.of(
                          Change.Kind.SIGN_OFF,
                          stamp(moment, Inspection.SIGNED_OFF_BY, Inspection.SIGNED_OFF_AT)))
                  : Outcome.refused(
                      Problem.conflict(
                          "Alerts still open: %s; resolve them first"
                              .formatted(
                                  String.join(", ", open.stream().map(String::valueOf).toList())),
                          List.of()));
            });
  }

  /** Nobody can act on an alert whose case is erased, nor say what came of it. */
  private static boolean isLeft(Moment moment, Alert alert) {
    return alert.subject().filter(subject -> Guards.isLeft(moment, subject)).isPresent();
  }

  public static Draft reopen(String reason, Precondition precondition) {
    return moment ->
        unseen(moment, precondition)
            .orElseGet(
                () ->
                    moment.state().signedOff() && !moment.state().deleted()
                        ? Outcome.done(
                            Change.of(
                                    Change.Kind.REOPEN,
                                    unstamp(
                                        moment, Inspection.SIGNED_OFF_BY, Inspection.SIGNED_OFF_AT))
                                .because(reason))
                        : Outcome.refused(
                            Problem.conflict("This inspection is not signed off", List.of())));
  }

  /** Takes it out of sight; the id stays taken and a lead can restore it. */
  public static Draft delete(Precondition precondition) {
    return moment -> {
      if (moment.state().deleted()) {
        return Outcome.refused(
            Problem.Kind.NOT_FOUND, "There is no inspection " + moment.state().id());
      }
      return unseen(moment, precondition)
          .orElseGet(
              () ->
                  Outcome.done(
                      Change.of(
                          Change.Kind.DELETE,
                          stamp(moment, Inspection.DELETED_BY, Inspection.DELETED_AT))));
    };
  }

  public static Draft restore(Precondition precondition) {
    return moment ->
        unseen(moment, precondition)
            .orElseGet(
                () ->
                    Outcome.done(
                        moment.state().deleted()
                            ? Change.of(
                                Change.Kind.RESTORE,
                                unstamp(moment, Inspection.DELETED_BY, Inspection.DELETED_AT))
                            : Change.none(Change.Kind.RESTORE)));
  }

  private static List<Edit> stamp(Moment moment, String byName, String atName) {
    return List.of(
        new Edit.ToDetail(byName, Optional.empty(), Optional.of(moment.by().name())),
        new Edit.ToDetail(atName, Optional.empty(), Optional.of(moment.at().toString())));
  }

  private static List<Edit> unstamp(Moment moment, String byName, String atName) {
    return List.of(
        new Edit.ToDetail(byName, moment.state().detail(byName), Optional.empty()),
        new Edit.ToDetail(atName, moment.state().detail(atName), Optional.empty()));
  }

  /** A wish that a signed-off or unseen inspection refuses. */
  static Outcome<Change> unlessFrozen(
      Moment moment, Precondition precondition, Supplier<Outcome<Change>> change) {
    return Guards.frozen(moment.state())
        .<Outcome<Change>>map(Outcome::refused)
        .or(() -> unseen(moment, precondition, change))
        .orElseGet(change);
  }

  private static Optional<Outcome<Change>> unseen(
      Moment moment, Precondition precondition, Supplier<Outcome<Change>> change) {
    long revision = moment.state().revision();
    return precondition.refusal(
        "it is at revision " + revision, moment.state().framework(), code -> "", change, revision);
  }

  /** That the inspection as a whole is not what its sender saw. */
  private static Optional<Outcome<Change>> unseen(Moment moment, Precondition precondition) {
    long revision = moment.state().revision();
    return precondition.refusal("it is at revision " + revision, revision);
  }
}
