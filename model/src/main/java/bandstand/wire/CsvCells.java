package bandstand.wire;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** One record of a CSV file being taken from the parser, within limits. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells.Row> {
  /** Every code of an edition, every fact and every attribute of a case, twice over. */
  static final int MOST_CELLS = 1_000;

  private int line;
  private int lineEnds;
  private int count;
  private int characters;
  private boolean bareQuote;
  private List<String> cells = new ArrayList<>();

  /**
   * One record.
   *
   * @param line the first physical line of it
   * @param cells the first {@link #MOST_CELLS} of them, as long as there is room
   * @param count of all cells
   * @param bareQuote whether a cell that is not quoted holds a quote
   * @param tooLarge whether cells were dropped
   */
  record Row(
      int line, int lastLine, List<String> cells, int count, boolean bareQuote, boolean tooLarge) {}

  int line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = Math.toIntExact(startingLineNumber);
    lineEnds = 0;
    count = 0;
    characters = 0;
    bareQuote = false;
    cells = new ArrayList<>();
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    count++;
    characters = (int) Math.min(ImportReader.ROW_CHARACTERS + 1L, (long) characters + length);
    if (count > MOST_CELLS || characters > ImportReader.ROW_CHARACTERS) {
      return;
    }
    String cell = new String(buffer, offset, length);
    bareQuote |= !quoted && cell.indexOf('"') >= 0;
    String text = cell.indexOf('\r') < 0 ? cell : cell.replace("\r\n", "\n").replace('\r', '\n');
    lineEnds += (int) text.chars().filter(c -> c == '\n').count();
    cells.add(text);
  }

  @Override
  protected Row buildRecord() {
    boolean tooLarge = characters > ImportReader.ROW_CHARACTERS;
    return new Row(line, line + lineEnds, cells, count, bareQuote, tooLarge);
  }
}
