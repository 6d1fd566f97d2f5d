package bandstand.client;

import bandstand.framework.Glossary;
import bandstand.framework.Glossary.Term;
import bandstand.state.Action;
import bandstand.state.Guide;
import bandstand.state.Key;
import bandstand.state.State;
import bandstand.state.Terms;
import bandstand.view.GuideLines;
import bandstand.wire.BuiltInGuidance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The glossary and the characteristics, told where there is no screen to lay them beside. */
final class PlainGuidance {
  private static final String TERMS = Action.TERMS.label();

  private PlainGuidance() {}

  /** {@code K}, {@code K desistance}, {@code <} and {@code >}; of any other line nothing. */
  static List<String> told(State state, String line) {
    if (line.equals(TERMS)) {
      List<Term> here = Terms.here(state);
      return here.isEmpty()
          ? List.of("no term of the glossary stands here; K and a word explains that")
          : here.stream().map(PlainGuidance::spoken).toList();
    }
    if (line.startsWith(TERMS + " ")) {
      return explained(line.substring(TERMS.length()).strip());
    }
    boolean turns =
        line.length() == 1
            && (keys(Action.RATING_BELOW).contains(line)
                || keys(Action.RATING_ABOVE).contains(line));
    return turns ? Guide.of(state).map(GuideLines::told).orElse(List.of()) : List.of();
  }

  private static List<String> keys(Action action) {
    return action.keys().stream()
        .filter(Key.Char.class::isInstance)
        .map(key -> ((Key.Char) key).text())
        .toList();
  }

  private static List<String> explained(String words) {
    Glossary glossary = BuiltInGuidance.glossary();
    Optional<Term> term = glossary.find(words);
    if (term.isPresent()) {
      return List.of(spoken(term.get()));
    }
    String near =
        glossary.nearest(words).stream().map(Term::name).collect(Collectors.joining(", "));
    return List.of("no term " + words + (near.isEmpty() ? "" : "; there are " + near));
  }

  private static String spoken(Term term) {
    String also = term.also().isEmpty() ? "" : ", also " + String.join(", ", term.also());
    return term.name() + also + ": " + term.says();
  }
}
