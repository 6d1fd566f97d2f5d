package bandstand.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Whether what a walk stopped at was never acknowledged, and is cut, or was, and is damage.
 *
 * @param from where the walk began
 * @param watermark the highest sequence known to have been acknowledged
 */
record Verdict(Disk disk, Mark from, long watermark, Lock erasing) {

  Tail of(Walk.Walked walked, List<Long> segments) {
    try {
      return decide(walked, segments);
    } catch (IOException e) {
      return damaged(walked, Damage.Fault.UNREADABLE, e.toString());
    }
  }

  private Tail decide(Walk.Walked walked, List<Long> segments) throws IOException {
    boolean whole = walked.damage().isEmpty() && walked.reached().equals(walked.end());
    boolean acknowledged = watermark >= walked.end().sequence();
    if (whole && !acknowledged) {
      return new Tail.Whole();
    }
    if (walked.damage().isPresent()) {
      Damage damage = walked.damage().get();
      boolean tearable =
          damage.fault() == Damage.Fault.FRAME
              && walked.reached().position().segment() == segments.getLast();
      if (acknowledged || !tearable || knownForced(walked) || !beganAtFrame()) {
        return new Tail.Damaged(damage);
      }
    } else if (acknowledged) {
      return damaged(
          walked, Damage.Fault.VANISHED, "the journal ends before sequence " + watermark);
    }
    return torn(walked);
  }

  private Tail torn(Walk.Walked walked) throws IOException {
    Position end = walked.end().position();
    String name = Segment.name(end.segment());
    try (DiskFile file = disk.read(name)) {
      long bytes = file.size() - end.offset();
      return new Tail.Torn(name, end.offset(), walked.end().sequence(), bytes, Optional.empty());
    }
  }

  /** Whether a later frame knew that what should stand here was on disk. */
  private boolean knownForced(Walk.Walked walked) throws IOException {
    Position reached = walked.reached().position();
    try (SegmentReader reader = reader(reached.segment())) {
      return reader.header() instanceof Segment.Header.Sound(Segment segment)
          && reader.knowsForced(segment, reached.offset(), walked.end().sequence());
    }
  }

  /**
   * Whether the walk began where a frame begins, or would have: bytes are never cut because
   * somebody pointed into the middle of a frame.
   */
  private boolean beganAtFrame() throws IOException {
    long first = from.position().segment();
    try (SegmentReader reader = reader(first)) {
      if (!(reader.header() instanceof Segment.Header.Sound(Segment segment))) {
        return false;
      }
      long offset = Segment.HEADER_BYTES;
      long sequence = first;
      while (offset < from.position().offset()) {
        Optional<Frame> frame = reader.frame(segment, offset, reader.size());
        if (frame.isEmpty() || frame.get().sequence() != sequence) {
          return false;
        }
        offset += frame.get().bytes();
        sequence++;
      }
      return offset == from.position().offset() && sequence == from.sequence();
    }
  }

  private SegmentReader reader(long first) throws IOException {
    return SegmentReader.open(disk, first, SegmentReader.MANY_BYTES, erasing);
  }

  private static Tail damaged(Walk.Walked walked, Damage.Fault fault, String detail) {
    return new Tail.Damaged(Damage.at(walked.end(), fault, detail));
  }
}
