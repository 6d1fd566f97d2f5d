package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.view.Cell;
import bandstand.view.Colour;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.Style;
import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;

/** Lanterna's terminal in memory, on which dim text is kept as italic. */
class VirtualSurface extends DefaultVirtualTerminal implements Surface {

  private final Size size;

  VirtualSurface(Size size) {
    super(new TerminalSize(size.columns(), size.rows()));
    this.size = size;
  }

  @Override
  public void dim() {
    enableSGR(SGR.ITALIC);
  }

  @Override
  public void eraseToRowEnd() {
    TerminalPosition here = getCursorPosition();
    putString(" ".repeat(size.columns() - here.getColumn()));
    setCursorPosition(here);
  }

  /** Every cell's text and style, and the cursor, are the frame's. */
  void assertShows(Frame frame, String when) {
    for (int row = 0; row < size.rows(); row++) {
      Cell left = Cell.BLANK;
      for (int column = 0; column < size.columns(); column++) {
        Cell cell = frame.cells().get(row).get(column);
        left = cell.rightHalf() ? left : cell;
        assertEquals(left, shown(getCharacter(column, row)), when + " at " + row + ", " + column);
      }
    }
    assertEquals(frame.cursor().isPresent(), isCursorVisible(), when);
    frame
        .cursor()
        .ifPresent(
            place ->
                assertEquals(
                    new TerminalPosition(place.column(), place.row()), getCursorPosition(), when));
  }

  private static Cell shown(TextCharacter character) {
    Style style =
        new Style(
            Colour.valueOf(((TextColor.ANSI) character.getForegroundColor()).name()),
            character.getModifiers().contains(SGR.BOLD),
            character.getModifiers().contains(SGR.ITALIC),
            character.getModifiers().contains(SGR.REVERSE));
    return new Cell(character.getCharacterString(), style);
  }
}
