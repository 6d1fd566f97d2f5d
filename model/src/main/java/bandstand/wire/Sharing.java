package bandstand.wire;

import java.util.HashMap;
import java.util.Map;

/** Equal values that come again and again, each kept once. */
public final class Sharing {
  /** Names, types and strata come by the dozen; what comes in other numbers is not shared. */
  private static final int MOST = 10_000;

  private final Map<Object, Object> known = new HashMap<>();

  /** The first one met that equals this. */
  @SuppressWarnings("unchecked")
  public <T> T of(T value) {
    Object first = known.get(value);
    if (first != null) {
      return (T) first;
    }
    if (known.size() < MOST) {
      known.put(value, value);
    }
    return value;
  }
}
