package bandstand.framework;

import java.util.List;
import java.util.Optional;

/**
 * A domain (2014: theme).
 *
 * @param judgedOn what it rests on that the group is rated as a whole, and its judged standards are
 *     not (2014); empty where it is not
 */
public record Group(Code code, String title, Optional<Basis> judgedOn, List<Standard> standards) {
  /** One that is not rated itself. */
  public Group(Code code, String title, List<Standard> standards) {
    this(code, title, Optional.empty(), standards);
  }

  public Group {
    standards = List.copyOf(standards);
  }

  public boolean judged() {
    return judgedOn.isPresent();
  }
}
