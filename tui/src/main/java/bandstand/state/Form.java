package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Texts being written, to be saved together.
 *
 * @param before what the fields held when it was opened, to tell whether anything was written
 * @param problem why it could not be saved; empty when nothing is wrong
 */
public record Form(
    About about, List<Field> fields, int focus, List<String> before, String problem) {

  /** What a form is for; a draft of it is kept under this. */
  public sealed interface About {
    /**
     * The note or reason at a question.
     *
     * @param answer given with it; empty leaves the answer as it is
     */
    record Note(
        InspectionId inspection, Optional<Reference> subject, Code code, Optional<Answer> answer)
        implements About {}

    /** A case's note and step. */
    record CaseNote(InspectionId inspection, Reference reference) implements About {}

    /** A new alert. */
    record NewAlert(InspectionId inspection) implements About {}

    /** What came of an alert. */
    record AlertOutcome(InspectionId inspection, int number) implements About {}

    /** An inspection's details. */
    record Details(InspectionId inspection) implements About {}

    /** An inspection that is carried to another edition. */
    record Carry(InspectionId source) implements About {}

    /** A new inspection. */
    record NewInspection() implements About {}
  }

  /**
   * One text, or one word out of some.
   *
   * @param name of the value, as in the API
   * @param label for a person
   * @param choices the words to choose from; none: any text
   */
  public record Field(
      String name, String label, TextField value, boolean manyLines, List<String> choices) {
    public Field {
      choices = List.copyOf(choices);
    }

    static Field line(String name, String label, String value, int most) {
      return new Field(name, label, TextField.of(value, most), false, List.of());
    }

    static Field text(String name, String label, String value, int most) {
      return new Field(name, label, TextField.of(value, most), true, List.of());
    }

    static Field choice(String name, String label, String value, List<String> choices) {
      return new Field(name, label, TextField.of(value, value.length()), false, choices);
    }

    public boolean isChoice() {
      return !choices.isEmpty();
    }

    Field with(TextField other) {
      return new Field(name, label, other, manyLines, choices);
    }

    Field withChoices(List<String> others) {
      return new Field(name, label, value, manyLines, others);
    }

    /** The choice so many places further on, around the end. */
    Field chosen(int by) {
      int at = Math.floorMod(choices.indexOf(value.text()) + by, choices.size());
      return with(TextField.of(choices.get(at), choices.get(at).length()));
    }
  }

  public Form {
    fields = List.copyOf(fields);
    before = List.copyOf(before);
  }

  static Form of(About about, List<Field> fields) {
    return new Form(
        about, fields, 0, fields.stream().map(field -> field.value().text()).toList(), "");
  }

  public Field focused() {
    return fields.get(focus);
  }

  /** Whether anything was written since it was opened. */
  boolean touched() {
    return !fields.stream().map(field -> field.value().text()).toList().equals(before);
  }

  String value(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no field " + name))
        .value()
        .text();
  }

  Form with(Field focusedField) {
    List<Field> others = new ArrayList<>(fields);
    others.set(focus, focusedField);
    return new Form(about, others, focus, before, "");
  }

  /** With other choices at a field; what is chosen stays. */
  Form offering(String name, List<String> choices) {
    return new Form(
        about,
        fields.stream()
            .map(field -> field.name().equals(name) ? field.withChoices(choices) : field)
            .toList(),
        focus,
        before,
        problem);
  }

  Form withFocus(int other) {
    return new Form(about, fields, Math.floorMod(other, fields.size()), before, problem);
  }

  Form withProblem(String other) {
    return new Form(about, fields, focus, before, other);
  }
}
