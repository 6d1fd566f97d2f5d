package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was asked of the daemon and is not yet seen done: sent one at a time, in order.
 *
 * @param next the next request's number
 * @param waiting the first may be under way
 * @param acknowledged on disk, but their change has not come yet, by revision
 * @param owed how many waited when the connection came back; 0 once all are dealt with
 * @param sent how many of those are saved
 * @param leaving quit when nothing waits any more
 */
public record Outbox(
    long next, List<Entry> waiting, List<Entry> acknowledged, int owed, int sent, boolean leaving) {
  /** Seven court cases' worth of answers: more than a lost link should hide. */
  public static final int MOST_WAITING = 500;

  static final Outbox EMPTY = new Outbox(1, List.of(), List.of(), 0, 0, false);

  /** What a write is to this client. */
  public enum Purpose {
    /** A change of its own. */
    CHANGE,
    /** Takes back its latest change, whichever that is when it is sent. */
    UNDO,
    /** Brings back what it took back last. */
    REDO
  }

  /**
   * One write.
   *
   * @param doubtful it was sent and no answer came: it may be on disk
   * @param follows an earlier write may touch the same field, so what stands there is looked up
   *     when this one is sent
   * @param revision known from the daemon's answer or from the stream; 0 before
   * @param form what it was written in, to be opened again should it be refused
   */
  public record Entry(
      long request,
      Purpose purpose,
      Write write,
      boolean underWay,
      boolean doubtful,
      boolean follows,
      long revision,
      Optional<Form> form) {

    /** Not yet known to be on disk. */
    public boolean pending() {
      return revision == 0;
    }

    /** Whether it changes this inspection. */
    boolean isOf(InspectionId inspection) {
      return inspection().equals(Optional.of(inspection));
    }

    /** The inspection it changes; empty: it makes one. */
    private Optional<InspectionId> inspection() {
      return switch (write) {
        case Write.PutAnswer put -> Optional.of(put.inspection());
        case Write.Undo undo -> Optional.of(undo.inspection());
        case Write.Redo redo -> Optional.of(redo.inspection());
        case Write.PatchCase patch -> Optional.of(patch.inspection());
        case Write.Raise raise -> Optional.of(raise.inspection());
        case Write.PatchAlert patch -> Optional.of(patch.inspection());
        case Write.PatchDetails patch -> Optional.of(patch.inspection());
        case Write.Create create -> Optional.empty();
        case Write.Carry carry -> Optional.empty();
      };
    }

    /** Whether the daemon may have got it. */
    boolean sent() {
      return underWay || doubtful;
    }

    Entry underWayAs(Write resolved) {
      return new Entry(request, purpose, resolved, true, doubtful, follows, revision, form);
    }

    /** Its answer will not come. */
    Entry unanswered() {
      return new Entry(request, purpose, write, false, true, follows, revision, form);
    }

    Entry at(long otherRevision) {
      return new Entry(request, purpose, write, underWay, doubtful, follows, otherRevision, form);
    }

    /** In the sight of what an earlier answer to the same question left there. */
    Entry after(Entry earlier, long earlierRevision) {
      if (earlier.write() instanceof Write.PutAnswer left
          && write instanceof Write.PutAnswer put
          && isAbout(left.inspection(), left.subject(), left.code())) {
        long standing = left.wanted().nothing() ? 0 : earlierRevision;
        Write renewed =
            new Write.PutAnswer(
                put.inspection(), put.subject(), put.code(), put.wanted(), standing);
        return new Entry(request, purpose, renewed, underWay, doubtful, follows, revision, form);
      }
      return this;
    }

    boolean isAbout(InspectionId inspection, Optional<Reference> subject, Code code) {
      return write instanceof Write.PutAnswer put
          && put.inspection().equals(inspection)
          && put.subject().equals(subject)
          && put.code().equals(code);
    }
  }

  public Outbox {
    waiting = List.copyOf(waiting);
    acknowledged = List.copyOf(acknowledged);
  }

  public boolean full() {
    return waiting.size() >= MOST_WAITING;
  }

  public Optional<Entry> head() {
    return waiting.stream().findFirst();
  }

  boolean isUnderWay(long request) {
    return head().filter(entry -> entry.underWay() && entry.request() == request).isPresent();
  }

  /** One more write, as the last. */
  Outbox plus(Purpose purpose, Write write, boolean follows, Optional<Form> form) {
    List<Entry> longer = new ArrayList<>(waiting);
    longer.add(new Entry(next, purpose, write, false, false, follows, 0, form));
    return new Outbox(next + 1, longer, acknowledged, owed, sent, leaving);
  }

  Outbox withHead(UnaryOperator<Entry> change) {
    List<Entry> others = new ArrayList<>(waiting);
    others.set(0, change.apply(others.getFirst()));
    return new Outbox(next, others, acknowledged, owed, sent, leaving);
  }

  Outbox withoutHead() {
    return new Outbox(next, waiting.subList(1, waiting.size()), acknowledged, owed, sent, leaving);
  }

  Outbox withoutLast() {
    return new Outbox(
        next, waiting.subList(0, waiting.size() - 1), acknowledged, owed, sent, leaving);
  }

  Outbox withWaiting(List<Entry> others) {
    return new Outbox(next, others, acknowledged, owed, sent, leaving);
  }

  /** The head is on disk at a revision whose change is still to come. */
  Outbox acknowledge(long revision) {
    List<Entry> longer = new ArrayList<>(acknowledged);
    longer.add(waiting.getFirst().at(revision));
    return new Outbox(next, waiting.subList(1, waiting.size()), longer, owed, sent, leaving);
  }

  /**
   * The head is on disk in an inspection that is not opened, where nobody tells what it led to;
   * later answers to its question are given in the sight of it.
   */
  Outbox saveUnseen(long revision) {
    Entry head = waiting.getFirst();
    return withWaiting(waiting.stream().skip(1).map(entry -> entry.after(head, revision)).toList());
  }

  /** Another inspection is opened: the changes of others do not come any more. */
  Outbox only(InspectionId inspection) {
    Outbox kept = this;
    for (Entry entry : acknowledged) {
      if (!entry.isOf(inspection)) {
        kept =
            kept.withWaiting(
                kept.waiting.stream().map(one -> one.after(entry, entry.revision())).toList());
      }
    }
    List<Entry> own = acknowledged.stream().filter(entry -> entry.isOf(inspection)).toList();
    return new Outbox(next, kept.waiting, own, owed, sent, leaving);
  }

  /** Changes up to this revision are seen. */
  Outbox seen(long revision) {
    return acknowledged.isEmpty()
        ? this
        : new Outbox(
            next,
            waiting,
            acknowledged.stream().filter(entry -> entry.revision() > revision).toList(),
            owed,
            sent,
            leaving);
  }

  Outbox withOwed(int otherOwed, int otherSent) {
    return new Outbox(next, waiting, acknowledged, otherOwed, otherSent, leaving);
  }

  Outbox withLeaving(boolean other) {
    return new Outbox(next, waiting, acknowledged, owed, sent, other);
  }

  /** The latest write about a question that is not yet seen done. */
  Optional<Entry> latest(InspectionId inspection, Optional<Reference> subject, Code code) {
    return lastOf(waiting, inspection, subject, code)
        .or(() -> lastOf(acknowledged, inspection, subject, code));
  }

  private static Optional<Entry> lastOf(
      List<Entry> entries, InspectionId inspection, Optional<Reference> subject, Code code) {
    return entries.reversed().stream()
        .filter(entry -> entry.isAbout(inspection, subject, code))
        .findFirst();
  }
}
