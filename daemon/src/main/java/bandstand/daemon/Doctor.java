package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.journal.Damage;
import bandstand.journal.Journal;
import bandstand.journal.Start;
import bandstand.journal.Survey;
import bandstand.journal.Tail;
import bandstand.service.Backups;
import bandstand.store.Store;
import bandstand.wire.BackupJson;
import bandstand.wire.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Looks at a data folder and what surrounds it, with a daemon on it or without, and says of each
 * thing how it is and what to do. It changes nothing, but for a file to measure the disk that it
 * removes.
 */
final class Doctor {
  /** Less is soon spent: a day's journal of a large team, and a few files at rest. */
  private static final long LITTLE_BYTES = 1L << 30;

  /** The largest import and the journal's reserve. */
  private static final long LEAST_BYTES = 300L << 20;

  /** A restored backup that is a week old costs a team a week. */
  private static final Duration OLD = Duration.ofDays(7);

  private final Places places;
  private final Surroundings surroundings;
  private final Instant now;
  private final Consumer<Finding> telling;
  private boolean failed;

  /** Over a data folder. */
  Doctor(Places places, Surroundings surroundings, Instant now, Consumer<Finding> telling) {
    this.places = places;
    this.surroundings = surroundings;
    this.now = now;
    this.telling = telling;
  }

  /** Tells all findings in order; whether none is a failure. */
  boolean examine() {
    if (!Files.isDirectory(places.data())) {
      tell(
          Finding.fail(
              "folder",
              "there is no data folder " + places.data(),
              "bandstand daemon --data %s makes it".formatted(places.data())));
      return false;
    }
    looked("folder", this::folder);
    looked("token", surroundings::token);
    looked("daemon", () -> surroundings.daemon(places));
    looked("space", this::space);
    looked("disk", () -> new DiskRate(places.data()).finding());
    looked("clock", this::clock);
    looked("journal", this::journal);
    looked("backup", this::backup);
    looked("retention", this::retention);
    return !failed;
  }

  /** Looks at one thing. */
  @FunctionalInterface
  private interface Look {
    Finding at() throws IOException;
  }

  private void looked(String what, Look look) {
    try {
      tell(look.at());
    } catch (IOException unreadable) {
      tell(
          Finding.fail(
              what,
              "it cannot be looked at: " + Started.reason(unreadable),
              "start the doctor as whoever runs the daemon, who must be able to read and write"
                  + " all of it: chmod -R u+rwX "
                  + places.data()));
    }
  }

  private void tell(Finding finding) {
    failed |= finding.grade() == Finding.Grade.FAIL;
    telling.accept(finding);
  }

  private Finding folder() throws IOException {
    Optional<String> owner = Owner.other(places.data());
    if (owner.isPresent()) {
      return Finding.fail(
          "folder",
          "%s belongs to %s".formatted(places.data(), owner.get()),
          "start daemon and doctor as " + owner.get());
    }
    if (!Files.isWritable(places.data())) {
      return Finding.fail(
          "folder",
          places.data() + " cannot be written",
          "chmod u+rwx %s, or mount it for writing".formatted(places.data()));
    }
    List<Path> open = new ArrayList<>();
    List<Path> foreign = new ArrayList<>();
    try (var files = Files.walk(places.data())) {
      for (Path file : files.toList()) {
        if (!Files.exists(file)) {
          continue;
        }
        if (!Owner.alone(file)) {
          open.add(file);
        }
        if (Owner.other(file).isPresent()) {
          foreign.add(file);
        }
      }
    }
    if (!foreign.isEmpty()) {
      return Finding.fail(
          "folder",
          "%s belongs to somebody else%s".formatted(foreign.getFirst(), more(foreign)),
          "chown it to whoever runs the daemon");
    }
    if (!open.isEmpty()) {
      return Finding.fail(
          "folder",
          "others can read or write %s%s".formatted(open.getFirst(), more(open)),
          "chmod -R go= " + places.data());
    }
    List<Path> strange = places.strange();
    return strange.isEmpty()
        ? Finding.ok("folder", places.data() + " and all in it are yours alone")
        : Finding.warn(
            "folder",
            "%s%s is no part of the data, so that no erasure reaches it"
                .formatted(strange.getFirst(), more(strange)),
            "move it elsewhere, or remove it");
  }

  private static String more(List<Path> files) {
    return files.size() == 1 ? "" : " and %d more".formatted(files.size() - 1);
  }

  private Finding space() throws IOException {
    long free = Files.getFileStore(places.data()).getUsableSpace();
    String found = "%d MB are free".formatted(free >> 20);
    String next = "make room: without it nothing more is written";
    return free < LEAST_BYTES
        ? Finding.fail("space", found, next)
        : free < LITTLE_BYTES ? Finding.warn("space", found, next) : Finding.ok("space", found);
  }

