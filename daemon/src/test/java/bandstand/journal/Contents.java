package bandstand.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A file of {@link MemoryDisk}: what is read from it, and what of that is on the disk. */
final class Contents {
  private final Stretch seen;
  private Stretch forced;
  private final List<Change> pending = new ArrayList<>();

  Contents(byte[] bytes) {
    seen = new Stretch(bytes);
    forced = new Stretch(bytes);
  }

  byte[] bytes() {
    return seen.bytes();
  }

  int size() {
    return seen.size();
  }

  void read(ByteBuffer into, long offset) {
    seen.read(into, offset);
  }

  void change(Change change) {
    change.applyTo(seen);
    pending.add(change);
  }

  void force() {
    for (Change change : pending) {
      change.applyTo(forced);
    }
    pending.clear();
  }

  /** What was to be forced counts as clean from now on, whatever of it is on the disk. */
  void failToForce(SplittableRandom random) {
    forced = settled(random);
    pending.clear();
  }

  /** The file after the power was lost. */
  Contents surviving(SplittableRandom random) {
    return new Contents(settled(random).bytes());
  }

  private Stretch settled(SplittableRandom random) {
    Stretch left = forced.copy();
    for (Change change : pending) {
      change.survive(left, random);
    }
    return left;
  }
}
