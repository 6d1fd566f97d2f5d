package bandstand.client;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Standard;
import bandstand.inspection.Case;
import bandstand.rating.Ratings;
import bandstand.state.Key;
import bandstand.state.Message;
import bandstand.state.Opened;
import bandstand.state.Overlay;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import bandstand.state.Words;
import bandstand.view.CarryLines;
import bandstand.view.RatingLines;
import bandstand.view.RatingPairs;
import bandstand.view.RelationLines;
import bandstand.wire.CarryJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The screens that are lists, told row by row; a row is chosen by its number or its name. */
final class PlainLists {
  private PlainLists() {}

  /** Every row; of a desk, which is asked line by line, none. */
  static List<String> told(State state) {
    return switch (state.screen()) {
      case Screen.Inspections screen -> inspections(state, screen);
      case Screen.Cases screen ->
          numbered(
              Rows.cases(state, opened(state), screen), file -> Spoken.file(opened(state), file));
      case Screen.NoCases screen ->
          numbered(Rows.noCases(opened(state), screen), file -> noted(file, screen.question()));
      case Screen.Alerts screen -> numbered(Rows.alerts(opened(state), screen), Spoken::alert);
      case Screen.Standards _, Screen.Board _ -> RatingLines.of(opened(state).ratings());
      case Screen.Compare screen -> compared(state, screen);
      case Screen.Calculator _ ->
          List.of("figures are rated with :rate, as :rate 26/35 23/31; Esc is :desk or :cases");
      case Screen.Desk _ -> List.of();
    };
  }

  private static List<String> inspections(State state, Screen.Inspections screen) {
    List<String> lines =
        new ArrayList<>(numbered(Rows.inspections(state, screen), Spoken::summary));
    String warning = Words.warning(state.library());
    if (!warning.isEmpty()) {
      lines.add(warning + "; a lead makes one with bandstand backup FILE");
    }
    String due = Words.retention(state);
    if (!due.isEmpty()) {
      lines.add(due + "; bandstand due lists what to erase");
    }
    return lines;
  }

  /** What a message that was waited for has brought. */
  static List<String> told(Message message, State before, State after) {
    return switch (message) {
      case Message.CarryPreviewed(_, CarryJson.Told told) -> CarryLines.of(told);
      case Message.Compared _, Message.RatingsRead _ -> told(after);
      default -> !before.library().listed() && after.library().listed() ? told(after) : List.of();
    };
  }

  /** Whether the daemon is yet to say what is looked at. */
  static boolean awaits(State state) {
    boolean carrying =
        state.display().overlay().orElse(null) instanceof Overlay.Carrying asked
            && asked.told().isEmpty();
    return carrying
        || state.screen() instanceof Screen.Compare screen && screen.comparison().isEmpty();
  }

  private static List<String> compared(State state, Screen.Compare screen) {
    if (screen.comparison().isEmpty()) {
      return List.of("not compared yet");
    }
    Comparison comparison = screen.comparison().get();
    Optional<Ratings> after =
        state
            .opened()
            .map(Opened::ratings)
            .filter(
                ratings ->
                    ratings
                        .framework()
                        .edition()
                        .digest()
                        .equals(comparison.to().edition().digest()));
    if (screen.origin().isPresent() && after.isPresent()) {
      return RatingPairs.of(comparison, screen.origin().get().ratings(), after.get());
    }
    List<String> lines = new ArrayList<>();
    lines.add(RelationLines.counts(comparison) + ", " + RelationLines.ground(comparison));
    Rows.relations(screen).forEach(row -> lines.add(RelationLines.row(comparison, row)));
    return lines;
  }

