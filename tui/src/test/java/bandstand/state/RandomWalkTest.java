package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.inspection.Answer;
import bandstand.inspection.Inspection;
import bandstand.rating.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of keys from a seed: nothing throws, nothing is lost, the way out is always shown. */
class RandomWalkTest {
  private static final int KEYS = 1_200;

  private static final List<Key> LIKELY = likely();

  /** Every key that means something anywhere, and some texts. */
  private static List<Key> likely() {
    List<Key> keys = new ArrayList<>();
    for (Action action : Action.values()) {
      keys.addAll(action.keys());
    }
    keys.addAll(List.of(Key.Named.values()));
    keys.add(new Key.Control('s'));
    keys.add(new Key.Control('o'));
    keys.add(new Key.Control('u'));
    keys.add(new Key.Paste("pasted\ntext \u001b[31m", false));
    keys.add(new Key.Paste("y", true));
    keys.add(new Key.Char('\u5b57'));
    keys.add(new Key.Char(0x1F642));
    keys.remove(KeyLabels.key("q"));
    return keys;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingThrowsAndTheWayOutIsShown(long seed) {
    Inspection inspection =
        seed % 3 == 0 ? Sample.leicester() : seed % 3 == 1 ? Sample.toy() : Sample.practice();
    walk(seed, inspection);
  }

  @Test
  void everyEditionCanBeWalkedThrough() {
    long seed = 100;
    for (Framework edition : Sample.EDITIONS.frameworks().values()) {
      walk(seed++, Sample.of(edition));
    }
  }

  private static void walk(long seed, Inspection inspection) {
    Random random = new Random(seed);
    Walk walk = Walk.open(inspection);
    boolean lost = false;
    for (int count = 0; count < KEYS; count++) {
      switch (random.nextInt(60)) {
        case 0 -> walk.size(1 + random.nextInt(60), 6 + random.nextInt(140));
        case 1 -> {
          lost = !lost;
          Walk same = lost ? walk.loseConnection() : walk.connect();
          assertEquals(walk, same);
        }
        case 2 -> colleague(walk, random);
        case 3 -> walk.command(command(random));
        default ->
            walk.at(Sample.AT.plusSeconds(count)).key(LIKELY.get(random.nextInt(LIKELY.size())));
      }
      int at = count;
      assertTrue(
          walk.row(-1).contains("q quit"), () -> "seed " + seed + " key " + at + walk.screen());
    }
    settle(walk, lost);
    Opened opened = walk.state().opened().orElseThrow();
    assertEquals(walk.daemon().inspection().cases(), opened.inspection().cases());
    assertEquals(Scorer.rate(walk.daemon().inspection()), opened.ratings());
    assertEquals(
        opened.inspection().cases().values().stream().filter(opened::isOpen).count(),
        opened.openCases());
  }

  private static void settle(Walk walk, boolean lost) {
    if (lost) {
      walk.connect();
    }
    assertEquals(List.of(), walk.state().outbox().waiting());
    assertEquals(List.of(), walk.state().outbox().acknowledged());
  }

  private static void colleague(Walk walk, Random random) {
    Inspection inspection = walk.daemon().inspection();
    var reference =
        List.copyOf(inspection.cases().keySet()).get(random.nextInt(inspection.cases().size()));
    List<Code> lines = Desks.lines(walk.state().opened().orElseThrow(), Optional.of(reference));
    Code code = lines.get(random.nextInt(lines.size()));
    Answer answer = Answer.values()[random.nextInt(3)];
    walk.colleague("AM", Sample.answer(Optional.of(reference), code.toString(), answer));
  }

  private static String command(Random random) {
    String[] lines = {
      "standards",
      "cases",
      "desk",
      "board",
      "calculator",
      "inspections",
      "alerts",
      "case C02",
      "goto 2.1.1",
      "goto 1.1",
      "rate 26/35",
      "no 2",
      "help"
    };
    return lines[random.nextInt(lines.length)];
  }
}
