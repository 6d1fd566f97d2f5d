package bandstand.view;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Folds text and cells to ASCII for terminals that show nothing else. */
final class Ascii {

  private static final Map<Integer, String> FOLDED =
      Map.ofEntries(
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‚', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '„', "\""),
          Map.entry((int) '«', "<"),
          Map.entry((int) '»', ">"),
          Map.entry((int) '‹', "<"),
          Map.entry((int) '›', ">"),
          Map.entry((int) '‐', "-"),
          Map.entry((int) '‑', "-"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '−', "-"),
          Map.entry((int) '•', "*"),
          Map.entry((int) '·', "."),
          Map.entry((int) '●', "*"),
          Map.entry((int) '○', "o"),
          Map.entry((int) '■', "#"),
          Map.entry((int) '░', "."),
          Map.entry((int) '←', "<"),
          Map.entry((int) '→', ">"),
          Map.entry((int) '↑', "^"),
          Map.entry((int) '↓', "v"),
          Map.entry((int) '▲', "^"),
          Map.entry((int) '▼', "v"),
          Map.entry((int) '◀', "<"),
          Map.entry((int) '▶', ">"),
          Map.entry((int) '×', "x"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'ı', "i"));

  private static final String HORIZONTALS = "─━┄┅┈┉╌╍═╴╶╸╺╼╾";
  private static final String VERTICALS = "│┃┆┇┊┋╎╏║╵╷╹╻╽╿";
  private static final String ELLIPSIS = "…";

  private Ascii() {}

  /** The text in ASCII; its width may change. */
  static String text(String text) {
    String safe = Sanitising.sanitised(text);
    if (safe.chars().allMatch(c -> c <= '~')) {
      return safe;
    }
    StringBuilder folded = new StringBuilder();
    safe.codePoints().forEach(codePoint -> folded.append(folded(codePoint)));
    return folded.toString();
  }

  private static String folded(int codePoint) {
    if (codePoint <= '~') {
      return Character.toString(codePoint);
    }
    String known = FOLDED.get(codePoint);
    if (known != null) {
      return known;
    }
    if (codePoint >= 0x2500 && codePoint <= 0x257F) {
      return HORIZONTALS.indexOf(codePoint) >= 0
          ? "-"
          : VERTICALS.indexOf(codePoint) >= 0 ? "|" : "+";
    }
    if (codePoint >= 0x2580 && codePoint <= 0x259F) {
      return "#";
    }
    return decomposed(codePoint);
  }

  /** The base letter without its marks, such as {@code w} for {@code ŵ}; else a question mark. */
  private static String decomposed(int codePoint) {
    if (CellWidth.of(codePoint) == 0) {
      return "";
    }
    String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    StringBuilder base = new StringBuilder();
    parts
        .codePoints()
        .filter(part -> CellWidth.of(part) > 0)
        .forEach(part -> base.append(part >= ' ' && part <= '~' ? (char) part : '?'));
    return base.toString();
  }

  /**
   * A row's cells in ASCII, each in its own column. A {@code …} that ends a text takes the two
   * columns before it as well, to read {@code ...}.
   */
  static List<Cell> row(List<Cell> cells) {
    List<Cell> folded = new ArrayList<>(cells.size());
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      folded.add(cell.rightHalf() ? rightHalf(cells, column) : glyph(cell, 0));
    }
    for (int column = 2; column < cells.size(); column++) {
      if (cells.get(column).glyph().equals(ELLIPSIS) && ends(cells, column)) {
        Cell dot = new Cell(".", cells.get(column).style());
        folded.set(column - 2, dot);
        folded.set(column - 1, dot);
      }
    }
    return List.copyOf(folded);
  }

  private static Cell glyph(Cell cell, int index) {
    String folded = text(cell.glyph());
    return new Cell(
        index < folded.length() ? folded.substring(index, index + 1) : "?", cell.style());
  }

  private static Cell rightHalf(List<Cell> cells, int column) {
    return column == 0 ? Cell.BLANK : glyph(cells.get(column - 1), 1);
  }

  private static boolean ends(List<Cell> cells, int column) {
    return column == cells.size() - 1 || cells.get(column + 1).glyph().equals(" ");
  }
}
