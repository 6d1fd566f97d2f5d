package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.framework.Standard;
import bandstand.inspection.Alert;
import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pcollections.TreePMap;

/** Going from screen to screen. */
final class Opening {
  private static final String NOTHING_OPENED = "open an inspection first: Enter on its line";

  private static final String SERVICE_DESK = "service's desk";

  private Opening() {}

  /** What Enter does on lists. */
  static Turn open(State state) {
    return switch (state.screen()) {
      case Screen.Inspections screen -> inspection(state, screen);
      case Screen.Standards screen -> standard(state, screen);
      case Screen.Cases screen ->
          Rows.at(Rows.cases(state, state.theOpened(), screen), screen.cursor(), Case::reference)
              .map(file -> onDesk(state, screen, file))
              .orElseGet(() -> Turn.to(state.saying("no case passes the filter")));
      case Screen.NoCases screen ->
          Rows.at(Rows.noCases(state.theOpened(), screen), screen.cursor(), Case::reference)
              .map(file -> onDesk(state, file.reference(), screen.question()))
              .orElseGet(() -> Turn.to(state.saying("no case said no")));
      case Screen.Board screen -> noCases(state, screen);
      case Screen.Alerts screen ->
          Rows.at(
                  Rows.alerts(state.theOpened(), screen),
                  Optional.of(screen.cursor()),
                  Alert::number)
              .map(alert -> Forms.outcome(state, alert))
              .orElseGet(() -> Turn.to(state.saying("no alert here")));
      case Screen.Desk screen -> Turn.to(state);
      case Screen.Calculator screen -> Turn.to(state);
      case Screen.Compare screen -> Turn.to(state);
    };
  }

  /** A screen of the opened inspection; told when none is opened. */
  static Turn going(State state, Function<Opened, Screen> screen) {
    return Turn.to(
        state
            .opened()
            .map(screen)
            .map(next -> Where.of(next) == Where.of(state.screen()) ? state : state.going(next))
            .orElseGet(() -> state.saying(NOTHING_OPENED)));
  }

  static Turn inspections(State state) {
    if (state.screen() instanceof Screen.Inspections) {
      return Turn.to(state, new Effect.ListInspections());
    }
    Screen list = new Screen.Inspections(state.opened().map(Opened::id), "");
    return Turn.to(state.going(list));
  }

  /** At the first standard that cases are scored for. */
  static Screen standards(Opened opened) {
    Framework framework = opened.framework();
    Code first =
        framework.standards().stream()
            .filter(standard -> !standard.judged())
            .map(Standard::code)
            .findFirst()
            .orElseGet(() -> framework.groups().getFirst().code());
    return new Screen.Standards(first, Optional.empty(), "");
  }

  static Screen board(Opened opened) {
    return new Screen.Board(opened.framework().standards().getFirst().code(), Optional.empty(), "");
  }

  static Turn desk(State state) {
    if (state.screen() instanceof Screen.Desk) {
      return Turn.to(state);
    }
    if (state.opened().isEmpty()) {
      return Turn.to(state.saying(NOTHING_OPENED));
    }
    return Turn.to(
        Desks.last(state, state.opened().get())
            .map(state::going)
            .orElseGet(() -> state.saying("there are no cases yet")));
  }

  static Turn calculator(State state) {
    if (state.screen() instanceof Screen.Calculator) {
      return Turn.to(state);
    }
    return new Turn(
        state
            .framework()
            .map(edition -> state.going(calculator(edition)))
            .orElseGet(() -> state.saying("no edition is loaded yet")),
        List.of(new Effect.LoadEditions()));
  }

  static Screen.Calculator calculator(Framework edition) {
    return new Screen.Calculator(
        edition, TreePMap.empty(), Rows.calculator(edition).getFirst(), false, 0);
  }

  /** The case's desk at its first open line. */
  static Turn toCase(State state, Reference reference) {
    return Turn.to(state.going(Desks.at(state, state.theOpened(), Optional.of(reference))));
  }

