package bandstand.service;

import bandstand.inspection.Answer;
import bandstand.inspection.InspectionId;
import bandstand.journal.MemoryDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process with little memory that makes inspections, puts them at rest, loses them from memory,
 * and reads them back; run by {@link MemoryTest}.
 */
final class Forgetful {
  private static final int INSPECTIONS = 12;

  private Forgetful() {}

  public static void main(String[] arguments) throws IOException {
    try (Team team = new Team(Path.of(arguments[0]), new MemoryDisk(1)::open)) {
      List<String> made = new ArrayList<>();
      for (int i = 0; i < INSPECTIONS; i++) {
        team.with(id(i), 5);
        Team.done(team.write(id(i), Team.NIA, Team.answer("C1", "2.1.1", Answer.values()[i % 3])));
        made.add(Team.text(Team.done(team.inspections.find(id(i)))));
      }
      int before = inMemory(team);
      team.now.set(team.now.get().plus(Keeper.QUIET));
      team.inspections.keeper().look();
      forget(team, 0);
      int after = inMemory(team);
      int same = 0;
      for (int i = 0; i < INSPECTIONS; i++) {
        same += made.get(i).equals(Team.text(Team.done(team.inspections.find(id(i))))) ? 1 : 0;
      }
      Team.done(team.write(id(0), Team.NIA, Team.answer("C1", "2.1.2", Answer.YES)));
      forget(team, 1);
      System.out.printf(
          "%d in memory, then %d; %d came back; %d after a write%n",
          before, after, same, inMemory(team));
    }
    System.exit(0);
  }

  /**
   * Until no more than these are left: a collection spares what was read since the one before it,
   * and what the writer's thread still has in hand.
   */
  private static void forget(Team team, int left) {
    for (int round = 0; round < 100 && (round < 2 || inMemory(team) > left); round++) {
      System.gc();
    }
  }

  private static InspectionId id(int number) {
    return new InspectionId("i" + number);
  }

  private static int inMemory(Team team) {
    return (int)
        team.inspections.register().slots().stream()
            .filter(slot -> slot.inMemory().isPresent())
            .count();
  }
}
