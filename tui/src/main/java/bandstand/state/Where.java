package bandstand.state;

import java.util.Locale;

/** A kind of screen, by the name in row 1. */
public enum Where {
  INSPECTIONS("Inspections"),
  STANDARDS("Standards"),
  CASES("Cases"),
  DESK("Desk"),
  BOARD("Board"),
  /** The Board's cases that said no. */
  NO_CASES("Board"),
  ALERTS("Alerts"),
  CALCULATOR("Calculator"),
  COMPARE("Compare");

  private final String title;

  Where(String title) {
    this.title = title;
  }

  public static Where of(Screen screen) {
    return switch (screen) {
      case Screen.Inspections inspections -> INSPECTIONS;
      case Screen.Standards standards -> STANDARDS;
      case Screen.Cases cases -> CASES;
      case Screen.Desk desk -> DESK;
      case Screen.Board board -> BOARD;
      case Screen.NoCases noCases -> NO_CASES;
      case Screen.Alerts alerts -> ALERTS;
      case Screen.Calculator calculator -> CALCULATOR;
      case Screen.Compare compare -> COMPARE;
    };
  }

  public String title() {
    return title;
  }

  /** What goes there after a colon. */
  public String command() {
    return title.toLowerCase(Locale.ROOT);
  }
}
