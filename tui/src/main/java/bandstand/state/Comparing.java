package bandstand.state;

import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.inspection.Inspection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Two editions beside each other, and two inspections of them. */
final class Comparing {
  private Comparing() {}

  /** The editions after {@code :compare}. */
  static Turn named(State state, String text) {
    String[] ids = text.split("\\s+");
    if (ids.length != 2) {
      return Turn.to(state.saying("as in :compare yos-2018 yos-2021"));
    }
    for (String id : ids) {
      if (state.library().edition(id).isEmpty()) {
        return Turn.to(state.saying("no edition " + id + "; there are " + editions(state)));
      }
    }
    return shown(state, Screen.Compare.of(ids[0], ids[1]));
  }

  private static String editions(State state) {
    return state.library().editions().stream().map(Framework::id).collect(Collectors.joining(", "));
  }

  /** The edition of the selected inspection with the one after it; of the last, before it. */
  static Turn withNext(State state) {
    if (!(state.screen() instanceof Screen.Inspections screen)) {
      return Turn.to(state);
    }
    Optional<Summary> row = Rows.at(Rows.inspections(state, screen), screen.cursor(), Summary::id);
    List<String> ids = state.library().editions().stream().map(Framework::id).toList();
    int at = row.map(one -> ids.indexOf(one.edition().id())).orElse(-1);
    if (at < 0 || ids.size() < 2) {
      return Turn.to(
          state.saying(
              row.isEmpty() ? "no inspection here; c creates one" : "there is no other edition"));
    }
    boolean last = at == ids.size() - 1;
    return shown(
        state, Screen.Compare.of(ids.get(last ? at - 1 : at), ids.get(last ? at : at + 1)));
  }

  /** Another one on the right. */
  static Turn otherEdition(State state, Screen.Compare screen) {
    List<String> ids =
        state.library().editions().stream()
            .map(Framework::id)
            .filter(id -> !id.equals(screen.from()))
            .toList();
    if (ids.isEmpty()) {
      return Turn.to(state.saying("there is no other edition"));
    }
    String next = ids.get((ids.indexOf(screen.to()) + 1) % ids.size());
    return shown(state, Screen.Compare.of(screen.from(), next));
  }

  static Turn reversed(State state) {
    return state.screen() instanceof Screen.Compare screen
        ? shown(state, Screen.Compare.of(screen.to(), screen.from()))
        : Turn.to(state);
  }

  /** The opened inspection beside the one it was carried from; again: the relations. */
  static Turn sides(State state) {
    if (!(state.screen() instanceof Screen.Compare screen)) {
      return Turn.to(state);
    }
    if (screen.origin().isPresent()) {
      return Turn.to(state.on(screen.beside(Optional.empty())));
    }
    Optional<Inspection.Origin> origin =
        state.opened().flatMap(opened -> opened.inspection().carriedFrom());
    if (origin.isEmpty()) {
      return Turn.to(
          state.saying("open a carried inspection first; C on the Inspections carries one"));
    }
    Optional<Summary> source =
        state.library().inspections().stream()
            .filter(row -> row.id().equals(origin.get().inspection()))
            .findFirst();
    if (source.isEmpty()) {
      return Turn.to(state.saying(origin.get().inspection() + " is not there any more"));
    }
    String from = source.get().edition().id();
    String to = state.theOpened().framework().id();
    Effect read = new Effect.ReadRatings(origin.get());
    return screen.from().equals(from) && screen.to().equals(to)
        ? Turn.to(state, read)
        : new Turn(
            state.on(Screen.Compare.of(from, to)), List.of(new Effect.Compare(from, to), read));
  }

  private static Turn shown(State state, Screen.Compare screen) {
    State there = state.screen() instanceof Screen.Compare ? state.on(screen) : state.going(screen);
    return Turn.to(there, new Effect.Compare(screen.from(), screen.to()));
  }

  static State compared(State state, Comparison comparison) {
    return state.screen() instanceof Screen.Compare screen
        ? state.on(screen.holding(comparison))
        : state;
  }

  /** Of an inspection that was left meanwhile it is nobody's concern any more. */
  static State read(State state, Message.RatingsRead read) {
    boolean wanted =
        state
            .opened()
            .flatMap(opened -> opened.inspection().carriedFrom())
            .equals(Optional.of(read.of()));
    return wanted && state.screen() instanceof Screen.Compare screen
        ? state.on(screen.beside(Optional.of(read.ratings())))
        : state;
  }
}
