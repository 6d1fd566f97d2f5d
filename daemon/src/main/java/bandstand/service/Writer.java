package bandstand.service;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Once;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.journal.Journal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * The one thread that changes anything: it takes all that waits, records it with one force, then
 * publishes it and answers everyone.
 *
 * <p>Each wish meets the state that those before it in the batch leave; none of that is seen by
 * anybody before the force. It is a platform thread and never interrupted, since an interrupt would
 * close the journal's file.
 */
final class Writer {
  /** Wishes that may wait; more are refused at once, since nobody waits that long. */
  static final int WAITING = 20_000;

  /** Wishes of one batch: past this a force costs less than the work it covers. */
  static final int TOGETHER = 512;

  private static final System.Logger LOG = System.getLogger(Writer.class.getName());
  private static final Problem FAILED =
      Problem.of(
          Problem.Kind.UNAVAILABLE,
          "The daemon failed while recording, so nothing more is written until it starts again");

  private final Journal journal;
  private final Register register;
  private final Ledger ledger;
  private final KnownKeys keys;
  private final Hub hub;
  private final InstantSource clock;
  private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(WAITING);
  private final Work work = new Work();
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean failed;

  /**
   * One wish in the queue.
   *
   * @param creates the edition of an inspection to be made; empty: it exists
   * @param once what its sender calls the request; one that was met before is not met again
   * @param held keeps an inspection in memory until the wish has met it
   * @param prepared what it came to beforehand; taken if the state is still that
   */
  record Job(
      InspectionId id,
      Optional<Framework> creates,
      Person by,
      Draft draft,
      Optional<Once> once,
      Optional<Snapshot> held,
      Optional<Prepared> prepared,
      CompletableFuture<Outcome<Taken>> answer) {}

  Writer(
      Journal journal,
      Register register,
      Ledger ledger,
      KnownKeys keys,
      Hub hub,
      InstantSource clock) {
    this.journal = journal;
    this.register = register;
    this.ledger = ledger;
    this.keys = keys;
    this.hub = hub;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("writer").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Waits for the answer, which comes when the change is on disk. */
  Outcome<Taken> write(Job job) {
    if (closing || !queue.offer(job)) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE,
          closing
              ? "The daemon is stopping; send it again"
              : "Too many writes wait; send it again");
    }
    if (closing && queue.remove(job)) {
      return Outcome.refused(Problem.Kind.UNAVAILABLE, "The daemon is stopping; send it again");
    }
    return job.answer().join();
  }

  /** Answers what waits, then stops. */
  void stop() throws InterruptedException {
    closing = true;
    queue.offer(wake());
    thread.join();
  }

  Work work() {
    return work;
  }

  /** Why nothing more is written; empty while it is. */
  Optional<String> failure() {
    return failed ? Optional.of(FAILED.detail()) : Optional.empty();
  }

  private void run() {
    List<Job> waiting = new ArrayList<>();
    while (!(closing && queue.isEmpty())) {
      try {
        if (!closing) {
          waiting.add(queue.take());
        }
      } catch (InterruptedException impossible) {
        throw new IllegalStateException("the writer is never interrupted", impossible);
      }
      // Once closing it never waits: a wish may be withdrawn after it was seen.
      queue.drainTo(waiting, TOGETHER - waiting.size());
      while (!waiting.isEmpty()) {
        Batch batch = new Batch(register, ledger, keys, clock);
        int taken = batch.take(waiting);
        record(batch);
        waiting.subList(0, taken).clear();
      }
    }
  }

  /** A fault while recording leaves what is published in doubt: nothing is recorded after it. */
  private void record(Batch batch) {
    if (failed) {
      batch.fail(FAILED);
      return;
    }
    try {
      batch.record(journal, hub, work);
    } catch (RuntimeException | Error fault) {
      failed = true;
      LOG.log(
          System.Logger.Level.ERROR,
          "Recording failed; start the daemon again: {0}",
          Trace.of(fault));
      batch.fail(FAILED);
    }
  }

  /** A wish for nothing, so that a waiting writer looks up. */
  private Job wake() {
    return new Job(
        new InspectionId("-"),
        Optional.empty(),
        new Person("daemon", Role.VIEWER),
        moment -> Outcome.refused(Problem.Kind.NOT_FOUND, "nothing"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new CompletableFuture<>());
  }
}
