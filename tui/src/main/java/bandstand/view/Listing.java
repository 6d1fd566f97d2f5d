package bandstand.view;

import java.util.ArrayList;
import java.util.List;

/** Rows that scroll so that the selected ones are always in sight. */
final class Listing {
  private final List<Line> lines = new ArrayList<>();
  private int selectedFrom;
  private int selectedTo;
  private int wishedFrom = -1;
  private int top = -1;
  private boolean selects;

  /** Rows that belong together; the selected ones are reversed and marked. */
  Listing add(boolean selected, List<Line> together) {
    if (selected) {
      selects = true;
      selectedFrom = lines.size();
      selectedTo = lines.size() + together.size();
    }
    lines.addAll(together);
    return this;
  }

  Listing add(boolean selected, Line line) {
    return add(selected, List.of(line));
  }

  /** What is added next should be in sight too, if it and all up to the selection fit. */
  void wish() {
    if (wishedFrom < 0) {
      wishedFrom = lines.size();
    }
  }

  /** Starts with this row, unless the selection were out of sight. */
  void from(int row) {
    top = row;
  }

  int size() {
    return lines.size();
  }

  /**
   * Draws into a rectangle; the marker stands in its first column. Blanks beside the selected text
   * are not reversed: no terminal erases to that, so that each would be a byte on the line.
   */
  void draw(Canvas canvas, int top, int left, int height, int width) {
    int start = start(height);
    for (int row = 0; row < height && start + row < lines.size(); row++) {
      int at = start + row;
      Line line = lines.get(at);
      line.draw(canvas, top + row, left, width);
      if (selects && at >= selectedFrom && at < selectedTo) {
        int indent = at == selectedFrom ? 0 : line.indent();
        int end = Math.min(line.width(), width);
        canvas.restyle(top + row, left + indent, end - indent, Style::asReverse);
      }
      if (selects && at == selectedFrom) {
        canvas.put(top + row, left, ">", Style.REVERSE);
      }
    }
  }

  /** From the wish, else with the selection in the middle; never past the end. */
  private int start(int height) {
    int middle = selectedFrom - (height - 1) / 2;
    int wished =
        wishedFrom >= 0 && selectedTo - wishedFrom <= height
            ? Math.min(wishedFrom, selectedFrom)
            : middle;
    int last = Math.max(0, lines.size() - height);
    int shown = Math.max(top < 0 ? wished : top, selectedTo - height);
    return Math.clamp(Math.min(shown, selectedFrom), 0, last);
  }
}
