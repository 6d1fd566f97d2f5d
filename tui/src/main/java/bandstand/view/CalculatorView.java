package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import bandstand.state.Calculating;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What typed figures would be worth. */
final class CalculatorView {
  private static final int TYPED_WIDTH = 12;
  private static final int LABEL_COLUMN = 60;

  /** From here on a label stands beside its figure. */
  private static final int COLUMNS_FOR_LABEL = 100;

  private CalculatorView() {}

  static void draw(State state, Screen.Calculator screen, Canvas canvas, Area area) {
    Framework edition = screen.edition();
    Ratings ratings = Calculating.ratings(screen);
    int columns = canvas.size().columns();
    canvas.put(area.top(), 0, edition.edition().title(), Style.PLAIN);
    Area.rule(canvas, area.top() + 1);
    Listing list = new Listing();
    for (Standard standard : Rows.calculated(edition)) {
      StandardRatings row = ratings.standard(standard.code()).orElseThrow();
      boolean judged = standard.judged();
      list.add(
          judged && standard.code().equals(screen.cursor()),
          judged ? judged(edition, screen, row) : scored(edition, row));
      if (!judged) {
        for (KeyQuestionRatings question : row.keyQuestions()) {
          list.add(
              question.keyQuestion().code().equals(screen.cursor()),
              line(edition, screen, question, columns));
        }
      }
    }
    int height = area.height() - 4;
    list.from(screen.top());
    list.draw(canvas, area.top() + 2, 0, height, columns);
    Area.rule(canvas, area.top() + 2 + height);
    canvas.put(
        area.top() + 3 + height, 0, overall(edition, ratings.overall(), columns), Style.BOLD);
  }

  private static Line judged(Framework edition, Screen.Calculator screen, StandardRatings row) {
    Code code = row.standard().code();
    String typed = Calculating.typed(screen, code);
    boolean wrong = !typed.isEmpty() && Calculating.judged(typed).isEmpty();
    String words =
        wrong
            ? "a score from 0 to 3"
            : row.finalRating().map(rating -> Figures.word(edition, rating)).orElse("0-3");
    return input(typed)
        .plus(code + " " + row.standard().title() + ": ", Style.BOLD)
        .plus(words, Figures.style(row.finalRating()));
  }

  private static Line scored(Framework edition, StandardRatings row) {
    Optional<Rating> rating = row.finalRating();
    String lowest = row.limiting().stream().map(Code::toString).collect(Collectors.joining(" "));
    return Line.of("  " + row.standard().code() + " " + row.standard().title() + ": ", Style.BOLD)
        .plus(Figures.of(edition, row), Figures.style(Map.of(), row.standard().code(), rating))
        .plus(lowest.isEmpty() ? "" : "  lowest: " + lowest)
        .plus(
            lowest.isEmpty() || !edition.scale().banded() ? "" : "  " + Figures.of(row.tipping()));
  }

  private static Line line(
      Framework edition, Screen.Calculator screen, KeyQuestionRatings question, int columns) {
    Code code = question.keyQuestion().code();
    String typed = Calculating.typed(screen, code);
    Line line = input(typed).plus(code + " ");
    if (typed.isEmpty()) {
      return line.plus(question.keyQuestion().label(), Style.DIM);
    }
    if (Calculating.measure(typed).isEmpty()
        || !(question instanceof KeyQuestionRatings.Scored scored)) {
      return line.plus("26/35 or 77: yes of yes and no, or a percentage to 100");
    }
    Line rated =
        line.plus(Figures.of(edition, scored.confirmed()), Figures.style(scored.rating()))
            .plus("  " + Figures.thresholds(edition, scored))
            .plus("  " + Figures.rounding(edition, scored));
    return columns < COLUMNS_FOR_LABEL
        ? rated
        : rated.to(LABEL_COLUMN, 2).plus(question.keyQuestion().label(), Style.DIM);
  }

  private static Line input(String typed) {
    return Line.of("  [" + Text.pad(typed, TYPED_WIDTH) + "] ");
  }

  private static String overall(Framework edition, Overall overall, int columns) {
    if (edition.scale().overall().isEmpty()) {
      return "This edition has no overall.";
    }
    if (overall.score().isEmpty()) {
      return "Overall " + Figures.of(edition, overall, columns - "Overall ".length());
    }
    return "Overall "
        + Figures.of(edition, overall)
        + "  points "
        + Figures.of(overall.toNext())
        + "  basis: "
        + overall.basis().word();
  }
}
