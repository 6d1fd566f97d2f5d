package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Inspection;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import bandstand.inspection.Step;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms, each opened as its draft if one was left. */
final class Forms {
  static final String NOTE = "note";
  static final String CASE = "case";
  static final String RISK = "risk";
  static final String ORGANISATION = "organisation";
  static final String TOLD_ROLE = "toldRole";
  static final String AT = "at";
  static final String STATUS = "status";
  static final String OUTCOME = "outcome";

  private Forms() {}

  /** The note at a question; with an answer, its reason. */
  static Turn note(State state, Optional<Reference> subject, Code code, Optional<Answer> answer) {
    Opened opened = state.theOpened();
    String standing =
        opened
            .refusal(subject, code)
            .map(refusal -> refusal.mine().note())
            .filter(mine -> !mine.isEmpty())
            .orElseGet(() -> Shown.of(state, opened, subject, code).wanted().note());
    String label = answer.map(given -> "reason for " + Words.of(answer)).orElse("note");
    return opened(
        state,
        Form.of(
            new Form.About.Note(opened.id(), subject, code, answer),
            List.of(Form.Field.text(NOTE, label, standing, Limits.NOTE_CHARACTERS))));
  }

  static Turn caseNote(State state, Screen.Desk desk) {
    Opened opened = state.theOpened();
    Optional<Case> file = desk.subject().flatMap(opened.inspection()::file);
    if (file.isEmpty()) {
      return Turn.to(state.saying("this desk is the service's own, it has no case"));
    }
    List<String> steps = Arrays.stream(Step.values()).map(Step::word).toList();
    String note = file.get().fact(Case.NOTE).orElse("");
    return opened(
        state,
        Form.of(
            new Form.About.CaseNote(opened.id(), file.get().reference()),
            List.of(
                Form.Field.text(NOTE, "note", note, Limits.NOTE_CHARACTERS),
                Form.Field.choice(Case.STEP, "step", file.get().step().word(), steps))));
  }

