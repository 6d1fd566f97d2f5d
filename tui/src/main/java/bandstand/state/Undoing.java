package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Taking back this client's own changes, and bringing them back. */
final class Undoing {
  private Undoing() {}

  /** What is still waiting is taken out of the line; what is on disk is undone by the daemon. */
  static Turn undo(State state) {
    Opened opened = state.theOpened();
    Outbox outbox = state.outbox();
    Optional<Outbox.Entry> last = outbox.waiting().reversed().stream().findFirst();
    if (last.filter(entry -> canBeDropped(opened, entry)).isPresent()) {
      Outbox.Entry entry = last.get();
      var own = new Opened.Own(0, entry.write(), 0);
      return Turn.to(
          cursorTo(state, entry.write())
              .withOutbox(outbox.withoutLast())
              .withOpened(opened.withUndo(opened.undoable(), Opened.plus(opened.redoable(), own)))
              .saying(Words.of(entry.write()) + ": taken back before it was sent"));
    }
    List<Write> own = unfinished(state);
    return own.isEmpty()
        ? Turn.to(state.saying("nothing of your own to take back"))
        : asked(
            cursorTo(state, own.getLast()), Outbox.Purpose.UNDO, new Write.Undo(opened.id(), 0));
  }

  static Turn redo(State state) {
    Opened opened = state.theOpened();
    Outbox outbox = state.outbox();
    boolean undoing =
        outbox.waiting().stream()
            .anyMatch(entry -> entry.isOf(opened.id()) && entry.purpose() == Outbox.Purpose.UNDO);
    if (opened.redoable().isEmpty() && !undoing) {
      return Turn.to(state.saying("nothing to redo"));
    }
    return asked(state, Outbox.Purpose.REDO, new Write.Redo(opened.id(), 0));
  }

  /** What an undo or redo is when its turn comes to be sent; empty: nothing is left for it. */
  static Optional<Write> resolved(Opened opened, Outbox.Entry entry) {
    return switch (entry.purpose()) {
      case CHANGE -> Optional.of(entry.write());
      case UNDO -> last(opened.undoable()).map(own -> new Write.Undo(opened.id(), own.revision()));
      case REDO -> last(opened.redoable()).map(own -> redo(opened, own));
    };
  }

  /** What was never sent is sent now. */
  private static Write redo(Opened opened, Opened.Own own) {
    return own.revision() == 0 ? own.write() : new Write.Redo(opened.id(), own.undo());
  }

  /** After an undo or redo is on disk at a revision. */
  static Opened done(Opened opened, Outbox.Purpose purpose, long revision) {
    List<Opened.Own> undoable = opened.undoable();
    List<Opened.Own> redoable = opened.redoable();
    return switch (purpose) {
      case CHANGE -> opened;
      case UNDO ->
          last(undoable)
              .map(own -> Opened.plus(redoable, own.undoneAt(revision)))
              .map(longer -> opened.withUndo(Opened.withoutLast(undoable), longer))
              .orElse(opened);
      case REDO ->
          last(redoable)
              .map(own -> own.revision() == 0 ? new Opened.Own(revision, own.write(), 0) : own)
              .map(own -> Opened.plus(undoable, own))
              .map(longer -> opened.withUndo(longer, Opened.withoutLast(redoable)))
              .orElse(opened);
    };
  }

  /** It is refused for good, or stands anyway: it is forgotten, so that the one before is next. */
  static Opened refused(Opened opened, Outbox.Purpose purpose) {
    return switch (purpose) {
      case CHANGE -> opened;
      case UNDO ->
          opened.undoable().isEmpty()
              ? opened
              : opened.withUndo(Opened.withoutLast(opened.undoable()), opened.redoable());
      case REDO ->
          opened.redoable().isEmpty()
              ? opened
              : opened.withUndo(opened.undoable(), Opened.withoutLast(opened.redoable()));
    };
  }

  private static boolean canBeDropped(Opened opened, Outbox.Entry entry) {
    return entry.isOf(opened.id()) && !entry.sent() && entry.purpose() == Outbox.Purpose.CHANGE;
  }

  /** Own changes, latest last, without those that waiting undos will take. */
  private static List<Write> unfinished(State state) {
    Opened opened = state.theOpened();
    List<Write> writes =
        new ArrayList<>(opened.undoable().stream().map(Opened.Own::write).toList());
    List<Outbox.Entry> waiting =
        state.outbox().waiting().stream().filter(entry -> entry.isOf(opened.id())).toList();
    for (Outbox.Entry entry : waiting) {
      if (entry.purpose() == Outbox.Purpose.UNDO && !writes.isEmpty()) {
        writes.removeLast();
      } else if (entry.purpose() == Outbox.Purpose.CHANGE) {
        writes.add(entry.write());
      }
    }
    return writes;
  }

  private static Turn asked(State state, Outbox.Purpose purpose, Write write) {
    return Answering.refusal(state)
        .map(why -> Turn.to(state.saying(why), new Effect.Ring()))
        .orElseGet(
            () ->
                Turn.to(
                    state.withOutbox(state.outbox().plus(purpose, write, true, Optional.empty()))));
  }

  private static Optional<Opened.Own> last(List<Opened.Own> changes) {
    return changes.reversed().stream().findFirst();
  }

  /** On the desk of the case it is about, the cursor goes to what is taken back. */
  private static State cursorTo(State state, Write write) {
    if (state.screen() instanceof Screen.Desk desk
        && write instanceof Write.PutAnswer put
        && put.subject().equals(desk.subject())) {
      Code code = put.code();
      Optional<Reference> subject = put.subject();
      return Desks.lines(state.theOpened(), subject).contains(code)
          ? state.on(desk.at(Optional.of(code)))
          : state;
    }
    return state;
  }
}
