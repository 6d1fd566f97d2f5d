package bandstand.service;

import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import java.time.Instant;

/** A wish met: refused, found standing already, known from before, or drafted as an entry. */
sealed interface Answered {
  Writer.Job job();

  /** It is not done. */
  record Refused(Writer.Job job, Problem problem) implements Answered {}

  /** What it asks for stands already. */
  record Stands(Writer.Job job, Instant at) implements Answered {}

  /** It was met before. */
  record Repeats(Writer.Job job, Earlier earlier) implements Answered {}

  /** It is to be recorded. */
  record Drafted(Writer.Job job, Recorded recorded, Inspection after) implements Answered {}
}
