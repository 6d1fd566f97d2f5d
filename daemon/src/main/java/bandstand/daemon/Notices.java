package bandstand.daemon;

import bandstand.journal.Tail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What the log says of how a start found the data. */
final class Notices {
  private static final System.Logger LOG = System.getLogger(Notices.class.getName());

  private Notices() {}

  /** How the journal ended. */
  static void journal(Tail tail) {
    if (tail instanceof Tail.Damaged) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the journal is damaged, so only reads are answered: {0}; bandstand doctor says more",
          tail.words());
    } else {
      LOG.log(System.Logger.Level.INFO, "the journal: {0}", tail.words());
    }
  }

  /** Nothing while the clock is not behind what was written already. */
  static void clock(Places places, Instant now) throws IOException {
    Optional<Instant> ahead = places.writtenAfter(now);
    if (ahead.isPresent()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the clock says {0}, but the journal was written at {1}: set the clock; times of changes"
              + " go back, their order does not",
          now,
          ahead.get());
    }
  }

  /** A file at rest that does not count. */
  static void doubted(Path file, Throwable why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} cannot be trusted ({1}); it is made again from the journal",
        file.getFileName(),
        why.toString());
  }

  /** An edition that cannot be read. */
  static void leftOut(Path edition, String why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "added edition {0} is left out: {1}; add it again, or remove the file",
        edition.getFileName(),
        why);
  }
}
