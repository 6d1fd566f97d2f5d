package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Standard;
import bandstand.inspection.Alert;
import bandstand.inspection.Case;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Up, down and their like on every screen. */
final class Moving {
  /** Rows of a screen that are not its list. */
  private static final int ROWS_AROUND = 10;

  private Moving() {}

  static State move(State state, Action action) {
    int page = Math.max(1, state.display().rows() - ROWS_AROUND);
    return switch (state.screen()) {
      case Screen.Inspections screen -> {
        var rows = Rows.inspections(state, screen);
        yield to(rows, screen.cursor(), Summary::id, action, page)
            .map(cursor -> state.on(screen.at(cursor)))
            .orElse(state);
      }
      case Screen.Cases screen -> {
        var rows = Rows.cases(state, state.theOpened(), screen);
        yield to(rows, screen.cursor(), Case::reference, action, page)
            .map(cursor -> state.on(screen.at(cursor)))
            .orElse(state);
      }
      case Screen.NoCases screen -> {
        var rows = Rows.noCases(state.theOpened(), screen);
        yield to(rows, screen.cursor(), Case::reference, action, page)
            .map(cursor -> state.on(screen.at(cursor)))
            .orElse(state);
      }
      case Screen.Alerts screen -> {
        var rows = Rows.alerts(state.theOpened(), screen);
        yield to(rows, Optional.of(screen.cursor()), Alert::number, action, page)
            .map(cursor -> state.on(screen.at(cursor)))
            .orElse(state);
      }
      case Screen.Compare screen
          when screen.origin().isPresent() && screen.comparison().isPresent() ->
          state.on(screen.scrolled(row(action, screen.top(), beside(screen, page), page)));
      case Screen.Compare screen -> {
        var rows = Rows.relations(screen);
        yield to(rows, screen.cursor(), Function.identity(), action, page)
            .map(cursor -> state.on(screen.at(cursor)))
            .orElse(state);
      }
      case Screen.Calculator screen -> {
        var rows = Rows.calculator(screen.edition());
        yield to(rows, Optional.of(screen.cursor()), Function.identity(), action, page)
            .map(cursor -> Calculating.moved(state, screen, cursor))
            .orElse(state);
      }
      case Screen.Standards screen -> standards(state, screen, action, page);
      case Screen.Board screen -> board(state, screen, action, page);
      case Screen.Desk screen -> state.on(Desks.moved(state.theOpened(), screen, action, page));
    };
  }

  /** To how many rows one can scroll: every standard may take one of its own. */
  private static int beside(Screen.Compare screen, int page) {
    return screen
        .comparison()
        .map(one -> one.from().standards().size() + one.to().standards().size())
        .map(rows -> Math.max(1, rows - page))
        .orElse(1);
  }

  /** The row an action leads to. */
  static int row(Action action, int now, int rows, int page) {
    int to =
        switch (action) {
          case UP -> now - 1;
          case DOWN, NEXT_FIGURE -> now + 1;
          case PAGE_UP -> now - page;
          case PAGE_DOWN -> now + page;
          case FIRST -> 0;
          case LAST -> rows - 1;
          default -> now;
        };
    return Math.clamp(to, 0, Math.max(0, rows - 1));
  }

  /** Where the cursor goes; empty when there is no row. */
  private static <T, K> Optional<K> to(
      List<T> rows, Optional<K> cursor, Function<T, K> key, Action action, int page) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            key.apply(rows.get(row(action, Rows.index(rows, cursor, key), rows.size(), page))));
  }

  private static State standards(State state, Screen.Standards screen, Action action, int page) {
    Framework framework = state.theOpened().framework();
    List<Code> rows = Rows.standards(framework, screen);
    if (rows.isEmpty()) {
      return state;
    }
    int now = Rows.index(rows, Optional.of(screen.cursor()), Function.identity());
    return state.on(
        switch (action) {
          case LEFT -> above(rows, screen, rows.get(now));
          case RIGHT -> into(framework, rows, screen, now);
          default -> screen.at(rows.get(row(action, now, rows.size(), page)));
        });
  }

  private static Screen.Standards above(List<Code> rows, Screen.Standards screen, Code cursor) {
    if (screen.unfolded().equals(Optional.of(cursor))) {
      return screen.at(cursor).unfolding(Optional.empty());
    }
    return screen.at(
        cursor.depth() > 1 && rows.contains(cursor.parent()) ? cursor.parent() : cursor);
  }

  private static Screen.Standards into(
      Framework framework, List<Code> rows, Screen.Standards screen, int now) {
    Code cursor = rows.get(now);
    if (!screen.unfolded().equals(Optional.of(cursor)) && hasPrompts(framework, cursor)) {
      return screen.at(cursor).unfolding(Optional.of(cursor));
    }
    boolean child = now + 1 < rows.size() && cursor.contains(rows.get(now + 1));
    return screen.at(child ? rows.get(now + 1) : cursor);
  }

  static boolean hasPrompts(Framework framework, Code code) {
    return code.depth() == 3
        && framework
            .question(code)
            .map(question -> !question.keyQuestion().prompts().isEmpty())
            .orElse(false);
  }

  private static State board(State state, Screen.Board screen, Action action, int page) {
    var rows = Rows.board(state.theOpened(), screen);
    Optional<Code> cursor = Optional.of(screen.cursor());
    if (action == Action.LEFT || action == Action.RIGHT) {
      return Rows.at(rows, cursor, Standard::code)
          .map(standard -> state.on(beside(state.theOpened(), screen, standard, action)))
          .orElse(state);
    }
    return to(rows, cursor, Standard::code, action, page)
        .map(row -> state.on(screen.at(row)))
        .orElse(state);
  }

  private static Screen.Board beside(
      Opened opened, Screen.Board screen, Standard standard, Action action) {
    List<Code> codes = standard.keyQuestions().stream().map(one -> one.code()).toList();
    int now = codes.indexOf(Boards.question(opened, screen, standard));
    int to = Math.clamp(now + (action == Action.LEFT ? -1L : 1L), 0, codes.size() - 1);
    return screen.asking(standard.code(), codes.get(to));
  }
}