  /** About the case that is looked at, if any. */
  static Turn alert(State state) {
    if (state.opened().isEmpty()) {
      return Turn.to(state.saying("open the inspection it concerns first: Enter on its line"));
    }
    Opened opened = state.theOpened();
    String reference = looked(state, opened).map(Reference::text).orElse("");
    String now =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            state.now().truncatedTo(ChronoUnit.SECONDS).atZone(state.settings().zone()));
    Form form =
        Form.of(
            new Form.About.NewAlert(opened.id()),
            List.of(
                Form.Field.line(CASE, "case, if one", reference, Limits.NAME_CHARACTERS),
                Form.Field.text(RISK, "what the risk is", "", Limits.NOTE_CHARACTERS),
                Form.Field.line(ORGANISATION, "organisation told", "", Limits.NAME_CHARACTERS),
                Form.Field.line(TOLD_ROLE, "role of who was told", "", Limits.NAME_CHARACTERS),
                Form.Field.line(AT, "told at", now, Limits.NAME_CHARACTERS)));
    return opened(state, reference.isEmpty() ? form : form.withFocus(1));
  }

  static Turn outcome(State state, Alert alert) {
    List<String> statuses = Arrays.stream(Alert.Status.values()).map(Alert.Status::word).toList();
    return opened(
        state,
        Form.of(
            new Form.About.AlertOutcome(state.theOpened().id(), alert.number()),
            List.of(
                Form.Field.choice(STATUS, "status", alert.status().word(), statuses),
                Form.Field.text(OUTCOME, "outcome", alert.outcome(), Limits.NOTE_CHARACTERS))));
  }

  /** Of the inspection that is opened; another one is opened first. */
  static Turn details(State state) {
    Optional<Summary> row =
        state.screen() instanceof Screen.Inspections screen
            ? Rows.at(Rows.inspections(state, screen), screen.cursor(), Summary::id)
            : Optional.empty();
    boolean here =
        row.isPresent() && state.opened().map(Opened::id).equals(Optional.of(row.get().id()));
    if (!here) {
      return Turn.to(state.saying("open it first: Enter, then Esc back to here"));
    }
    Inspection inspection = state.theOpened().inspection();
    List<Form.Field> fields = new ArrayList<>();
    fields.add(detail(Inspection.SERVICE, "service", inspection));
    fields.addAll(furtherDetails(Optional.of(inspection)));
    return opened(state, Form.of(new Form.About.Details(inspection.id()), fields));
  }

  static Turn create(State state) {
    List<String> editions = state.library().editions().stream().map(Framework::id).toList();
    if (editions.isEmpty()) {
      return Turn.to(state.saying("no edition is loaded yet"));
    }
    String usual = state.framework().map(Framework::id).orElseGet(editions::getFirst);
    List<Form.Field> fields = new ArrayList<>();
    fields.add(Form.Field.line(Inspection.SERVICE, "service", "", Limits.NAME_CHARACTERS));
    fields.add(Form.Field.choice(Inspection.FRAMEWORK, "edition", usual, editions));
    fields.addAll(furtherDetails(Optional.empty()));
    return new Turn(
        opened(state, Form.of(new Form.About.NewInspection(), fields)).state(),
        List.of(new Effect.LoadEditions()));
  }

  /** A form that offers editions offers those the daemon has now. */
  static State withEditions(State state, List<Framework> editions) {
    State loaded = state.withLibrary(state.library().withEditions(editions));
    return state.display().overlay().orElse(null) instanceof Overlay.Writing(Form form)
            && form.about() instanceof Form.About.NewInspection
        ? loaded.over(
            new Overlay.Writing(
                form.offering(Inspection.FRAMEWORK, editions.stream().map(Framework::id).toList())))
        : loaded;
  }

  private static List<Form.Field> furtherDetails(Optional<Inspection> inspection) {
    String notes = inspection.flatMap(one -> one.detail(Inspection.NOTES)).orElse("");
    return List.of(
        inspection
            .map(one -> detail(Inspection.SHORT_NAME, "short name", one))
            .orElseGet(
                () ->
                    Form.Field.line(
                        Inspection.SHORT_NAME, "short name", "", Limits.NAME_CHARACTERS)),
        inspection
            .map(one -> detail(Inspection.FIELDWORK, "fieldwork", one))
            .orElseGet(
                () ->
                    Form.Field.line(Inspection.FIELDWORK, "fieldwork", "", Limits.NAME_CHARACTERS)),
        Form.Field.text(Inspection.NOTES, "notes", notes, Limits.NOTE_CHARACTERS));
  }

  private static Form.Field detail(String name, String label, Inspection inspection) {
    return Form.Field.line(name, label, inspection.detail(name).orElse(""), Limits.NAME_CHARACTERS);
  }

  /** The case of the desk, or the one selected in a list. */
  private static Optional<Reference> looked(State state, Opened opened) {
    return switch (state.screen()) {
      case Screen.Desk desk -> desk.subject();
      case Screen.Cases screen ->
          Rows.at(Rows.cases(state, opened, screen), screen.cursor(), Case::reference)
              .map(Case::reference);
      case Screen.NoCases screen ->
          Rows.at(Rows.noCases(opened, screen), screen.cursor(), Case::reference)
              .map(Case::reference);
      case Screen.Inspections screen -> Optional.empty();
      case Screen.Standards screen -> Optional.empty();
      case Screen.Board screen -> Optional.empty();
      case Screen.Alerts screen -> Optional.empty();
      case Screen.Calculator screen -> Optional.empty();
      case Screen.Compare screen -> Optional.empty();
    };
  }

  static Turn opened(State state, Form form) {
    Optional<Form> draft = state.drafts().of(form.about());
    State opened = state.over(new Overlay.Writing(draft.orElse(form)));
    return Turn.to(draft.isPresent() ? opened.saying("the draft you left") : opened);
  }
}
