package bandstand.cli;

import bandstand.client.Request;
import bandstand.wire.Format;
import bandstand.wire.RowScanner;
import java.util.Locale;

/**
 * How far a file is on its way, in one line of a terminal, and what is to be said if the person
 * ends it with Ctrl-C.
 */
final class ImportProgress implements Request.Passing, AutoCloseable {
  private static final int CELLS = 20;
  private static final double MEBIBYTE = 1 << 20;

  private final Output terminal;
  private final boolean shown;
  private final String name;
  private final Format format;
  private final long size;
  private final Thread interrupted;
  private volatile boolean whole;
  private RowScanner scanner;
  private long sent;
  private int cells = -1;

  /**
   * Begins to watch.
   *
   * @param shown false where no terminal is, which then stays silent but for Ctrl-C
   * @param size of the file, in bytes
   * @param key what the import is called when it is sent again
   */
  ImportProgress(
      Output terminal, boolean shown, String name, Format format, long size, String key) {
    this.terminal = terminal;
    this.shown = shown;
    this.name = name;
    this.format = format;
    this.size = size;
    this.scanner = new RowScanner(format);
    this.interrupted =
        Thread.ofPlatform()
            .name("interrupted")
            .unstarted(() -> terminal.say((shown ? "\n" : "") + "bandstand: " + ending(key)));
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  private String ending(String key) {
    return whole
        ? "interrupted once all was sent: it may have been imported; send it again with --key "
            + key
            + ", which imports it once"
        : "interrupted while the file was sent: nothing was kept";
  }

  @Override
  public void begun() {
    scanner = new RowScanner(format);
    sent = 0;
    cells = -1;
    whole = false;
  }

  @Override
  public void passed(byte[] bytes, int count) {
    sent += count;
    if (!shown) {
      return;
    }
    scanner.takeAll(bytes, 0, count);
    int now = size == 0 ? CELLS : (int) Math.min(CELLS, sent * CELLS / size);
    if (now != cells) {
      cells = now;
      terminal.show(line());
    }
  }

  /** {@code cases.csv [#####...............] 25% of 6.1 MB, 25,000 rows}. */
  private String line() {
    return String.format(
        Locale.ROOT,
        "%s [%s%s] %d%% of %.1f MB, %,d rows",
        name,
        "#".repeat(cells),
        ".".repeat(CELLS - cells),
        size == 0 ? 100 : Math.min(100, sent * 100 / size),
        size / MEBIBYTE,
        scanner.rows());
  }

  @Override
  public void ended() {
    whole = true;
    if (shown) {
      terminal.show(
          String.format(
              Locale.ROOT,
              "%s sent, %,d rows; the daemon reads and records them ...",
              name,
              scanner.rows()));
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException ending) {
      return;
    }
    if (shown) {
      terminal.show("");
    }
  }
}
