package bandstand.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The room on the disk: a reserve file that is given up when it runs out, so that the rest of the
 * daemon can go on, and is made again before further batches are taken.
 */
final class Space {
  static final String RESERVE = "reserve";

  /** Left beside the reserve for what the file system itself needs. */
  private static final int SLACK_BYTES = 1024 * 1024;

  /** The system's words for a full disk and a spent quota, then for a limit on one file. */
  private static final List<String> FULL = List.of("No space left", "quota exceeded");

  private static final String FILE_LIMIT = "File too large";

  private final Disk disk;
  private final int reserveBytes;
  private volatile boolean held;

  Space(Disk disk, int reserveBytes) {
    this.disk = disk;
    this.reserveBytes = reserveBytes;
  }

  /** Whether the reserve is there. */
  boolean held() {
    return held;
  }

  /** Makes the reserve unless it is there; says what prevents it. */
  Optional<String> hold(long besideBytes) {
    if (held) {
      return Optional.empty();
    }
    try {
      if (!stands()) {
        long wanted = reserveBytes + besideBytes + SLACK_BYTES;
        long usable = disk.usableBytes();
        if (usable < wanted) {
          return Optional.of(usable + " bytes are free where " + wanted + " are wanted");
        }
        fill();
      }
      held = true;
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Gives the reserve up. */
  void release() throws IOException {
    held = false;
    disk.delete(RESERVE);
  }

  /** Whether a failed write of so many bytes means that there is no room for them. */
  boolean full(IOException failure, long bytes) {
    if (failure instanceof ForceFailure) {
      return false;
    }
    String message = String.valueOf(failure.getMessage());
    if (message.contains(FILE_LIMIT) || FULL.stream().anyMatch(message::contains)) {
      return true;
    }
    try {
      return disk.usableBytes() < bytes;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean stands() throws IOException {
    if (!disk.names().contains(RESERVE)) {
      return false;
    }
    try (DiskFile file = disk.read(RESERVE)) {
      return file.size() == reserveBytes;
    }
  }

  /** Noise, since a file system may keep zeros without giving them room. */
  private void fill() throws IOException {
    byte[] noise = new byte[reserveBytes];
    new SplittableRandom(0).nextBytes(noise);
    try (DiskFile file = disk.create(RESERVE)) {
      file.write(ByteBuffer.wrap(noise), 0);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains(FILE_LIMIT)) {
        disk.delete(RESERVE);
        throw e;
      }
    }
  }
}
