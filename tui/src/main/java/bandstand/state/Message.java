package bandstand.state;

import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.wire.BackupJson;
import bandstand.wire.CarryJson;
import bandstand.wire.RatingsTree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Anything that happens to the client: a key, an answer of the daemon, somebody's change. */
public sealed interface Message {

  /**
   * A key.
   *
   * @param at the client's clock: the only time the state ever learns
   */
  record Pressed(Key key, Instant at) implements Message {}

  /** The terminal has this many rows and columns. */
  record Resized(int rows, int columns) implements Message {}

  /**
   * The daemon answers, at the start or again after {@link ConnectionLost}.
   *
   * @param daemon its name for row 1, such as {@code 127.0.0.1:7117}
   * @param me who the token stands for
   */
  record Connected(String daemon, Person me) implements Message {}

  /** Nothing reaches the daemon; what is unanswered of {@link Effect.Send} will be sent again. */
  record ConnectionLost(String why) implements Message {}

  /** The daemon knows this client's token no longer; what is written waits for another. */
  record TurnedAway() implements Message {}

  /** Answers {@link Effect.ListInspections}: all of them. */
  record InspectionsListed(List<Summary> inspections) implements Message {
    public InspectionsListed {
      inspections = List.copyOf(inspections);
    }
  }

  /** Comes before {@link InspectionsListed}, where the daemon says it and keeps what it has. */
  record BackupTold(BackupJson.Status status) implements Message {}

  /** Answers {@link Effect.LoadEditions}. */
  record EditionsLoaded(List<Framework> editions) implements Message {
    public EditionsLoaded {
      editions = List.copyOf(editions);
    }
  }

  /**
   * Answers {@link Effect.LoadWording}.
   *
   * @param digest the edition's
   */
  record WordingLoaded(String digest, Printed printed) implements Message {}

  /**
   * Answers {@link Effect.Open}, and comes again whenever the stream of changes was reset.
   *
   * <p>Every change after this revision follows as a {@link ChangeSeen}, in order and without a
   * gap. It may already hold parts of changes that follow.
   */
  record InspectionOpened(Inspection inspection) implements Message {}

  /**
   * Somebody's change of the followed inspection, this client's own included.
   *
   * @param complete false when the edits were left out for their size: everything is read again
   */
  record ChangeSeen(Recorded recorded, boolean complete) implements Message {}

  /** Answers {@link Effect.Compare}. */
  record Compared(Comparison comparison) implements Message {}

  /** Answers {@link Effect.ReadRatings}. */
  record RatingsRead(Inspection.Origin of, RatingsTree ratings) implements Message {}

  /** Answers {@link Effect.PreviewCarry}; nothing is kept so far. */
  record CarryPreviewed(Effect.PreviewCarry asked, CarryJson.Told told) implements Message {}

  /** Reading failed for another reason than a lost connection. */
  record ReadRefused(Effect effect, Problem problem) implements Message {}

  /**
   * A {@link Write} is on disk.
   *
   * @param revision of the inspection after it; an earlier one when it already stood so
   * @param change what was recorded, as far as the answer tells; the stream brings it in any case
   */
  record Saved(long request, long revision, Optional<Recorded> change) implements Message {}

  /** {@link Write.Create} or {@link Write.Carry} is on disk. */
  record Created(long request, InspectionId id) implements Message {}

  /**
   * A {@link Write} is refused and stays undone.
   *
   * @param standing what stands at the question of a {@link Write.Answer} that met a conflict
   */
  record Refused(long request, Problem problem, Optional<Given> standing) implements Message {}
}
