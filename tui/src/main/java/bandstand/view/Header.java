package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.inspection.Inspection;
import bandstand.rating.Overall;
import bandstand.rating.Ratings;
import bandstand.state.Calculating;
import bandstand.state.Opened;
import bandstand.state.Overlay;
import bandstand.state.Screen;
import bandstand.state.State;
import bandstand.state.Where;
import java.util.Map;
import java.util.Optional;

/** Row 1: the screen's name, the service, the edition and the overall. */
final class Header {
  /** The id of an added edition may be longer than leaves room for the overall. */
  private static final int EDITION_WIDTH = 20;

  /** Stands behind the overall of an inspection that takes no more changes. */
  static final String SIGNED_OFF = "  signed off";

  private Header() {}

  static void draw(State state, Canvas canvas) {
    String right = right(state);
    int columns = canvas.size().columns();
    int at = columns - Text.width(right);
    Line beside = line(state, at - 2);
    if (beside.width() + 2 <= at) {
      beside.draw(canvas, 0, 0, columns);
      canvas.put(0, at, right, Style.DIM);
    } else {
      line(state, columns).draw(canvas, 0, 0, columns);
    }
  }

  /** With short words where the long ones do not fit. */
  private static Line line(State state, int columns) {
    Line title = Line.of(title(state), Style.BOLD);
    if (state.screen() instanceof Screen.Inspections) {
      return title;
    }
    if (state.screen() instanceof Screen.Compare screen) {
      return title.plus("  " + edition(screen.from()) + " → " + edition(screen.to()));
    }
    if (state.screen() instanceof Screen.Calculator screen) {
      Ratings ratings = Calculating.ratings(screen);
      return overall(title.plus("  " + edition(ratings.framework())), ratings, Map.of(), columns);
    }
    return state.opened().map(opened -> opened(opened, title, columns)).orElse(title);
  }

  /** Where a carried inspection comes from is said where that leaves room for the rest. */
  private static Line opened(Opened opened, Line title, int columns) {
    boolean frozen = opened.inspection().detail(Inspection.SIGNED_OFF_BY).isPresent();
    Line rated =
        overall(
            title.plus("  " + service(opened) + "  " + edition(opened.framework())),
            opened.ratings(),
            opened.moved(),
            columns - (frozen ? SIGNED_OFF.length() : 0));
    Line plain = frozen ? rated.plus(SIGNED_OFF) : rated;
    String from =
        opened
            .inspection()
            .carriedFrom()
            .map(origin -> "  carried from " + origin.inspection())
            .orElse("");
    return plain.width() + Text.width(from) <= columns ? plain.plus(from, Style.DIM) : plain;
  }

  private static String title(State state) {
    return switch (state.display().overlay().orElse(null)) {
      case Overlay.Help help -> "Help";
      case Overlay.Glossary glossary -> "Glossary";
      case null, default -> Where.of(state.screen()).title();
    };
  }

  private static String service(Opened opened) {
    return opened.inspection().detail(Inspection.SERVICE).orElseGet(() -> opened.id().text());
  }

  private static String edition(Framework framework) {
    return Text.cut(framework.id(), EDITION_WIDTH) + (framework.draft() ? " DRAFT" : "");
  }

  private static Line overall(Line line, Ratings ratings, Map<Code, Integer> moved, int columns) {
    Overall overall = ratings.overall();
    Style style = Figures.style(moved, Code.OVERALL, overall.finalRating());
    String mark = Figures.moved(moved, Code.OVERALL);
    String settled = overall.settled() ? "  settled" : "";
    int room = columns - line.width() - 2 - Text.width(mark + settled);
    return line.plus("  ")
        .plus(Figures.of(ratings.framework(), overall, room) + mark, style)
        .plus(settled);
  }

  private static String right(State state) {
    return switch (state.screen()) {
      case Screen.Inspections screen -> state.link().daemon();
      case Screen.Calculator screen -> "nothing is stored";
      case Screen.Compare screen -> screen.comparison().map(RelationLines::ground).orElse("");
      case Screen.Board screen -> judged(state);
      case Screen.NoCases screen -> judged(state);
      case Screen.Standards screen -> judged(state);
      case Screen.Cases screen -> open(state);
      case Screen.Desk screen -> open(state);
      case Screen.Alerts screen -> open(state);
    };
  }

  private static String open(State state) {
    int open = state.opened().map(Opened::openCases).orElse(0);
    if (state.opened().map(one -> one.inspection().cases().isEmpty()).orElse(true)) {
      return "no cases yet";
    }
    return open == 0 ? "all cases judged" : open == 1 ? "1 case open" : open + " cases open";
  }

  private static String judged(State state) {
    Optional<Opened> opened = state.opened();
    int cases = opened.map(one -> one.inspection().cases().size()).orElse(0);
    int open = opened.map(Opened::openCases).orElse(0);
    return "judged " + (cases - open) + "/" + cases + " cases";
  }
}
