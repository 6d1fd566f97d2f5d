package bandstand.view;

import bandstand.inspection.Alert;
import bandstand.inspection.Reference;
import bandstand.state.Action;
import bandstand.state.Keymap;
import bandstand.state.Link;
import bandstand.state.Opened;
import bandstand.state.Overlay;
import bandstand.state.OwnAnswer;
import bandstand.state.Screen;
import bandstand.state.State;
import bandstand.state.Where;
import bandstand.state.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The status line, and below it the keys for this state. */
final class Bottom {
  /** Fewer rows than this leave the desk one line of keys. */
  private static final int ROWS_FOR_TWO = 16;

  private static final String QUIT = Action.QUIT.hint();

  private Bottom() {}

  /** How many rows it takes. */
  static int rows(State state, Size size) {
    return 1 + keys(state, size).size();
  }

  static void draw(State state, Canvas canvas) {
    int rows = canvas.size().rows();
    List<String> keys = keys(state, canvas.size());
    status(state, canvas, rows - keys.size() - 1);
    for (int line = 0; line < keys.size(); line++) {
      canvas.put(rows - keys.size() + line, 0, keys.get(line), Style.PLAIN);
    }
  }

  /**
   * What the last key did comes first and whole, then what others did, then what is pending. While
   * one answers the alarms are brief unless an answer was refused, and what an answer did is told
   * once it is saved, or the line would be written anew with each step of saving it.
   */
  private static void status(State state, Canvas canvas, int row) {
    int columns = canvas.size().columns();
    String banner = alarms(state, true);
    String brief = alarms(state, false);
    int room = brief.isEmpty() ? columns : columns - Text.width(brief) - 2;
    List<String> done =
        (saving(state) ? List.of("") : AnswerWords.byImportance(state))
            .stream().map(words -> joined(link(state), state.display().said(), words)).toList();
    String own =
        done.stream().filter(one -> Text.width(one) <= room).findFirst().orElse(done.getLast());
    String words = joined(own, state.display().news());
    int beside = columns - 2 - Text.width(banner);
    boolean fits =
        Text.width(words) <= beside || (Text.width(words) > room && Text.width(own) <= beside);
    boolean refused = state.opened().map(opened -> !opened.refusals().isEmpty()).orElse(false);
    boolean answering = state.display().answered().filter(OwnAnswer::fresh).isPresent();
    boolean whole = fits && (refused || !answering);
    String alarms = whole ? banner : brief;
    Style style = state.link().broken() ? Style.of(Colour.RED).asBold() : Style.PLAIN;
    int width = Text.width(alarms);
    canvas.put(row, 0, alarms.isEmpty() ? columns : columns - width - 2, words, style);
    canvas.put(row, Math.max(0, columns - width), alarms, Style.of(Colour.RED).asBold());
    if (alarms.isEmpty() && state.screen() instanceof Screen.Inspections) {
      String calm = Words.backedUp(state.library());
      int from = columns - Text.width(calm);
      canvas.put(row, from > Text.width(words) ? from : columns, calm, Style.PLAIN);
    }
  }

