package bandstand.journal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Some places between entries, by sequence, so that an entry is found without reading its segment
 * from the beginning. What was never met is found from the beginning of its segment.
 */
final class Landmarks {
  /** Reading so far takes a fraction of a millisecond. */
  static final long APART_BYTES = 64 * 1024;

  /** The latest 256 MiB of a journal, far more than anybody reads again. */
  static final int MOST = 4096;

  private final ConcurrentNavigableMap<Long, Mark> marks = new ConcurrentSkipListMap<>();

  /** Remembers a place unless one close before it is known; the oldest give way. */
  void note(Mark mark) {
    if (close(mark)) {
      return;
    }
    marks.put(mark.sequence(), mark);
    if (marks.size() > MOST) {
      marks.pollFirstEntry();
    }
  }

  private boolean close(Mark mark) {
    Map.Entry<Long, Mark> floor = marks.floorEntry(mark.sequence());
    if (floor == null) {
      return false;
    }
    Position before = floor.getValue().position();
    return before.segment() == mark.position().segment()
        && mark.position().offset() - before.offset() < APART_BYTES;
  }

  /**
   * The last known place that has the frame of a sequence after it.
   *
   * @throws IOException if the folder cannot be listed, or no segment reaches so far back
   */
  Mark before(Disk disk, long sequence) throws IOException {
    long first =
        Segment.among(disk.names()).stream()
            .filter(each -> each <= sequence)
            .reduce((_, later) -> later)
            .orElseThrow(() -> new IOException("no segment holds frame " + sequence));
    Mark begins = new Mark(new Position(first, Segment.HEADER_BYTES), first);
    return Optional.ofNullable(marks.floorEntry(sequence))
        .map(Map.Entry::getValue)
        .filter(mark -> mark.sequence() > first)
        .orElse(begins);
  }
}
