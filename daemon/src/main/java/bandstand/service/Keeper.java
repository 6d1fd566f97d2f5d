package bandstand.service;

import bandstand.journal.Journal;
import bandstand.journal.Mark;
import bandstand.store.Resting;
import bandstand.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Puts inspections at rest while answers go on: the quiet ones, the much changed ones, and at the
 * end all of them.
 */
final class Keeper {
  /** An inspection nobody has changed for so long is filed. */
  static final Duration QUIET = Duration.ofSeconds(60);

  /** So many changes are replayed in a fraction of a second; more are filed even when busy. */
  static final long MANY = 5_000;

  /**
   * So many changes over all inspections are replayed in less than a second; at more the most
   * changed are filed, busy or not, until half of it is left.
   */
  static final long IN_ALL = 10_000;

  private static final long LOOK_SECONDS = 20;

  /** How soon it is noticed that very much is written: a daemon writes some thousands a second. */
  private static final long GLANCE_SECONDS = 1;

  private final Register register;
  private final Store store;
  private final Journal journal;
  private final InstantSource clock;
  private final Function<Snapshot, byte[]> summary;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  Keeper(
      Register register,
      Store store,
      Journal journal,
      InstantSource clock,
      Function<Snapshot, byte[]> summary) {
    this.register = register;
    this.store = store;
    this.journal = journal;
    this.clock = clock;
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
      long lookedAt = register.publishedUpTo().sequence();
      long glances = 0;
      while (!closing.await(GLANCE_SECONDS, TimeUnit.SECONDS)) {
        glances++;
        long now = register.publishedUpTo().sequence();
        if (glances * GLANCE_SECONDS >= LOOK_SECONDS || now - lookedAt >= IN_ALL / 2) {
          fileOrSay(this::look);
          lookedAt = now;
          glances = 0;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    fileOrSay(() -> file(true));
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
    System.getLogger(Keeper.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "Could not put inspections at rest; the journal keeps them",
            failed);
  }

  /** Files what is due; also the one who notices that a full disk has room again. */
  void look() {
    if (journal.awaitsSpace()) {
      journal.seekSpace();
    }
    file(false);
  }

  private record Held(Slot slot, Slot.Unfiled unfiled) {}

  private record Due(Slot slot, Snapshot snapshot, byte[] summary) {}

  /** A file that cannot be written is no loss: the journal has it all. */
  private synchronized void file(boolean all) {
    Mark upTo = register.publishedUpTo();
    List<Held> left = new ArrayList<>();
    for (Slot slot : register.slots()) {
      slot.unfiled().ifPresent(unfiled -> left.add(new Held(slot, unfiled)));
    }
    List<Held> taken = all ? List.copyOf(left) : due(left, clock.instant());
    left.removeAll(taken);
    Mark from =
        left.stream()
            .map(held -> held.unfiled().since())
            .filter(since -> since.position().compareTo(upTo.position()) < 0)
            .min(Comparator.comparing(Mark::position))
            .orElse(upTo);
    List<Due> due =
        taken.stream()
            .map(held -> new Due(held.slot(), held.unfiled().snapshot(), summary(held)))
            .toList();
    if (due.isEmpty()) {
      return;
    }
    try {
      store.file(
          due.stream()
              .map(one -> new Store.Filing(resting(one.snapshot()), one.summary()))
              .toList(),
          from,
          upTo.sequence() - 1,
          journal.heads());
      due.forEach(one -> one.slot().filed(one.snapshot(), one.summary(), upTo));
    } catch (IOException failed) {
      told(failed);
    }
  }

  private byte[] summary(Held held) {
    return summary.apply(held.unfiled().snapshot());
  }

  /** Those that are quiet or much changed; and where the others come to too much, the most so. */
  private static List<Held> due(List<Held> all, Instant now) {
    List<Held> due = new ArrayList<>();
    List<Held> busy = new ArrayList<>();
    all.forEach(held -> (isDue(held.unfiled(), now) ? due : busy).add(held));
    long left = busy.stream().mapToLong(held -> held.unfiled().count()).sum();
    if (left >= IN_ALL) {
      busy.sort(Comparator.comparingLong((Held held) -> held.unfiled().count()).reversed());
      for (Held held : busy) {
        if (left <= IN_ALL / 2) {
          break;
        }
        due.add(held);
        left -= held.unfiled().count();
      }
    }
    return due;
  }

  private static boolean isDue(Slot.Unfiled unfiled, Instant now) {
    return unfiled.count() >= MANY
        || Duration.between(unfiled.last(), now).abs().compareTo(QUIET) >= 0;
  }

  private static Resting resting(Snapshot snapshot) {
    return new Resting(snapshot.state(), snapshot.history());
  }
}
