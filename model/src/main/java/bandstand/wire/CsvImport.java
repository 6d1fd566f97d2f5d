package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem.Kind;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Cases as CSV: a header row, then one case a row. */
final class CsvImport {
  private final CaseRules rules;
  private final ImportRows rows;

  CsvImport(CaseRules rules, ImportRows rows) {
    this.rules = rules;
    this.rows = rows;
  }

  Outcome<Long> read(InputStream source) throws IOException {
    Utf8Reader text = new Utf8Reader(source);
    CsvCells cells = new CsvCells();
    CsvReader<CsvCells.Row> records = reader(cells, text);
    try {
      return read(records.iterator(), text);
    } catch (CsvParseException unreadable) {
      return rows.broken(Kind.UNREADABLE, unreadable(unreadable, cells.line()));
    } catch (UncheckedIOException lost) {
      throw lost.getCause();
    }
  }

  private static CsvReader<CsvCells.Row> reader(CsvCells cells, Utf8Reader text) {
    return CsvReader.builder()
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(ImportReader.ROW_CHARACTERS)
        .build(cells, text);
  }

  private Outcome<Long> read(CloseableIterator<CsvCells.Row> records, Utf8Reader text) {
    if (!records.hasNext()) {
      return rows.broken(
          Kind.REFUSED,
          ImportRows.fault(1, "empty", "The file is empty; a header row is needed, then cases"));
    }
    CsvCells.Row first = records.next();
    OptionalInt malformed = malformed(first, text);
    if (malformed.isPresent()) {
      return rows.broken(Kind.REFUSED, Texts.notUtf8(malformed.getAsInt()));
    }
    CsvHeader header = new CsvHeader(first, rules);
    if (!header.faults().isEmpty()) {
      return rows.broken(Kind.REFUSED, header.faults());
    }
    while (records.hasNext()) {
      CsvCells.Row row = records.next();
      if (rows.full()) {
        return rows.overfull(row.line());
      }
      if (row.count() > 1 || !row.cells().getFirst().isBlank()) {
        add(header, row, malformed(row, text));
      }
    }
    return rows.ended();
  }

  private static OptionalInt malformed(CsvCells.Row row, Utf8Reader text) {
    OptionalInt line = text.malformed(row.line(), row.lastLine());
    boolean here = row.cells().stream().anyMatch(cell -> cell.indexOf(Utf8Reader.REPLACEMENT) >= 0);
    return here ? line : OptionalInt.empty();
  }

  private void add(CsvHeader header, CsvCells.Row row, OptionalInt malformed) {
    Place place = new Place(row.line(), Optional.empty());
    List<Fault> faults = new ArrayList<>();
    malformed.ifPresent(line -> faults.add(Texts.notUtf8(line)));
    shape(header, row).ifPresent(faults::add);
    if (row.count() != header.columns().size() || row.tooLarge()) {
      rows.addUnread(faults);
      return;
    }
    CsvCase read = new CsvCase(place, rules, faults);
    for (int i = 0; i < row.cells().size(); i++) {
      read.take(header.columns().get(i), row.cells().get(i));
    }
    read.checkWhole();
    rows.add(place, read.reference(), faults, read::request);
  }

  private static Optional<Fault> shape(CsvHeader header, CsvCells.Row row) {
    int columns = header.columns().size();
    if (row.tooLarge()) {
      String message = "A row has at most " + ImportReader.ROW_CHARACTERS + " characters";
      return Optional.of(ImportRows.fault(row.line(), "row-too-large", message));
    }
    if (row.count() != columns) {
      String code = row.count() < columns ? "missing-cells" : "extra-cells";
      String message =
          "This row has " + row.count() + " cells and the header " + columns + "; they must agree";
      return Optional.of(ImportRows.fault(row.line(), code, message));
    }
    return row.bareQuote()
        ? Optional.of(
            ImportRows.fault(
                row.line(), "quote", "A cell with a quote is quoted, and the quote doubled"))
        : Optional.empty();
  }

  /** The parser has lost the ends of rows: what follows is not told from what is quoted. */
  private static Fault unreadable(CsvParseException cause, int line) {
    String said = String.valueOf(cause.getCause() == null ? cause : cause.getCause());
    if (said.contains("Unclosed")) {
      return ImportRows.fault(
          line, "unclosed-quote", "A quote opened in the row of line " + line + " is never closed");
    }
    return said.contains("after closing quote")
        ? ImportRows.fault(
            line,
            "text-after-quote",
            "Something follows a closing quote in the row of line "
                + line
                + "; double inner quotes")
        : ImportRows.fault(
            line,
            "row-too-large",
            "A cell in the row of line " + line + " is too large; is a quote left open?");
  }
}
