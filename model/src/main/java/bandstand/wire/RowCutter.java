package bandstand.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Some rows of a file as a file of the same form: their bytes as they were, under the header. */
public final class RowCutter {
  /** A row that stays blank longer is none that a person wrote. */
  private static final int BLANK_BYTES = 1 << 20;

  private final RowScanner scanner;
  private final RowNumbers wanted;
  private final OutputStream out;
  private final boolean headed;
  private final ByteArrayOutputStream undecided = new ByteArrayOutputStream();
  private int last = RowScanner.AROUND;
  private boolean lineOpen;

  private RowCutter(Format format, RowNumbers wanted, OutputStream out) {
    this.scanner = new RowScanner(format);
    this.wanted = wanted;
    this.out = out;
    this.headed = format == Format.CSV;
  }

  /**
   * Copies them; rows of an array become an array again. Memory holds no row.
   *
   * @throws IOException of either side
   */
  public static void cut(InputStream from, Format format, RowNumbers wanted, OutputStream to)
      throws IOException {
    InputStream in = new BufferedInputStream(from);
    OutputStream out = new BufferedOutputStream(to);
    RowCutter cutter = new RowCutter(format, wanted, out);
    if (format == Format.JSON) {
      out.write('[');
    }
    for (int next = in.read(); next >= 0; next = in.read()) {
      cutter.take(next, format);
    }
    if (format == Format.JSON) {
      out.write('\n');
      out.write(']');
      out.write('\n');
    }
    out.flush();
  }

  private void take(int next, Format format) throws IOException {
    int row = scanner.take((byte) next);
    if (row == RowScanner.UNDECIDED) {
      if (undecided.size() < BLANK_BYTES) {
        undecided.write(next);
      }
      return;
    }
    boolean kept = row > 0 ? wanted.contains(row) : headed && scanner.rows() == 0;
    if (kept) {
      if (row != last && row > 0) {
        begin(format);
      }
      undecided.writeTo(out);
      out.write(next);
      lineOpen = next != '\n';
      last = row;
    }
    undecided.reset();
  }

  /** Between two rows: the last of a file may lack its line's end. */
  private void begin(Format format) throws IOException {
    if (format == Format.JSON) {
      if (last > 0) {
        out.write(',');
      }
      out.write('\n');
    } else if (lineOpen && last > 0) {
      out.write('\n');
    }
  }
}
