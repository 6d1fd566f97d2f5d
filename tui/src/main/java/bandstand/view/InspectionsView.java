package bandstand.view;

import bandstand.framework.Framework;
import bandstand.rating.Overall;
import bandstand.rating.Range;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import bandstand.state.Summary;
import java.util.List;
import java.util.Optional;

/** All inspections: service, edition, cases done, overall so far and what can still be reached. */
final class InspectionsView {
  private static final int SERVICE_WIDTH = 24;
  private static final int EDITION_WIDTH = 22;
  private static final int CASES_WIDTH = 7;

  private InspectionsView() {}

  static void draw(State state, Screen.Inspections screen, Canvas canvas, Area area) {
    int columns = canvas.size().columns();
    List<Summary> rows = Rows.inspections(state, screen);
    Line.of(
            "  "
                + Text.pad("service", SERVICE_WIDTH)
                + Text.pad("edition", EDITION_WIDTH)
                + Text.pad("done", CASES_WIDTH)
                + "overall",
            Style.DIM)
        .draw(canvas, area.top(), 0, columns);
    Area.rule(canvas, area.top() + 1);
    Listing list = new Listing();
    int selected = Rows.index(rows, screen.cursor(), Summary::id);
    for (int row = 0; row < rows.size(); row++) {
      list.add(row == selected, line(rows.get(row), columns));
    }
    if (rows.isEmpty()) {
      list.add(false, Line.of(nothing(state), Style.DIM));
    }
    list.draw(canvas, area.top() + 2, 0, area.height() - 2, columns);
  }

  private static String nothing(State state) {
    return !state.library().listed()
        ? "  waiting for the daemon"
        : state.library().inspections().isEmpty()
            ? "  no inspection yet: c creates one"
            : "  no inspection passes the filter";
  }

  private static Line line(Summary row, int columns) {
    Line known =
        Line.of(
            "  "
                + Text.pad(row.service(), SERVICE_WIDTH - 1)
                + " "
                + Text.pad(Figures.of(row.edition()), EDITION_WIDTH - 1)
                + " "
                + Text.pad(row.done() + "/" + row.cases(), CASES_WIDTH));
    int signature = row.signedOffBy().isPresent() ? Header.SIGNED_OFF.length() : 0;
    int room = columns - known.width() - signature;
    Optional<String> overall = row.overall().map(one -> words(row.edition(), one, room));
    Line rated =
        known.plus(overall.orElse("-"), Figures.style(row.overall().flatMap(Overall::finalRating)));
    String from = row.carriedFrom().map(source -> "  from " + source).orElse("");
    Line signed = row.signedOffBy().isPresent() ? rated.plus(Header.SIGNED_OFF) : rated;
    return signed.width() + Text.width(from) <= columns ? signed.plus(from, Style.DIM) : signed;
  }

  private static String words(Framework framework, Overall overall, int room) {
    String settled = overall.range().map(Range::settled).orElse(false) ? "  settled" : "";
    return Figures.of(framework, overall, room - settled.length()) + settled;
  }
}
