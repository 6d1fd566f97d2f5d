package bandstand.document;

import static bandstand.document.Judged.faults;
import static bandstand.document.Judged.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no text of bounded size is refused before anything is read in it. */
class LimitsTest {
  private static List<String> departures(String text) {
    return faults(PublishedDocument.of(text.getBytes(UTF_8)));
  }

  @Test
  void aDocumentHasAMegabyteAtMost() {
    Problem problem = refused(PublishedDocument.of(new byte[(1 << 20) + 1]));
    assertEquals(Problem.Kind.TOO_LARGE, problem.kind());
    Judged.done(PublishedDocument.of(("a".repeat(1023) + "\n").repeat(1 << 10).getBytes(UTF_8)));
  }

  @Test
  void aDocumentHasTwentyThousandLinesAtMost() {
    assertEquals(List.of("20001  too-long"), departures("a\n".repeat(30_000)));
    Judged.done(PublishedDocument.of("a\n".repeat(19_999).getBytes(UTF_8)));
  }

  @Test
  void aLineHasTenThousandCharactersAtMost() {
    assertEquals(List.of("2  too-long"), departures("short\n" + "a".repeat(10_001) + "\nshort"));
    Judged.done(PublishedDocument.of("a".repeat(10_000).getBytes(UTF_8)));
  }

  @Test
  void controlCharactersAreToldWithTheirLines() {
    assertEquals(
        List.of("2  control-character", "3  control-character", "4  control-character"),
        departures("a\tb\fc\r\n\u001B[2J\n\u0000\n\u0085"));
  }

  @Test
  void bytesThatAreNotUtf8AreToldWithTheirLine() {
    assertEquals(
        List.of("2  utf-8"),
        faults(PublishedDocument.of("one\nna\u00EFve".getBytes(StandardCharsets.ISO_8859_1))));
  }
}