  private static Turn inspection(State state, Screen.Inspections screen) {
    Optional<Summary> row = Rows.at(Rows.inspections(state, screen), screen.cursor(), Summary::id);
    if (row.isEmpty()) {
      return Turn.to(state.saying("no inspection here; c creates one"));
    }
    var id = row.get().id();
    if (state.opened().map(Opened::id).equals(Optional.of(id))) {
      return Turn.to(state.going(standards(state.theOpened())));
    }
    if (!state.outbox().waiting().isEmpty()) {
      return Turn.to(
          state.saying(Words.waiting(state.outbox().waiting()) + " not saved yet; wait for that"));
    }
    return Turn.to(
        state.withOpening(Optional.of(id)).saying("opening " + row.get().service()),
        new Effect.Open(id));
  }

  /** A judged standard leads to the service's desk, prompts unfold, all else leads to the cases. */
  private static Turn standard(State state, Screen.Standards screen) {
    Framework framework = state.theOpened().framework();
    Optional<Code> cursor = Acting.selected(state);
    if (cursor.isEmpty()) {
      return Turn.to(state.saying("nothing passes the filter"));
    }
    Code code = cursor.get();
    Optional<Standard> standard =
        framework.standard(code).or(() -> framework.question(code).map(one -> one.standard()));
    if (standard.isEmpty()) {
      return Turn.to(Moving.move(state, Action.RIGHT));
    }
    if (standard.get().judged()) {
      return Turn.to(state.going(Desks.at(state, state.theOpened(), Optional.empty(), code)));
    }
    if (Moving.hasPrompts(framework, code)) {
      boolean unfolded = screen.unfolded().equals(Optional.of(code));
      return Turn.to(state.on(screen.unfolding(unfolded ? Optional.empty() : Optional.of(code))));
    }
    return Turn.to(state.going(new Screen.Cases(Optional.empty(), code.toString())));
  }

  /** What Enter leads to on the selected row, in a word; empty where rows are all alike. */
  static Optional<String> entered(State state) {
    return switch (state.screen()) {
      case Screen.Standards screen ->
          Acting.selected(state).map(code -> entered(state, screen, code));
      case Screen.Board screen ->
          Acting.selected(state)
              .flatMap(code -> state.theOpened().framework().standard(code.parent()))
              .filter(Standard::judged)
              .map(standard -> SERVICE_DESK);
      default -> Optional.empty();
    };
  }

  private static String entered(State state, Screen.Standards screen, Code code) {
    Framework framework = state.theOpened().framework();
    if (code.depth() == 1) {
      return "standards";
    }
    boolean judged =
        framework
            .standard(code)
            .or(() -> framework.question(code).map(Question::standard))
            .map(Standard::judged)
            .orElse(false);
    if (judged) {
      return SERVICE_DESK;
    }
    if (Moving.hasPrompts(framework, code)) {
      return screen.unfolded().equals(Optional.of(code)) ? "fold" : "prompts";
    }
    return "cases";
  }

  private static Turn onDesk(State state, Screen.Cases screen, Case file) {
    return CaseFilter.of(screen.filter())
        .place()
        .map(place -> onDesk(state, file.reference(), place))
        .orElseGet(() -> toCase(state, file.reference()));
  }

  private static Turn onDesk(State state, Reference reference, Code place) {
    return Turn.to(state.going(Desks.at(state, state.theOpened(), Optional.of(reference), place)));
  }

  private static Turn noCases(State state, Screen.Board screen) {
    Opened opened = state.theOpened();
    Optional<Standard> standard =
        Rows.at(Rows.board(opened, screen), Optional.of(screen.cursor()), Standard::code);
    if (standard.isEmpty()) {
      return Turn.to(state.saying("no standard passes the filter"));
    }
    if (standard.get().judged()) {
      return Turn.to(state.going(Desks.at(state, opened, Optional.empty(), standard.get().code())));
    }
    Code question = Boards.question(opened, screen, standard.get());
    return Turn.to(state.going(new Screen.NoCases(question, Optional.empty(), "")));
  }
}
