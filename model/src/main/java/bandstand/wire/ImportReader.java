package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A file of cases being read, row by row: memory holds one row, and the references seen.
 *
 * <p>A row that cannot be read does not stop the next one, unless nobody can tell where that
 * begins.
 */
public final class ImportReader {
  /** A row, and a line: as much as any string of a body. */
  static final int ROW_CHARACTERS = Json.STRING_CHARACTERS;

  private ImportReader() {}

  /** Where the rows go, in the order of the file. */
  public interface Sink {
    /** A row without fault. */
    void row(ImportRow row);

    /** One of the faults of a row that is not handed on. */
    void fault(Fault fault);

    /** A row that is not handed on, by its number from 1; after its faults. */
    void rejected(int row);
  }

  /**
   * Reads all rows and says how many there were, those at fault included.
   *
   * <p>Refused, with all faults met so far, when the file as a whole cannot be read: what went to
   * the sink is then part of it at most.
   *
   * @param source is left open
   * @param framework whose case types and codes are taken
   * @param identifyingAllowed whether names that look like a child's identity are taken
   * @throws IOException of the source
   */
  public static Outcome<Long> read(
      InputStream source, Format format, Framework framework, boolean identifyingAllowed, Sink sink)
      throws IOException {
    CaseRules rules = new CaseRules(Optional.of(framework), identifyingAllowed);
    ImportRows rows = new ImportRows(sink);
    return switch (format) {
      case JSON -> new JsonImport(rules, rows).readDocument(source);
      case NDJSON -> new JsonImport(rules, rows).readLines(source);
      case CSV -> new CsvImport(rules, rows).read(source);
    };
  }
}
