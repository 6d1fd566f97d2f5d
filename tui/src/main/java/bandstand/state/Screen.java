package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Relation;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.wire.RatingsTree;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * What is looked at, and where in it.
 *
 * <p>A cursor names what it stands on, never a row number: somebody else's change may move rows.
 * When what it names is gone, it stands on the first row.
 */
public sealed interface Screen {

  /** All inspections. */
  record Inspections(Optional<InspectionId> cursor, String filter) implements Screen {
    Inspections at(InspectionId other) {
      return new Inspections(Optional.of(other), filter);
    }
  }

  /**
   * The tree of standards with the chosen one's figures.
   *
   * @param unfolded the key question whose prompts are shown in the tree
   */
  record Standards(Code cursor, Optional<Code> unfolded, String filter) implements Screen {
    Standards at(Code other) {
      return new Standards(other, unfolded, filter);
    }

    Standards unfolding(Optional<Code> other) {
      return new Standards(cursor, other, filter);
    }
  }

  /** The cases that pass a filter; its words are in {@link CaseFilter}. */
  record Cases(Optional<Reference> cursor, String filter) implements Screen {
    Cases at(Reference other) {
      return new Cases(Optional.of(other), filter);
    }
  }

  /**
   * The questions of one case, or of the service in judged standards.
   *
   * @param subject the case; empty for the service itself
   * @param cursor empty: after the last line
   * @param answered the question this desk was last used for, which stays in sight
   */
  record Desk(Optional<Reference> subject, Optional<Code> cursor, Optional<Answered> answered)
      implements Screen {
    Desk at(Optional<Code> other) {
      return new Desk(subject, other, answered);
    }

    Desk withAnswered(Code code) {
      return new Desk(subject, cursor, Optional.of(new Answered(subject, code)));
    }
  }

  /** A question that was just answered. */
  record Answered(Optional<Reference> subject, Code code) {}

  /**
   * All standards in one table.
   *
   * @param question the key question looked at; empty: the one that sets the standard
   */
  record Board(Code cursor, Optional<Code> question, String filter) implements Screen {
    Board at(Code other) {
      return new Board(other, Optional.empty(), filter);
    }

    Board asking(Code standard, Code other) {
      return new Board(standard, Optional.of(other), filter);
    }
  }

  /** The cases that said no to a key question, with their notes. */
  record NoCases(Code question, Optional<Reference> cursor, String filter) implements Screen {
    NoCases at(Reference other) {
      return new NoCases(question, Optional.of(other), filter);
    }
  }

  /** Every alert of the inspection, open ones first. */
  record Alerts(int cursor, String filter) implements Screen {
    Alerts at(int other) {
      return new Alerts(other, filter);
    }
  }

  /**
   * Figures typed in, and what they would be worth; nothing is stored.
   *
   * @param edition rated with; it stays when the daemon has another of its id
   * @param typed as typed, by key question or judged standard
   * @param typing whether what stands at the cursor was begun there just now; else a digit replaces
   *     it
   * @param top the first row in sight, with the headings among them
   */
  record Calculator(
      Framework edition, TreePMap<Code, String> typed, Code cursor, boolean typing, int top)
      implements Screen {
    Calculator at(Code other, int otherTop) {
      return new Calculator(edition, typed, other, false, otherTop);
    }
  }

  /**
   * Two editions held against each other.
   *
   * @param comparison empty until the daemon has answered
   * @param origin the inspection that the opened one was carried from, as it was then: shown in
   *     place of the relations, beside the opened one
   * @param top rows of that out of sight above
   */
  record Compare(
      Framework from,
      Framework to,
      Optional<Comparison> comparison,
      Optional<Relation> cursor,
      String filter,
      Optional<RatingsTree> origin,
      int top)
      implements Screen {
    static Compare of(Framework from, Framework to) {
      return new Compare(from, to, Optional.empty(), Optional.empty(), "", Optional.empty(), 0);
    }

    Compare at(Relation other) {
      return new Compare(from, to, comparison, Optional.of(other), filter, origin, top);
    }

    Compare filtered(String other) {
      return new Compare(from, to, comparison, cursor, other, origin, top);
    }

    Compare beside(Optional<RatingsTree> other) {
      return new Compare(from, to, comparison, cursor, filter, other, 0);
    }

    Compare scrolled(int other) {
      return new Compare(from, to, comparison, cursor, filter, origin, other);
    }

    /** Whether these are the editions; others may have their ids. */
    boolean areOf(Framework one, Framework other) {
      return from.edition().digest().equals(one.edition().digest())
          && to.edition().digest().equals(other.edition().digest());
    }

    /** What was compared, if it is what is looked at. */
    Compare holding(Comparison other) {
      boolean same = areOf(other.from(), other.to());
      return same ? new Compare(from, to, Optional.of(other), cursor, filter, origin, top) : this;
    }
  }
}
