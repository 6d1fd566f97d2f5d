package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows cut out of a file are the rows that the reader counts, byte for byte. */
class RowCutterTest {

  private static String cut(Format format, String text, int... rows) {
    RowNumbers wanted = new RowNumbers();
    for (int row : rows) {
      wanted.add(row);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RowCutter.cut(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format, wanted, out);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aCsvKeepsItsHeaderAndTheBytesOfEachRow() {
    String text =
        "\uFEFFreference,type,note\r\n"
            + "C01,court,\"two\r\nlines, \"\"quoted\"\"\"\r\n"
            + "\r\n"
            + "   \r\n"
            + " C02,court,ŷ\r\n"
            + "\"\",court,\r\n"
            + "C04,5\" nail,x";
    assertEquals("\uFEFFreference,type,note\r\n C02,court,ŷ\r\n", cut(Format.CSV, text, 2));
    assertEquals(
        "\uFEFFreference,type,note\r\n"
            + "C01,court,\"two\r\nlines, \"\"quoted\"\"\"\r\n\"\",court,\r\nC04,5\" nail,x",
        cut(Format.CSV, text, 1, 3, 4));
  }

  @Test
  void linesEndedByAReturnAloneAreRows() {
    assertEquals("r\rC02\r", cut(Format.CSV, "r\rC01\rC02\rC03", 2));
  }

  @Test
  void blankLinesOfJsonAreNoRows() {
    String text = "{\"a\":1}\r\n\n \t\n{\"b\":\"\\n\"}\n{\"c\"";
    assertEquals("{\"b\":\"\\n\"}\n{\"c\"", cut(Format.NDJSON, text, 2, 3));
  }

  @Test
  void rowsOfAnArrayBecomeAnArray() {
    String text = " [ {\"a\":\"],[\\\"\"} ,\n[1,[2]], {\"c\":{}},7 ]\n";
    assertEquals("[\n{\"a\":\"],[\\\"\"} ,\n[1,[2]],\n7 \n]\n", cut(Format.JSON, text, 1, 2, 4));
    assertEquals("[\n{\"a\":[1]}\n]\n", cut(Format.JSON, "{\"a\":[1]}", 1));
    assertEquals("[\n]\n", cut(Format.JSON, "[]"));
  }

  /** The references that a reader finds in what was cut are those of the rows wanted. */
  @ParameterizedTest
  @EnumSource(Format.class)
  void theReaderCountsTheSameRows(Format format) throws IOException {
    for (int seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
      String end = format == Format.CSV && random.nextBoolean() ? "\r\n" : "\n";
      text.append(format == Format.CSV ? "reference,type,note" + end : "");
      text.append(format == Format.JSON ? "[" : "");
      RowNumbers wanted = new RowNumbers();
      List<String> expected = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      for (int i = 1; i <= count; i++) {
        text.append(random.nextInt(3) == 0 ? end : "").append(random.nextInt(4) == 0 ? "  " : "");
        String note = List.of("", "x,\"\"\n\r\ny", "\"\"", " ").get(random.nextInt(4));
        text.append(
            format == Format.CSV
                ? "C%d,court,\"%s\"".formatted(i, note)
                : "{\"reference\":\"C%d\",\"note\":\"[{\\\\,\\\"\"}".formatted(i));
        text.append(i == count ? "" : format == Format.JSON ? "," : end);
        if (random.nextBoolean()) {
          wanted.add(i);
          expected.add("C" + i);
        }
      }
      text.append(format == Format.JSON ? "]" : random.nextBoolean() ? end : "");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RowCutter.cut(
          new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
          format,
          wanted,
          out);
      int shown = seed;
      assertEquals(
          expected, references(format, out.toByteArray()), () -> "seed " + shown + ": " + text);
    }
  }

  private static List<String> references(Format format, byte[] bytes) throws IOException {
    List<String> references = new ArrayList<>();
    var sink =
        new ImportReader.Sink() {
          @Override
          public void row(ImportRow row) {
            references.add(row.reference().text());
          }

          @Override
          public void fault(bandstand.framework.Fault fault) {
            throw new AssertionError(fault);
          }

          @Override
          public void rejected(int row) {}
        };
    ImportReader.read(new ByteArrayInputStream(bytes), format, SmallEdition.SMALL, false, sink);
    return references;
  }

  @Test
  void numbersGoInRangesAndComeBack() {
    RowNumbers numbers = new RowNumbers();
    for (int number : new int[] {2, 7, 8, 9, 200_000}) {
      numbers.add(number);
    }
    assertEquals("[[2,2],[7,9],[200000,200000]]", numbers.node().toString());
    assertEquals(numbers, RowNumbers.read(Optional.of(numbers.node())));
    assertEquals(5, numbers.count());
    assertEquals(
        "[]",
        RowNumbers.read(
                Optional.of(
                    Json.parseOwn(
                        "[[0,1],[5,4],[1,99000000],\"x\"]".getBytes(StandardCharsets.UTF_8))))
            .toString());
  }
}
