package bandstand.state;

import bandstand.framework.Characteristics;
import bandstand.framework.Characteristics.Described;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.rating.StandardRatings;
import bandstand.wire.BuiltInGuidance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The characteristics of the judged standard in hand, and which rating's are looked at. It shows
 * what was published and never computes.
 *
 * @param use how the edition uses them
 * @param standing the standard's rating; empty while it is not judged
 * @param looked the rating whose points come first: chosen, else the standing one, else Good, which
 *     is what the prompts describe
 */
public record Guide(
    Framework framework,
    Standard standard,
    Characteristics characteristics,
    Characteristics.Use use,
    Described described,
    Optional<Rating> standing,
    Rating looked) {

  /** As the characteristics are printed. */
  public static final List<Rating> BEST_FIRST = Arrays.asList(Rating.values()).reversed();

  /** A rating that was gone to by key; it holds while its standard is in hand. */
  public record Looked(Code standard, Rating rating) {}

  /** Of the line selected among the standards or on the service's desk; empty where none are. */
  public static Optional<Guide> of(State state) {
    return line(state)
        .filter(code -> code.depth() > 1)
        .flatMap(code -> of(state, state.theOpened(), standard(code)));
  }

  private static Optional<Guide> of(State state, Opened opened, Code code) {
    Framework framework = opened.framework();
    Characteristics published = BuiltInGuidance.characteristics();
    Optional<Rating> standing =
        opened.ratings().standard(code).flatMap(StandardRatings::finalRating);
    Rating looked =
        state
            .display()
            .looked()
            .filter(chosen -> chosen.standard().equals(code))
            .map(Looked::rating)
            .or(() -> standing)
            .orElse(Rating.GOOD);
    return published
        .of(framework, code)
        .map(
            described ->
                new Guide(
                    framework,
                    framework.standard(code).orElseThrow(),
                    published,
                    published.use(framework.id()).orElseThrow(),
                    described,
                    standing,
                    looked));
  }

  private static Optional<Code> line(State state) {
    return switch (state.screen()) {
      case Screen.Standards screen -> Acting.selected(state);
      case Screen.Desk desk when desk.subject().isEmpty() ->
          desk.cursor()
              .or(
                  () ->
                      Rows.desk(state.theOpened(), desk.subject()).stream()
                          .map(Question::code)
                          .reduce((earlier, later) -> later));
      default -> Optional.empty();
    };
  }

  private static Code standard(Code code) {
    Code standard = code;
    while (standard.depth() > 2) {
      standard = standard.parent();
    }
    return standard;
  }

  /** All ratings: the one looked at, then the others, best first. */
  public List<Rating> order() {
    List<Rating> order = new ArrayList<>(BEST_FIRST);
    order.remove(looked);
    order.addFirst(looked);
    return List.copyOf(order);
  }

  /** The rating below or above is looked at. */
  static State turned(State state, Action action) {
    Optional<Guide> guide = of(state);
    if (guide.isEmpty()) {
      return withoutAny(state);
    }
    int to = guide.get().looked().score() + (action == Action.RATING_ABOVE ? 1 : -1);
    if (to < 0 || to >= Rating.values().length) {
      String end = action == Action.RATING_ABOVE ? "highest" : "lowest";
      String title = guide.get().framework().word(guide.get().looked()).title();
      return state.saying(title + " is the " + end + " rating");
    }
    return state.with(
        state.display().looking(new Looked(guide.get().standard().code(), Rating.ofScore(to))));
  }

  /** Where keys answer, the rest of a text typed by mistake shall not. */
  private static State withoutAny(State state) {
    Framework framework = state.theOpened().framework();
    Characteristics published = BuiltInGuidance.characteristics();
    String codes =
        published.standards().keySet().stream()
            .filter(code -> published.of(framework, code).isPresent())
            .map(Code::toString)
            .collect(Collectors.joining(", "));
    String why =
        codes.isEmpty()
            ? "no characteristics were published for " + framework.id()
            : "only " + codes + " have characteristics";
    Instant now = state.now();
    return state.screen() instanceof Screen.Desk
        ? state.with(state.display().saying(why).refusing(now))
        : state.saying(why);
  }
}
