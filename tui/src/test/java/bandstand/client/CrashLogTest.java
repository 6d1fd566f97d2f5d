package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashLogTest {

  private static final Instant NOON = Instant.parse("2022-03-15T12:00:00Z");

  @TempDir Path folder;

  private Path log() {
    return folder.resolve("state").resolve("client.log");
  }

  private static Throwable crash() {
    return new IllegalStateException(
        "note of C17: hidden", new IllegalArgumentException("also hidden"));
  }

  @Test
  void itHoldsTypesAndPlacesButNoTextOfACase() throws IOException {
    assertTrue(CrashLog.add(log(), NOON, crash()));
    String text = Files.readString(log());
    assertTrue(text.startsWith("2022-03-15T12:00:00Z\njava.lang.IllegalStateException\n  at "));
    assertTrue(text.contains("java.lang.IllegalArgumentException\n  at "));
    assertTrue(text.contains("CrashLogTest.crash"));
    assertFalse(text.contains("hidden"));
  }

  @Test
  void itIsForTheUserAloneAndGrows() throws IOException {
    CrashLog.add(log(), NOON, crash());
    long once = Files.size(log());
    CrashLog.add(log(), NOON, crash());
    assertTrue(Files.size(log()) > once);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log())));
  }

  @Test
  void whereItCannotBeWrittenThatIsSaid() throws IOException {
    Files.writeString(folder.resolve("state"), "a file, not a folder");
    assertFalse(CrashLog.add(log(), NOON, crash()));
  }
}