  private static boolean saving(State state) {
    return state.link().status() == Link.Status.CONNECTED && !state.outbox().waiting().isEmpty();
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("   "));
  }

  private static String link(State state) {
    String waiting = Words.waiting(state.outbox().waiting());
    boolean idle = state.outbox().waiting().isEmpty();
    return switch (state.link().status()) {
      case CONNECTING -> "connecting";
      case LOST, TURNED_AWAY -> Words.broken(state);
      case CONNECTED -> {
        if (state.display().said().startsWith("connected")) {
          yield "";
        }
        yield idle
            ? state.opened().map(opened -> "saved " + opened.revision()).orElse("connected")
            : "saving " + waiting;
      }
    };
  }

  /** What must stay in sight until it is dealt with: where, or only how much. */
  private static String alarms(State state, boolean where) {
    List<String> alarms = new ArrayList<>();
    String backup = Words.warning(state.library());
    if (state.screen() instanceof Screen.Inspections && !backup.isEmpty()) {
      alarms.add(where ? backup + ": bandstand backup FILE" : backup);
    }
    String due = Words.retention(state);
    if (state.screen() instanceof Screen.Inspections && !due.isEmpty()) {
      alarms.add(where ? due + ": bandstand due" : due);
    }
    if (state.opened().isEmpty()) {
      return String.join("  ", alarms);
    }
    Opened opened = state.opened().get();
    List<Opened.Refusal> refusals = opened.refusals();
    if (!refusals.isEmpty()) {
      Opened.Refusal first = refusals.getFirst();
      String place = where ? ": " + Words.place(first.subject(), first.code()) : "";
      alarms.add("REFUSED " + refusals.size() + place);
    }
    List<Alert> open = opened.inspection().alerts().values().stream().filter(Alert::open).toList();
    if (!open.isEmpty()) {
      String whom = open.stream().map(Bottom::words).collect(Collectors.joining(", "));
      alarms.add(where ? "ALERTS OPEN " + open.size() + ": " + whom : "ALERTS " + open.size());
    }
    return String.join("  ", alarms);
  }

  private static String words(Alert alert) {
    return alert.subject().map(Reference::text).orElse("service") + " (" + alert.toldRole() + ")";
  }

  private static List<String> keys(State state, Size size) {
    Optional<Overlay> overlay = state.display().overlay();
    if (overlay.isPresent()) {
      String last = overlay.get() instanceof Overlay.Wording ? QUIT : "Esc, then " + QUIT;
      return List.of(fitted(overlay(overlay.get()), last, size.columns()));
    }
    Where where = Where.of(state.screen());
    List<Action> hints = new ArrayList<>(Keymap.hints(where));
    hints.removeAll(List.of(Action.HELP, Action.QUIT));
    String last = Action.HELP.hint() + "  " + QUIT;
    if (where != Where.DESK || size.rows() < ROWS_FOR_TWO) {
      return List.of(fitted(words(state, hints), last, size.columns()));
    }
    List<Action> answers =
        hints.stream().filter(action -> action.compareTo(Action.REDO) < 0).toList();
    List<Action> others = hints.stream().filter(action -> !answers.contains(action)).toList();
    return List.of(
        fitted(words(state, answers), "", size.columns()),
        fitted(words(state, others), last, size.columns()));
  }

  private static List<String> overlay(Overlay overlay) {
    return switch (overlay) {
      case Overlay.Help help -> List.of("type to search", "Enter run", "Down Up choose");
      case Overlay.Glossary glossary -> List.of("type to search", "Down Up choose");
      case Overlay.CommandLine line -> List.of("Enter run", "Tab complete");
      case Overlay.FilterLine line -> List.of("Enter keep", "Ctrl-U empty");
      case Overlay.Writing writing ->
          writing.form().fields().size() == 1
              ? List.of("Enter save", "Ctrl-O new line")
              : List.of("Enter next", "Ctrl-S save", "Tab field", "Ctrl-O new line");
      case Overlay.Wording wording -> List.of("j k scroll", "any other key closes");
      case Overlay.Carrying carrying ->
          carrying.told().isEmpty() ? List.of() : List.of("Enter carry it over", "j k scroll");
      case Overlay.Leaving leaving -> List.of("Enter leave");
    };
  }

  private static List<String> words(State state, List<Action> actions) {
    return actions.stream().map(action -> Keymap.hint(state, action)).toList();
  }

  /** As many as fit, from the first; the last one always. */
  private static String fitted(List<String> words, String last, int columns) {
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      int needed = line.length() + word.length() + (last.isEmpty() ? 0 : last.length() + 2);
      if (needed <= columns) {
        line.append(word).append("  ");
      }
    }
    return line.append(last).toString().stripTrailing();
  }
}
