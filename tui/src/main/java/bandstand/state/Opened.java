package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.inspection.Case;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.rating.Ratings;
import bandstand.wire.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inspection that is looked at, as the daemon had it at its revision.
 *
 * @param openCases how many cases lack a judgement
 * @param moved what the changes since the last key did to figures and ratings, by code: 1 risen, −1
 *     fallen, 0 changed otherwise
 * @param undoable this client's own changes, latest last
 * @param redoable those it took back, latest last
 * @param refusals own answers that met somebody else's, until answered anew
 */
public record Opened(
    Inspection inspection,
    Ratings ratings,
    int openCases,
    Map<Code, Integer> moved,
    List<Own> undoable,
    List<Own> redoable,
    List<Refusal> refusals) {
  /** A day's keys. */
  static final int MOST_UNDOABLE = 5_000;

  /**
   * A change this client made.
   *
   * @param revision 0 when it was taken back before it was sent
   * @param undo revision of the undo that took it back last; 0 when none did
   */
  public record Own(long revision, Write write, long undo) {
    Own undoneAt(long other) {
      return new Own(revision, write, other);
    }
  }

  /**
   * An own answer that met a conflict.
   *
   * @param standing what stands there instead; empty: nothing
   * @param why in the daemon's words
   */
  public record Refusal(
      Optional<Reference> subject, Code code, Wanted mine, Optional<Given> standing, String why) {
    boolean isAbout(Optional<Reference> otherSubject, Code otherCode) {
      return subject.equals(otherSubject) && code.equals(otherCode);
    }
  }

  public Opened {
    moved = Map.copyOf(moved);
    undoable = latest(undoable);
    redoable = latest(redoable);
    refusals = List.copyOf(refusals);
  }

  public InspectionId id() {
    return inspection.id();
  }

  public Framework framework() {
    return inspection.framework();
  }

  public long revision() {
    return inspection.revision();
  }

  Summary summary() {
    int cases = inspection.cases().size();
    return new Summary(
        id(),
        inspection.detail(Inspection.SERVICE).orElseGet(() -> id().text()),
        framework(),
        cases,
        cases - openCases,
        Optional.of(ratings.overall()),
        inspection.carriedFrom().map(Inspection.Origin::inspection),
        inspection.detail(Inspection.RETAIN_UNTIL).flatMap(Retention::day),
        inspection.detail(Inspection.SIGNED_OFF_BY));
  }

  public Optional<Refusal> refusal(Optional<Reference> subject, Code code) {
    return refusals.stream().filter(refusal -> refusal.isAbout(subject, code)).findFirst();
  }

  /** Whether a case lacks a judgement that its type is asked. */
  public boolean isOpen(Case file) {
    return framework().standards().stream()
        .filter(standard -> standard.caseTypes().contains(file.type()))
        .flatMap(standard -> standard.keyQuestions().stream())
        .map(KeyQuestion::code)
        .anyMatch(code -> file.answer(code).isEmpty());
  }

  Opened with(Inspection other, Ratings otherRatings, Map<Code, Integer> otherMoved) {
    return new Opened(other, otherRatings, openCases, otherMoved, undoable, redoable, refusals);
  }

  Opened withOpenCases(int other) {
    return new Opened(inspection, ratings, other, moved, undoable, redoable, refusals);
  }

  Opened withMoved(Map<Code, Integer> other) {
    return new Opened(inspection, ratings, openCases, other, undoable, redoable, refusals);
  }

  Opened withUndo(List<Own> otherUndoable, List<Own> otherRedoable) {
    return new Opened(
        inspection, ratings, openCases, moved, otherUndoable, otherRedoable, refusals);
  }

  Opened did(Own own) {
    return withUndo(plus(undoable, own), redoable);
  }

  /** What stands at that revision is somebody else's. */
  Opened withoutOwn(long revision) {
    return withUndo(undoable.stream().filter(own -> own.revision() != revision).toList(), redoable);
  }

  /** A new change is asked for: what was taken back before it cannot be redone. */
  Opened withoutRedo() {
    return withUndo(undoable, List.of());
  }

  Opened refused(Refusal refusal) {
    return withRefusals(plus(settled(refusal.subject(), refusal.code()).refusals(), refusal));
  }

  /** The question was answered anew. */
  Opened settled(Optional<Reference> subject, Code code) {
    return refusals.isEmpty()
        ? this
        : withRefusals(
            refusals.stream().filter(refusal -> !refusal.isAbout(subject, code)).toList());
  }

  private Opened withRefusals(List<Refusal> others) {
    return new Opened(inspection, ratings, openCases, moved, undoable, redoable, others);
  }

  static <T> List<T> plus(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  static <T> List<T> withoutLast(List<T> list) {
    return list.subList(0, list.size() - 1);
  }

  private static List<Own> latest(List<Own> changes) {
    return List.copyOf(
        changes.subList(Math.max(0, changes.size() - MOST_UNDOABLE), changes.size()));
  }
}
