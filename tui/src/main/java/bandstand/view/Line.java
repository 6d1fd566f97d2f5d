package bandstand.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One row of text in pieces that look different. */
record Line(List<Piece> pieces) {
  static final Line BLANK = new Line(List.of());

  /** Text that looks the same throughout. */
  record Piece(String text, Style style) {}

  Line {
    pieces = List.copyOf(pieces);
  }

  static Line of(String text) {
    return of(text, Style.PLAIN);
  }

  static Line of(String text, Style style) {
    return new Line(List.of(new Piece(text, style)));
  }

  Line plus(String text) {
    return plus(text, Style.PLAIN);
  }

  Line plus(String text, Style style) {
    List<Piece> longer = new ArrayList<>(pieces);
    longer.add(new Piece(text, style));
    return new Line(longer);
  }

  /** Blanks up to a column, at least {@code atLeast}. */
  Line to(int column, int atLeast) {
    return plus(" ".repeat(Math.max(atLeast, column - width())));
  }

  int width() {
    return pieces.stream().mapToInt(piece -> Text.width(piece.text())).sum();
  }

  /** Columns of blanks before the first character; all of them if there is none. */
  int indent() {
    String text = pieces.stream().map(Piece::text).collect(Collectors.joining());
    return text.length() - text.stripLeading().length();
  }

  /** Drawn from a column on, cut at {@code width}. */
  void draw(Canvas canvas, int row, int column, int width) {
    int at = column;
    for (Piece piece : pieces) {
      if (at < column + width) {
        at = canvas.put(row, at, column + width - at, piece.text(), piece.style());
      }
    }
  }
}
