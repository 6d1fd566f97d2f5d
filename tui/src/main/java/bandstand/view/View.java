package bandstand.view;

import bandstand.state.Overlay;
import bandstand.state.Screen;
import bandstand.state.State;
import java.util.List;
import java.util.Optional;

/** The one way the state is shown. Pure. */
public final class View {
  /** Less shows no list and no figure whole. */
  static final Size SMALLEST = new Size(10, 40);

  private View() {}

  /** What a terminal of this size shows. */
  public static Frame view(State state, Size size) {
    Canvas canvas = new Canvas(size);
    if (size.rows() < SMALLEST.rows() || size.columns() < SMALLEST.columns()) {
      tooSmall(canvas);
    } else {
      whole(state, canvas);
    }
    Frame frame = state.settings().ascii() ? canvas.frame().ascii() : canvas.frame();
    return state.settings().colour() ? frame : frame.monochrome();
  }

  private static void tooSmall(Canvas canvas) {
    Size size = canvas.size();
    String words =
        "Please make the window larger: %d columns by %d rows; it has %d by %d."
            .formatted(SMALLEST.columns(), SMALLEST.rows(), size.columns(), size.rows());
    List<String> lines = Text.wrap(words, size.columns());
    for (int row = 0; row < Math.min(lines.size(), size.rows() - 1); row++) {
      canvas.put(row, 0, lines.get(row), Style.PLAIN);
    }
    canvas.put(size.rows() - 1, 0, "q quit", Style.PLAIN);
  }

  private static void whole(State state, Canvas canvas) {
    Header.draw(state, canvas);
    Bottom.draw(state, canvas);
    int rows = canvas.size().rows() - 1 - Bottom.rows(state, canvas.size());
    Optional<Overlay> overlay = state.display().overlay();
    if (overlay.isPresent() && overlay.get() instanceof Overlay.Help help) {
      HelpView.draw(state, help, canvas, new Area(1, rows));
      return;
    }
    if (overlay.isPresent() && overlay.get() instanceof Overlay.Glossary glossary) {
      GlossaryView.draw(state, glossary, canvas, new Area(1, rows));
      return;
    }
    Optional<Panel> panel = overlay.map(one -> Panel.of(state, one, canvas.size().columns()));
    int height = panel.map(one -> Math.min(one.rows(), rows * 3 / 4)).orElse(0);
    screen(state, canvas, new Area(1, rows - height));
    panel.ifPresent(one -> one.draw(canvas, new Area(1 + rows - height, height)));
  }

  private static void screen(State state, Canvas canvas, Area area) {
    if (area.height() < 1) {
      return;
    }
    switch (state.screen()) {
      case Screen.Inspections screen -> InspectionsView.draw(state, screen, canvas, area);
      case Screen.Standards screen -> StandardsView.draw(state, screen, canvas, area);
      case Screen.Cases screen -> CasesView.draw(state, screen, canvas, area);
      case Screen.Desk screen -> DeskView.draw(state, screen, canvas, area);
      case Screen.Board screen -> BoardView.draw(state, screen, canvas, area);
      case Screen.NoCases screen -> NoCasesView.draw(state, screen, canvas, area);
      case Screen.Alerts screen -> AlertsView.draw(state, screen, canvas, area);
      case Screen.Calculator screen -> CalculatorView.draw(state, screen, canvas, area);
      case Screen.Compare screen -> CompareView.draw(state, screen, canvas, area);
    }
  }
}
