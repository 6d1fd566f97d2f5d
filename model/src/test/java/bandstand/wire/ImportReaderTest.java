package bandstand.wire;

import static bandstand.wire.ImportReads.array;
import static bandstand.wire.ImportReads.assertBroken;
import static bandstand.wire.ImportReads.assertFaults;
import static bandstand.wire.ImportReads.csv;
import static bandstand.wire.ImportReads.lines;
import static bandstand.wire.ImportReads.read;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bandstand.framework.Fault;
import bandstand.framework.Problem;
import bandstand.wire.ImportReads.Given;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of cases in whatever format: nothing in them, their bytes, and where those come from. */
class ImportReaderTest {
  @Test
  void anEmptyFileSaysSo() {
    assertBroken(csv(""), Problem.Kind.REFUSED, "1:  empty");
    assertBroken(csv("\uFEFF\n\n"), Problem.Kind.REFUSED, "1:  empty");
    assertBroken(array("  \n"), Problem.Kind.REFUSED, "1:  empty");
    assertBroken(lines("\n \n"), Problem.Kind.REFUSED, "0:  no-rows");
  }

  @Test
  void aFileWithoutCasesSaysSo() {
    assertBroken(csv("reference,type\n"), Problem.Kind.REFUSED, "0:  no-rows");
    assertBroken(array("[ ]"), Problem.Kind.REFUSED, "0:  no-rows");
  }

  @Test
  void bytesThatAreNoUtf8AreNamedWithTheirLine() {
    byte[] latin =
        "reference,gender,note\nC01,caf\u00e9,\nC02,m,\"a\nb\u00e9\nc\u00e9\"\nC03,m,\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Given given = read(Format.CSV, latin);
    assertFaults(given, "2:  utf-8", "4:  utf-8");
    assertEquals(List.of("C03"), given.references());
    byte[] utf16 = "reference,type\nC01,court\n".getBytes(StandardCharsets.UTF_16);
    assertBroken(read(Format.CSV, utf16), Problem.Kind.REFUSED, "1:  utf-8");
    byte[] ndjson =
        "{\"reference\":\"C01\"}\n{\"reference\":\"C02\",\"note\":\"\u00e9\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertFaults(read(Format.NDJSON, ndjson), "2:  utf-8");
    byte[] array =
        "[{\"reference\":\"C01\"},\n{\"reference\":\"C02\",\"note\":\"\u00e9\"},\n{\"reference\":\"C03\"}]"
            .getBytes(StandardCharsets.ISO_8859_1);
    Given fromArray = read(Format.JSON, array);
    assertFaults(fromArray, "2:  utf-8");
    assertEquals(List.of("C01", "C03"), fromArray.references());
    byte[] outside = "[{\"reference\":\"C01\"},\n\u00e9]".getBytes(StandardCharsets.ISO_8859_1);
    assertBroken(read(Format.JSON, outside), Problem.Kind.UNREADABLE, "2:  utf-8");
  }

  @Test
  void aReplacementCharacterOfTheTextItselfIsText() {
    assertFaults(csv("reference,gender\nC01,\uFFFD\n"));
  }

  @Test
  void aLostSourceIsNoFaultOfTheFile() {
    for (Format format : Format.values()) {
      InputStream lost =
          new SequenceInputStream(
              new ByteArrayInputStream(utf8(format == Format.CSV ? "reference\n" : "[")),
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw new IOException("gone");
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                  throw new IOException("gone");
                }
              });
      var sink = sinkOfNothing();
      IOException gone =
          assertThrows(
              IOException.class,
              () -> ImportReader.read(lost, format, SmallEdition.SMALL, false, sink));
      assertEquals("gone", gone.getMessage());
    }
  }

  private static ImportReader.Sink sinkOfNothing() {
    return new ImportReader.Sink() {
      @Override
      public void row(ImportRow row) {}

      @Override
      public void fault(Fault fault) {}

      @Override
      public void rejected(int row) {}
    };
  }

  @Test
  void bytesMayComeInAnyPortions() {
    byte[] bytes = utf8("\uFEFFreference,gender,note\r\nC01,ŷ🙂,\"a\r\n🙂\"\r\n\r\nC02,m,\r\n");
    Given whole = read(Format.CSV, bytes);
    Given drop = read(Format.CSV, new Drops(bytes), false);
    assertFaults(whole);
    assertEquals(whole.rows(), drop.rows());
    byte[] array = json("[{'reference':'C01','note':'ŷ🙂'},{'reference':'C02'}]");
    assertEquals(
        read(Format.JSON, array).rows(), read(Format.JSON, new Drops(array), false).rows());
    byte[] lines = json("{'reference':'C01','note':'ŷ🙂'}\r\n{'reference':'C02'}");
    assertEquals(
        read(Format.NDJSON, lines).rows(), read(Format.NDJSON, new Drops(lines), false).rows());
  }

  /** One byte at a time. */
  private static final class Drops extends ByteArrayInputStream {
    Drops(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 1));
    }
  }
}
