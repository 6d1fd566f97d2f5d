package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDiskTest {
  @TempDir private Path parent;

  @Test
  void theFolderDoesWhatItIsAskedFor() throws IOException {
    Disk disk = FolderDisk.at(parent.resolve("other"));
    try (DiskFile file = disk.create("a")) {
      file.write(ByteBuffer.wrap("0123456789".getBytes(StandardCharsets.US_ASCII)), 0);
      file.truncate(8);
      file.write(ByteBuffer.wrap("XY".getBytes(StandardCharsets.US_ASCII)), 3);
      file.force();
      assertEquals(8, file.size());
    }
    disk.rename("a", "b");
    disk.force();
    assertEquals(List.of("b"), disk.names());
    try (DiskFile file = disk.write("b")) {
      ByteBuffer into = ByteBuffer.allocate(20);
      file.read(into, 2);
      assertEquals(
          "2XY567", new String(into.array(), 0, into.position(), StandardCharsets.US_ASCII));
    }
    try (DiskFile file = disk.create("b")) {
      assertEquals(0, file.size());
    }
    disk.delete("b");
    disk.delete("b");
    assertEquals(List.of(), disk.names());
    assertThrows(IOException.class, () -> disk.read("b"));
    assertThrows(IOException.class, () -> disk.write("b"));
    assertTrue(disk.usableBytes() > 0);
  }
}
