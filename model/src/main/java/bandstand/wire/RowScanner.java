package bandstand.wire;

/**
 * Tells where the rows of a file begin and end, byte by byte, as {@link ImportReader} counts them;
 * what is in them it does not read.
 */
public final class RowScanner {
  /** The byte belongs to no row, or to one that may yet turn out to be blank. */
  static final int UNDECIDED = -1;

  /** The byte belongs to what stands around the rows: a header, brackets, commas, blank lines. */
  static final int AROUND = 0;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Format format;
  private long at;
  private int rows;
  private int lastEnded;
  private boolean headed;
  private boolean inRow;
  private boolean inQuotes;
  private boolean escaping;
  private boolean cellBegins = true;
  private boolean afterReturn;
  private boolean array;
  private int depth;

  public RowScanner(Format format) {
    this.format = format;
    this.headed = format != Format.CSV;
  }

  /** How many rows have begun. */
  public int rows() {
    return rows;
  }

  /** Takes the next byte: the number of the row it belongs to, from 1, or one of the above. */
  int take(byte next) {
    boolean mark = at < MARK.length && next == MARK[(int) at];
    at++;
    if (mark) {
      return AROUND;
    }
    return switch (format) {
      case CSV -> cell(next);
      case NDJSON -> line(next);
      case JSON -> value(next);
    };
  }

  /** Many at once, for their number alone. */
  public void takeAll(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      take(bytes[i]);
    }
  }

  private int line(byte next) {
    if (next == '\n') {
      return ended();
    }
    begins(!isBlank(next));
    return current();
  }

  private int cell(byte next) {
    boolean second = afterReturn && next == '\n';
    afterReturn = false;
    if (second) {
      return lastEnded;
    }
    boolean plain = !inQuotes || escaping && next != '"';
    if (plain && (next == '\n' || next == '\r')) {
      inQuotes = false;
      escaping = false;
      cellBegins = true;
      afterReturn = next == '\r';
      return ended();
    }
    if (inQuotes && escaping) {
      escaping = false;
      inQuotes = next == '"';
    } else if (inQuotes) {
      escaping = next == '"';
    } else if (next == '"' && cellBegins) {
      inQuotes = true;
    }
    boolean quote = next == '"' && (cellBegins || escaping);
    cellBegins = !inQuotes && next == ',';
    begins(!isBlank(next) && !quote && !(inQuotes && next == '\n'));
    return current();
  }

  private int value(byte next) {
    if (inQuotes) {
      inQuotes = escaping || next != '"';
      escaping = !escaping && next == '\\';
      return current();
    }
    if (isBlank(next) || next == '\n') {
      return inRow ? current() : AROUND;
    }
    if (depth == 0 && rows == 0 && next == '[' && !array) {
      array = true;
      return AROUND;
    }
    if (depth == 0 && array && (next == ',' || next == ']')) {
      inRow = false;
      return AROUND;
    }
    begins(true);
    inQuotes = next == '"';
    depth += next == '{' || next == '[' ? 1 : 0;
    depth -= next == '}' || next == ']' ? 1 : 0;
    return current();
  }

  private void begins(boolean something) {
    if (something && !inRow) {
      inRow = true;
      rows += headed ? 1 : 0;
    }
  }

  private int current() {
    if (!inRow) {
      return UNDECIDED;
    }
    return headed ? rows : AROUND;
  }

  /** The byte that ends a line belongs to its row. */
  private int ended() {
    lastEnded = inRow && headed ? rows : AROUND;
    headed |= inRow;
    inRow = false;
    return lastEnded;
  }

  private static boolean isBlank(byte next) {
    return next == ' ' || next == '\t' || next == '\r';
  }
}
