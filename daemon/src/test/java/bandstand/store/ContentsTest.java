package bandstand.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bandstand.inspection.Change;
import bandstand.inspection.Once;
import bandstand.journal.Position;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentsTest {
  private static final Noted LINE =
      new Noted(
          7,
          new Position(1, 32),
          new Position(1, 4096),
          "nia",
          Instant.parse("2026-11-22T10:00:00.000001Z"),
          Change.Kind.UNDO,
          5,
          Optional.of(new Once("key", "digest")),
          new Amount(900, 300, 600));

  @Test
  void everyPartOfALineIsReadBack() {
    assertEquals(List.of(LINE), Contents.lines(Contents.bytes(List.of(LINE))));
  }

  /** So that the file is made again from the journal. */
  @Test
  void whatAnOlderDaemonWroteIsNotTakenForAnythingElse() {
    byte[] older = {0, 0, 0, 0};
    assertThrows(UncheckedIOException.class, () -> Contents.lines(older));
  }
}
