package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refused;
import static bandstand.wire.Reads.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What came of reading a file of cases, as tests like to say it. */
final class ImportReads {
  /** What an import gave, faults as {@code line:pointer field code}. */
  record Given(List<ImportRow> rows, List<Fault> all, Outcome<Long> outcome) {
    List<String> faults() {
      return all.stream().map(ImportReads::shown).toList();
    }

    List<String> references() {
      return rows.stream().map(row -> row.reference().text()).toList();
    }
  }

  private ImportReads() {}

  static Given read(Format format, InputStream in, boolean identifying) {
    List<ImportRow> rows = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    var sink =
        new ImportReader.Sink() {
          @Override
          public void row(ImportRow row) {
            rows.add(row);
          }

          @Override
          public void fault(Fault fault) {
            faults.add(fault);
          }

          @Override
          public void rejected(int row) {}
        };
    try {
      var outcome = ImportReader.read(in, format, SmallEdition.SMALL, identifying, sink);
      return new Given(rows, faults, outcome);
    } catch (IOException lost) {
      throw new AssertionError(lost);
    }
  }

  static Given read(Format format, byte[] bytes) {
    return read(format, new ByteArrayInputStream(bytes), false);
  }

  static Given csv(String text) {
    return read(Format.CSV, utf8(text));
  }

  static Given array(String text) {
    return read(Format.JSON, json(text));
  }

  static Given lines(String text) {
    return read(Format.NDJSON, json(text));
  }

  static void assertFaults(Given given, String... faults) {
    assertEquals(List.of(faults), given.faults());
    done(given.outcome());
  }

  /** A file that is not read to its end. */
  static void assertBroken(Given given, Problem.Kind kind, String... faults) {
    Problem problem = refused(given.outcome());
    assertEquals(List.of(faults), problem.faults().stream().map(ImportReads::shown).toList());
    assertEquals(faults.length, problem.faultCount());
    assertEquals(kind, problem.kind());
  }

  private static String shown(Fault fault) {
    return fault.line() + ":" + fault.pointer() + " " + fault.field() + " " + fault.code();
  }
}
