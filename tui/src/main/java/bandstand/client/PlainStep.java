package bandstand.client;

import bandstand.state.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What came of one line or message in plain mode.
 *
 * @param said lines for a person, in order
 */
record PlainStep(PlainSession next, List<String> said, List<Effect> effects) {
  PlainStep {
    said = List.copyOf(said);
    effects = List.copyOf(effects);
  }

  /** This, and what comes of the session after it. */
  PlainStep then(Function<PlainSession, PlainStep> following) {
    PlainStep after = following.apply(next);
    List<String> lines = new ArrayList<>(said);
    lines.addAll(after.said);
    List<Effect> both = new ArrayList<>(effects);
    both.addAll(after.effects);
    return new PlainStep(after.next, lines, both);
  }
}
