package bandstand.service;

import bandstand.inspection.InspectionId;
import bandstand.journal.Journal;
import bandstand.journal.Mark;
import bandstand.store.Resting;
import bandstand.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts inspections at rest while answers go on: the quiet ones, those whose changes begin far back
 * in the journal, and at the end all of them.
 */
final class Keeper {
  private static final System.Logger LOG = System.getLogger(Keeper.class.getName());

  /** An inspection nobody has changed for so long is filed. */
  static final Duration QUIET = Duration.ofSeconds(60);

  /**
   * A start after a kill reads the journal from the first change that no file holds; so many frames
   * take a fraction of a second. What lies further back is filed even when busy.
   */
  static final long TAIL = 5_000;

  private static final long LOOK_SECONDS = 20;

  /** How soon it is noticed that very much is written: a daemon writes some thousands a second. */
  private static final long GLANCE_SECONDS = 1;

  private final Register register;
  private final Store store;
  private final Ledger ledger;
  private final Journal journal;
  private final InstantSource clock;
  private final Drift drift;
  private final Function<Snapshot, byte[]> summary;

  /** Inspections of which something was erased that no file at rest says yet: they do not wait. */
  private final Set<InspectionId> owed = ConcurrentHashMap.newKeySet();

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  Keeper(
      Register register,
      Store store,
      Ledger ledger,
      Journal journal,
      InstantSource clock,
      Function<Snapshot, byte[]> summary) {
    this.register = register;
    this.store = store;
    this.ledger = ledger;
    this.journal = journal;
    this.clock = clock;
    this.drift = new Drift(clock.instant(), System.nanoTime());
    this.summary = summary;
    this.thread = Thread.ofPlatform().name("keeper").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Files everything that no file holds; the writer has stopped. */
  void stop() throws InterruptedException {
    closing.countDown();
    thread.join();
  }

  private void run() {
    try {
      fileOrSay(this::findErasures);
      long lookedAt = register.publishedUpTo().sequence();
      long glances = 0;
      while (!closing.await(GLANCE_SECONDS, TimeUnit.SECONDS)) {
        glances++;
        long now = register.publishedUpTo().sequence();
        if (glances * GLANCE_SECONDS >= LOOK_SECONDS || now - lookedAt >= TAIL / 2) {
          fileOrSay(this::look);
          lookedAt = now;
          glances = 0;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    fileOrSay(() -> file(slot -> true));
  }

  /** A ledger that is not there is made, which takes reading every history once. */
  private void findErasures() {
    if (ledger.missing()) {
      try {
        ledger.keep();
      } catch (IOException failed) {
        told(failed);
      }
    }
  }

  /** A fault in one look must not end all later ones. */
  private static void fileOrSay(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException fault) {
      told(fault);
    }
  }

  private static void told(Exception failed) {
    LOG.log(
        System.Logger.Level.WARNING,
        "Could not put inspections at rest; the journal keeps them: {0}",
        Trace.of(failed));
  }

  /** Files what is due; also the one who notices that a full disk has room again. */
  void look() {
    if (journal.awaitsSpace()) {
      journal.seekSpace();
    }
    Mark upTo = register.publishedUpTo();
    Instant now = clock.instant();
    drift
        .since(now, System.nanoTime())
        .ifPresent(
            by ->
                LOG.log(
                    System.Logger.Level.WARNING,
                    "the clock was set by {0}: times of changes go with it, their order does not",
                    by));
    file(
        slot ->
            owed.contains(slot.id())
                || slot.unfiled().filter(one -> isDue(one, upTo, now)).isPresent());
  }

  /** What has become of the file at rest of an inspection that something was erased of. */
  enum Rest {
    /** It and the ledger say what is left. */
    MADE_ANEW,
    /** It is gone, and made as soon as that can be; the next start would make it of the journal. */
    GONE,
    /** It stands as it was before. */
    STANDS
  }

  /** Makes files at rest say what is left of inspections, or at least not what was erased. */
  synchronized Rest afterErasure(Set<InspectionId> ids) {
    return afterErasure(
        ids,
        () -> {
          for (InspectionId id : ids) {
            store.discard(id);
          }
        });
  }

  /**
   * As {@link #afterErasure}, at a start: what the catalogue does not name is of an earlier one.
   */
  synchronized Rest afterStart(Set<InspectionId> ids) {
    return afterErasure(ids, store::discardUnnamed);
  }

  /** Removes files. */
  private interface Discarding {
    void files() throws IOException;
  }

  private Rest afterErasure(Set<InspectionId> ids, Discarding discarding) {
    if (file(slot -> ids.contains(slot.id()))) {
      return Rest.MADE_ANEW;
    }
    owed.addAll(ids);
    try {
      discarding.files();
    } catch (IOException failed) {
      told(failed);
      return Rest.STANDS;
    }
    // What is gone has made room.
    return file(slot -> ids.contains(slot.id())) ? Rest.MADE_ANEW : Rest.GONE;
  }

  private record Due(Slot slot, Snapshot snapshot, byte[] summary) {}

  /** A file that cannot be written is no loss: the journal has it all. */
  private synchronized boolean file(Predicate<Slot> wanted) {
    Mark upTo = register.publishedUpTo();
    Mark from = upTo;
    List<Due> due = new ArrayList<>();
    for (Slot slot : register.slots()) {
      var unfiled = slot.unfiled();
      if (unfiled.isEmpty()) {
        continue;
      }
      if (wanted.test(slot)) {
        Snapshot snapshot = unfiled.get().snapshot();
        due.add(new Due(slot, snapshot, summary.apply(snapshot)));
      } else if (unfiled.get().since().position().compareTo(from.position()) < 0) {
        from = unfiled.get().since();
      }
    }
    if (due.isEmpty()) {
      return true;
    }
    try {
      ledger.keep();
      store.file(
          due.stream()
              .map(one -> new Store.Filing(resting(one.snapshot()), one.summary()))
              .toList(),
          from,
          upTo.sequence() - 1,
          journal.heads());
      due.forEach(
          one -> {
            one.slot().filed(one.snapshot(), one.summary(), upTo);
            owed.remove(one.slot().id());
          });
      return true;
    } catch (IOException failed) {
      told(failed);
      return false;
    }
  }

  private static boolean isDue(Slot.Unfiled unfiled, Mark upTo, Instant now) {
    return upTo.sequence() - unfiled.since().sequence() >= TAIL
        || Duration.between(unfiled.last(), now).abs().compareTo(QUIET) >= 0;
  }

  private static Resting resting(Snapshot snapshot) {
    return new Resting(snapshot.state(), snapshot.history());
  }
}
