package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.inspection.InspectionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything the client knows and shows; immutable.
 *
 * @param now when the last key was pressed; before the first, when the client started
 * @param opening asked for and not yet there; empty when nothing is awaited
 */
public record State(
    Settings settings,
    Instant now,
    Link link,
    Library library,
    Optional<InspectionId> opening,
    Optional<Opened> opened,
    Outbox outbox,
    Drafts drafts,
    Display display) {
  private static final int STANDARD_ROWS = 24;

  /**
   * Before the first message.
   *
   * @param first the inspection to open at once; empty: the list of all
   */
  public static State start(Settings settings, Optional<InspectionId> first) {
    Screen inspections = new Screen.Inspections(Optional.empty(), "");
    return new State(
        settings,
        Instant.EPOCH,
        Link.NONE,
        Library.EMPTY,
        first,
        Optional.empty(),
        Outbox.EMPTY,
        Drafts.NONE,
        Display.start(inspections, STANDARD_ROWS));
  }

  public Screen screen() {
    return display.screen();
  }

  /** The edition of the opened inspection; without one, the newest that is in force. */
  public Optional<Framework> framework() {
    return opened
        .map(Opened::framework)
        .or(
            () ->
                library.editions().stream()
                    .filter(edition -> edition.edition().status().equals("in-force"))
                    .max(Comparator.comparing(edition -> edition.edition().published())))
        .or(() -> library.editions().stream().findFirst());
  }

  /** When the last key was pressed, or the client started. */
  public State withNow(Instant other) {
    return new State(settings, other, link, library, opening, opened, outbox, drafts, display);
  }

  State withLink(Link other) {
    return new State(settings, now, other, library, opening, opened, outbox, drafts, display);
  }

  State withLibrary(Library other) {
    return new State(settings, now, link, other, opening, opened, outbox, drafts, display);
  }

  State withOpening(Optional<InspectionId> other) {
    return new State(settings, now, link, library, other, opened, outbox, drafts, display);
  }

  State withOpened(Opened other) {
    return new State(
        settings, now, link, library, opening, Optional.of(other), outbox, drafts, display);
  }

  State withOutbox(Outbox other) {
    return new State(settings, now, link, library, opening, opened, other, drafts, display);
  }

  State withDrafts(Drafts other) {
    return new State(settings, now, link, library, opening, opened, outbox, other, display);
  }

  State with(Display other) {
    return new State(settings, now, link, library, opening, opened, outbox, drafts, other);
  }

  /** The same screen in another state. */
  State on(Screen other) {
    return with(display.with(other));
  }

  /** Another screen, from which Esc comes back here. */
  State going(Screen other) {
    return with(display.going(other));
  }

  State over(Overlay other) {
    return with(display.over(other));
  }

  State clear() {
    return with(display.clear());
  }

  /** On the screens of an inspection one is opened. */
  Opened theOpened() {
    return opened.orElseThrow(() -> new IllegalStateException("no inspection at " + screen()));
  }

  State saying(String words) {
    return with(display.saying(words));
  }

  State mapOpened(UnaryOperator<Opened> change) {
    return opened.map(change).map(this::withOpened).orElse(this);
  }

  /** The code the cursor stands on; none after the last line of a desk and on lists of others. */
  public Optional<Code> selected() {
    return Acting.selected(this);
  }
}
