package bandstand.journal;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One change to be recorded: one frame a payload, which count together or not at all.
 *
 * <p>The last payload travels in the closing frame: an import gives one payload a case and then one
 * for the whole, any other change gives a single payload. {@code at} is kept to the microsecond.
 * The payloads are not copied: nobody changes them afterwards.
 *
 * @param stream the inspection; 1 to 64 bytes of UTF-8
 * @param revision the inspection's revision that this change makes, from 1
 * @param author who did it; at most 255 bytes of UTF-8
 * @param payloads at least one, each of 1 byte to {@link Limits#PAYLOAD_BYTES}
 */
public record Entry(
    String stream, long revision, Instant at, String author, List<byte[]> payloads) {

  public Entry {
    require(!stream.isEmpty(), "a stream needs a name");
    require(encodedBytes(stream) <= Limits.STREAM_BYTES, "stream too long: " + stream);
    require(revision >= 1, "revision " + revision);
    require(encodedBytes(author) <= Limits.AUTHOR_BYTES, "author too long: " + author);
    at = at.truncatedTo(ChronoUnit.MICROS);
    require(!at.isBefore(Limits.EARLIEST) && !at.isAfter(Limits.LATEST), "time " + at);
    payloads = List.copyOf(payloads);
    require(!payloads.isEmpty(), "an entry needs a payload");
    for (byte[] payload : payloads) {
      require(
          payload.length >= 1 && payload.length <= Limits.PAYLOAD_BYTES,
          "payload of " + payload.length + " bytes");
    }
    require(
        bytes(stream, author, payloads) <= Limits.BATCH_BYTES,
        "an entry of more than " + Limits.BATCH_BYTES + " bytes");
  }

  /** The bytes of all its frames; a batch holds at most {@link Limits#BATCH_BYTES} of them. */
  public long bytes() {
    return bytes(stream, author, payloads);
  }

  private static long bytes(String stream, String author, List<byte[]> payloads) {
    long each = (long) Frame.FIXED_BYTES + Frame.utf8(stream).length + Frame.utf8(author).length;
    return payloads.stream().mapToLong(payload -> each + payload.length).sum();
  }

  /** An unpaired surrogate is refused, since it would not read back. */
  private static int encodedBytes(String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not encodable as UTF-8: " + text, e);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
