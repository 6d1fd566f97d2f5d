package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  @TempDir Path home;

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(home)) {
      return files.toList();
    }
  }

  @Test
  void whatIsPipedInIsReadTimeAndAgainAndHasNoName() throws IOException {
    byte[] bytes = bytes(200_000);
    try (Spool spool = Spool.of(new ByteArrayInputStream(bytes), home, 1 << 20)) {
      assertEquals(bytes.length, spool.size());
      assertEquals(List.of(), files());
      for (int i = 0; i < 2; i++) {
        try (InputStream in = spool.open()) {
          assertEquals(bytes[0] & 0xff, in.read());
          byte[] rest = in.readAllBytes();
          assertArrayEquals(java.util.Arrays.copyOfRange(bytes, 1, bytes.length), rest);
          assertEquals(-1, in.read());
        }
      }
    }
  }

  @Test
  void tooMuchIsNotTakenWholeButIsKnownToBeTooMuch() throws IOException {
    try (Spool spool = Spool.of(new ByteArrayInputStream(bytes(500_000)), home, 100_000)) {
      assertTrue(spool.size() > 100_000 && spool.size() < 500_000, "" + spool.size());
    }
  }

  @Test
  void anInputThatBreaksOffLeavesNothing() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int from, int count) throws IOException {
            return read();
          }
        };
    assertThrows(IOException.class, () -> Spool.of(broken, home, 10));
    assertEquals(List.of(), files());
  }
}
