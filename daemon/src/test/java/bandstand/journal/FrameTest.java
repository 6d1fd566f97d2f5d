package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final long NONCE = 0x0123456789abcdefL;
  private static final byte[] SALT = "sixteen bytes it".getBytes(StandardCharsets.UTF_8);
  private static final Hashes HASHES = new Hashes();

  @Test
  void aFrameReadsBackAsItWasWritten() {
    same(frame(Trial.entry("leicester-2019", 12, "{\"answer\":\"yes\"}"), 0));
    Entry group = Trial.entry("ynys-môn", 1, "one", "two 🙂", "three");
    same(frame(group, 0));
    same(frame(group, 2));
    same(frame(group, 1).tombstone());
  }

  @Test
  void theLargestFrameReadsBackAndFillsTheMaximum() {
    byte[] payload = new byte[Limits.PAYLOAD_BYTES];
    payload[payload.length - 1] = 1;
    Entry entry =
        new Entry("s".repeat(64), Long.MAX_VALUE, Trial.TIME, "a".repeat(255), List.of(payload));
    Frame frame = frame(entry, 0);
    assertEquals(Frame.MAXIMUM_BYTES, frame.bytes());
    same(frame);
  }

  @Test
  void theSmallestFrameReadsBack() {
    same(frame(new Entry("s", 1, Limits.EARLIEST, "", List.of(new byte[1])), 0));
    same(frame(new Entry("s", 1, Limits.LATEST, "", List.of(new byte[1])), 0));
  }

  @Test
  void theBytesAreThoseOfTheTable() throws IOException {
    Frame frame = frame(Trial.entry("ynys-môn", 12, "first", "second"), 1);
    ByteArrayOutputStream checked = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(checked);
    out.writeLong(7);
    out.writeLong(5);
    out.writeLong(12);
    out.writeLong(1_547_458_212_123_456L);
    out.writeInt(1);
    out.writeByte(2);
    out.writeByte(1);
    out.writeByte(9);
    out.writeByte(9);
    out.writeInt(6);
    out.write(frame.digest().bytes());
    out.write(frame.link().bytes());
    out.write(SALT);
    out.write("ynys-mônNia Evanssecond".getBytes(StandardCharsets.UTF_8));
    int length = 8 + checked.size();
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(12).putLong(NONCE).putInt(length).array());
    crc.update(checked.toByteArray());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    new DataOutputStream(whole).writeInt(length);
    new DataOutputStream(whole).writeInt((int) crc.getValue());
    whole.write(checked.toByteArray());

    assertEquals(Instant.parse("2019-01-14T09:30:12.123456Z"), frame.at());
    assertArrayEquals(whole.toByteArray(), bytes(frame).array());
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] bytes = bytes(frame(Trial.entry("leicester-2019", 3, "{\"answer\":\"no\"}"), 0)).array();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertTrue(Frame.read(ByteBuffer.wrap(flipped), NONCE).isEmpty(), "bit " + bit);
    }
  }

  @Test
  void aFrameOfAnotherSegmentIsNone() {
    ByteBuffer bytes = bytes(frame(Trial.entry("leicester-2019", 3, "yes"), 0));
    assertTrue(Frame.read(bytes, NONCE + 1).isEmpty());
  }

  @Test
  void aSoundChecksumDoesNotExcuseFieldsOutOfRange() {
    refused(frame -> frame.putLong(8, 0), "sequence 0");
    refused(frame -> frame.putLong(16, -1), "forced -1");
    refused(frame -> frame.putLong(16, 7), "forced itself");
    refused(frame -> frame.putLong(24, 0), "revision 0");
    refused(frame -> frame.putInt(40, -1), "part -1");
    refused(frame -> frame.put(44, (byte) 0), "kind 0");
    refused(frame -> frame.put(44, (byte) 3), "kind 3");
    refused(frame -> frame.put(45, (byte) 2), "content 2");
    refused(frame -> frame.put(45, (byte) 0), "erased, but not overwritten");
    refused(frame -> frame.put(46, (byte) 0).put(47, (byte) 23), "no stream");
    refused(frame -> frame.put(46, (byte) 13), "lengths that do not add up");
    refused(frame -> frame.putInt(48, 0), "no payload");
    refused(frame -> frame.put(132, (byte) 0xff), "a stream that is not UTF-8");
    refused(frame -> frame.put(146, (byte) 0xc3), "an author that is not UTF-8");
  }

  @Test
  void aTombstoneWithASaltOrAByteLeftIsNone() {
    Frame frame = frame(Trial.entry("leicester-2019", 3, "yes"), 0).tombstone();
    for (int at : new int[] {116, 131, frame.bytes() - 1, frame.bytes() - 3}) {
      ByteBuffer bytes = bytes(frame);
      assertTrue(Frame.read(bytes, NONCE).isPresent());
      bytes.put(at, (byte) 1);
      assertTrue(Frame.read(signed(bytes), NONCE).isEmpty(), "byte " + at);
    }
  }

  @Test
  void lengthsThatNoFrameHasAreNotClaimed() {
    ByteBuffer bytes = bytes(frame(Trial.entry("leicester-2019", 3, "yes"), 0));
    assertEquals(bytes.limit(), Frame.claimedBytes(bytes, 0));
    for (int length : new int[] {-1, 0, 132, bytes.limit() + 1, Frame.MAXIMUM_BYTES + 1}) {
      assertEquals(0, Frame.claimedBytes(bytes.putInt(0, length), 0), "length " + length);
    }
  }

  private interface Forgery {
    void on(ByteBuffer frame);
  }

  private static void refused(Forgery forgery, String what) {
    ByteBuffer bytes = bytes(frame(Trial.entry("leicester-2019", 3, "yes"), 0));
    forgery.on(bytes);
    assertTrue(Frame.read(signed(bytes), NONCE).isEmpty(), what);
  }

  private static ByteBuffer signed(ByteBuffer frame) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(12).putLong(NONCE).putInt(frame.getInt(0)).array());
    crc.update(frame.slice(8, frame.limit() - 8));
    return frame.putInt(4, (int) crc.getValue());
  }

  private static Frame frame(Entry entry, int part) {
    return Frame.of(entry, part, 7, 5, SALT, Link.NONE, HASHES);
  }

  private static ByteBuffer bytes(Frame frame) {
    ByteBuffer bytes = ByteBuffer.allocate(frame.bytes());
    frame.write(bytes, NONCE);
    return bytes.flip();
  }

  private static void same(Frame frame) {
    Frame read = Frame.read(bytes(frame), NONCE).orElseThrow();
    assertEquals(frame.sequence(), read.sequence());
    assertEquals(frame.forced(), read.forced());
    assertEquals(frame.revision(), read.revision());
    assertEquals(frame.at(), read.at());
    assertEquals(frame.part(), read.part());
    assertEquals(frame.closing(), read.closing());
    assertEquals(frame.erased(), read.erased());
    assertEquals(frame.digest(), read.digest());
    assertEquals(frame.link(), read.link());
    assertArrayEquals(frame.salt(), read.salt());
    assertEquals(frame.stream(), read.stream());
    assertEquals(frame.author(), read.author());
    assertArrayEquals(frame.payload(), read.payload());
  }
}
