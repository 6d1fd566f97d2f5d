package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.rating.Figure;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import bandstand.state.Guide;
import bandstand.state.Opened;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tree of standards on the left, the chosen one on the right. */
final class StandardsView {
  private static final int RATING_WIDTH = 10;

  /** What the chosen one keeps when titles are long. */
  private static final int PANE_WIDTH = 46;

  /** Narrower than this the tree stands alone. */
  private static final int COLUMNS_FOR_TWO = 70;

  /** Of the tree and the judgement, which the characteristics leave. */
  private static final int FEWEST_ROWS = 8;

  private StandardsView() {}

  static void draw(State state, Screen.Standards screen, Canvas canvas, Area area) {
    Opened opened = state.opened().orElseThrow();
    Framework framework = opened.framework();
    int columns = canvas.size().columns();
    List<Code> rows = Rows.standards(framework, screen);
    int left = left(framework, rows, columns);
    int selected = Rows.index(rows, Optional.of(screen.cursor()), Function.identity());
    Area.rule(canvas, area.top());
    Optional<Guide> guide = Guide.of(state);
    Area whole = area.below(1);
    List<Line> beside =
        guide
            .map(one -> GuideLines.fitting(one, columns, whole.height() - FEWEST_ROWS))
            .orElse(List.of());
    Area body = whole.first(whole.height() - beside.size());
    for (int row = 0; row < beside.size(); row++) {
      beside.get(row).draw(canvas, body.top() + body.height() + row, 0, columns);
    }
    Listing list = new Listing();
    for (int row = 0; row < rows.size(); row++) {
      list.add(row == selected, line(opened, rows.get(row), left));
    }
    if (rows.isEmpty()) {
      list.add(false, Line.of("  nothing passes the filter", Style.DIM));
    }
    list.draw(canvas, body.top(), 0, body.height(), left);
    if (left < columns && !rows.isEmpty()) {
      List<Line> lines =
          new ArrayList<>(
              StandardPane.of(opened, rows.get(selected), columns - left - 2, body.height()));
      if (guide.isPresent() && beside.isEmpty()) {
        lines.add(Line.of("i: characteristics of each rating", Style.DIM));
      }
      pane(lines, canvas, body, left);
    }
  }

  /** Half, or more of a wide screen, as far as titles need it. */
  private static int left(Framework framework, List<Code> rows, int columns) {
    if (columns < COLUMNS_FOR_TWO) {
      return columns;
    }
    int longest =
        rows.stream().mapToInt(code -> Text.width(title(framework, code))).max().orElse(0);
    return Math.max(columns / 2 - 1, Math.min(longest + 1 + RATING_WIDTH, columns - PANE_WIDTH));
  }

  private static void pane(List<Line> lines, Canvas canvas, Area body, int left) {
    for (int row = 0; row < body.height(); row++) {
      canvas.put(body.top() + row, left, "│", Style.DIM);
    }
    int width = canvas.size().columns() - left - 2;
    for (int row = 0; row < Math.min(body.height(), lines.size()); row++) {
      lines.get(row).draw(canvas, body.top() + row, left + 2, width);
    }
  }

  private static Line line(Opened opened, Code code, int width) {
    Framework framework = opened.framework();
    String title = title(framework, code);
    Optional<Rating> rating = rating(opened.ratings(), code);
    Style style = code.depth() <= 2 ? Style.BOLD : Style.PLAIN;
    boolean rated = code.depth() == 1 ? opened.ratings().group(code).isPresent() : code.depth() < 4;
    String word = rated ? word(opened, code, rating) : "";
    return Line.of(Text.pad(title, width - RATING_WIDTH - 1) + " ", style)
        .plus(
            Text.pad(word + Figures.moved(opened.moved(), code), RATING_WIDTH),
            Figures.style(opened.moved(), code, rating));
  }

  private static String title(Framework framework, Code code) {
    String name = code.depth() == 4 ? String.valueOf(code.ordinal()) : code.toString();
    return " ".repeat(2 * code.depth()) + name + " " + Rows.title(framework, code);
  }

  /** An indication is not a rating: it stands in brackets. */
  private static String word(Opened opened, Code code, Optional<Rating> rating) {
    if (!opened.framework().scale().banded() && code.depth() == 3) {
      return opened.ratings().keyQuestion(code).map(StandardsView::percentage).orElse("");
    }
    String narrow = Figures.narrow(opened.framework(), rating);
    boolean indicates =
        rating.isPresent()
            && opened
                .ratings()
                .keyQuestion(code)
                .filter(KeyQuestionRatings.Indicative.class::isInstance)
                .isPresent();
    return indicates ? "(" + narrow + ")" : narrow;
  }

  /** {@code 24/31 77%} where it is all there is; the pane beside it has it when it is longer. */
  private static String percentage(KeyQuestionRatings row) {
    Figure figure = Figures.figure(row);
    String fraction = figure.tally().map(tally -> tally.yes() + "/" + tally.counted()).orElse("");
    String whole = figure.percent().map(percent -> fraction + " " + percent + "%").orElse("-");
    return whole.length() < RATING_WIDTH ? whole : fraction;
  }

  private static Optional<Rating> rating(Ratings ratings, Code code) {
    return switch (code.depth()) {
      case 1 -> ratings.group(code).flatMap(GroupRatings::finalRating);
      case 2 -> ratings.standard(code).flatMap(StandardRatings::finalRating);
      case 3 -> ratings.keyQuestion(code).flatMap(Figures::rating);
      default -> Optional.empty();
    };
  }
}
