package bandstand.journal;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What was done to a file of {@link MemoryDisk} since it was last forced. */
sealed interface Change {
  int SECTOR_BYTES = 512;

  byte[] applied(byte[] before);

  /** The contents when power loss kept any part of the change. */
  byte[] survived(byte[] before, SplittableRandom random);

  record Truncate(int size) implements Change {
    @Override
    public byte[] applied(byte[] before) {
      return Arrays.copyOf(before, size);
    }

    @Override
    public byte[] survived(byte[] before, SplittableRandom random) {
      return random.nextBoolean() ? applied(before) : before;
    }
  }

  record Write(int offset, byte[] bytes) implements Change {
    @Override
    public byte[] applied(byte[] before) {
      byte[] after = Arrays.copyOf(before, Math.max(before.length, offset + bytes.length));
      System.arraycopy(bytes, 0, after, offset, bytes.length);
      return after;
    }

    /** Whole sectors in any choice; the length may be there before what it spans. */
    @Override
    public byte[] survived(byte[] before, SplittableRandom random) {
      int end = offset + bytes.length;
      int chance = random.nextInt(5);
      byte[] after = before;
      if (random.nextBoolean()) {
        after = Arrays.copyOf(before, Math.max(before.length, end));
        if (after.length > before.length && random.nextInt(4) == 0) {
          byte[] stale = new byte[after.length - before.length];
          random.nextBytes(stale);
          System.arraycopy(stale, 0, after, before.length, stale.length);
        }
      }
      for (int at = offset; at < end; ) {
        int next = Math.min(end, (at / SECTOR_BYTES + 1) * SECTOR_BYTES);
        if (random.nextInt(4) < chance) {
          byte[] sector = Arrays.copyOfRange(bytes, at - offset, next - offset);
          after = new Write(at, sector).applied(after);
        }
        at = next;
      }
      return after;
    }
  }
}
