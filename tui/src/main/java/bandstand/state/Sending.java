package bandstand.state;

import bandstand.framework.Problem;
import bandstand.inspection.Case;
import bandstand.inspection.Given;
import bandstand.inspection.Recorded;
import bandstand.inspection.Step;
import bandstand.wire.CaseJson;
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
    if (!head.underWay() && !head.pending()) {
      return next(settled(state, head, head.revision(), Optional.empty(), true));
    }
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
    return head.follows() && !head.doubtful() && !state.outbox().acknowledged().isEmpty();
  }

  /** What may be on disk is sent as it was, so that the daemon knows it again. */
  private static Optional<Write> write(State state, Outbox.Entry head) {
    if (head.doubtful() || !head.follows()) {
      return Optional.of(head.write());
    }
    Optional<Opened> opened = opened(state, head);
    if (opened.isEmpty()) {
      return Optional.of(head.write()).filter(write -> head.purpose() == Outbox.Purpose.CHANGE);
    }
    return Undoing.resolved(opened.get(), head).map(write -> upToDate(opened.get(), write));
  }

  /** The inspection it is about, if that is the one opened. */
  private static Optional<Opened> opened(State state, Outbox.Entry entry) {
    return state.opened().filter(opened -> entry.isOf(opened.id()));
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
    boolean isNew =
        opened(state, head)
            .filter(opened -> isNew(head, saved.revision(), opened.revision()))
            .isPresent();
    return settled(state, head, saved.revision(), saved.change(), isNew);
  }

  /** Whether it made a change whose revision was told; else what was wanted stood there already. */
  private static boolean isNew(Outbox.Entry head, long revision, long known) {
    if (revision == 0) {
      return false;
    }
    return switch (head.write()) {
      case Write.Undo undo -> true;
      case Write.Redo redo -> true;
      case Write.Raise raise -> true;
      default -> revision > known || revision == head.revision();
    };
  }

  /**
   * The head is on disk.
   *
   * @param isNew its own change has this revision; else somebody's earlier one has
   */
  private static State settled(
      State state, Outbox.Entry head, long revision, Optional<Recorded> change, boolean isNew) {
    Optional<Opened> opened = opened(state, head);
    State done =
        opened.isEmpty()
            ? state.withOutbox(state.outbox().saveUnseen(revision))
            : here(folded(state, opened.get(), change), head, revision, isNew);
    String words = words(done, head);
    return words.isEmpty() ? counted(done) : counted(done).saying(words);
  }

  private static State folded(State state, Opened opened, Optional<Recorded> change) {
    return change
        .filter(recorded -> recorded.inspection().equals(opened.id()))
        .filter(recorded -> recorded.revision() == opened.revision() + 1)
        .map(recorded -> Following.folded(state, recorded))
        .orElse(state);
  }

  private static State here(State state, Outbox.Entry head, long revision, boolean isNew) {
    State kept =
        state.mapOpened(
            opened ->
                isNew ? own(opened, head, revision) : Undoing.refused(opened, head.purpose()));
    Outbox outbox = kept.outbox();
    return kept.withOutbox(
        revision > kept.theOpened().revision()
            ? outbox.acknowledge(revision)
            : outbox.withoutHead());
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
      return Turn.to(standing(state, head, refused.standing()));
    }
    State without = state.withOutbox(state.outbox().withoutHead().withLeaving(false));
    State told =
        head.write() instanceof Write.PutAnswer put && head.purpose() == Outbox.Purpose.CHANGE
            ? Refusing.answer(without, put, refused)
            : Refusing.other(without, head, refused.problem());
    return Turn.to(told, new Effect.Ring());
  }

  /** What it met is what it wanted. */
  private static boolean standsAnyway(Outbox.Entry head, Message.Refused refused) {
    Problem.Kind kind = refused.problem().kind();
    return (kind == Problem.Kind.CONFLICT || kind == Problem.Kind.PRECONDITION_FAILED)
        && head.write() instanceof Write.PutAnswer put
        && put.wanted().equals(Wanted.of(refused.standing()));
  }

  /** Its own if it was on disk when the connection was lost; else somebody did the same. */
  private static State standing(State state, Outbox.Entry head, Optional<Given> standing) {
    boolean own =
        head.doubtful() && standing.filter(given -> state.link().isMe(given.by())).isPresent();
    long revision = standing.map(Given::revision).orElse(0L);
    State settled = settled(state, head, revision, Optional.empty(), own);
    String news =
        standing
            .map(given -> given.by() + " answered the same: ")
            .orElse("cleared already: ")
            .concat(Words.of(head.write()));
    return own
        ? settled
        : settled.with(settled.display().withoutAnswered(head.write()).withNews(news));
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
  private static String words(State state, Outbox.Entry entry) {
    return switch (entry.purpose()) {
      case UNDO -> "taken back" + takenBack(state) + "; U brings it back";
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
                    : patch.reference() + step(state, patch);
            case Write.PatchDetails patch -> "details saved";
            case Write.Undo undo -> "";
            case Write.Redo redo -> "";
            case Write.Create create -> "";
            case Write.Carry carry -> "";
          };
    };
  }

  /** What no figure on the screen shows to be gone. */
  private static String takenBack(State state) {
    return state
        .opened()
        .map(Opened::redoable)
        .filter(done -> !done.isEmpty())
        .map(done -> takenBack(done.getLast().write()))
        .orElse("");
  }

  private static String takenBack(Write write) {
    return switch (write) {
      case Write.PatchCase patch ->
          patch.facts().containsKey(Case.ASSIGNEE)
              ? ": the assignee of " + patch.reference()
              : ": note and step of " + patch.reference();
      case Write.Raise raise -> ": the alert you raised";
      case Write.PatchAlert patch -> ": what you said of alert " + patch.number();
      case Write.PatchDetails patch -> ": the details";
      case Write.PutAnswer put -> "";
      case Write.Undo undo -> "";
      case Write.Redo redo -> "";
      case Write.Create create -> "";
      case Write.Carry carry -> "";
    };
  }

  /** What handing on a case with open questions leaves behind is said, and not kept from it. */
  private static String step(State state, Write.PatchCase patch) {
    String step = patch.facts().getOrDefault(Case.STEP, Optional.empty()).orElse("");
    if (!step.equals(Step.SUBMITTED.word()) && !step.equals(Step.CHECKED.word())) {
      return " saved";
    }
    long open =
        state
            .opened()
            .filter(opened -> opened.id().equals(patch.inspection()))
            .flatMap(
                opened ->
                    opened
                        .inspection()
                        .file(patch.reference())
                        .map(file -> CaseJson.progress(file, opened.framework())))
            .map(
                progress ->
                    progress.keyQuestions()
                        - progress.judged()
                        + progress.prompts()
                        - progress.answered())
            .orElse(0);
    return open == 0 ? " saved: " + step : " saved: " + step + " with " + open + " open";
  }
}
