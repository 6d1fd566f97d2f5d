package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A journal on a disk in memory, opened again and again, and what each opening replayed. */
final class Trial {
  static final Instant TIME = Instant.parse("2019-01-14T09:30:00.123456Z");
  static final int SEGMENT_BYTES = 8 * 1024;
  static final int RESERVE_BYTES = 512;

  final List<Kept> replayed = new ArrayList<>();
  private final long seed;
  MemoryDisk disk;
  Journal journal;
  Tail tail;

  private Trial(long seed, MemoryDisk disk) throws IOException {
    this.seed = seed;
    open(disk, Start.fromBeginning(0));
  }

  static Trial fresh() throws IOException {
    return new Trial(1, new MemoryDisk(1));
  }

  static Trial seeded(long seed) throws IOException {
    return new Trial(seed, new MemoryDisk(seed));
  }

  /** Opens what is on the disk, whatever became of the journal before. */
  void open(MemoryDisk next, Start start) throws IOException {
    disk = next;
    replayed.clear();
    Opening.Opened opened =
        assertInstanceOf(
            Opening.Opened.class, Recovery.open(disk, setup(seed), start, replayed::add));
    journal = opened.journal();
    tail = opened.tail();
  }

  void reopen() throws IOException {
    open(disk, Start.fromBeginning(0));
  }

  void reopen(Start start) throws IOException {
    open(disk, start);
  }

  /** Opens a copy of the files with one of them replaced. */
  void reopenWith(String name, byte[] bytes, long watermark) throws IOException {
    MemoryDisk copy = new MemoryDisk(seed);
    for (String each : disk.names()) {
      copy.put(each, disk.bytes(each));
    }
    copy.put(name, bytes);
    open(copy, Start.fromBeginning(watermark));
  }

  static Setup setup(long seed) {
    return new Setup(SEGMENT_BYTES, RESERVE_BYTES, new SplittableRandom(seed));
  }

  static Entry entry(String stream, long revision, String... payloads) {
    List<byte[]> bytes =
        Stream.of(payloads).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    return new Entry(stream, revision, TIME.plusSeconds(revision), "Nia Evans", bytes);
  }

  /** Appends and expects that it is taken. */
  List<Written> append(Entry... batch) {
    return assertInstanceOf(Appending.Appended.class, journal.append(List.of(batch))).entries();
  }

  static String text(Payload payload) {
    return switch (payload) {
      case Payload.Present(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Payload.Erased(int length) -> "erased " + length;
    };
  }

  /** One line an entry: all that was given. */
  static String line(Kept kept) {
    return String.join(
        " ",
        kept.stream(),
        "" + kept.revision(),
        kept.at().toString(),
        kept.author(),
        kept.payloads().stream().map(Trial::text).toList().toString());
  }

  static String line(Entry entry) {
    List<String> payloads =
        entry.payloads().stream().map(bytes -> text(new Payload.Present(bytes))).toList();
    return String.join(
        " ",
        entry.stream(),
        "" + entry.revision(),
        entry.at().toString(),
        entry.author(),
        payloads.toString());
  }

  List<String> lines() {
    return replayed.stream().map(Trial::line).toList();
  }

  static List<String> lines(List<Entry> entries) {
    return entries.stream().map(Trial::line).toList();
  }
}
