package bandstand.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A file of {@link MemoryDisk}: what is read from it, and what of that is on the disk. */
final class Contents {
  private byte[] seen;
  private byte[] forced;
  private final List<Change> pending = new ArrayList<>();

  Contents(byte[] bytes) {
    seen = bytes.clone();
    forced = bytes.clone();
  }

  byte[] bytes() {
    return seen;
  }

  void change(Change change) {
    seen = change.applied(seen);
    pending.add(change);
  }

  void force() {
    for (Change change : pending) {
      forced = change.applied(forced);
    }
    pending.clear();
  }

  /** What was to be forced counts as clean from now on, whatever of it is on the disk. */
  void failToForce(SplittableRandom random) {
    forced = surviving(random).forced;
    pending.clear();
  }

  /** The file after the power was lost. */
  Contents surviving(SplittableRandom random) {
    byte[] bytes = forced;
    for (Change change : pending) {
      bytes = change.survived(bytes, random);
    }
    return new Contents(bytes);
  }
}
