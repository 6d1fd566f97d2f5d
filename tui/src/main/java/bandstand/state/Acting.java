package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Standard;
import bandstand.inspection.Case;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each action does, whether by its key, from the help or from the command line. */
final class Acting {
  private static final int WORD_CHARACTERS = 20;

  private Acting() {}

  /**
   * Does it.
   *
   * @param key what was pressed; only typing figures looks at it
   */
  static Turn act(State state, Action action, Key key) {
    return switch (action) {
      case YES, NO, NOT_APPLICABLE, CLEAR, YES_REASON, NO_REASON, NOTE, ASK ->
          Answering.act(state, desk(state), action);
      case SKIP -> Turn.to(state.on(Desks.advanced(state.theOpened(), desk(state))));
      case NEXT_OPEN -> Turn.to(Desks.toOpen(state, state.theOpened(), desk(state), true));
      case PREVIOUS_OPEN -> Turn.to(Desks.toOpen(state, state.theOpened(), desk(state), false));
      case NEXT_CASE -> Turn.to(Desks.toCase(state, state.theOpened(), desk(state), true));
      case PREVIOUS_CASE -> Turn.to(Desks.toCase(state, state.theOpened(), desk(state), false));
      case CASE_NOTE -> Forms.caseNote(state, desk(state));
      case UNDO -> Undoing.undo(state);
      case REDO -> Undoing.redo(state);
      case OPEN, LIST_NO_CASES, ALERT_OUTCOME -> Opening.open(state);
      case UP, DOWN, LEFT, RIGHT, FIRST, LAST, PAGE_UP, PAGE_DOWN, NEXT_FIGURE ->
          Turn.to(Moving.move(state, action));
      case FIGURE, ERASE, CLEAR_FIGURE -> Turn.to(Calculating.act(state, action, key));
      case EDITION ->
          state.screen() instanceof Screen.Compare screen
              ? Comparing.otherEdition(state, screen)
              : Turn.to(Calculating.act(state, action, key));
      case REVERSE -> Comparing.reversed(state);
      case SIDES -> Comparing.sides(state);
      case COMPARE_EDITIONS -> Comparing.withNext(state);
      case CARRY -> Carrying.begin(state);
      case CREATE -> Forms.create(state);
      case DETAILS -> Forms.details(state);
      case TAKE -> take(state);
      case WORDING -> wording(state);
      case RATING_BELOW, RATING_ABOVE -> Turn.to(Guide.turned(state, action));
      case TERMS -> Turn.to(state.over(Terms.all()));
      case FILTER -> Turn.to(Filtering.begin(state));
      case ALERT -> Forms.alert(state);
      case REDRAW -> Turn.to(state, new Effect.Redraw());
      case BACK -> Turn.to(back(state));
      case COMMAND -> Turn.to(state.over(Commanding.line("")));
      case HELP, TO_HELP -> Turn.to(state.over(Helping.all()));
      case QUIT, LEAVE -> quit(state);
      case ALERTS_LIST, TO_ALERTS -> Opening.going(state, opened -> new Screen.Alerts(0, ""));
      case TO_INSPECTIONS -> Opening.inspections(state);
      case TO_STANDARDS -> Opening.going(state, Opening::standards);
      case TO_CASES -> Opening.going(state, opened -> new Screen.Cases(Optional.empty(), ""));
      case TO_BOARD, TO_MODERATION -> Opening.going(state, Opening::board);
      case TO_DESK -> Opening.desk(state);
      case TO_CALCULATOR -> Opening.calculator(state);
      case TO_CASE, RATE, GOTO, TO_COMPARE ->
          Turn.to(state.over(Commanding.line(action.command() + " ")));
    };
  }

  private static State back(State state) {
    return state.display().behind().isEmpty()
        ? state.saying("this is the first screen; q leaves")
        : state.with(state.display().back());
  }

  private static Screen.Desk desk(State state) {
    if (state.screen() instanceof Screen.Desk desk) {
      return desk;
    }
    throw new IllegalStateException("no desk: " + state.screen());
  }

  /** Connected, it leaves once what is on its way is on disk; else, again, or refused, it asks. */
  private static Turn quit(State state) {
    boolean refused = state.opened().map(one -> !one.refusals().isEmpty()).orElse(false);
    if (state.outbox().waiting().isEmpty() && !refused) {
      return Turn.to(state, new Effect.Quit());
    }
    return state.link().connected() && !state.outbox().leaving() && !refused
        ? Turn.to(
            state
                .withOutbox(state.outbox().withLeaving(true))
                .saying("saving " + Words.waiting(state.outbox().waiting()) + ", then leaving"))
        : Turn.to(state.over(new Overlay.Leaving(TextField.of("", WORD_CHARACTERS))));
  }

  private static Turn take(State state) {
    Opened opened = state.theOpened();
    if (!(state.screen() instanceof Screen.Cases screen) || state.link().me().isEmpty()) {
      return Turn.to(state.saying("not connected yet"));
    }
    String me = state.link().me().get().name();
    Optional<Case> file =
        Rows.at(Rows.cases(state, opened, screen), screen.cursor(), Case::reference);
    if (file.isEmpty()) {
      return Turn.to(state.saying("no case here"));
    }
    Optional<String> holder = file.get().assignee();
    if (holder.equals(Optional.of(me))) {
      return Turn.to(state.saying(file.get().reference() + " is yours already"));
    }
    Write write =
        new Write.PatchCase(
            opened.id(), file.get().reference(), Map.of(Case.ASSIGNEE, Optional.of(me)));
    return Answering.ask(state, write, Optional.empty());
  }

  /** The official texts are asked for each time: somebody may have loaded them meanwhile. */
  private static Turn wording(State state) {
    Optional<Code> code = selected(state);
    if (code.isEmpty()) {
      return Turn.to(state.saying("nothing is selected"));
    }
    State shown = state.over(new Overlay.Wording(code.get(), 0));
    return state.link().connected()
        ? Turn.to(shown, new Effect.LoadWording(edition(state)))
        : Turn.to(shown);
  }

  private static Framework edition(State state) {
    return state.screen() instanceof Screen.Calculator screen
        ? screen.edition()
        : state.theOpened().framework();
  }

  /** The code the cursor stands on; none after the last line of a desk and on lists of others. */
  static Optional<Code> selected(State state) {
    return switch (state.screen()) {
      case Screen.Standards screen ->
          Rows.at(
              Rows.standards(state.theOpened().framework(), screen),
              Optional.of(screen.cursor()),
              Function.identity());
      case Screen.Desk screen -> screen.cursor();
      case Screen.Board screen ->
          Rows.at(
                  Rows.board(state.theOpened(), screen),
                  Optional.of(screen.cursor()),
                  Standard::code)
              .map(standard -> Boards.question(state.theOpened(), screen, standard));
      case Screen.NoCases screen -> Optional.of(screen.question());
      case Screen.Calculator screen -> Optional.of(screen.cursor());
      case Screen.Inspections screen -> Optional.empty();
      case Screen.Cases screen -> Optional.empty();
      case Screen.Alerts screen -> Optional.empty();
      case Screen.Compare screen -> Optional.empty();
    };
  }
}
