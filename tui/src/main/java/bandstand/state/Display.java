package bandstand.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is on the screen.
 *
 * @param behind the screens that Esc goes back to, latest last; at most {@value #MOST_BEHIND}
 * @param said what the last key led to, in words; empty when nothing needs saying
 * @param latest what somebody else did last
 * @param rows of the terminal
 * @param desk the desk last looked at; empty when none was, in this inspection
 * @param answered what was answered here last; empty when nothing was
 * @param refused when a key that means nothing came where keys answer; empty after a pause
 * @param looked the rating whose characteristics were gone to; empty when none was
 */
public record Display(
    Screen screen,
    List<Screen> behind,
    Optional<Overlay> overlay,
    String said,
    News latest,
    int rows,
    Optional<Screen.Desk> desk,
    Optional<OwnAnswer> answered,
    Optional<Instant> refused,
    Optional<Guide.Looked> looked) {
  /** More than a person remembers. */
  static final int MOST_BEHIND = 20;

  /** Longer than it takes to read a line. */
  private static final Duration NEWS_STAYS = Duration.ofSeconds(3);

  /** Longer than a terminal takes between keys of a text, shorter than between keys meant. */
  private static final Duration BURST = Duration.ofMillis(150);

  public Display {
    behind = List.copyOf(behind.subList(Math.max(0, behind.size() - MOST_BEHIND), behind.size()));
  }

  static Display start(Screen screen, int rows) {
    return new Display(
        screen,
        List.of(),
        Optional.empty(),
        "",
        News.NONE,
        rows,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What somebody else did last; empty when nothing lately. */
  public String news() {
    return latest.words();
  }

  /** The same screen in another state. */
  Display with(Screen other) {
    return with(other, behind, latest(other));
  }

  /** Another screen, from which Esc comes back here. */
  Display going(Screen other) {
    List<Screen> longer = new ArrayList<>(behind);
    longer.add(screen);
    return with(other, longer, latest(other));
  }

  /** Back where one came from. */
  Display back() {
    return behind.isEmpty()
        ? this
        : with(behind.getLast(), behind.subList(0, behind.size() - 1), desk);
  }

  /** Nothing to go back to. */
  Display withoutPast() {
    return with(screen, List.of(), Optional.empty());
  }

  Display over(Overlay other) {
    return with(Optional.of(other));
  }

  Display clear() {
    return with(Optional.empty());
  }

  Display saying(String other) {
    return new Display(
        screen, behind, overlay, other, latest, rows, desk, answered, refused, looked);
  }

  Display withNews(String other) {
    return withNews(new News(other, Instant.EPOCH));
  }

  Display withNews(News other) {
    return new Display(screen, behind, overlay, said, other, rows, desk, answered, refused, looked);
  }

  Display withRows(int other) {
    return new Display(
        screen, behind, overlay, said, latest, other, desk, answered, refused, looked);
  }

  Display looking(Guide.Looked other) {
    return new Display(
        screen, behind, overlay, said, latest, rows, desk, answered, refused, Optional.of(other));
  }

  Display withAnswered(OwnAnswer other) {
    return new Display(
        screen, behind, overlay, said, latest, rows, desk, Optional.of(other), refused, looked);
  }

  /** Somebody else gave the answer that was given here: it changed nothing. */
  Display withoutAnswered(Write write) {
    return new Display(
        screen,
        behind,
        overlay,
        said,
        latest,
        rows,
        desk,
        answered.filter(answer -> !answer.isBy(write)),
        refused,
        looked);
  }

  /** A key came that means nothing: what comes in the same breath means nothing either. */
  Display refusing(Instant now) {
    return new Display(
        screen, behind, overlay, said, latest, rows, desk, answered, Optional.of(now), looked);
  }

  /** Whether a key now belongs to what was refused. */
  boolean refuses(Instant now) {
    return refused.filter(at -> !now.isBefore(at) && now.isBefore(at.plus(BURST))).isPresent();
  }

  /** A key was pressed: what was told is read, and somebody else's change after a while. */
  Display read(Instant now) {
    News news = now.isBefore(latest.at().plus(NEWS_STAYS)) ? latest : News.NONE;
    return new Display(
        screen,
        behind,
        overlay,
        "",
        news,
        rows,
        desk,
        answered.map(OwnAnswer::told),
        Optional.empty(),
        looked);
  }

  private Display with(Screen other, List<Screen> past, Optional<Screen.Desk> at) {
    return new Display(other, past, overlay, said, latest, rows, at, answered, refused, looked);
  }

  private Display with(Optional<Overlay> other) {
    return new Display(screen, behind, other, said, latest, rows, desk, answered, refused, looked);
  }

  private Optional<Screen.Desk> latest(Screen other) {
    return other instanceof Screen.Desk one ? Optional.of(one) : desk;
  }
}
