package bandstand.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over payloads and links; for one thread at a time. */
final class Hashes {
  private final MessageDigest sha256;

  Hashes() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Salted, so that an erased payload cannot be guessed from what remains. */
  Link digest(byte[] salt, byte[] payload) {
    sha256.update(salt);
    return Link.of(sha256.digest(payload));
  }

  /**
   * The link of a frame: over the previous link of its stream, what says who changed what when, and
   * the payload's digest.
   */
  Link link(Link previous, Frame frame) {
    byte[] stream = Frame.utf8(frame.stream());
    byte[] author = Frame.utf8(frame.author());
    ByteBuffer bytes =
        ByteBuffer.allocate(2 * Link.BYTES + 3 * Long.BYTES + 7 + stream.length + author.length);
    previous.write(bytes);
    bytes.putLong(frame.sequence()).putLong(frame.revision()).putLong(frame.micros());
    bytes.putInt(frame.part()).put(frame.kind());
    bytes.put((byte) stream.length).put((byte) author.length).put(stream).put(author);
    frame.digest().write(bytes);
    return Link.of(sha256.digest(bytes.array()));
  }
}
