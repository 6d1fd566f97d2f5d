package bandstand.view;

import bandstand.state.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text being written, broken into rows without losing a blank.
 *
 * @param cursor its row among the lines and its column
 */
record Written(List<String> lines, Place cursor) {
  /** A row of the text, from one char to before another. */
  private record Row(int from, int to) {}

  Written {
    lines = List.copyOf(lines);
  }

  /** All of it, in rows of a width of at least 2. */
  static Written of(TextField field, int width) {
    String text = field.text();
    List<Row> rows = rows(text, Math.max(2, width) - 1);
    int at = 0;
    while (at + 1 < rows.size() && rows.get(at + 1).from() <= field.cursor()) {
      at++;
    }
    int column = Text.width(text.substring(rows.get(at).from(), field.cursor()));
    return new Written(
        rows.stream().map(row -> text.substring(row.from(), row.to())).toList(),
        new Place(at, column));
  }

  /** In one row: the part around the cursor that fits a width of at least 2. */
  static Written inOneRow(TextField field, int width) {
    String text = field.text();
    int from = 0;
    while (Text.width(text.substring(from, field.cursor())) >= Math.max(2, width)) {
      from = text.offsetByCodePoints(from, 1);
    }
    return new Written(
        List.of(text.substring(from)),
        new Place(0, Text.width(text.substring(from, field.cursor()))));
  }

  /** At most so many rows, those around the cursor. */
  Written around(int most) {
    if (lines.size() <= most) {
      return this;
    }
    int from = Math.clamp(cursor.row() - most / 2, 0, lines.size() - most);
    return new Written(
        lines.subList(from, from + most), new Place(cursor.row() - from, cursor.column()));
  }

  /** One column is left for the cursor after the last character. */
  private static List<Row> rows(String text, int width) {
    List<Row> rows = new ArrayList<>();
    int from = 0;
    int used = 0;
    Optional<Integer> blank = Optional.empty();
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      if (codePoint == '\n') {
        rows.add(new Row(from, at));
        from = next;
        used = 0;
        blank = Optional.empty();
        at = next;
        continue;
      }
      int wide = Text.width(Character.toString(codePoint));
      if (used + wide > width && at > from) {
        int end = blank.orElse(at);
        rows.add(new Row(from, end));
        from = end;
        used = Text.width(text.substring(from, at));
        blank = Optional.empty();
      }
      used += wide;
      if (codePoint == ' ') {
        blank = Optional.of(next);
      }
      at = next;
    }
    rows.add(new Row(from, text.length()));
    return rows;
  }
}
