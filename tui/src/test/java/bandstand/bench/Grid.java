package bandstand.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A terminal's screen as a client's bytes paint it: the few sequences a frame is made of, and
 * characters one cell wide. {@code ScreenBench} holds it to what tmux shows.
 */
final class Grid {
  private static final int ESCAPE = 0x1b;
  private static final int BELL = 7;
  private static final String FRAME_BEGINS = "?2026h";
  private static final String FRAME_ENDS = "?2026l";

  private enum Within {
    TEXT,
    ESCAPE,
    CONTROL,
    SYSTEM
  }

  private final int[][] cells;
  private final Consumer<Seen> told;
  private final StringBuilder sequence = new StringBuilder();
  private Within within = Within.TEXT;
  private boolean inFrame;
  private int frameBytes;
  private int codePoint;
  private int missing;
  private int row;
  private int column;
  private int bottom;

  Grid(int rows, int columns, Consumer<Seen> told) {
    this.cells = new int[rows][columns];
    this.told = told;
    this.bottom = rows - 1;
    clear();
  }

  /** Takes bytes that were read at one moment. */
  void take(byte[] bytes, int count, long nanos) {
    boolean text = false;
    for (int i = 0; i < count; i++) {
      int one = bytes[i] & 0xff;
      frameBytes++;
      switch (within) {
        case TEXT -> {
          if (one == ESCAPE) {
            within = Within.ESCAPE;
          } else {
            text |= !inFrame;
            character(one);
          }
        }
        case ESCAPE -> {
          sequence.setLength(0);
          within =
              switch (one) {
                case '[' -> Within.CONTROL;
                case ']' -> Within.SYSTEM;
                default -> Within.TEXT;
              };
        }
        case CONTROL -> {
          sequence.append((char) one);
          if (one >= '@' && one <= '~') {
            within = Within.TEXT;
            control(sequence.toString(), nanos);
          }
        }
        case SYSTEM -> {
          if (one == BELL) {
            within = Within.TEXT;
            told.accept(new Seen.Mark(nanos, sequence.toString()));
          } else {
            sequence.append((char) one);
          }
        }
      }
    }
    if (text) {
      told.accept(new Seen.Text(nanos));
    }
  }

  /** The screen's rows without trailing blanks. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int[] line : cells) {
      rows.add(new String(line, 0, line.length).stripTrailing());
    }
    return rows;
  }

  private void character(int one) {
    if (one == '\r') {
      column = 0;
    } else if (one == '\n') {
      row = Math.min(row + 1, cells.length - 1);
    } else if (one >= 0xc0) {
      missing = one >= 0xf0 ? 3 : one >= 0xe0 ? 2 : 1;
      codePoint = one & (0x3f >> missing);
    } else if (one >= 0x80) {
      codePoint = codePoint << 6 | one & 0x3f;
      if (--missing == 0) {
        put(codePoint);
      }
    } else if (one >= ' ') {
      put(one);
    }
  }

  private void put(int character) {
    if (column < cells[row].length) {
      cells[row][column] = character;
      column++;
    }
  }

  private void control(String sequence, long nanos) {
    char last = sequence.charAt(sequence.length() - 1);
    String arguments = sequence.substring(0, sequence.length() - 1);
    switch (last) {
      case 'H' -> {
        row = Math.clamp(number(arguments, 0, 1), 1, cells.length) - 1;
        column = Math.clamp(number(arguments, 1, 1), 1, cells[0].length) - 1;
      }
      case 'C' -> column = Math.min(column + number(arguments, 0, 1), cells[0].length - 1);
      case 'r' -> {
        bottom = number(arguments, 1, cells.length) - 1;
        row = 0;
        column = 0;
      }
      case 'L' -> moveRows(row, row + number(arguments, 0, 1));
      case 'M' -> moveRows(row + number(arguments, 0, 1), row);
      case 'K' -> Arrays.fill(cells[row], column, cells[row].length, ' ');
      case 'J' -> clear();
      case 'h', 'l' -> mode(sequence, nanos);
      default -> {
        // Colours and attributes move nothing.
      }
    }
  }

  /** All from one row down to the bottom of what scrolls; blank ones come in. */
  private void moveRows(int from, int to) {
    int count = bottom + 1 - Math.max(from, to);
    System.arraycopy(cells, from, cells, to, count);
    int blank = from < to ? from : to + count;
    for (int end = blank + Math.abs(to - from); blank < end; blank++) {
      cells[blank] = new int[cells[0].length];
      Arrays.fill(cells[blank], ' ');
    }
  }

  private void mode(String sequence, long nanos) {
    if (sequence.equals(FRAME_BEGINS)) {
      inFrame = true;
      frameBytes = FRAME_BEGINS.length() + 2;
    } else if (sequence.equals(FRAME_ENDS) && inFrame) {
      inFrame = false;
      told.accept(new Seen.Frame(nanos, frameBytes, rows()));
    }
  }

  private void clear() {
    for (int[] line : cells) {
      Arrays.fill(line, ' ');
    }
  }

  private static int number(String arguments, int which, int otherwise) {
    String[] all = arguments.split(";");
    return which >= all.length || all[which].isEmpty() ? otherwise : Integer.parseInt(all[which]);
  }
}
