package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Alerts: raised, acted on, resolved. */
public final class AlertDrafts {
  private AlertDrafts() {}

  /**
   * Raises an alert; its number is the next one, its author the person who asks.
   *
   * @param wished whose number and author are of no account
   */
  public static Draft raise(Alert wished, Precondition precondition) {
    return moment ->
        LifeDrafts.unlessFrozen(
            moment,
            precondition,
            () -> {
              int number = unusedNumber(moment.state());
              Optional<Fault> fault = fault(moment, wished, true);
              if (fault.isEmpty() && number > Limits.ALERTS) {
                fault =
                    Optional.of(Fault.at("", "too-many", "At most " + Limits.ALERTS + " alerts"));
              }
              return fault
                  .<Outcome<Change>>map(found -> Outcome.refused(Problem.refused(found)))
                  .orElseGet(
                      () ->
                          Outcome.done(
                              Change.of(
                                  Change.Kind.ALERT,
                                  new Edit.ToAlert(
                                      number,
                                      Optional.empty(),
                                      Optional.of(numbered(wished, number, moment.by().name()))))));
            });
  }

  public static Draft change(int number, UnaryOperator<Alert> wished, Precondition precondition) {
    return moment ->
        LifeDrafts.unlessFrozen(
            moment,
            precondition,
            () -> {
              Optional<Alert> before = Optional.ofNullable(moment.state().alerts().get(number));
              if (before.isEmpty()) {
                return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no alert " + number);
              }
              Alert after = numbered(wished.apply(before.get()), number, before.get().by());
              boolean moved = !after.subject().equals(before.get().subject());
              return fault(moment, after, moved)
                  .<Outcome<Change>>map(found -> Outcome.refused(Problem.refused(found)))
                  .orElseGet(
                      () ->
                          Outcome.done(
                              after.equals(before.get())
                                  ? Change.none(Change.Kind.ALERT)
                                  : Change.of(
                                      Change.Kind.ALERT,
                                      new Edit.ToAlert(number, before, Optional.of(after)))));
            });
  }

  /** One that no alert ever had, those taken back included. */
  private static int unusedNumber(Inspection state) {
    return 1
        + state.touched().keySet().stream()
            .filter(field -> field.startsWith(Edit.ALERTS))
            .mapToInt(field -> Integer.parseInt(field.substring(Edit.ALERTS.length())))
            .max()
            .orElse(0);
  }

  /** An alert outlives its case, and must still be resolved: only a new subject has to be there. */
  private static Optional<Fault> fault(Moment moment, Alert alert, boolean newSubject) {
    Optional<Reference> subject = alert.subject();
    if (newSubject && subject.isPresent() && moment.state().file(subject.get()).isEmpty()) {
      return Optional.of(
          Fault.at(
              "/case", subject.get().text(), "unknown-case", "There is no case " + subject.get()));
    }
    return alert.open() || !alert.outcome().isBlank()
        ? Optional.empty()
        : Optional.of(Fault.at("/outcome", "required", "A resolved alert needs an outcome"));
  }

  private static Alert numbered(Alert alert, int number, String by) {
    return new Alert(
        number,
        alert.subject(),
        alert.risk(),
        alert.organisation(),
        alert.toldRole(),
        alert.at(),
        alert.status(),
        alert.outcome(),
        by);
  }
}
