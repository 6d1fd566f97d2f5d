package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.view.Canvas;
import bandstand.view.Cell;
import bandstand.view.Colour;
import bandstand.view.Frame;
import bandstand.view.Place;
import bandstand.view.Size;
import bandstand.view.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal in memory that takes just the sequences all terminals know, and has the bad habits of
 * each: what is erased or scrolled in looks as the pen does, and where the cursor stands is
 * anyone's guess after a character of disputed width, at the end of a row, and after a new scroll
 * region.
 */
final class StrictTerminal {

  private static final Pattern PIECE =
      Pattern.compile("\u001b\\[([?0-9;]*)([a-zA-Z])|\r|\n|[^\u001b\r\n]+");
  private static final int ANYWHERE = -1;

  private final Size size;
  private final List<List<Cell>> cells = new ArrayList<>();
  private Style pen = new Style(Colour.RED, true, true, true);
  private int row = ANYWHERE;
  private int column = ANYWHERE;
  private int top;
  private int bottom;
  private boolean cursorShown = true;

  /** Full of what a shell left behind. */
  StrictTerminal(Size size) {
    this.size = size;
    this.bottom = size.rows() / 2;
    for (int at = 0; at < size.rows(); at++) {
      cells.add(new ArrayList<>(Collections.nCopies(size.columns(), new Cell("$", Style.BOLD))));
    }
  }

  void write(String text) {
    Matcher pieces = PIECE.matcher(text);
    int end = 0;
    while (pieces.lookingAt()) {
      end = pieces.end();
      if (pieces.group(2) != null) {
        control(pieces.group(1), pieces.group(2).charAt(0));
      } else if (pieces.group().equals("\r")) {
        column = 0;
      } else if (pieces.group().equals("\n")) {
        assertTrue(row != ANYWHERE && row + 1 < size.rows(), "a new row at the bottom scrolls");
        row++;
      } else {
        put(pieces.group());
      }
      pieces.region(end, text.length());
    }
    assertEquals(text.length(), end, "not understood from here: " + text.substring(end));
  }

  /** Every cell and the cursor are the frame's, and the whole screen scrolls. */
  void assertShows(Frame frame, String when) {
    for (int at = 0; at < size.rows(); at++) {
      for (int column = 0; column < size.columns(); column++) {
        Cell wanted = frame.cells().get(at).get(column);
        Cell shown = cells.get(at).get(column);
        boolean same = wanted.rightHalf() ? shown.rightHalf() : seen(wanted).equals(seen(shown));
        assertTrue(same, when + " at " + at + ", " + column + ": " + shown + ", not " + wanted);
      }
    }
    assertEquals(frame.cursor().isPresent(), cursorShown, when);
    Optional<Place> cursor = frame.cursor();
    cursor.ifPresent(place -> assertEquals(place, new Place(row, column), when));
    assertEquals(0, top, when);
    assertEquals(size.rows() - 1, bottom, when);
  }

  /** Nobody sees the colour of a blank. */
  private static Cell seen(Cell cell) {
    return cell.glyph().equals(" ") && !cell.style().reverse() ? Cell.BLANK : cell;
  }

  private void put(String text) {
    Canvas canvas = new Canvas(new Size(1, size.columns()));
    int end = canvas.put(0, 0, text, pen);
    List<Cell> written = canvas.frame().cells().getFirst();
    for (int at = 0; at < end; at++) {
      if (!written.get(at).rightHalf()) {
        put(written.get(at), at + 1 < end && written.get(at + 1).rightHalf());
      }
    }
  }

  private void put(Cell cell, boolean wide) {
    assertTrue(row != ANYWHERE && column != ANYWHERE, "written anywhere: " + cell);
    List<Cell> line = cells.get(row);
    int after = column + (wide ? 2 : 1);
    if (line.get(column).rightHalf()) {
      line.set(column - 1, new Cell("?", pen));
    }
    if (after < size.columns() && line.get(after).rightHalf()) {
      line.set(after, new Cell("?", pen));
    }
    line.set(column, cell);
    if (wide) {
      line.set(column + 1, new Cell("", pen));
    }
    column = cell.unusual() || after == size.columns() ? ANYWHERE : after;
  }

  private void control(String arguments, char what) {
    switch (what) {
      case 'H' -> {
        row = number(arguments, 0, 1) - 1;
        column = number(arguments, 1, 1) - 1;
        assertTrue(row < size.rows() && column < size.columns(), arguments);
      }
      case 'C' -> {
        assertTrue(column != ANYWHERE, "moved right from anywhere");
        column += number(arguments, 0, 1);
        assertTrue(column < size.columns(), arguments);
      }
      case 'J' -> {
        assertEquals("2", arguments);
        for (int at = 0; at < size.rows(); at++) {
          cells.set(at, erased());
        }
      }
      case 'K' -> {
        assertEquals("", arguments);
        assertTrue(row != ANYWHERE && column != ANYWHERE, "erased anywhere");
        List<Cell> line = cells.get(row);
        if (line.get(column).rightHalf()) {
          line.set(column - 1, new Cell("?", pen));
        }
        line.subList(column, size.columns()).replaceAll(_ -> new Cell(" ", pen));
      }
      case 'L', 'M' -> {
        assertTrue(row >= top && row <= bottom && column == 0, "rows moved from elsewhere");
        List<List<Cell>> region = cells.subList(row, bottom + 1);
        for (int left = number(arguments, 0, 1); left > 0; left--) {
          region.remove(what == 'M' ? 0 : region.size() - 1);
          region.add(what == 'M' ? region.size() : 0, erased());
        }
      }
      case 'r' -> {
        top = number(arguments, 0, 1) - 1;
        bottom = number(arguments, 1, size.rows()) - 1;
        assertTrue(top < bottom && bottom < size.rows(), arguments);
        row = ANYWHERE;
        column = ANYWHERE;
      }
      case 'm' -> Arrays.stream(arguments.split(";")).forEach(this::dress);
      case 'h', 'l' -> {
        assertEquals("?25", arguments);
        cursorShown = what == 'h';
      }
      default -> throw new AssertionError("not known everywhere: " + arguments + what);
    }
  }

  private List<Cell> erased() {
    return new ArrayList<>(Collections.nCopies(size.columns(), new Cell(" ", pen)));
  }

  private void dress(String code) {
    pen =
        switch (code) {
          case "", "0" -> Style.PLAIN;
          case "1" -> pen.asBold();
          case "2" -> pen.asDim();
          case "7" -> pen.asReverse();
          case "31" -> pen.with(Colour.RED);
          case "32" -> pen.with(Colour.GREEN);
          case "33" -> pen.with(Colour.YELLOW);
          case "34" -> pen.with(Colour.BLUE);
          case "35" -> pen.with(Colour.MAGENTA);
          case "36" -> pen.with(Colour.CYAN);
          case "39" -> pen.with(Colour.DEFAULT);
          default -> throw new AssertionError("no attribute known everywhere: " + code);
        };
  }

  private static int number(String arguments, int which, int otherwise) {
    String[] all = arguments.split(";");
    return which >= all.length || all[which].isEmpty() ? otherwise : Integer.parseInt(all[which]);
  }
}
