package bandstand.state;

import bandstand.framework.Problem;
import bandstand.inspection.Case;
import bandstand.inspection.Given;
import bandstand.inspection.InspectionId;
import java.util.List;
import java.util.Optional;

/** The line of writes: one sent at a time, and what the daemon says to it. */
final class Sending {
  private Sending() {}

  /** Sends the head if it can be sent now, or leaves when nothing waits and leaving was asked. */
  static Turn next(State state) {
    Outbox outbox = state.outbox();
    if (outbox.waiting().isEmpty()) {
      return outbox.leaving()
          ? Turn.to(state.withOutbox(outbox.withLeaving(false)), new Effect.Quit())
          : Turn.to(told(state));
    }
    Outbox.Entry head = outbox.waiting().getFirst();
    if (!state.link().connected() || head.underWay() || isBehind(state, head)) {
      return Turn.to(state);
    }
    Optional<Write> write = write(state, head);
    if (write.isEmpty()) {
      State without = state.withOutbox(outbox.withoutHead());
      return next(without.saying("nothing is left to take back or to redo"));
    }
    Write resolved = write.get();
    return Turn.to(
        state.withOutbox(outbox.withHead(entry -> entry.underWayAs(resolved))),
        new Effect.Send(head.request(), resolved));
  }

  /** All that waited when the connection came back is dealt with: say so once. */
  private static State told(State state) {
    Outbox outbox = state.outbox();
    if (outbox.owed() == 0) {
      return state;
    }
    int refused = outbox.owed() - outbox.sent();
    String words =
        "connected, "
            + Words.count(outbox.sent(), "answer")
            + " sent"
            + (refused == 0 ? "" : ", " + refused + " refused");
    return state.withOutbox(outbox.withOwed(0, 0)).saying(words);
  }

  /**
   * What stands must be known before it is sent, and a change of this client's is still to come.
   */
  private static boolean isBehind(State state, Outbox.Entry head) {
    return head.follows() && !state.outbox().acknowledged().isEmpty();
  }

  private static Optional<Write> write(State state, Outbox.Entry head) {
    if (state.opened().isEmpty() || !head.follows()) {
      return Optional.of(head.write());
    }
    Opened opened = state.opened().get();
    return Undoing.resolved(opened, head).map(write -> upToDate(opened, write));
  }

  /** An answer, given in the sight of what stands now. */
  static Write upToDate(Opened opened, Write write) {
    return write instanceof Write.PutAnswer put && put.inspection().equals(opened.id())
        ? new Write.PutAnswer(
            put.inspection(),
            put.subject(),
            put.code(),
            put.wanted(),
            opened.inspection().given(put.subject(), put.code()).map(Given::revision).orElse(0L))
        : write;
  }

  static State saved(State state, Message.Saved saved) {
    if (!state.outbox().isUnderWay(saved.request())) {
      return state;
    }
    Outbox.Entry head = state.outbox().waiting().getFirst();
    long known = state.opened().map(Opened::revision).orElse(Long.MAX_VALUE);
    boolean isNew = saved.revision() > known || saved.revision() == head.revision();
    State folded =
        saved
            .change()
            .filter(recorded -> isFor(state, recorded.inspection()))
            .filter(recorded -> recorded.revision() == known + 1)
            .map(recorded -> Following.folded(state, recorded))
            .orElse(state);
    long seen = folded.opened().map(Opened::revision).orElse(Long.MAX_VALUE);
    State kept = isNew ? folded.mapOpened(one -> own(one, head, saved.revision())) : folded;
    State without =
        kept.withOutbox(
            saved.revision() > seen
                ? kept.outbox().acknowledge(saved.revision())
                : kept.outbox().withoutHead());
    State done = counted(without);
    String words = words(head);
    return words.isEmpty() ? done : done.saying(words);
  }

  static Turn created(State state, Message.Created created) {
    if (!state.outbox().isUnderWay(created.request())) {
      return Turn.to(state);
    }
    return new Turn(
        counted(state.withOutbox(state.outbox().withoutHead()))
            .withOpening(Optional.of(created.id()))
            .saying("created " + created.id()),
        List.of(new Effect.ListInspections(), new Effect.Open(created.id())));
  }

  static Turn refused(State state, Message.Refused refused) {
    if (!state.outbox().isUnderWay(refused.request())) {
      return Turn.to(state);
    }
    Outbox.Entry head = state.outbox().waiting().getFirst();
    if (standsAnyway(head, refused)) {
      long revision = refused.standing().map(Given::revision).orElse(0L);
      return Turn.to(
          saved(state, new Message.Saved(refused.request(), revision, Optional.empty())));
    }
    State without = state.withOutbox(state.outbox().withoutHead().withLeaving(false));
    State told =
        head.write() instanceof Write.PutAnswer put && head.purpose() == Outbox.Purpose.CHANGE
            ? Refusing.answer(without, put, refused)
            : Refusing.other(without, head, refused.problem());
    return Turn.to(told, new Effect.Ring());
  }

  /** The connection was lost after this very answer had been written. */
  private static boolean standsAnyway(Outbox.Entry head, Message.Refused refused) {
    Problem.Kind kind = refused.problem().kind();
    return (kind == Problem.Kind.CONFLICT || kind == Problem.Kind.PRECONDITION_FAILED)
        && head.write() instanceof Write.PutAnswer put
        && put.wanted().equals(Wanted.of(refused.standing()));
  }

  private static boolean isFor(State state, InspectionId inspection) {
    return state.opened().map(opened -> opened.id().equals(inspection)).orElse(false);
  }

  private static Opened own(Opened opened, Outbox.Entry entry, long revision) {
    return entry.purpose() == Outbox.Purpose.CHANGE
        ? opened.did(new Opened.Own(revision, entry.write(), 0))
        : Undoing.done(opened, entry.purpose(), revision);
  }

  /** One more of those that waited for the connection. */
  private static State counted(State state) {
    Outbox outbox = state.outbox();
    return outbox.owed() == 0
        ? state
        : state.withOutbox(outbox.withOwed(outbox.owed(), outbox.sent() + 1));
  }

  /** Nothing to say of what the figures show; the rest is told. */
  private static String words(Outbox.Entry entry) {
    return switch (entry.purpose()) {
      case UNDO -> "taken back; U brings it back";
      case REDO -> "brought back";
      case CHANGE ->
          switch (entry.write()) {
            case Write.PutAnswer put -> "";
            case Write.Raise raise -> "alert raised";
            case Write.PatchAlert patch ->
                "alert " + patch.number() + " is " + patch.status().word();
            case Write.PatchCase patch ->
                patch.facts().containsKey(Case.ASSIGNEE)
                    ? patch.reference() + " is yours; u gives it back"
                    : patch.reference() + " saved";
            case Write.PatchDetails patch -> "details saved";
            case Write.Undo undo -> "";
            case Write.Redo redo -> "";
            case Write.Create create -> "";
          };
    };
  }
}
