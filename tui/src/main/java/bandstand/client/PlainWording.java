package bandstand.client;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.state.Effect;
import bandstand.state.Guide;
import bandstand.state.Message;
import bandstand.state.Opened;
import bandstand.state.Screen;
import bandstand.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The official words of what is selected, in plain mode: asked for, and said when they come. */
final class PlainWording {
  private PlainWording() {}

  private static Optional<Framework> edition(State state) {
    return state.screen() instanceof Screen.Calculator screen
        ? Optional.of(screen.edition())
        : state.opened().map(Opened::framework);
  }

  /** Nothing where no code is selected, and while no daemon answers. */
  static List<Effect> asked(State state) {
    return state.selected().isPresent() && state.link().connected()
        ? edition(state).stream().<Effect>map(Effect.LoadWording::new).toList()
        : List.of();
  }

  /** The text of the code, and of a standard its characteristics, best rating first. */
  static List<String> told(State state, Message.WordingLoaded come) {
    Optional<Code> selected = state.selected();
    Optional<Framework> edition =
        edition(state).filter(one -> one.edition().digest().equals(come.digest()));
    if (selected.isEmpty() || edition.isEmpty()) {
      return List.of();
    }
    Code code = selected.get();
    List<String> lines = new ArrayList<>();
    come.printed().text(code).ifPresent(text -> lines.add(code + " as printed: " + text));
    for (Rating rating : Guide.BEST_FIRST) {
      List<String> paragraphs = come.printed().characteristics(code, rating);
      if (!paragraphs.isEmpty()) {
        String title = edition.get().word(rating).title();
        lines.add("%s, %s as printed, a guide:".formatted(code, title));
        lines.addAll(paragraphs);
      }
    }
    if (lines.isEmpty()) {
      lines.add(
          come.printed().loaded()
              ? "nothing is printed under " + code
              : "the words are ours; bandstand wording FILE adds the printed ones");
    }
    return lines;
  }
}
