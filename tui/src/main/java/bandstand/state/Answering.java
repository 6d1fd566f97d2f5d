package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Optional;

/** Answers, notes and marks given on the desk. */
final class Answering {
  private Answering() {}

  /** What an answer key does. */
  static Turn act(State state, Screen.Desk desk, Action action) {
    Opened opened = state.theOpened();
    Optional<Code> line = desk.cursor().filter(Desks.lines(opened, desk.subject())::contains);
    if (line.isEmpty()) {
      return Turn.to(state.saying("after the last line: } next case, k back up"));
    }
    Code code = line.get();
    return switch (action) {
      case YES -> answered(state, desk, code, Answer.YES);
      case NO -> answered(state, desk, code, Answer.NO);
      case NOT_APPLICABLE -> answered(state, desk, code, Answer.NA);
      case CLEAR -> put(state, desk.subject(), code, Wanted.NOTHING, Optional.empty());
      case ASK -> {
        Wanted now = Shown.of(state, opened, desk.subject(), code).wanted();
        yield put(state, desk.subject(), code, now.withAsk(!now.ask()), Optional.empty());
      }
      case YES_REASON -> Forms.note(state, desk.subject(), code, Optional.of(Answer.YES));
      case NO_REASON -> Forms.note(state, desk.subject(), code, Optional.of(Answer.NO));
      case NOTE -> Forms.note(state, desk.subject(), code, Optional.empty());
      default -> throw new IllegalArgumentException("no answer key: " + action);
    };
  }

  private static Turn answered(State state, Screen.Desk desk, Code code, Answer answer) {
    Wanted now = Shown.of(state, state.theOpened(), desk.subject(), code).wanted();
    boolean same = now.answer().equals(Optional.of(answer));
    Wanted wanted = new Wanted(Optional.of(answer), same ? now.note() : "", now.ask());
    Turn put = put(state, desk.subject(), code, wanted, Optional.empty());
    return isRefused(put) ? put : put.then(after -> Turn.to(advanced(after, desk, code)));
  }

  /** On to the next line in printed order. */
  static State advanced(State state, Screen.Desk desk, Code answered) {
    return state.on(Desks.advanced(state.theOpened(), desk.withAnswered(answered)));
  }

  /** Whether what was asked was not even put in line. */
  static boolean isRefused(Turn turn) {
    return turn.effects().contains(new Effect.Ring());
  }

  /** Asks for what shall stand at a question; nothing is asked when it already does. */
  static Turn put(
      State state, Optional<Reference> subject, Code code, Wanted wanted, Optional<Form> form) {
    Opened opened = state.theOpened();
    Shown now = Shown.of(state, opened, subject, code);
    State settled = state.mapOpened(one -> one.settled(subject, code));
    if (now.wanted().equals(wanted) && !isUndoing(state.outbox())) {
      return Turn.to(settled);
    }
    long standing = now.standing().map(given -> given.revision()).orElse(0L);
    Write write = new Write.PutAnswer(opened.id(), subject, code, wanted, standing);
    Turn asked = ask(settled, state, write, form);
    if (isRefused(asked)) {
      return asked;
    }
    var own = new OwnAnswer(opened.id(), subject, code, now.wanted(), wanted, true);
    State told = asked.state().with(asked.state().display().withAnswered(own));
    return new Turn(told, asked.effects());
  }

  /** Puts a write last in line; tells when it cannot be taken. */
  static Turn ask(State state, Write write, Optional<Form> form) {
    return ask(state, state, write, form);
  }

  private static Turn ask(State taken, State refused, Write write, Optional<Form> form) {
    return refusal(refused)
        .map(why -> new Turn(kept(refused, form).saying(why), List.of(new Effect.Ring())))
        .orElseGet(
            () ->
                Turn.to(
                    taken
                        .mapOpened(Opened::withoutRedo)
                        .withOutbox(
                            taken
                                .outbox()
                                .plus(
                                    Outbox.Purpose.CHANGE,
                                    write,
                                    follows(taken.outbox(), write),
                                    form))));
  }

  /** Why nothing can be asked now. */
  static Optional<String> refusal(State state) {
    if (!state.link().mayWrite()) {
      return Optional.of("your role may read, not write");
    }
    if (state.outbox().full()) {
      return Optional.of(
          Outbox.MOST_WAITING + " answers are waiting; no more are taken until they are sent");
    }
    return Optional.empty();
  }

  private static State kept(State state, Optional<Form> form) {
    return form.map(one -> state.withDrafts(state.drafts().keep(one))).orElse(state);
  }

  private static boolean follows(Outbox outbox, Write write) {
    return write instanceof Write.PutAnswer put
        && (!outbox.acknowledged().isEmpty()
            || isUndoing(outbox)
            || outbox.waiting().stream()
                .anyMatch(entry -> entry.isAbout(put.inspection(), put.subject(), put.code())));
  }

  /** What will stand is known only once the undo or redo is on disk. */
  private static boolean isUndoing(Outbox outbox) {
    return outbox.waiting().stream().anyMatch(entry -> entry.purpose() != Outbox.Purpose.CHANGE);
  }
}