  /** The keys that choose what a line names; empty when it names nothing in sight. */
  static Optional<List<Key>> chosen(State state, String line) {
    Optional<List<Key>> row =
        switch (state.screen()) {
          case Screen.Inspections screen ->
              row(
                  line,
                  Rows.inspections(state, screen),
                  one -> Stream.of(one.id().text(), one.service()));
          case Screen.Cases screen ->
              row(
                  line,
                  Rows.cases(state, opened(state), screen),
                  file -> Stream.of(file.reference().text()));
          case Screen.NoCases screen ->
              row(
                  line,
                  Rows.noCases(opened(state), screen),
                  file -> Stream.of(file.reference().text()));
          case Screen.Alerts screen ->
              row(line, Rows.alerts(opened(state), screen), _ -> Stream.empty());
          case Screen.Standards _,
              Screen.Board _,
              Screen.Calculator _,
              Screen.Compare _,
              Screen.Desk _ ->
              Optional.empty();
        };
    return row.or(() -> place(state, line));
  }

  /** What a line asks to be told and does not do: a term, characteristics, figures; else empty. */
  static List<String> told(State state, String line) {
    List<String> guidance = PlainGuidance.told(state, line);
    return guidance.isEmpty() ? figures(state, line) : guidance;
  }

  /** What a code says, when it is no question to go to here; else empty. */
  private static List<String> figures(State state, String line) {
    Optional<Code> code = Code.parse(line);
    boolean asks = state.screen() instanceof Screen.Desk || isJudged(state, code);
    return state.opened().isEmpty() || !Code.isCodeShaped(line) || code.isEmpty() || asks
        ? List.of()
        : RatingLines.within(opened(state).ratings(), code.get());
  }

  /**
   * On a desk a code is a line of it, elsewhere that of a judged standard is the service's desk; a
   * case goes by its reference, but not on a desk, where a line answers.
   */
  private static Optional<List<Key>> place(State state, String line) {
    if (state.opened().isEmpty()) {
      return Optional.empty();
    }
    boolean desk = state.screen() instanceof Screen.Desk;
    if (desk && Code.isCodeShaped(line)) {
      return Optional.of(command("goto " + line));
    }
    if (isJudged(state, Code.parse(line))) {
      List<Key> keys = new ArrayList<>(command("standards"));
      keys.addAll(command("goto " + line));
      keys.add(Key.Named.ENTER);
      return Optional.of(keys);
    }
    boolean named =
        opened(state).inspection().cases().keySet().stream()
            .anyMatch(reference -> reference.text().equalsIgnoreCase(line));
    return named && !desk ? Optional.of(command("case " + line)) : Optional.empty();
  }

  private static boolean isJudged(State state, Optional<Code> code) {
    return state
        .opened()
        .flatMap(opened -> code.flatMap(opened.framework()::standard))
        .filter(Standard::judged)
        .isPresent();
  }

  static List<Key> command(String text) {
    return List.of(new Key.Char(':'), new Key.Paste(text, false), Key.Named.ENTER);
  }

  private static <T> Optional<List<Key>> row(
      String line, List<T> rows, Function<T, Stream<String>> names) {
    for (int row = 1; row <= rows.size(); row++) {
      boolean named = names.apply(rows.get(row - 1)).anyMatch(line::equalsIgnoreCase);
      if (named || line.equals(Integer.toString(row))) {
        return Optional.of(pick(row));
      }
    }
    return Optional.empty();
  }

  private static List<Key> pick(int row) {
    List<Key> keys = new ArrayList<>(List.of(Key.Named.HOME));
    for (int above = 1; above < row; above++) {
      keys.add(Key.Named.DOWN);
    }
    keys.add(Key.Named.ENTER);
    return keys;
  }

  private static String noted(Case file, Code question) {
    String note = file.given(question).map(given -> given.note()).orElse("");
    return file.reference() + (note.isEmpty() ? "" : ": " + note.replace('\n', ' '));
  }

  private static <T> List<String> numbered(List<T> rows, Function<T, String> line) {
    List<String> lines = new ArrayList<>();
    for (T row : rows) {
      lines.add((lines.size() + 1) + " " + line.apply(row));
    }
    return rows.isEmpty() ? List.of("nothing here") : lines;
  }

  private static Opened opened(State state) {
    return state
        .opened()
        .orElseThrow(() -> new IllegalStateException("nothing is opened at " + state.screen()));
  }
}
