package bandstand.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places in the order in which they must come, and how far they have come. */
final class Sequence<T> {
  private final List<T> order;
  private final Map<T, Integer> places = new HashMap<>();
  private int next;

  Sequence(List<T> order) {
    this.order = List.copyOf(order);
    for (T place : order) {
      places.put(place, places.size());
    }
  }

  /** Empty when all have come. */
  Optional<T> next() {
    return next < order.size() ? Optional.of(order.get(next)) : Optional.empty();
  }

  /** Whether it is still to come. */
  boolean awaits(T place) {
    return places.getOrDefault(place, -1) >= next;
  }

  /** Goes to a place that is still to come; those left out on the way. */
  List<T> goTo(T place) {
    int to = places.getOrDefault(place, -1);
    if (to < next) {
      throw new IllegalArgumentException("not awaited: " + place);
    }
    List<T> leftOut = order.subList(next, to);
    next = to + 1;
    return leftOut;
  }

  /** All that are still to come. */
  List<T> rest() {
    return order.subList(next, order.size());
  }
}
