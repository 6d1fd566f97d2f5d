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
    return shown(
        state,
        Screen.Compare.of(
            state.library().edition(ids[0]).orElseThrow(),
            state.library().edition(ids[1]).orElseThrow()));
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
    if (row.isEmpty()) {
      return Turn.to(state.saying("no inspection here; c creates one"));
    }
    Framework own = row.get().edition();
    List<Framework> all = state.library().editions();
    List<Framework> others = Library.without(all, own);
    if (others.isEmpty()) {
      return Turn.to(state.saying("there is no other edition"));
    }
    int at = all.stream().map(Framework::id).toList().indexOf(own.id());
    boolean last = at == all.size() - 1 && at > 0;
    Framework other =
        last ? all.get(at - 1) : at < 0 || all.size() == 1 ? others.getLast() : all.get(at + 1);
    return shown(state, last ? Screen.Compare.of(other, own) : Screen.Compare.of(own, other));
  }

  /** Another one on the right. */
  static Turn otherEdition(State state, Screen.Compare screen) {
    List<Framework> others = Library.without(state.library().editions(), screen.from());
    if (others.isEmpty()) {
      return Turn.to(state.saying("there is no other edition"));
    }
    List<String> ids = others.stream().map(Framework::id).toList();
    Framework next = others.get((ids.indexOf(screen.to().id()) + 1) % ids.size());
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
    Framework from = source.get().edition();
    Framework to = state.theOpened().framework();
    Effect read = new Effect.ReadRatings(origin.get());
    return screen.areOf(from, to)
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
