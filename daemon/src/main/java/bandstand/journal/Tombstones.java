package bandstand.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The overwriting of frames by their tombstones: what is to be written is first kept in a file of
 * its own, so that an overwriting once begun is ended, if need be at the next opening.
 */
final class Tombstones {
  static final String PENDING = "erasing.pending";

  private static final long MAGIC = 0x42414e44_45524153L; // BANDERAS
  private static final int GRAVE_BYTES = 2 * Long.BYTES + 2 * Integer.BYTES;
  private static final int LEAST_BYTES = Long.BYTES + 2 * Integer.BYTES;

  /**
   * A frame to be overwritten.
   *
   * @param head its new bytes up to the payload
   * @param payloadBytes zeros that follow
   */
  private record Grave(Position position, ByteBuffer head, int payloadBytes) {
    long sequence() {
      return head.getLong(Frame.SEQUENCE_AT);
    }
  }

  private Tombstones() {}

  /** The most that the file takes for so many frames. */
  static int bytes(int frames) {
    return LEAST_BYTES
        + frames * (GRAVE_BYTES + Frame.FIXED_BYTES + Limits.STREAM_BYTES + Limits.AUTHOR_BYTES);
  }

  /**
   * Takes the room that {@link #keep} will want for so many frames, before anything is recorded
   * that needs it. What stands there until then is noise, which no opening takes for more.
   */
  static void takeRoom(Disk disk, int frames) throws IOException {
    byte[] noise = new byte[bytes(frames)];
    new SplittableRandom(0).nextBytes(noise);
    try (DiskFile file = disk.create(PENDING)) {
      file.write(ByteBuffer.wrap(noise), 0);
      ForceFailure.force(file);
    }
    ForceFailure.force(disk);
  }

  /** Removes the file, if it is there. */
  static void remove(Disk disk) throws IOException {
    if (disk.names().contains(PENDING)) {
      disk.delete(PENDING);
      ForceFailure.force(disk);
    }
  }

  /**
   * Keeps what is to be done: afterwards {@link #lay} does it, or {@link #resume} at the next
   * opening. A file that stands is written over, so that room once taken is not lost.
   */
  static void keep(Disk disk, Map<Position, Frame> frames, Map<Long, Segment> segments)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(bytes(frames.size()));
    bytes.putLong(MAGIC).putInt(frames.size());
    frames.forEach(
        (position, frame) -> {
          ByteBuffer image = ByteBuffer.allocate(frame.bytes());
          Segment segment = Objects.requireNonNull(segments.get(position.segment()));
          frame.tombstone().write(image, segment.nonce());
          int payloadBytes = frame.payload().length;
          image.flip().limit(image.limit() - payloadBytes);
          bytes.putLong(position.segment()).putLong(position.offset());
          bytes.putInt(payloadBytes).putInt(image.remaining()).put(image);
        });
    bytes.putInt(checksum(bytes.duplicate().flip())).flip();
    int size = bytes.limit();
    boolean stands = disk.names().contains(PENDING);
    try (DiskFile file = stands ? disk.write(PENDING) : disk.create(PENDING)) {
      file.write(bytes, 0);
      if (file.size() > size) {
        file.truncate(size);
      }
      ForceFailure.force(file);
    }
    if (!stands) {
      ForceFailure.force(disk);
    }
  }

  /** Does what is kept; nothing if that is not whole, since then it has not begun. */
  static void lay(Disk disk) throws IOException {
    Optional<List<Grave>> graves = kept(disk);
    if (graves.isPresent()) {
      overwrite(disk, graves.get());
      TornFiles.deleteAll(disk);
    }
  }

  /** Does what an earlier process kept, if anything is there, and removes it. */
  static void resume(Disk disk) throws IOException {
    if (disk.names().contains(PENDING)) {
      lay(disk);
      remove(disk);
    }
  }

  private static void overwrite(Disk disk, List<Grave> graves) throws IOException {
    Map<Long, List<Grave>> bySegment = new TreeMap<>();
    for (Grave grave : graves) {
      bySegment.computeIfAbsent(grave.position().segment(), first -> new ArrayList<>()).add(grave);
    }
    for (Map.Entry<Long, List<Grave>> segment : bySegment.entrySet()) {
      try (DiskFile file = disk.write(Segment.name(segment.getKey()))) {
        for (Grave grave : segment.getValue()) {
          overwrite(file, grave);
        }
        ForceFailure.force(file);
      }
    }
  }

  private static void overwrite(DiskFile file, Grave grave) throws IOException {
    long offset = grave.position().offset();
    ByteBuffer sequence = ByteBuffer.allocate(Long.BYTES);
    file.read(sequence, offset + Frame.SEQUENCE_AT);
    if (sequence.hasRemaining() || sequence.getLong(0) != grave.sequence()) {
      throw new IOException(
          PENDING + " names frame " + grave.sequence() + ", which is not at " + grave.position());
    }
    ByteBuffer head = grave.head().duplicate();
    int headBytes = head.remaining();
    file.write(head, offset);
    file.write(ByteBuffer.allocate(grave.payloadBytes()), offset + headBytes);
  }

  private static Optional<List<Grave>> kept(Disk disk) throws IOException {
    ByteBuffer bytes;
    try (DiskFile file = disk.read(PENDING)) {
      if (file.size() < LEAST_BYTES || file.size() > bytes(Limits.ERASURE_FRAMES)) {
        return Optional.empty();
      }
      bytes = ByteBuffer.allocate((int) file.size());
      file.read(bytes, 0);
    }
    bytes.flip();
    int end = bytes.limit() - Integer.BYTES;
    if (bytes.getInt(end) != checksum(bytes.slice(0, end)) || bytes.getLong() != MAGIC) {
      return Optional.empty();
    }
    int count = bytes.getInt();
    List<Grave> graves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Position position = new Position(bytes.getLong(), bytes.getLong());
      int payloadBytes = bytes.getInt();
      int headBytes = bytes.getInt();
      graves.add(new Grave(position, bytes.slice(bytes.position(), headBytes), payloadBytes));
      bytes.position(bytes.position() + headBytes);
    }
    return Optional.of(graves);
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
