package bandstand.client;

import bandstand.framework.Code;
import bandstand.inspection.Reference;
import bandstand.state.Effect;
import bandstand.state.Form;
import bandstand.state.Key;
import bandstand.state.Link;
import bandstand.state.Message;
import bandstand.state.Opened;
import bandstand.state.Outbox;
import bandstand.state.Overlay;
import bandstand.state.Screen;
import bandstand.state.Shown;
import bandstand.state.State;
import bandstand.state.Turn;
import bandstand.state.Update;
import bandstand.state.Where;
import bandstand.state.Words;
import bandstand.state.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The client line by line: the same state as on the screen, driven by lines for keys, and told in
 * sentences. Pure.
 *
 * @param told the inspection as it was last told of; empty before any is opened
 * @param news as last told
 * @param saved questions whose answers are on disk and not yet told of
 */
record PlainSession(State state, Optional<Opened> told, String news, List<Screen.Answered> saved) {
  PlainSession {
    saved = List.copyOf(saved);
  }

  static PlainSession start(State state) {
    return new PlainSession(state, Optional.empty(), "", List.of());
  }

  /**
   * Whether the next line should wait: for the list, for an inspection that is being opened, or for
   * answers on their way, so that what they came to is said before the next question.
   */
  boolean waits() {
    Outbox outbox = state.outbox();
    boolean sending = !outbox.waiting().isEmpty() || !outbox.acknowledged().isEmpty();
    boolean reading =
        !state.library().listed() || state.opening().isPresent() || PlainLists.awaits(state);
    return !lost() && (sending || reading);
  }

  /** Whether the daemon has answered, ever: before that there is nothing to ask a person. */
  boolean met() {
    return state.link().status() != Link.Status.CONNECTING;
  }

  boolean lost() {
    return state.link().broken();
  }

  /** What the next line answers. */
  String prompt() {
    Optional<Overlay> overlay = state.display().overlay();
    if (overlay.isPresent() && overlay.get() instanceof Overlay.Writing(Form form)) {
      return PlainForm.prompt(form);
    }
    if (overlay.isPresent() && overlay.get() instanceof Overlay.Leaving) {
      boolean waits = !state.outbox().waiting().isEmpty();
      return (waits
              ? Words.waiting(state.outbox().waiting()) + " not sent yet"
              : Words.unsaved(state) + " would be lost")
          + "; quit leaves them, nothing stays here";
    }
    if (overlay.isPresent() && overlay.get() instanceof Overlay.Carrying) {
      return "carry it? y carries, nothing goes back to the form";
    }
    return switch (state.screen()) {
      case Screen.Compare _ -> "compared; / filters, :inspections leads on, q leaves";
      case Screen.Inspections _ -> "inspection? its number or name; ? lists the keys, q leaves";
      case Screen.Desk desk -> desk(desk);
      default ->
          "case? its reference, nothing for the first open one, or a code; ? lists the keys,"
              + " q leaves";
    };
  }

  private String desk(Screen.Desk desk) {
    return desk.cursor()
        .map(
            code ->
                Spoken.question(
                    opened().framework(), desk.subject(), code, shown(desk.subject(), code)))
        .orElse("no further question here; } is the next case, :cases lists them, q leaves");
  }

  private Shown shown(Optional<Reference> subject, Code code) {
    return Shown.of(state, opened(), subject, code);
  }

  private Opened opened() {
    return state.opened().orElseThrow();
  }

  /** A message that is no key. */
  PlainStep hear(Message message) {
    List<Screen.Answered> more = new ArrayList<>(saved);
    if (message instanceof Message.Saved(long request, _, _)) {
      state
          .outbox()
          .head()
          .filter(head -> head.request() == request)
          .flatMap(head -> question(head.write()))
          .ifPresent(more::add);
    }
    PlainStep step = new PlainSession(state, told, news, more).heard(Update.update(state, message));
    if (message instanceof Message.WordingLoaded come) {
      return step.then(one -> new PlainStep(one, PlainWording.told(one.state, come), List.of()));
    }
    return step.then(
        one -> new PlainStep(one, PlainLists.told(message, state, one.state), List.of()));
  }

  private static Optional<Screen.Answered> question(Write write) {
    return write instanceof Write.PutAnswer put
        ? Optional.of(new Screen.Answered(put.subject(), put.code()))
        : Optional.empty();
  }

  /** A line as it was typed. */
  PlainStep read(String typed, Instant at) {
    String line = typed.strip();
    Optional<Overlay> overlay = state.display().overlay();
    if (overlay.isPresent() && overlay.get() instanceof Overlay.Writing(Form form)) {
      return PlainForm.keys(form, line)
          .map(keys -> press(keys, at))
          .orElseGet(() -> saying("one of these is needed"));
    }
    if (overlay.isPresent()) {
      return press(
          line.isEmpty()
              ? List.of(Key.Named.ESC)
              : List.of(new Key.Paste(line, false), Key.Named.ENTER),
          at);
    }
    Where where = Where.of(state.screen());
    if (line.equals("i")) {
      return new PlainStep(this, List.of(prompt()), PlainWording.asked(state));
    }
    if (PlainKeys.isHelp(line)) {
      return new PlainStep(this, PlainKeys.help(where), List.of());
    }
    List<String> figures = PlainLists.told(state, line);
    if (!figures.isEmpty()) {
      return new PlainStep(this, figures, List.of());
    }
    Optional<List<Key>> chosen = PlainLists.chosen(state, line);
    if (chosen.isPresent()) {
      return listed(press(chosen.get(), at), false);
    }
    if (line.isEmpty() && where != Where.DESK) {
      return press(PlainLists.command("desk"), at);
    }
    return PlainKeys.of(line, where)
        .map(
            keys ->
                listed(press(keys.keys(), at), line.startsWith(":"))
                    .then(next -> next.into(keys.written(), at)))
        .orElseGet(() -> saying("\"" + line + "\" does nothing here; ? lists what does"));
  }

