package bandstand.state;

import bandstand.inspection.Alert;
import bandstand.inspection.Case;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.wire.AlertRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys in a form, and what saving it asks of the daemon. */
final class Writing {
  private Writing() {}

  static Turn press(State state, Form form, Key key) {
    if (Typing.leaves(key)) {
      return Turn.to(left(state, form));
    }
    if (key.equals(new Key.Control('s'))) {
      return save(state, form);
    }
    boolean last = form.focus() == form.fields().size() - 1;
    Form.Field field = form.focused();
    if (key == Key.Named.ENTER) {
      return last ? save(state, form) : shown(state, form.withFocus(form.focus() + 1));
    }
    boolean inside = field.manyLines() && key instanceof Key.Named;
    if (key == Key.Named.TAB || (key == Key.Named.DOWN && !inside)) {
      return shown(state, form.withFocus(form.focus() + 1));
    }
    if (key == Key.Named.BACKTAB || (key == Key.Named.UP && !inside)) {
      return shown(state, form.withFocus(form.focus() - 1));
    }
    return field.isChoice()
        ? shown(state, form.with(chosen(field, key)))
        : typed(state, form, field, key);
  }

  private static Turn typed(State state, Form form, Form.Field field, Key key) {
    String loss = Typing.loss(field.value(), key, field.manyLines());
    Form next = form.with(field.with(Typing.typed(field.value(), key, field.manyLines())));
    return loss.isEmpty()
        ? shown(state, next)
        : new Turn(shown(state, next).state().saying(loss), List.of(new Effect.Ring()));
  }

  /** Left and right choose, and so does a first letter. */
  private static Form.Field chosen(Form.Field field, Key key) {
    if (key == Key.Named.LEFT) {
      return field.chosen(-1);
    }
    if (key == Key.Named.RIGHT || key.equals(new Key.Char(' '))) {
      return field.chosen(1);
    }
    if (key instanceof Key.Char character) {
      for (int by = 1; by <= field.choices().size(); by++) {
        if (field.chosen(by).value().text().startsWith(character.text())) {
          return field.chosen(by);
        }
      }
    }
    return field;
  }

  private static Turn shown(State state, Form form) {
    return Turn.to(state.over(new Overlay.Writing(form)));
  }

  /** What was written is kept, and opened again where it was begun. */
  private static State left(State state, Form form) {
    return form.touched()
        ? state
            .clear()
            .withDrafts(state.drafts().keep(form))
            .saying("kept as a draft: the same key opens it again")
        : state.clear();
  }

  private static Turn save(State state, Form form) {
    for (Form.Field field : form.fields()) {
      if (isNeeded(form, field) && field.value().text().isBlank()) {
        int focus = form.fields().indexOf(field);
        return shown(state, form.withFocus(focus).withProblem(field.label() + " is needed"));
      }
    }
    State closed = state.clear().withDrafts(state.drafts().drop(form.about()));
    return switch (form.about()) {
      case Form.About.Note about -> note(closed, form, about);
      case Form.About.CaseNote about -> {
        Map<String, Optional<String>> facts =
            Map.of(
                Case.NOTE, textOf(form, Forms.NOTE),
                Case.STEP, Optional.of(form.value(Case.STEP)));
        yield asked(
            closed, form, new Write.PatchCase(about.inspection(), about.reference(), facts));
      }
      case Form.About.NewAlert about -> alert(state, closed, form, about);
      case Form.About.AlertOutcome about -> {
        Alert.Status status =
            Alert.Status.ofWord(form.value(Forms.STATUS)).orElse(Alert.Status.RAISED);
        String outcome = form.value(Forms.OUTCOME).strip();
        yield asked(
            closed,
            form,
            new Write.PatchAlert(about.inspection(), about.number(), status, outcome));
      }
      case Form.About.Details about -> {
        Map<String, Optional<String>> details = new HashMap<>();
        form.fields().forEach(field -> details.put(field.name(), textOf(form, field.name())));
        yield asked(closed, form, new Write.PatchDetails(about.inspection(), details));
      }
      case Form.About.Carry about -> Carrying.preview(state, form, about);
      case Form.About.NewInspection about -> create(closed, form);
    };
  }

  private static boolean isNeeded(Form form, Form.Field field) {
    return switch (form.about()) {
      case Form.About.NewAlert about -> !field.name().equals(Forms.CASE);
      case Form.About.Details about -> field.name().equals(Inspection.SERVICE);
      case Form.About.NewInspection about -> field.name().equals(Inspection.SERVICE);
      case Form.About.Carry about -> false;
      case Form.About.Note about -> false;
      case Form.About.CaseNote about -> false;
      case Form.About.AlertOutcome about -> false;
    };
  }

  /** With an answer the desk moves on, with a note alone it stays. */
  private static Turn note(State state, Form form, Form.About.Note about) {
    Wanted now = Shown.of(state, state.theOpened(), about.subject(), about.code()).wanted();
    String note = form.value(Forms.NOTE).strip();
    Wanted wanted = new Wanted(about.answer().or(now::answer), note, now.ask());
    Turn put = Answering.put(state, about.subject(), about.code(), wanted, Optional.of(form));
    return !Answering.isRefused(put)
            && about.answer().isPresent()
            && state.screen() instanceof Screen.Desk desk
        ? put.then(after -> Turn.to(Answering.advanced(after, desk, about.code())))
        : put;
  }

  private static Turn alert(State state, State closed, Form form, Form.About.NewAlert about) {
    String text = form.value(Forms.CASE).strip();
    Optional<Reference> subject = Reference.parse(text);
    if (!text.isEmpty() && subject.isEmpty()) {
      return wrong(state, form, Forms.CASE, text + " is no case reference");
    }
    if (subject.isPresent() && state.theOpened().inspection().file(subject.get()).isEmpty()) {
      return wrong(state, form, Forms.CASE, "there is no case " + text);
    }
    if (!AlertRequest.isTime(form.value(Forms.AT).strip())) {
      return wrong(state, form, Forms.AT, AlertRequest.TIME_NEEDED);
    }
    return asked(
        closed,
        form,
        new Write.Raise(
            about.inspection(),
            subject,
            form.value(Forms.RISK).strip(),
            form.value(Forms.ORGANISATION).strip(),
            form.value(Forms.TOLD_ROLE).strip(),
            form.value(Forms.AT).strip()));
  }

  private static Turn wrong(State state, Form form, String name, String problem) {
    List<String> names = form.fields().stream().map(Form.Field::name).toList();
    return shown(state, form.withFocus(names.indexOf(name)).withProblem(problem));
  }

  private static Turn create(State state, Form form) {
    Map<String, String> details = new HashMap<>();
    for (String name : List.of(Inspection.SHORT_NAME, Inspection.FIELDWORK, Inspection.NOTES)) {
      textOf(form, name).ifPresent(text -> details.put(name, text));
    }
    return asked(
        state,
        form,
        new Write.Create(
            form.value(Inspection.SERVICE).strip(), form.value(Inspection.FRAMEWORK), details));
  }

  private static Turn asked(State state, Form form, Write write) {
    return Answering.ask(state, write, Optional.of(form));
  }

  private static Optional<String> textOf(Form form, String name) {
    return Optional.of(form.value(name).strip()).filter(text -> !text.isEmpty());
  }
}
