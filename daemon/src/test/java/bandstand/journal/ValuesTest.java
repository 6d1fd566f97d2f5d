package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final long LAST_SEGMENT = (1L << 34) - 1;
  private static final long LAST_OFFSET = (1L << 29) - 1;

  @Test
  void aPositionFitsOneLongAndComesBack() {
    for (long segment : new long[] {1, 2, 999, LAST_SEGMENT}) {
      for (long offset : new long[] {0, 32, LAST_OFFSET}) {
        Position position = new Position(segment, offset);
        assertTrue(position.packed() > 0);
        assertEquals(position, Position.unpacked(position.packed()));
      }
    }
  }

  @Test
  void positionsOrderAsFramesDo() {
    assertTrue(new Position(1, LAST_OFFSET).compareTo(new Position(2, 32)) < 0);
    assertTrue(new Position(2, 33).compareTo(new Position(2, 32)) > 0);
    assertEquals(0, new Position(2, 33).compareTo(new Position(2, 33)));
  }

  @Test
  void aPositionThatWouldNotFitIsRefused() {
    refused(() -> new Position(0, 32));
    refused(() -> new Position(LAST_SEGMENT + 1, 32));
    refused(() -> new Position(1, -1));
    refused(() -> new Position(1, LAST_OFFSET + 1));
  }

  @Test
  void theLargestSegmentFitsAPosition() {
    assertTrue(Segment.HEADER_BYTES + Limits.BATCH_BYTES <= LAST_OFFSET);
    assertTrue(Limits.SEGMENT_BYTES <= LAST_OFFSET);
  }

  @Test
  void aMarkAtTheStartOfASegmentHasItsNumber() {
    assertEquals(new Mark(new Position(1, 32), 1), Mark.BEGINNING);
    assertEquals(10, new Mark(new Position(9, 200), 10).sequence());
    refused(() -> new Mark(new Position(9, 32), 10));
    refused(() -> new Mark(new Position(9, 200), 9));
    refused(() -> new Mark(new Position(9, 31), 10));
  }

  @Test
  void aLinkComesBackFromBytesAndDigits() {
    String digits = "00ff".repeat(8) + "8123456789abcdef".repeat(2);
    Link link = Link.ofHex(digits);
    assertEquals(digits, link.toString());
    assertEquals(link, Link.of(link.bytes()));
    refused(() -> Link.of(new byte[31]));
  }

  @Test
  void anEntryIsKeptToTheMicrosecond() {
    Entry entry = entry("s", 1, Instant.parse("2019-01-14T09:30:00.123456789Z"), "a", 1);
    assertEquals(Instant.parse("2019-01-14T09:30:00.123456Z"), entry.at());
  }

  @Test
  void anEntryCountsTheBytesOfItsFrames() {
    assertEquals(132 + 9 + 3 + 5, entry("ynys-môn", 1, Trial.TIME, "Nia", 5).bytes());
    assertEquals(3 * (132 + 1 + 1 + 2), entry("s", 1, Trial.TIME, "a", 2, 2, 2).bytes());
  }

  @Test
  void anEntryBeyondALimitIsRefused() {
    refused(() -> entry("", 1, Trial.TIME, "a", 1));
    refused(() -> entry("s".repeat(65), 1, Trial.TIME, "a", 1));
    refused(() -> entry("ŵ".repeat(33), 1, Trial.TIME, "a", 1));
    refused(() -> entry("s", 0, Trial.TIME, "a", 1));
    refused(() -> entry("s", 1, Trial.TIME, "a".repeat(256), 1));
    refused(() -> entry("s", 1, Trial.TIME, "a"));
    refused(() -> entry("s", 1, Trial.TIME, "a", 0));
    refused(() -> entry("s", 1, Trial.TIME, "a", 1, 0));
    refused(() -> entry("s", 1, Trial.TIME, "a", Limits.PAYLOAD_BYTES + 1));
    refused(() -> entry("s", 1, Instant.parse("0000-12-31T23:59:59Z"), "a", 1));
    refused(() -> entry("s", 1, Instant.parse("+10000-01-01T00:00:00Z"), "a", 1));
  }

  @Test
  void textThatWouldNotReadBackIsRefused() {
    refused(() -> entry("\ud83d", 1, Trial.TIME, "a", 1));
    refused(() -> entry("s", 1, Trial.TIME, "\ude42", 1));
    assertEquals("🙂", entry("s", 1, Trial.TIME, "🙂", 1).author());
  }

  @Test
  void anEntryLargerThanABatchIsRefused() {
    byte[] payload = new byte[Limits.PAYLOAD_BYTES];
    List<byte[]> most = java.util.Collections.nCopies(127, payload);
    assertTrue(new Entry("s", 1, Trial.TIME, "a", most).bytes() <= Limits.BATCH_BYTES);
    List<byte[]> more = java.util.Collections.nCopies(128, payload);
    refused(() -> new Entry("s", 1, Trial.TIME, "a", more));
  }

  @Test
  void aWrittenEntryHasAPositionForEachSequence() {
    List<Position> two = List.of(new Position(1, 32), new Position(1, 200));
    Written written = new Written(1, 2, two, Link.NONE);
    assertEquals(new Position(1, 32), written.position());
    assertEquals(Mark.BEGINNING, written.mark());
    refused(() -> new Written(1, 3, two, Link.NONE));
    refused(() -> new Written(1, 0, List.of(), Link.NONE));
    refused(() -> new Written(0, 1, two, Link.NONE));
  }

  @Test
  void aHeadAndAStartRefuseWhatCannotBe() {
    refused(() -> new Head(0, Link.NONE));
    refused(() -> new Start(Mark.BEGINNING, Map.of(), -1));
    assertEquals(new Start(Mark.BEGINNING, Map.of(), 7), Start.fromBeginning(7));
  }

  private static Entry entry(
      String stream, long revision, Instant at, String author, int... payloadBytes) {
    List<byte[]> payloads =
        java.util.stream.IntStream.of(payloadBytes).mapToObj(count -> new byte[count]).toList();
    return new Entry(stream, revision, at, author, payloads);
  }

  private static void refused(org.junit.jupiter.api.function.Executable making) {
    assertThrows(IllegalArgumentException.class, making);
  }
}