  /** The end of input: nothing is left open. */
  PlainStep leave(Instant at) {
    Key quit = new Key.Char('q');
    return press(
        state.display().overlay().isEmpty() ? List.of(quit) : List.of(Key.Named.ESC, quit), at);
  }

  /** Words given with the key go into the form that it has opened; else the form is asked. */
  private PlainStep into(Optional<String> words, Instant at) {
    if (!(state.display().overlay().orElse(null) instanceof Overlay.Writing(Form form))) {
      return new PlainStep(this, List.of(), List.of());
    }
    return words
        .map(text -> press(PlainForm.replaced(form.focused(), text), at))
        .orElseGet(() -> saying(PlainForm.manners()));
  }

  private PlainStep saying(String words) {
    return new PlainStep(this, List.of(words), List.of());
  }

  private PlainStep press(List<Key> keys, Instant at) {
    State pressed = state;
    List<Effect> effects = new ArrayList<>();
    for (Key key : keys) {
      Turn turn = Update.update(pressed, new Message.Pressed(key, at));
      pressed = turn.state();
      effects.addAll(turn.effects());
    }
    return pressed(new Turn(pressed, effects));
  }

  /** A list that a row or a command has led to is told whole. */
  private PlainStep listed(PlainStep step, boolean command) {
    State after = step.next().state;
    boolean other = Where.of(after.screen()) != Where.of(state.screen());
    boolean shown = after.display().overlay().isEmpty() && !step.next().waits();
    return shown && (command || other)
        ? step.then(one -> new PlainStep(one, PlainLists.told(one.state), List.of()))
        : step;
  }

  private PlainStep pressed(Turn turn) {
    String words = turn.state().display().said();
    return step(turn, words.isEmpty() ? List.of() : List.of(words));
  }

  private PlainStep heard(Turn turn) {
    String words = turn.state().display().said();
    boolean same = words.isEmpty() || words.equals(state.display().said());
    return step(turn, same ? List.of() : List.of(words));
  }

  private PlainStep step(Turn turn, List<String> words) {
    PlainSession next = new PlainSession(turn.state(), told, news, saved);
    List<String> said = new ArrayList<>();
    if (next.lost() && !next.losing().equals(lost() ? losing() : "")) {
      said.add(next.losing());
    }
    List<String> refused = next.refusals();
    words.stream().filter(line -> !refused.contains(line)).forEach(said::add);
    if (next.state.opened().isPresent() && !next.waits()) {
      said.addAll(next.changes());
      next = next.toldNow();
    }
    said.addAll(next.entered(state.screen()));
    return new PlainStep(next, said, turn.effects());
  }

  private String losing() {
    return Words.broken(state);
  }

  /** Those that are not yet told. */
  private List<String> refusals() {
    List<Opened.Refusal> known = told.map(Opened::refusals).orElse(List.of());
    return state.opened().map(Opened::refusals).orElse(List.of()).stream()
        .filter(refusal -> !known.contains(refusal))
        .map(Spoken::refused)
        .toList();
  }

  /** What is not yet told of the opened inspection. */
  private List<String> changes() {
    Opened now = opened();
    Optional<Opened> before = told.filter(one -> one.id().equals(now.id()));
    if (before.isEmpty()) {
      return Spoken.opened(now);
    }
    List<String> said = new ArrayList<>();
    if (!state.display().news().equals(news)) {
      said.add(state.display().news());
    }
    saved.stream()
        .distinct()
        .map(
            one ->
                Spoken.answered(
                    one.subject(), one.code(), now.inspection().given(one.subject(), one.code())))
        .forEach(said::add);
    said.addAll(refusals());
    said.addAll(Spoken.moves(before.get().ratings(), now.ratings()));
    List<String> alerts = Spoken.alerts(now);
    if (!alerts.equals(Spoken.alerts(before.get()))) {
      said.addAll(alerts.isEmpty() ? List.of("no alert is open now") : alerts);
    }
    return said;
  }

  private PlainSession toldNow() {
    return new PlainSession(state, state.opened(), state.display().news(), List.of());
  }

  /** A case one comes to is named once, before its questions. */
  private List<String> entered(Screen before) {
    if (!(state.screen() instanceof Screen.Desk desk) || desk.subject().isEmpty()) {
      return List.of();
    }
    return before instanceof Screen.Desk there && there.subject().equals(desk.subject())
        ? List.of()
        : opened().inspection().file(desk.subject().get()).stream()
            .map(file -> Spoken.file(opened(), file))
            .toList();
  }
}
