package bandstand.client;

import bandstand.framework.Code;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.Opened;
import bandstand.state.Screen;
import bandstand.state.State;
import java.util.List;
import java.util.Optional;

/** The official words of a question in plain mode: asked for, and said when they come. */
final class PlainWording {
  private PlainWording() {}

  private static Optional<Code> question(State state) {
    return state.screen() instanceof Screen.Desk desk ? desk.cursor() : Optional.empty();
  }

  /** Nothing on other screens, and while no daemon answers. */
  static List<Effect> asked(State state) {
    return question(state).isPresent() && state.link().connected()
        ? state.opened().stream()
            .map(Opened::framework)
            .<Effect>map(Effect.LoadWording::new)
            .toList()
        : List.of();
  }

  static List<String> told(State state, Message.WordingLoaded come) {
    String hint = "the words are ours; bandstand wording FILE adds the printed ones";
    return question(state)
        .map(
            code ->
                come.printed()
                    .text(code)
                    .map(text -> List.of("printed: " + text))
                    .orElse(come.printed().loaded() ? List.of() : List.of(hint)))
        .orElse(List.of());
  }
}
