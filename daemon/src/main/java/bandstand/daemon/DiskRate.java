package bandstand.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** How long a disk takes to bring a small write to safety: what every answer waits for. */
record DiskRate(Path folder) {
  /** Enough for a median that another load does not sway. */
  private static final int WRITES = 60;

  /** A batch of a few answers. */
  private static final int BYTES = 2048;

  /** Slower than this, a person who answers notices. */
  private static final double SLOW_MILLISECONDS = 50;

  private static final double NANOS = 1e6;

  /** Measured in a file of its own, which is removed. */
  Finding finding() throws IOException {
    long[] nanos = measured();
    Arrays.sort(nanos);
    double median = nanos[nanos.length / 2] / NANOS;
    double worst = nanos[nanos.length - 1] / NANOS;
    double seconds = Arrays.stream(nanos).sum() / NANOS / 1000;
    String found =
        "%.0f forced writes a second; half of them within %.1f ms, the slowest %.1f ms"
            .formatted(WRITES / seconds, median, worst);
    return median > SLOW_MILLISECONDS
        ? Finding.warn(
            "disk", found, "keep the data on a local disk; every answer waits for one such write")
        : Finding.ok("disk", found);
  }

  private long[] measured() throws IOException {
    Path file =
        Files.createTempFile(
            folder,
            "doctor-",
            ".measuring",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
      long[] nanos = new long[WRITES];
      for (int i = 0; i < WRITES; i++) {
        long from = System.nanoTime();
        channel.write(ByteBuffer.allocate(BYTES));
        channel.force(false);
        nanos[i] = System.nanoTime() - from;
      }
      return nanos;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