  private Finding clock() throws IOException {
    return places
        .writtenAfter(now)
        .map(
            written ->
                Finding.warn(
                    "clock",
                    "it says %s, but the journal was written at %s".formatted(now, written),
                    "set the clock; the order of changes is right whatever it says"))
        .orElseGet(() -> Finding.ok("clock", "it says " + now));
  }

  /** Format, every frame and chain, and how it ends. */
  private Finding journal() throws IOException {
    List<Path> doubted = new ArrayList<>();
    boolean used = surroundings.used(places);
    Start atRest =
        used || !Files.isDirectory(places.inspections())
            ? Start.fromBeginning(0)
            : atRest(Store.open(places.inspections(), (file, why) -> doubted.add(file)).start());
    return switch (Journal.survey(places.journal(), atRest)) {
      case Survey.None none -> Finding.ok("journal", "none yet; the first start makes it");
      case Survey.TooNew(String segment, int found, int supported) ->
          Finding.fail(
              "format",
              "%s is of format %d, and this version reads up to %d"
                  .formatted(segment, found, supported),
              "install the Bandstand that wrote it, or a newer one");
      case Survey.Read read -> journal(read, used, doubted);
    };
  }

  private static Start atRest(Start known) {
    Start beginning = Start.fromBeginning(known.watermark());
    return new Start(beginning.from(), known.heads(), known.watermark());
  }

  private static Finding journal(Survey.Read read, boolean used, List<Path> doubted) {
    String sound =
        "format %d, %s of %s, every frame and chain sound"
            .formatted(
                read.format(),
                VerifyCommand.counted(read.entries(), "change"),
                VerifyCommand.counted(read.heads().size(), "inspection"));
    if (read.tail() instanceof Tail.Damaged(Damage damage)) {
      return Finding.fail(
          "journal",
          "%s at byte %d: %s; %d changes before it are sound"
              .formatted(damage.segment(), damage.offset(), damage.detail(), read.entries()),
          "look at the disk, then restore the last backup into a new folder (bandstand restore)");
    }
    if (read.erasing() && !used) {
      return Finding.warn(
          "journal", sound + "; an erasure was interrupted", "start the daemon, which ends it");
    }
    if (read.tail() instanceof Tail.Torn torn && !used) {
      return Finding.warn(
          "journal",
          "%s; after them %d bytes of a write that was cut off and never acknowledged"
              .formatted(sound, torn.bytes()),
          "start the daemon, which sets them aside");
    }
    return doubted.isEmpty()
        ? Finding.ok("journal", sound)
        : Finding.warn(
            "journal",
            "%s; %s cannot be trusted".formatted(sound, doubted.getFirst().getFileName()),
            "start the daemon, which makes it again from the journal");
  }

  private Finding backup() throws IOException {
    String next = "bandstand backup FILE, on another disk";
    Optional<BackupJson.Proof> proof = Backups.read(places.backup());
    if (proof.isEmpty()) {
      return Finding.warn("backup", "none of this folder was ever verified", next);
    }
    Duration age = Duration.between(proof.get().at(), now);
    String found =
        "the last one was verified at %s, up to change %d"
            .formatted(proof.get().at(), proof.get().claim().sequence());
    return age.compareTo(OLD) > 0
        ? Finding.warn("backup", found, next)
        : Finding.ok("backup", found);
  }

  /** Of those at rest: one that is changing is filed within a minute. */
  private Finding retention() throws IOException {
    if (!Files.isDirectory(places.inspections())) {
      return Finding.ok("retention", "there is no inspection");
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<String> due =
        Store.open(places.inspections(), (file, why) -> {}).outlines().values().stream()
            .filter(outline -> !outline.deleted())
            .map(outline -> Retention.readRow(outline.summary()))
            .flatMap(Doctor::kept)
            .filter(one -> one.due(today))
            .map(one -> "%s since %s".formatted(one.id(), one.until()))
            .toList();
    String when =
        surroundings.used(places) ? ", as of two minutes ago; bandstand due asks the daemon" : "";
    return due.isEmpty()
        ? Finding.ok("retention", "no inspection is past its retention date" + when)
        : Finding.warn(
            "retention",
            "past their retention date: " + String.join(", ", due) + when,
            "bandstand due lists them; bandstand erase --inspection ID erases one");
  }

  private static Stream<Retention> kept(Outcome<Optional<Retention>> read) {
    return read instanceof Outcome.Done<Optional<Retention>>(Optional<Retention> one)
        ? one.stream()
        : Stream.empty();
  }
}
