package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Problem;
import java.util.ArrayList;
import java.util.List;

/** The faults of one input: the first {@link Problem#MOST_FAULTS}, and how many there are. */
public final class Faults {
  private final List<Fault> first = new ArrayList<>();
  private long count;

  public void add(Fault fault) {
    if (first.size() < Problem.MOST_FAULTS) {
      first.add(fault);
    }
    count++;
  }

  public void addAll(List<Fault> faults) {
    faults.forEach(this::add);
  }

  /** The first of others, whose true number is known. */
  public void add(List<Fault> others, long howMany) {
    first.addAll(others.subList(0, Math.min(others.size(), Problem.MOST_FAULTS - first.size())));
    count += howMany;
  }

  public List<Fault> first() {
    return List.copyOf(first);
  }

  public long count() {
    return count;
  }

  /** At least one fault is needed for that. */
  public Problem problem() {
    String detail = count == 1 ? first.getFirst().message() : count + " errors; see errors";
    return new Problem(Problem.Kind.REFUSED, detail, first, count, List.of());
  }
}
