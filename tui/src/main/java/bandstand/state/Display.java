package bandstand.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is on the screen.
 *
 * @param behind the screens that Esc goes back to, latest last; at most {@value #MOST_BEHIND}
 * @param said what the last key led to, in words; empty when nothing needs saying
 * @param news what somebody else did last; empty when nothing yet
 * @param rows of the terminal
 * @param desk the desk last looked at; empty when none was, in this inspection
 */
public record Display(
    Screen screen,
    List<Screen> behind,
    Optional<Overlay> overlay,
    String said,
    String news,
    int rows,
    Optional<Screen.Desk> desk) {
  /** More than a person remembers. */
  static final int MOST_BEHIND = 20;

  public Display {
    behind = List.copyOf(behind.subList(Math.max(0, behind.size() - MOST_BEHIND), behind.size()));
  }

  /** The same screen in another state. */
  Display with(Screen other) {
    return new Display(other, behind, overlay, said, news, rows, latest(other));
  }

  /** Another screen, from which Esc comes back here. */
  Display going(Screen other) {
    List<Screen> longer = new ArrayList<>(behind);
    longer.add(screen);
    return new Display(other, longer, overlay, said, news, rows, latest(other));
  }

  /** Back where one came from. */
  Display back() {
    return behind.isEmpty()
        ? this
        : new Display(
            behind.getLast(),
            behind.subList(0, behind.size() - 1),
            overlay,
            said,
            news,
            rows,
            desk);
  }

  Display over(Overlay other) {
    return new Display(screen, behind, Optional.of(other), said, news, rows, desk);
  }

  Display clear() {
    return new Display(screen, behind, Optional.empty(), said, news, rows, desk);
  }

  Display saying(String other) {
    return new Display(screen, behind, overlay, other, news, rows, desk);
  }

  Display withNews(String other) {
    return new Display(screen, behind, overlay, said, other, rows, desk);
  }

  Display withRows(int other) {
    return new Display(screen, behind, overlay, said, news, other, desk);
  }

  /** Nothing to go back to. */
  Display withoutPast() {
    return new Display(screen, List.of(), overlay, said, news, rows, Optional.empty());
  }

  private Optional<Screen.Desk> latest(Screen other) {
    return other instanceof Screen.Desk looked ? Optional.of(looked) : desk;
  }
}
