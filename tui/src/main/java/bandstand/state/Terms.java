package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Glossary;
import bandstand.framework.Glossary.Term;
import bandstand.inspection.Alert;
import bandstand.inspection.Case;
import bandstand.rating.Flag;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import bandstand.wire.BuiltInGuidance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The glossary over a screen: the terms of the selected line first; searched as one types. */
public final class Terms {
  private Terms() {}

  static Overlay all() {
    return new Overlay.Glossary(Searching.NOTHING, 0);
  }

  static State press(State state, Overlay.Glossary glossary, Key key) {
    if (Typing.leaves(key) || key == Key.Named.ENTER) {
      return state.clear();
    }
    int last = Math.max(0, found(state, glossary.search().text()).size() - 1);
    Searching after = new Searching(glossary.search(), glossary.chosen()).after(key, last, state);
    return state.over(new Overlay.Glossary(after.text(), after.chosen()));
  }

  /** What a search leaves; with nothing typed all terms, those of the selected line first. */
  public static List<Term> found(State state, String typed) {
    Glossary glossary = BuiltInGuidance.glossary();
    if (!typed.isBlank()) {
      return glossary.search(typed);
    }
    List<Term> terms = new ArrayList<>(here(state));
    glossary.terms().stream().filter(term -> !terms.contains(term)).forEach(terms::add);
    return terms;
  }

  /** The terms of the selected line: in its words, and those its figures stand for. */
  public static List<Term> here(State state) {
    return BuiltInGuidance.glossary().occurring(line(state));
  }

  private static String line(State state) {
    return switch (state.screen()) {
      case Screen.Inspections screen -> "inspection service edition cases overall range";
      case Screen.Cases screen ->
          Rows.at(Rows.cases(state, state.theOpened(), screen), screen.cursor(), Case::reference)
              .map(Terms::words)
              .orElse("");
      case Screen.Alerts screen ->
          Rows.at(
                  Rows.alerts(state.theOpened(), screen),
                  Optional.of(screen.cursor()),
                  Alert::number)
              .map(alert -> "alert case " + alert.risk())
              .orElse("");
      case Screen.Calculator screen -> words(Calculating.ratings(screen), screen.cursor());
      case Screen.Standards screen -> ofSelected(state);
      case Screen.Desk screen -> ofSelected(state);
      case Screen.Board screen -> ofSelected(state);
      case Screen.NoCases screen -> ofSelected(state);
      case Screen.Compare screen ->
          screen.comparison().isEmpty()
              ? ""
              : Rows.at(Rows.relations(screen), screen.cursor(), Function.identity())
                  .map(one -> Rows.words(screen.comparison().get(), one))
                  .orElse("");
    };
  }

  private static String ofSelected(State state) {
    String guide = Guide.of(state).isPresent() ? " characteristics" : "";
    return Acting.selected(state)
        .map(code -> words(state.theOpened().ratings(), code) + guide)
        .orElse("");
  }

  private static String words(Case file) {
    StringBuilder words = new StringBuilder("case " + file.type());
    file.attributes()
        .forEach(
            (name, value) -> words.append(" ; strata ").append(name).append(' ').append(value));
    return words.toString();
  }

  private static String words(Ratings ratings, Code code) {
    Framework framework = ratings.framework();
    List<String> words = new ArrayList<>(List.of(Rows.title(framework, code)));
    switch (code.depth()) {
      case 1 -> words.add("domain");
      case 2 -> ratings.standard(code).ifPresent(row -> standard(words, row));
      case 3 -> {
        ratings.keyQuestion(code).ifPresent(row -> keyQuestion(words, row));
        ratings
            .standard(code.parent())
            .filter(row -> row.limiting().contains(code))
            .ifPresent(row -> words.add("limiting"));
      }
      default -> words.add("prompt; answer");
    }
    return String.join("; ", words);
  }

  private static void standard(List<String> words, StandardRatings row) {
    words.add("standard; rating");
    words.add(row.standard().judged() ? "judged; lead inspector" : "case-scored; tipping point");
    words.add(row.finalRating().isPresent() ? "score" : "not rated");
    words.add(row.settled() ? "settled" : "range");
    if (!row.limiting().isEmpty()) {
      words.add("limiting");
    }
    if (row.discretion().isPresent()) {
      words.add("discretion; final rating");
    }
    if (row.judgement().flatMap(judgement -> judgement.agreed()).isPresent()) {
      words.add("agreed");
    }
    row.flags()
        .forEach(flag -> words.add(flag == Flag.ROUNDING_DECIDES ? "rounding flag" : "flag"));
  }

  private static void keyQuestion(List<String> words, KeyQuestionRatings row) {
    words.add("key question");
    switch (row) {
      case KeyQuestionRatings.Indicative indicative -> words.add("indicative; judged");
      case KeyQuestionRatings.Scored scored -> {
        words.add(scored.rating().isPresent() ? "fraction; percentage; band" : "not rated");
        words.add("confirmed; tipping point");
        words.add(scored.settled() ? "settled" : "range");
        if (!scored.projected().equals(scored.confirmed())) {
          words.add("projected; leaning");
        }
        if (scored.roundingDecides()) {
          words.add("rounding flag");
        }
        if (scored.leaves()) {
          words.add("not applicable");
        }
      }
    }
  }
}
