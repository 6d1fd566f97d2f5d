package bandstand.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Every call that changes the disk during a scripted run, in turn: the process is killed before it,
 * or it fails with an input/output error, or for want of space. After each, everything acknowledged
 * must be there, and the next start must serve and take writes.
 */
final class FaultLoop {
  private final Path folder;
  private final int mostPoints;
  private final List<String> damage = new ArrayList<>();
  private final boolean everyFault;
  private int calls;
  private int points;
  private int tried;
  private int hit;

  /**
   * What came of it.
   *
   * @param points calls that there are, times faults
   * @param tried of them, evenly spread where not all
   * @param hit of those tried
   */
  record Result(int points, int tried, int hit, List<String> damage) {
    @Override
    public String toString() {
      return "%d points, %d tried, %d hit, damage: %d".formatted(points, tried, hit, damage.size());
    }
  }

  /**
   * Over an empty folder.
   *
   * @param mostPoints of a call in a scenario
   * @param everyFault at each of them, or one fault a call, each in turn
   */
  FaultLoop(Path folder, int mostPoints, boolean everyFault) {
    this.folder = folder;
    this.mostPoints = mostPoints;
    this.everyFault = everyFault;
  }

  /**
   * {@code FaultLoop POINTS [SCENARIO…]}; ends with 1 if anything was damaged, 3 without strace.
   */
  public static void main(String[] arguments) throws IOException {
    var absent = Strace.absent();
    if (absent.isPresent()) {
      System.out.println("skipped: " + absent.get());
      System.exit(3);
    }
    Path folder = Files.createTempDirectory("fault-loop");
    FaultLoop loop = new FaultLoop(folder, Integer.parseInt(arguments[0]), true);
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    System.out.printf(
        "%-10s %-10s %-7s %6s %6s %6s%n", "during", "call", "fault", "there", "tried", "hit");
    for (FaultScenario scenario : FaultScenarios.all()) {
      if (wanted.isEmpty() || wanted.contains(scenario.name())) {
        loop.run(scenario);
        System.out.println(scenario.name() + " done: " + loop.result());
      }
    }
    loop.damage.forEach(System.out::println);
    if (loop.damage.isEmpty()) {
      Home.remove(folder);
    }
    System.exit(loop.damage.isEmpty() ? 0 : 1);
  }

  Result result() {
    return new Result(points, tried, hit, damage);
  }

  void run(FaultScenario scenario) throws IOException {
    Home template = new Home(folder.resolve(scenario.name() + "-template"));
    Files.createDirectory(template.folder());
    scenario.prepare(template);
    Path trace = folder.resolve("trace");
    Home home = new Home(folder.resolve(scenario.name()));
    Strace noting = Strace.noting(trace);
    Home.copy(template.folder(), home.folder());
    scenario.run(home, noting);
    look(scenario, home, "without a fault");
    Strace.Calls noted = noting.calls(folder);
    for (Map.Entry<String, Integer> call : noted.most().entrySet()) {
      for (Strace.Fault fault : faults()) {
        List<Integer> numbers = spread(call.getValue());
        int before = hit;
        for (int number : numbers) {
          Home.remove(home.folder());
          Home.copy(template.folder(), home.folder());
          Strace failing = Strace.failing(trace, noted, call.getKey(), number, fault);
          boolean died = scenario.run(home, failing);
          hit += died || failing.injected() ? 1 : 0;
          look(scenario, home, "%s at %s %d".formatted(fault, call.getKey(), number));
        }
        points += call.getValue();
        tried += numbers.size();
        System.out.printf(
            "%-10s %-10s %-7s %6d %6d %6d%n",
            scenario.name(), call.getKey(), fault, call.getValue(), numbers.size(), hit - before);
      }
    }
    Home.remove(home.folder());
    Home.remove(template.folder());
  }

  private List<Strace.Fault> faults() {
    return everyFault
        ? List.of(Strace.Fault.values())
        : List.of(Strace.Fault.values()[calls++ % Strace.Fault.values().length]);
  }

  private void look(FaultScenario scenario, Home home, String where) throws IOException {
    try {
      scenario.damage(home).forEach(what -> damaged(scenario, where, what));
    } catch (AssertionError refused) {
      damaged(scenario, where, String.valueOf(refused.getMessage()));
    }
  }

  private void damaged(FaultScenario scenario, String where, String what) {
    damage.add("%s, %s: %s".formatted(scenario.name(), where, what));
    System.out.println(damage.getLast());
  }

  /** From the first to the last, evenly. */
  private List<Integer> spread(int count) {
    if (count <= mostPoints) {
      return IntStream.rangeClosed(1, count).boxed().toList();
    }
    return IntStream.range(0, mostPoints)
        .map(i -> 1 + (int) ((long) i * (count - 1) / Math.max(1, mostPoints - 1)))
        .boxed()
        .toList();
  }
}
