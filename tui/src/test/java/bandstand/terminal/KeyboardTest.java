package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyboardTest {

  @TempDir Path folder;

  private Path fifo;

  @BeforeEach
  void makeFifo() throws IOException, InterruptedException {
    fifo = folder.resolve("keys");
    assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
  }

  @Test
  void whatIsTypedIsRead() throws IOException {
    try (RandomAccessFile typing = new RandomAccessFile(fifo.toFile(), "rw");
        Keyboard keyboard = new Keyboard(new FileInputStream(fifo.toFile()))) {
      assertEquals(0, keyboard.available());
      typing.write(new byte[] {'y', (byte) 0xc5, 'n'});
      assertEquals(3, keyboard.available());
      assertEquals('y', keyboard.read());
      byte[] rest = new byte[8];
      assertEquals(2, keyboard.read(rest, 1, 7));
      assertEquals((byte) 0xc5, rest[1]);
      assertEquals('n', rest[2]);
    }
  }

  @Test
  void theEndIsTold() throws IOException {
    RandomAccessFile typing = new RandomAccessFile(fifo.toFile(), "rw");
    try (Keyboard keyboard = new Keyboard(new FileInputStream(fifo.toFile()))) {
      typing.close();
      assertEquals(-1, keyboard.read());
    }
  }

  @Test
  void closingEndsAReadUnderWay() throws IOException, InterruptedException {
    try (RandomAccessFile silent = new RandomAccessFile(fifo.toFile(), "rw")) {
      Keyboard keyboard = new Keyboard(new FileInputStream(fifo.toFile()));
      CountDownLatch begun = new CountDownLatch(1);
      Thread reading =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    begun.countDown();
                    assertThrows(IOException.class, keyboard::read);
                  });
      begun.await();
      keyboard.close();
      assertTrue(reading.join(Duration.ofSeconds(10)));
      assertFalse(reading.isAlive());
      assertTrue(silent.getFD().valid());
    }
  }
}
