package bandstand.view;

import bandstand.state.Form;
import bandstand.state.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A form as rows.
 *
 * @param cursor among the rows
 */
record FormLines(List<Line> lines, Place cursor) {
  /** Rows of a text that is long. */
  private static final int MOST_ROWS = 6;

  private static final int INDENT = 2;

  FormLines {
    lines = List.copyOf(lines);
  }

  static FormLines of(Form form, int columns) {
    List<Line> lines = new ArrayList<>();
    Place cursor = new Place(0, 0);
    for (int index = 0; index < form.fields().size(); index++) {
      Form.Field field = form.fields().get(index);
      boolean focused = index == form.focus();
      int first = lines.size();
      Written written = add(lines, field, focused, columns);
      if (focused) {
        int column = lines.get(first).width() - Text.width(written.lines().getFirst());
        int left = field.manyLines() ? INDENT : column;
        int below = field.manyLines() ? 1 : 0;
        cursor =
            new Place(first + below + written.cursor().row(), left + written.cursor().column());
      }
    }
    return new FormLines(lines, cursor);
  }

  /** What the form is for, and at what. */
  static String title(Form form) {
    return switch (form.about()) {
      case Form.About.Note about ->
          Words.place(about.subject(), about.code())
              + about.answer().map(answer -> " " + Words.of(about.answer())).orElse("");
      case Form.About.CaseNote about -> about.reference().text();
      case Form.About.NewAlert about -> "ALERT: a child needs action now";
      case Form.About.AlertOutcome about -> "Alert " + about.number();
      case Form.About.Details about -> "Details of " + about.inspection();
      case Form.About.Carry about -> "Carry " + about.source() + " to another edition";
      case Form.About.NewInspection about -> "New inspection";
    };
  }

  private static Written add(List<Line> lines, Form.Field field, boolean focused, int columns) {
    Style style = focused ? Style.BOLD : Style.PLAIN;
    String marker = focused ? "> " : "  ";
    Line label = Line.of(marker + field.label() + ": ", style);
    if (field.isChoice()) {
      lines.add(label.plus(field.value().text(), style).plus("  (Left Right)", Style.DIM));
      return new Written(List.of(field.value().text() + "  (Left Right)"), new Place(0, 0));
    }
    if (!field.manyLines()) {
      Written written = Written.inOneRow(field.value(), columns - label.width());
      lines.add(label.plus(written.lines().getFirst()));
      return written;
    }
    Written written = Written.of(field.value(), columns - INDENT).around(focused ? MOST_ROWS : 1);
    lines.add(label);
    written.lines().forEach(line -> lines.add(Line.of(" ".repeat(INDENT) + line)));
    return written;
  }
}
