package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.journal.Excerpt;
import bandstand.store.Backup;
import bandstand.store.Durable;
import bandstand.wire.BackupJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Backups of one data folder: made while changes go on, and remembered once somebody has read one
 * whole and found it sound.
 *
 * <p>What was verified last stands in a file beside the journal: it is about this disk and the
 * place of the backup, and no part of any inspection.
 */
public final class Backups {
  /** Each reads the whole journal: a third would only make all of them slower. */
  private static final int AT_ONCE = 2;

  private final Path data;
  private final Path file;
  private final Inspections inspections;
  private final Erasures erasures;
  private final InstantSource clock;
  private final String version;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private volatile Optional<BackupJson.Proof> last;

  /** A backup that has its place and is still to be written. */
  public final class Making implements AutoCloseable {
    private final Backup.Made made;
    private final Excerpt excerpt;
    private final AtomicBoolean done = new AtomicBoolean();

    private Making(Person by) {
      this.made = new Backup.Made(now(), by.name(), version);
      this.excerpt = inspections.excerpt();
    }

    /** The last change in it. */
    public long sequence() {
      return excerpt.sequence();
    }

    public Instant at() {
      return made.at();
    }

    /** Writes it, once, and gives its place back whatever comes of it. */
    public void into(OutputStream out) throws IOException {
      try {
        Backup.write(out, data, excerpt, made);
      } finally {
        close();
      }
    }

    /** Gives its place back, written or not. */
    @Override
    public void close() {
      if (done.compareAndSet(false, true)) {
        places.release();
      }
    }
  }

  private Backups(
      Path data,
      Path file,
      Inspections inspections,
      Erasures erasures,
      InstantSource clock,
      String version,
      Optional<BackupJson.Proof> last) {
    this.data = data;
    this.file = file;
    this.inspections = inspections;
    this.erasures = erasures;
    this.clock = clock;
    this.version = version;
    this.last = last;
  }

  /**
   * Of a data folder.
   *
   * @param file holds what was verified last; absent or unreadable: nothing was
   * @param version of this program
   */
  public static Backups open(
      Path data,
      Path file,
      Inspections inspections,
      Erasures erasures,
      InstantSource clock,
      String version)
      throws IOException {
    return new Backups(data, file, inspections, erasures, clock, version, read(file));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** What a file says was verified last. */
  public static Optional<BackupJson.Proof> read(Path file) throws IOException {
    return Files.exists(file)
            && BackupJson.readProof(Files.readAllBytes(file))
                instanceof Outcome.Done<BackupJson.Proof>(BackupJson.Proof proof)
        ? Optional.of(proof)
        : Optional.empty();
  }

  /** Takes a place; refused while all are taken, or the ledger of erasures cannot be written. */
  public Outcome<Making> begin(Person by) {
    try {
      erasures.keep();
    } catch (IOException full) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE,
          "The ledger of erasures, which a backup holds, cannot be written; make space, then send"
              + " it again");
    }
    return places.tryAcquire()
        ? Outcome.done(new Making(by))
        : Outcome.refused(
            Problem.conflict(
                "%d backups are being made already; wait until one is done".formatted(AT_ONCE),
                List.of()));
  }

  /** The last verified one. */
  public Optional<BackupJson.Proof> last() {
    return last;
  }

  public BackupJson.Status status() {
    Optional<BackupJson.Proof> proof = last;
    Duration age =
        proof.map(one -> Duration.between(one.at(), clock.instant())).orElse(Duration.ZERO);
    return new BackupJson.Status(
        inspections.excerpt().sequence(), proof, age.isNegative() ? Duration.ZERO : age);
  }

  /**
   * Takes somebody's word that a backup was read whole and is sound; one of an earlier change than
   * the last one takes nothing from it.
   *
   * @throws IOException if it cannot be kept
   */
  public synchronized Outcome<BackupJson.Status> verified(BackupJson.Claim claim, Person by)
      throws IOException {
    if (claim.sequence() > inspections.excerpt().sequence()) {
      return Outcome.refused(
          Problem.refused(
              Fault.at(
                  "/sequence",
                  Long.toString(claim.sequence()),
                  "sequence",
                  "The last change here is %d: it is a backup of other data"
                      .formatted(inspections.excerpt().sequence()))));
    }
    if (last.filter(proof -> proof.claim().sequence() > claim.sequence()).isEmpty()) {
      BackupJson.Proof proof = new BackupJson.Proof(claim, now(), by.name());
      Durable.replace(file, BackupJson.proof(proof));
      last = Optional.of(proof);
    }
    return Outcome.done(status());
  }
}
