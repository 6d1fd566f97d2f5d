package bandstand.journal;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What was done to a file of {@link MemoryDisk} since it was last forced. */
sealed interface Change {
  int SECTOR_BYTES = 512;

  void applyTo(Stretch file);

  /** Applies any part of the change, as power loss keeps it. */
  void survive(Stretch file, SplittableRandom random);

  record Truncate(int size) implements Change {
    @Override
    public void applyTo(Stretch file) {
      file.resize(size);
    }

    @Override
    public void survive(Stretch file, SplittableRandom random) {
      if (random.nextBoolean()) {
        applyTo(file);
      }
    }
  }

  record Write(int offset, byte[] bytes) implements Change {
    @Override
    public void applyTo(Stretch file) {
      file.write(offset, bytes);
    }

    /** Whole sectors in any choice; the length may be there before what it spans. */
    @Override
    public void survive(Stretch file, SplittableRandom random) {
      int end = offset + bytes.length;
      int chance = random.nextInt(5);
      if (random.nextBoolean()) {
        int before = file.size();
        file.resize(Math.max(before, end));
        if (end > before && random.nextInt(4) == 0) {
          byte[] stale = new byte[end - before];
          random.nextBytes(stale);
          file.write(before, stale);
        }
      }
      for (int at = offset; at < end; ) {
        int next = Math.min(end, (at / SECTOR_BYTES + 1) * SECTOR_BYTES);
        if (random.nextInt(4) < chance) {
          file.write(at, Arrays.copyOfRange(bytes, at - offset, next - offset));
        }
        at = next;
      }
    }
  }
}
