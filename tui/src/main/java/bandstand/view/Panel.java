package bandstand.view;

import bandstand.state.Action;
import bandstand.state.Commanding;
import bandstand.state.Form;
import bandstand.state.Overlay;
import bandstand.state.State;
import bandstand.state.TextField;
import bandstand.state.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What lies over the lower part of a screen, under a rule.
 *
 * @param title in the rule; may be empty
 * @param cursor among the lines
 * @param scrolled lines out of sight at the top, when there is no cursor
 */
record Panel(String title, List<Line> lines, Optional<Place> cursor, int scrolled) {
  Panel {
    lines = List.copyOf(lines);
  }

  static Panel of(State state, Overlay overlay, int columns) {
    return switch (overlay) {
      case Overlay.Help help -> throw new IllegalArgumentException("the help is a screen");
      case Overlay.Glossary glossary ->
          throw new IllegalArgumentException("the glossary is a screen");
      case Overlay.CommandLine line -> command(line, columns);
      case Overlay.FilterLine line -> oneRow("", "/", line.text(), columns);
      case Overlay.Carrying carrying -> carrying(carrying, columns);
      case Overlay.Leaving leaving -> leaving(state, leaving, columns);
      case Overlay.Wording wording ->
          new Panel(
              wording.code().toString(),
              WordingLines.of(state, wording.code(), columns),
              Optional.empty(),
              wording.scrolled());
      case Overlay.Writing writing -> form(writing.form(), columns);
    };
  }

  int rows() {
    return 1 + lines.size();
  }

  void draw(Canvas canvas, Area area) {
    int columns = canvas.size().columns();
    Area.rule(canvas, area.top());
    if (!title.isEmpty()) {
      canvas.put(area.top(), 2, columns - 4, " " + title + " ", Style.BOLD);
    }
    int height = area.height() - 1;
    int hidden = Math.max(0, lines.size() - height);
    int from =
        Math.clamp(cursor.map(place -> place.row() - height + 1).orElse(scrolled), 0, hidden);
    for (int row = 0; row < Math.min(height, lines.size()); row++) {
      lines.get(from + row).draw(canvas, area.top() + 1 + row, 0, columns);
    }
    cursor
        .filter(place -> place.row() - from < height)
        .ifPresent(place -> canvas.cursor(area.top() + 1 + place.row() - from, place.column()));
  }

  private static Panel oneRow(String title, String prompt, TextField text, int columns) {
    Written written = Written.inOneRow(text, columns - prompt.length());
    return new Panel(
        title,
        List.of(Line.of(prompt, Style.BOLD).plus(written.lines().getFirst())),
        Optional.of(new Place(0, prompt.length() + written.cursor().column())),
        0);
  }

  private static Panel command(Overlay.CommandLine line, int columns) {
    Panel typed = oneRow("", ":", line.text(), columns);
    String names =
        Commanding.starting(line.text().text().split(" ", 2)[0]).stream()
            .map(Action::label)
            .collect(Collectors.joining(" "));
    return new Panel(
        "",
        List.of(
            typed.lines().getFirst(),
            Line.of("  " + (names.isEmpty() ? "no such command" : names), Style.DIM)),
        typed.cursor(),
        0);
  }

  private static Panel leaving(State state, Overlay.Leaving leaving, int columns) {
    Panel typed =
        oneRow("", "type quit and Enter to leave all the same: ", leaving.typed(), columns);
    return new Panel(
        "Leaving",
        List.of(
            Line.of(Words.unsaved(state) + " would be lost.", Style.BOLD),
            typed.lines().getFirst()),
        typed.cursor().map(place -> new Place(1, place.column())),
        0);
  }

  private static Panel carrying(Overlay.Carrying carrying, int columns) {
    List<String> words =
        carrying.told().map(CarryLines::of).orElse(List.of("asking what would go over"));
    return new Panel(
        "Nothing is carried yet: Enter carries it",
        words.stream().flatMap(line -> Text.wrap(line, columns).stream()).map(Line::of).toList(),
        Optional.empty(),
        carrying.scrolled());
  }

  private static Panel form(Form form, int columns) {
    FormLines rows = FormLines.of(form, columns);
    if (form.problem().isEmpty()) {
      return new Panel(FormLines.title(form), rows.lines(), Optional.of(rows.cursor()), 0);
    }
    List<Line> lines = new java.util.ArrayList<>();
    lines.add(Line.of("! " + form.problem(), Style.of(Colour.RED).asBold()));
    lines.addAll(rows.lines());
    Place cursor = new Place(rows.cursor().row() + 1, rows.cursor().column());
    return new Panel(FormLines.title(form), lines, Optional.of(cursor), 0);
  }
}
