package bandstand.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything the terminal shows at one moment.
 *
 * @param cells a list of {@code size.columns()} cells for each of {@code size.rows()} rows
 * @param cursor where the text cursor blinks; empty: it is hidden
 */
public record Frame(Size size, List<List<Cell>> cells, Optional<Place> cursor) {

  public Frame {
    cells = cells.stream().map(List::copyOf).toList();
    if (cells.size() != size.rows()
        || cells.stream().anyMatch(row -> row.size() != size.columns())) {
      throw new IllegalArgumentException("cells do not fill " + size);
    }
    if (cursor.isPresent()
        && (cursor.get().row() >= size.rows() || cursor.get().column() >= size.columns())) {
      throw new IllegalArgumentException("cursor outside " + size + ": " + cursor.get());
    }
  }

  /** A row's text without the blanks at its end. */
  public String row(int row) {
    return cells.get(row).stream().map(Cell::glyph).collect(Collectors.joining()).stripTrailing();
  }

  /** All rows' text, one line each, without the blanks at their ends. */
  public String text() {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < size.rows(); row++) {
      rows.add(row(row));
    }
    return String.join("\n", rows);
  }

  /** The same frame in ASCII, every cell still in its column. */
  public Frame ascii() {
    return new Frame(size, cells.stream().map(Ascii::row).toList(), cursor);
  }

  /** The same frame without colours; bold, dim and reverse stay. */
  public Frame monochrome() {
    return new Frame(
        size,
        cells.stream().map(row -> row.stream().map(Cell::uncoloured).toList()).toList(),
        cursor);
  }
}
