package bandstand.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a message leads to: the state after it, and what is to be done, in order. */
public record Turn(State state, List<Effect> effects) {
  public Turn {
    effects = List.copyOf(effects);
  }

  static Turn to(State state, Effect... effects) {
    return new Turn(state, List.of(effects));
  }

  /** This, and what comes of its state after it. */
  Turn then(Function<State, Turn> next) {
    Turn after = next.apply(state);
    List<Effect> both = new ArrayList<>(effects);
    both.addAll(after.effects);
    return new Turn(after.state, both);
  }
}
