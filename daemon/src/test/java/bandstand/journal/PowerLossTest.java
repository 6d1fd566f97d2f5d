package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against a plain list: what was acknowledged is there, whenever the power went. */
class PowerLossTest {
  /** More in a long run: {@code -Dbandstand.seeds=100000}. */
  private static final int SEEDS = Integer.getInteger("bandstand.seeds", 4000);

  private static final long FIRST_SEED = Long.getLong("bandstand.seed", 1);

  @Test
  void nothingAcknowledgedIsLostAndNoEntryIsHalf() {
    check(false);
  }

  @Test
  void aKillLosesNothingEither() {
    check(true);
  }

  private static void check(boolean kill) {
    int acknowledged = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      try {
        acknowledged += new Run(seed, kill).acknowledged();
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + (kill ? ", killed" : ", power lost"), e);
      }
    }
    assertTrue(acknowledged > SEEDS, "too little was tried: " + acknowledged);
  }

  /** One life of a journal: some generations, each ended by the power. */
  private static final class Run {
    private static final int GENERATIONS = 4;
    private static final String[] STREAMS = {"leicester-2019", "swindon-2021", "ynys-mon"};

    private final SplittableRandom random;
    private final boolean kill;
    private final Trial trial;
    private final List<Entry> settled = new ArrayList<>();
    private final List<Entry> inFlight = new ArrayList<>();
    private long acknowledgedSequence;
    private int acknowledged;
    private int revision;

    Run(long seed, boolean kill) throws IOException {
      this.random = new SplittableRandom(seed);
      this.kill = kill;
      this.trial = Trial.seeded(seed);
    }

    int acknowledged() throws IOException {
      for (int generation = 0; generation < GENERATIONS; generation++) {
        work();
        comeBack();
      }
      Verification.Sound sound = assertInstanceOf(Verification.Sound.class, trial.journal.verify());
      assertEquals(settled.size(), sound.entries());
      assertEquals(trial.journal.heads(), sound.heads());
      return acknowledged;
    }

    private void work() {
      int last = 1 + random.nextInt(40);
      trial.disk.fates(
          (number, operation) ->
              number == last ? MemoryDisk.Fate.POWER_LOST : MemoryDisk.Fate.DONE);
      try {
        while (true) {
          inFlight.addAll(batch());
          Appending.Appended appended =
              assertInstanceOf(Appending.Appended.class, trial.journal.append(inFlight));
          acknowledgedSequence = appended.entries().getLast().last();
          acknowledged += inFlight.size();
          settled.addAll(inFlight);
          inFlight.clear();
        }
      } catch (MemoryDisk.PowerLost e) {
        assertTrue(trial.disk.operations() >= last);
      }
    }

    /** Opens, perhaps losing power in the middle of it, until it is open. */
    private void comeBack() throws IOException {
      boolean open = false;
      while (!open) {
        MemoryDisk disk = trial.disk;
        if (kill) {
          disk.afterKill();
        } else {
          disk = disk.afterPowerLoss();
        }
        int last = random.nextInt(12);
        disk.fates(
            (number, operation) ->
                number == last ? MemoryDisk.Fate.POWER_LOST : MemoryDisk.Fate.DONE);
        try {
          trial.open(disk, Start.fromBeginning(acknowledgedSequence));
          open = true;
        } catch (MemoryDisk.PowerLost e) {
          trial.disk = disk;
        }
      }
      List<String> expected = new ArrayList<>(Trial.lines(settled));
      expected.addAll(Trial.lines(inFlight));
      List<String> found = trial.lines();
      assertTrue(!(trial.tail instanceof Tail.Damaged), () -> trial.tail.toString());
      assertTrue(found.size() >= settled.size(), () -> found + " lacks of " + expected);
      assertEquals(expected.subList(0, found.size()), found);
      settled.addAll(inFlight.subList(0, found.size() - settled.size()));
      inFlight.clear();
      acknowledgedSequence = trial.journal.end().sequence() - 1;
    }

    private List<Entry> batch() {
      List<Entry> batch = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        String[] payloads = new String[random.nextInt(5) == 0 ? 2 + random.nextInt(6) : 1];
        for (int part = 0; part < payloads.length; part++) {
          payloads[part] = "x".repeat(1 + random.nextInt(900));
        }
        batch.add(Trial.entry(STREAMS[random.nextInt(STREAMS.length)], ++revision, payloads));
      }
      return batch;
    }
  }
}
