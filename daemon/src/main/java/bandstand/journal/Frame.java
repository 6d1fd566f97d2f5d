package bandstand.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One frame and its bytes; the layout stands in the package's documentation.
 *
 * @param forced highest sequence already on disk when this was written
 * @param part place in its entry, from 0
 * @param closing whether the entry ends with it
 * @param erased whether salt and payload have been overwritten by zeros
 */
record Frame(
    long sequence,
    long forced,
    long revision,
    long micros,
    int part,
    boolean closing,
    boolean erased,
    Link digest,
    Link link,
    byte[] salt,
    String stream,
    String author,
    byte[] payload) {
  static final int FIXED_BYTES = 132;
  static final int MAXIMUM_BYTES =
      FIXED_BYTES + Limits.STREAM_BYTES + Limits.AUTHOR_BYTES + Limits.PAYLOAD_BYTES;
  static final int SALT_BYTES = 16;
  static final int SEQUENCE_AT = 8;
  static final int FORCED_AT = 16;

  private static final int LENGTH_AT = 0;
  private static final int CHECKSUM_AT = 4;
  private static final int CHECKED_FROM = 8;
  private static final int STREAM_LENGTH_AT = 46;
  private static final int AUTHOR_LENGTH_AT = 47;
  private static final int PAYLOAD_LENGTH_AT = 48;
  private static final byte PART = 1;
  private static final byte CLOSING = 2;
  private static final byte PRESENT = 1;
  private static final byte ERASED = 0;

  /** The frame of an entry's payload, following a link of its stream. */
  static Frame of(
      Entry entry, int part, long sequence, long forced, byte[] salt, Link previous, Hashes hash) {
    byte[] payload = entry.payloads().get(part);
    boolean closing = part == entry.payloads().size() - 1;
    Frame unlinked =
        new Frame(
            sequence,
            forced,
            entry.revision(),
            ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()),
            part,
            closing,
            false,
            hash.digest(salt, payload),
            Link.NONE,
            salt,
            entry.stream(),
            entry.author(),
            payload);
    return unlinked.with(hash.link(previous, unlinked));
  }

  /** The same frame without salt and payload. */
  Frame tombstone() {
    return new Frame(
        sequence,
        forced,
        revision,
        micros,
        part,
        closing,
        true,
        digest,
        link,
        new byte[SALT_BYTES],
        stream,
        author,
        new byte[payload.length]);
  }

  private Frame with(Link own) {
    return new Frame(
        sequence, forced, revision, micros, part, closing, erased, digest, own, salt, stream,
        author, payload);
  }

  byte kind() {
    return closing ? CLOSING : PART;
  }

  Instant at() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  int bytes() {
    return FIXED_BYTES + utf8(stream).length + utf8(author).length + payload.length;
  }

  /** Writes the frame, its checksum begun with the segment's nonce. */
  void write(ByteBuffer into, long nonce) {
    int start = into.position();
    byte[] streamBytes = utf8(stream);
    byte[] authorBytes = utf8(author);
    into.putInt(0).putInt(0);
    into.putLong(sequence).putLong(forced).putLong(revision).putLong(micros);
    into.putInt(part).put(kind()).put(erased ? ERASED : PRESENT);
    into.put((byte) streamBytes.length).put((byte) authorBytes.length).putInt(payload.length);
    digest.write(into);
    link.write(into);
    into.put(salt).put(streamBytes).put(authorBytes).put(payload);
    int length = into.position() - start;
    into.putInt(start + LENGTH_AT, length);
    into.putInt(start + CHECKSUM_AT, checksum(into.slice(start, length), nonce));
  }

  /**
   * How many bytes the frame beginning at an index of the buffer claims, judged by its fixed part,
   * which must be there; 0 if it cannot be a frame.
   */
  static int claimedBytes(ByteBuffer bytes, int index) {
    int length = bytes.getInt(index + LENGTH_AT);
    if (length <= FIXED_BYTES || length > MAXIMUM_BYTES) {
      return 0;
    }
    int stream = bytes.get(index + STREAM_LENGTH_AT) & 0xff;
    int author = bytes.get(index + AUTHOR_LENGTH_AT) & 0xff;
    int payload = bytes.getInt(index + PAYLOAD_LENGTH_AT);
    boolean plausible =
        stream >= 1
            && stream <= Limits.STREAM_BYTES
            && payload >= 1
            && payload <= Limits.PAYLOAD_BYTES
            && FIXED_BYTES + stream + author + payload == length;
    return plausible ? length : 0;
  }

  /** The frame that fills the buffer; empty if it is not one or its checksum differs. */
  static Optional<Frame> read(ByteBuffer bytes, long nonce) {
    if (bytes.limit() < FIXED_BYTES
        || claimedBytes(bytes, 0) != bytes.limit()
        || bytes.getInt(CHECKSUM_AT) != checksum(bytes, nonce)) {
      return Optional.empty();
    }
    ByteBuffer from = bytes.duplicate().position(CHECKED_FROM);
    long sequence = from.getLong();
    long forced = from.getLong();
    long revision = from.getLong();
    long micros = from.getLong();
    int part = from.getInt();
    byte kind = from.get();
    byte content = from.get();
    byte[] stream = new byte[from.get() & 0xff];
    byte[] author = new byte[from.get() & 0xff];
    byte[] payload = new byte[from.getInt()];
    Link digest = Link.read(from);
    Link link = Link.read(from);
    byte[] salt = new byte[SALT_BYTES];
    from.get(salt).get(stream).get(author).get(payload);
    boolean erased = content == ERASED;
    if (sequence < 1
        || forced < 0
        || forced >= sequence
        || revision < 1
        || part < 0
        || kind != PART && kind != CLOSING
        || content != PRESENT && !(erased && zeros(salt) && zeros(payload))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Frame(
              sequence,
              forced,
              revision,
              micros,
              part,
              kind == CLOSING,
              erased,
              digest,
              link,
              salt,
              text(stream),
              text(author),
              payload));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** What {@link Entry} has found to be encodable. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] utf8) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
  }

  private static boolean zeros(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }

  private static int checksum(ByteBuffer frame, long nonce) {
    CRC32C crc = new CRC32C();
    crc.update(
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
            .putLong(nonce)
            .putInt(frame.getInt(LENGTH_AT))
            .flip());
    crc.update(frame.slice(CHECKED_FROM, frame.limit() - CHECKED_FROM));
    return (int) crc.getValue();
  }
}
