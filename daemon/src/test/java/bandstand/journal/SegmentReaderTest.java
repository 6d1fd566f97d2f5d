package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentReaderTest {
  private Trial trial;
  private Forge forge;

  @BeforeEach
  void writeBatches() throws IOException {
    trial = Trial.fresh();
    trial.append(Trial.entry("leicester-2019", 1, "created"));
    trial.append(Trial.entry("leicester-2019", 2, "C01", "imported"));
    trial.append(Trial.entry("leicester-2019", 3, "x".repeat(700)));
    trial.append(Trial.entry("leicester-2019", 4, "yes"));
    forge = new Forge(trial.disk, 1);
  }

  @Test
  void aFrameIsFoundWhereOneBeginsAndNowhereElse() throws IOException {
    int size = forge.bytes().length;
    for (int ahead : new int[] {Segment.HEADER_BYTES, 200, 100_000}) {
      try (SegmentReader reader = reader(ahead, new ReentrantLock())) {
        assertEquals(size, reader.size());
        for (int at = 0; at <= size; at++) {
          boolean found = reader.frame(forge.segment, at, size).isPresent();
          assertEquals(forge.offsets.contains(at), found, "at " + at);
        }
        for (int at = size; at >= 0; at--) {
          boolean found = reader.frame(forge.segment, at, size).isPresent();
          assertEquals(forge.offsets.contains(at), found, "at " + at);
        }
      }
    }
  }

  @Test
  void aFrameThatReachesBeyondTheLimitIsNotFound() throws IOException {
    try (SegmentReader reader = reader(200, new ReentrantLock())) {
      for (int i = 0; i < forge.frames.size(); i++) {
        int at = forge.offsets.get(i);
        int end = at + forge.frames.get(i).bytes();
        for (int limit = at; limit < end; limit++) {
          assertTrue(reader.frame(forge.segment, at, limit).isEmpty(), at + " to " + limit);
        }
        assertTrue(reader.frame(forge.segment, at, end).isPresent());
      }
    }
  }

  @Test
  void aFrameKnowsWhatWasForcedBeforeItWhereverTheSearchBegins() throws IOException {
    int size = forge.bytes().length;
    for (int ahead : new int[] {Segment.HEADER_BYTES, 200, 100_000}) {
      try (SegmentReader reader = reader(ahead, new ReentrantLock())) {
        for (int from = Segment.HEADER_BYTES; from <= size; from++) {
          for (long sequence = 1; sequence <= 5; sequence++) {
            boolean known = false;
            for (int i = 0; i < forge.frames.size(); i++) {
              known |= forge.offsets.get(i) >= from && forge.frames.get(i).forced() >= sequence;
            }
            assertEquals(known, reader.knowsForced(forge.segment, from, sequence), "from " + from);
          }
        }
      }
    }
  }

  @Test
  void anotherSegmentsFramesKnowNothing() throws IOException {
    Segment other = new Segment(1, forge.segment.nonce() + 1);
    try (SegmentReader reader = reader(200, new ReentrantLock())) {
      assertFalse(reader.knowsForced(other, Segment.HEADER_BYTES, 1));
      assertTrue(reader.knowsForced(forge.segment, Segment.HEADER_BYTES, 1));
    }
  }

  @Test
  void aFrameCaughtHalfOverwrittenIsReadAgainWhenTheErasureIsDone() throws IOException {
    int half = forge.offsets.get(1) + 60;
    trial.disk.put(Segment.name(1), forge.cut(half, new byte[forge.bytes().length - half]));
    boolean[] erased = {false};
    Lock erasing =
        new ReentrantLock() {
          private static final long serialVersionUID = 1L;

          // The erasure ends while the reader waits for it.
          @Override
          public void lock() {
            super.lock();
            try (DiskFile file = trial.disk.write(Segment.name(1))) {
              file.write(ByteBuffer.wrap(forge.bytes()), 0);
              erased[0] = true;
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }
        };
    try (SegmentReader reader = reader(100_000, erasing)) {
      int size = forge.bytes().length;
      assertTrue(reader.frame(forge.segment, forge.offsets.getFirst(), size).isPresent());
      assertFalse(erased[0], "a sound frame needs no waiting");
      assertTrue(reader.frame(forge.segment, forge.offsets.get(1), size).isPresent());
      assertTrue(erased[0]);
      assertFalse(((ReentrantLock) erasing).isLocked());
    }
  }

  private SegmentReader reader(int aheadBytes, Lock erasing) throws IOException {
    return SegmentReader.open(trial.disk, 1, aheadBytes, erasing);
  }
}
