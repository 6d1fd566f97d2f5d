package bandstand.view;

import bandstand.framework.Comparison;
import bandstand.framework.Relation;
import bandstand.rating.Ratings;
import bandstand.state.Opened;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import bandstand.wire.RatingsTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of every key question, or two inspections beside each other. */
final class CompareView {
  /** Rows of what is selected: both labels and the note, when they are short. */
  private static final int WHOLE_ROWS = 5;

  /** Rows of ratings that stay in sight: the editions and the overalls. */
  private static final int NAMES = 2;

  private CompareView() {}

  static void draw(State state, Screen.Compare screen, Canvas canvas, Area area) {
    if (screen.comparison().isEmpty()) {
      canvas.put(area.top(), 0, "waiting for the daemon", Style.DIM);
      return;
    }
    Comparison comparison = screen.comparison().get();
    Optional<Ratings> carried =
        state
            .opened()
            .map(Opened::ratings)
            .filter(
                ratings ->
                    ratings
                        .framework()
                        .edition()
                        .digest()
                        .equals(comparison.to().edition().digest()));
    if (screen.origin().isPresent() && carried.isPresent()) {
      beside(comparison, screen, state.opened().orElseThrow(), canvas, area);
    } else {
      relations(screen, comparison, canvas, area);
    }
  }

  private static void relations(
      Screen.Compare screen, Comparison comparison, Canvas canvas, Area area) {
    int columns = canvas.size().columns();
    canvas.put(area.top(), 0, columns, RelationLines.counts(comparison), Style.PLAIN);
    Area.rule(canvas, area.top() + 1);
    List<Relation> rows = Rows.relations(screen);
    int selected = Rows.index(rows, screen.cursor(), Function.identity());
    Listing list = new Listing();
    for (int row = 0; row < rows.size(); row++) {
      list.add(
          row == selected,
          Line.of(Text.cut("  " + RelationLines.row(comparison, rows.get(row)), columns)));
    }
    if (rows.isEmpty()) {
      list.add(false, Line.of("  nothing passes the filter", Style.DIM));
    }
    List<String> whole =
        rows.isEmpty() ? List.of() : wrapped(comparison, rows.get(selected), columns);
    int below = Math.min(Math.max(WHOLE_ROWS, whole.size()), area.height() / 2);
    int height = Math.max(1, area.height() - 3 - below);
    list.draw(canvas, area.top() + 2, 0, height, columns);
    Area.rule(canvas, area.top() + 2 + height);
    for (int row = 0; row < Math.min(below, whole.size()); row++) {
      canvas.put(area.top() + 3 + height + row, 0, columns, whole.get(row), Style.PLAIN);
    }
  }

  private static List<String> wrapped(Comparison comparison, Relation relation, int columns) {
    List<String> lines = new ArrayList<>();
    RelationLines.whole(comparison, relation)
        .forEach(line -> lines.addAll(Text.wrap(line, columns)));
    return lines;
  }

  private static void beside(
      Comparison comparison, Screen.Compare screen, Opened opened, Canvas canvas, Area area) {
    RatingsTree origin = screen.origin().orElseThrow();
    String from =
        origin.of().map(state -> state.inspection() + " at " + state.revision()).orElse("");
    canvas.put(area.top(), 0, from + " → " + opened.id() + " as it stands", Style.PLAIN);
    Area.rule(canvas, area.top() + 1);
    List<String> lines = RatingPairs.of(comparison, origin.ratings(), opened.ratings());
    for (int row = 0; row < NAMES; row++) {
      canvas.put(area.top() + 2 + row, 0, lines.get(row), Style.BOLD);
    }
    List<String> rows = lines.subList(NAMES, lines.size());
    int height = Math.max(0, area.height() - 2 - NAMES);
    int top = Math.clamp(screen.top(), 0, Math.max(0, rows.size() - height));
    for (int row = 0; row < Math.min(height, rows.size() - top); row++) {
      canvas.put(area.top() + 2 + NAMES + row, 0, rows.get(top + row), Style.PLAIN);
    }
  }
}
