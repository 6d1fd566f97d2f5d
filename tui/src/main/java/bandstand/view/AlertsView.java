package bandstand.view;

import bandstand.inspection.Alert;
import bandstand.inspection.Reference;
import bandstand.state.Opened;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every alert with who was told what, open ones first. */
final class AlertsView {
  private AlertsView() {}

  static void draw(State state, Screen.Alerts screen, Canvas canvas, Area area) {
    Opened opened = state.opened().orElseThrow();
    int columns = canvas.size().columns();
    List<Alert> rows = Rows.alerts(opened, screen);
    long open = opened.inspection().alerts().values().stream().filter(Alert::open).count();
    canvas.put(
        area.top(),
        0,
        "%d open of %d; a sign-off waits for open ones"
            .formatted(open, opened.inspection().alerts().size()),
        Style.PLAIN);
    Area.rule(canvas, area.top() + 1);
    Listing list = new Listing();
    int selected = Rows.index(rows, Optional.of(screen.cursor()), Alert::number);
    for (int row = 0; row < rows.size(); row++) {
      list.add(row == selected, lines(rows.get(row), columns));
    }
    if (rows.isEmpty()) {
      list.add(false, Line.of("  no alert; ! raises one", Style.DIM));
    }
    list.draw(canvas, area.top() + 2, 0, area.height() - 2, columns);
  }

  private static List<Line> lines(Alert alert, int columns) {
    Style style = alert.open() ? Style.of(Colour.RED).asBold() : Style.PLAIN;
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of("  %d  %s".formatted(alert.number(), alert.status().word()), style)
            .plus("  " + alert.subject().map(Reference::text).orElse("service"), Style.BOLD)
            .plus(
                "  told %s, %s, at %s; raised by %s"
                    .formatted(alert.toldRole(), alert.organisation(), alert.at(), alert.by())));
    wrapped(lines, alert.risk(), columns);
    if (!alert.outcome().isEmpty()) {
      wrapped(lines, "outcome: " + alert.outcome(), columns);
    }
    return lines;
  }

  private static void wrapped(List<Line> lines, String text, int columns) {
    Text.wrap(text, columns - 5).forEach(line -> lines.add(Line.of("     " + line)));
  }
}
