package bandstand.service;

import bandstand.inspection.InspectionId;
import bandstand.inspection.Once;
import bandstand.store.Noted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that was met before under its Idempotency-Key.
 *
 * @param revision that it made; of one that changed nothing, the one that stood
 */
record Earlier(
    InspectionId inspection, Once once, String by, long revision, boolean changed, Instant at) {

  /** The one that a line of an inspection's history tells of, under the key that it has. */
  static Earlier of(InspectionId inspection, Noted line) {
    return new Earlier(
        inspection, line.once().orElseThrow(), line.by(), line.revision(), true, line.at());
  }

  /** Whether an inspection still tells of it: an erasure takes the key along. */
  boolean standsIn(Snapshot snapshot) {
    List<Noted> lines = snapshot.history();
    return lines.get(Math.toIntExact(revision - 1)).once().equals(Optional.of(once));
  }

  /** One that found standing already what it asks for. */
  static Earlier stood(Writer.Job job, Once once, Snapshot now, Instant at) {
    return new Earlier(job.id(), once, job.by().name(), now.state().revision(), false, at);
  }

  /** Before this, its key is remembered no more. */
  boolean isOlderThan(Instant oldest) {
    return at.isBefore(oldest);
  }
}
