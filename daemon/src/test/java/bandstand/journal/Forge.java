package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames of a segment in memory, to be tampered with and put together again. */
final class Forge {
  final Segment segment;
  final List<Frame> frames = new ArrayList<>();
  final List<Integer> offsets = new ArrayList<>();
  private final byte[] bytes;

  Forge(MemoryDisk disk, long first) throws IOException {
    String name = Segment.name(first);
    bytes = disk.bytes(name);
    segment =
        assertInstanceOf(Segment.Header.Sound.class, Segment.read(disk.read(name), first))
            .segment();
    for (int at = Segment.HEADER_BYTES; at < bytes.length; ) {
      int length = ByteBuffer.wrap(bytes).getInt(at);
      offsets.add(at);
      frames.add(
          Frame.read(ByteBuffer.wrap(bytes).slice(at, length), segment.nonce()).orElseThrow());
      at += length;
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  byte[] flipped(int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  /** The segment with the frames as they are now, every checksum right. */
  byte[] forged() {
    int size = Segment.HEADER_BYTES + frames.stream().mapToInt(Frame::bytes).sum();
    ByteBuffer forged = ByteBuffer.allocate(size).put(segment.header());
    frames.forEach(frame -> frame.write(forged, segment.nonce()));
    return forged.array();
  }

  /** The first bytes of the segment, and then others. */
  byte[] cut(int length, byte... then) {
    byte[] cut = Arrays.copyOf(bytes, length + then.length);
    System.arraycopy(then, 0, cut, length, then.length);
    return cut;
  }

  static Frame withPayload(Frame frame, byte[] payload, Link digest) {
    return new Frame(
        frame.sequence(),
        frame.forced(),
        frame.revision(),
        frame.micros(),
        frame.part(),
        frame.closing(),
        frame.erased(),
        digest,
        frame.link(),
        frame.salt(),
        frame.stream(),
        frame.author(),
        payload);
  }

  static Frame withLink(Frame frame, Link link) {
    return new Frame(
        frame.sequence(),
        frame.forced(),
        frame.revision(),
        frame.micros(),
        frame.part(),
        frame.closing(),
        frame.erased(),
        frame.digest(),
        link,
        frame.salt(),
        frame.stream(),
        frame.author(),
        frame.payload());
  }

  static Frame withAuthor(Frame frame, String author) {
    return new Frame(
        frame.sequence(),
        frame.forced(),
        frame.revision(),
        frame.micros(),
        frame.part(),
        frame.closing(),
        frame.erased(),
        frame.digest(),
        frame.link(),
        frame.salt(),
        frame.stream(),
        author,
        frame.payload());
  }

  static Frame withPart(Frame frame, int part, boolean closing) {
    return new Frame(
        frame.sequence(),
        frame.forced(),
        frame.revision(),
        frame.micros(),
        part,
        closing,
        frame.erased(),
        frame.digest(),
        frame.link(),
        frame.salt(),
        frame.stream(),
        frame.author(),
        frame.payload());
  }
}
