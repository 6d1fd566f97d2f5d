package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.journal.Fate.Fates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against a plain list: what was acknowledged is there, whenever the power went. */
class PowerLossTest {
  /** More in a long run, which is scripts/power-loss. */
  private static final int SEEDS = Integer.getInteger("bandstand.seeds", 400);

  private static final long FIRST_SEED = Long.getLong("bandstand.seed", 1);

  @Test
  void nothingAcknowledgedIsLostAndNoEntryIsHalf() {
    check(false, false);
  }

  @Test
  void aKillLosesNothingEither() {
    check(true, false);
  }

  @Test
  void noSpaceAndFailingOperationsBeforeItLoseNothing() {
    check(false, true);
  }

  private static void check(boolean kill, boolean trouble) {
    int acknowledged = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      try {
        acknowledged += new Run(seed, kill, trouble).acknowledged();
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + " kill " + kill + " trouble " + trouble, e);
      }
    }
    System.out.printf(
        "seeds %d to %d, %s%s: %d acknowledged, 0 lost%n",
        FIRST_SEED,
        FIRST_SEED + SEEDS - 1,
        kill ? "kill" : "power loss",
        trouble ? " after failing operations" : "",
        acknowledged);
    assertTrue(acknowledged >= SEEDS, "too little was tried: " + acknowledged);
  }

  private record Checkpoint(int entries, Start start) {}

  /** One life of a journal: some generations, each ended by the power. */
  private static final class Run {
    private static final int GENERATIONS = 4;
    private static final String[] STREAMS = {"leicester-2019", "swindon-2021", "ynys-mon"};

    private final SplittableRandom random;
    private final boolean kill;
    private final boolean trouble;
    private final Trial trial;
    private final List<Entry> settled = new ArrayList<>();
    private final List<Entry> inFlight = new ArrayList<>();
    private Checkpoint checkpoint = new Checkpoint(0, Start.fromBeginning(0));
    private long acknowledgedSequence;
    private int acknowledged;
    private int revision;

    Run(long seed, boolean kill, boolean trouble) throws IOException {
      this.random = new SplittableRandom(seed);
      this.kill = kill;
      this.trouble = trouble;
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

    /** Appends until the power goes or the disk fails. */
    private void work() {
      trial.disk.fates(fates(1 + random.nextInt(40)));
      try {
        boolean goesOn = true;
        while (goesOn) {
          inFlight.addAll(batch());
          goesOn = goesOnAfter(trial.journal.append(inFlight));
        }
      } catch (MemoryDisk.PowerLost e) {
        assertTrue(trial.disk.operations() > 0);
      }
    }

    private boolean goesOnAfter(Appending appending) {
      return switch (appending) {
        case Appending.Appended(List<Written> entries) -> {
          acknowledgedSequence = entries.getLast().last();
          acknowledged += inFlight.size();
          settled.addAll(inFlight);
          inFlight.clear();
          if (random.nextInt(3) == 0) {
            Start start =
                new Start(
                    trial.journal.end(),
                    trial.journal.heads(),
                    random.nextInt(2) * acknowledgedSequence);
            checkpoint = new Checkpoint(settled.size(), start);
          }
          yield true;
        }
        case Appending.NoSpace refusal -> {
          inFlight.clear();
          yield true;
        }
        case Appending.DiskFailed failure -> false;
        case Appending.ReadOnly refusal -> throw new AssertionError(refusal);
      };
    }

    private Fates fates(int last) {
      return (number, operation) -> {
        if (number == last) {
          return Fate.POWER_LOST;
        }
        int luck = trouble ? random.nextInt(60) : 60;
        boolean force = operation.startsWith("force");
        return luck == 0 ? Fate.INPUT_OUTPUT_ERROR : luck < 5 && !force ? Fate.NO_SPACE : Fate.DONE;
      };
    }

    /** Opens, perhaps losing power in the middle of it, until it is open. */
    private void comeBack() throws IOException {
      Checkpoint from =
          random.nextBoolean()
              ? checkpoint
              : new Checkpoint(0, Start.fromBeginning(acknowledgedSequence));
      while (!opened(from.start())) {
        assertTrue(trial.disk.operations() > 0);
      }
      List<String> expected = new ArrayList<>(Trial.lines(settled));
      expected.addAll(Trial.lines(inFlight));
      List<String> found = new ArrayList<>(expected.subList(0, from.entries()));
      found.addAll(trial.lines());
      assertTrue(!(trial.tail instanceof Tail.Damaged), () -> trial.tail.toString());
      assertTrue(found.size() >= settled.size(), () -> found + " lacks of " + expected);
      assertEquals(expected.subList(0, found.size()), found);
      settled.addAll(inFlight.subList(0, found.size() - settled.size()));
      inFlight.clear();
      acknowledgedSequence = trial.journal.end().sequence() - 1;
    }

    private boolean opened(Start start) throws IOException {
      MemoryDisk disk = trial.disk;
      if (kill) {
        disk.afterKill();
      } else {
        disk = disk.afterPowerLoss();
      }
      int last = random.nextInt(12);
      disk.fates((number, operation) -> number == last ? Fate.POWER_LOST : Fate.DONE);
      try {
        trial.open(disk, start);
        return true;
      } catch (MemoryDisk.PowerLost e) {
        trial.disk = disk;
        return false;
      }
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
