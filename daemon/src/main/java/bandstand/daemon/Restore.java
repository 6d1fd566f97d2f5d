package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.service.Inspections;
import bandstand.service.Redoing;
import bandstand.service.Snapshot;
import bandstand.store.BackupFile;
import bandstand.store.Durable;
import bandstand.wire.BackupManifest;
import bandstand.wire.ErasureLedger;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A backup becoming a data folder: built beside it, opened once as the daemon opens it, what was
 * erased since erased again, and only then given its name. Whatever fails leaves nothing behind.
 */
final class Restore {
  /** Left free beside what is unpacked: the journal's reserve, and what a day's work needs. */
  private static final long BESIDE_BYTES = 64L << 20;

  /** A MapDB file has 2 MB at least; that of a large inspection some more. */
  private static final long INSPECTION_BYTES = 4L << 20;

  private final BackupFile backup;
  private final Path folder;
  private final Path building;
  private final ErasureLedger erasures;

  private Restore(BackupFile backup, Path folder, Path building, ErasureLedger erasures) {
    this.backup = backup;
    this.folder = folder;
    this.building = building;
    this.erasures = erasures;
  }

  /**
   * Restores a backup that is opened and verified.
   *
   * @param folder is absent or empty
   * @param erasures all that are known; those of what the backup holds are done again
   * @return a line an inspection, and one an erasure
   */
  static Outcome<List<String>> into(Path folder, BackupFile backup, ErasureLedger erasures)
      throws IOException {
    Path parent = folder.getParent();
    Path name = folder.getFileName();
    if (parent == null || name == null) {
      return refused(folder + " is no place for data; name a folder in another");
    }
    Places.folder(parent);
    Path building = parent.resolve("." + name + ".restoring");
    if (Files.exists(building)) {
      return refused(
          "%s is left of a restore that was interrupted: remove it, then restore again"
              .formatted(building));
    }
    return new Restore(backup, folder, building, erasures).made();
  }

  /** Why nothing may be restored there; empty: it may. */
  static Optional<String> occupied(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of(folder + " is a file; name a folder that does not exist yet");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent()
          ? Optional.of(folder + " is not empty; name a folder that does not exist yet")
          : Optional.empty();
    }
  }

  private Outcome<List<String>> made() throws IOException {
    try {
      Places.folder(building);
      Optional<String> narrow = narrow();
      if (narrow.isPresent()) {
        return refused(narrow.get());
      }
      backup.unpack(building);
      Outcome<List<String>> opened = opened();
      if (opened instanceof Outcome.Done<List<String>>) {
        Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
        Durable.forceFolderOf(folder);
      }
      return opened;
    } finally {
      remove(building);
    }
  }

  private Optional<String> narrow() throws IOException {
    BackupManifest manifest = backup.manifest();
    long needed =
        BESIDE_BYTES
            + manifest.inspections().size() * INSPECTION_BYTES
            + manifest.entries().stream().mapToLong(BackupManifest.Entry::bytes).sum();
    long free = Files.getFileStore(building).getUsableSpace();
    return free < needed
        ? Optional.of(
            "It needs %d MB, and %d MB are free there; make room, or name a folder elsewhere"
                .formatted(needed >> 20, free >> 20))
        : Optional.empty();
  }

  private Outcome<List<String>> opened() throws IOException {
    Places places = new Places(building);
    places.make();
    return switch (Daemon.open(places, InstantSource.system())) {
      case Outcome.Refused<Inspections>(Problem problem) -> Outcome.refused(problem);
      case Outcome.Done<Inspections>(Inspections inspections) -> {
        try (inspections) {
          Outcome<List<String>> compared = compared(inspections);
          yield compared instanceof Outcome.Done<List<String>>(List<String> lines)
              ? erased(new Redoing(inspections), lines)
              : compared;
        }
      }
    };
  }

  /** Everything that the manifest tells of, found again. */
  private Outcome<List<String>> compared(Inspections inspections) {
    List<String> lines = new ArrayList<>();
    for (BackupManifest.Chain chain : backup.manifest().inspections()) {
      Optional<Snapshot> found =
          inspections
              .evenDeleted(chain.id())
              .filter(one -> one.state().revision() == chain.revision())
              .filter(one -> link(inspections, one).equals(chain.head()));
      if (found.isEmpty()) {
        return refused(chain.id() + " did not come back as it was; the backup is not sound");
      }
      String deleted = found.get().state().deleted() ? "  deleted" : "";
      lines.add("%s  revision %d%s".formatted(chain.id(), chain.revision(), deleted));
    }
    return inspections.sequence() == backup.manifest().sequence()
        ? Outcome.done(lines)
        : refused("The journal came back up to change " + inspections.sequence());
  }

  /** Every erasure of what came back done again; one that cannot be stops the restore. */
  private Outcome<List<String>> erased(Redoing here, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>(lines);
    ErasureLedger known = ErasureLedger.merged(List.of(erasures, here.known()));
    for (ErasureLedger.Row row : known.rows()) {
      String what =
          row.ofEverything() ? row.inspection() + " whole" : "a case of " + row.inspection();
      switch (here.again(row)) {
        case Redoing.Again.Done(int frames) ->
            all.add(
                "erased again: %s, as on %s by %s; %s"
                    .formatted(what, row.at(), row.by(), VerifyCommand.counted(frames, "frame")));
        case Redoing.Again.Needless() -> {
          // The backup knows of it, or is older than what was erased.
        }
        case Redoing.Again.Foreign() ->
            all.add(
                "not erased again: %s, as on %s: the ledger is of another inspection of that id"
                    .formatted(what, row.at()));
        case Redoing.Again.Refused(Problem problem) -> {
          return refused(
              "What was erased on %s cannot be erased again: %s"
                  .formatted(row.at(), problem.detail()));
        }
      }
    }
    return here.end(known)
        ? Outcome.done(all)
        : refused("What was erased again cannot be put at rest; make room, then restore again");
  }

  private static String link(Inspections inspections, Snapshot snapshot) {
    return inspections.history().link(snapshot, snapshot.state().revision());
  }

  private static Outcome<List<String>> refused(String why) {
    return Outcome.refused(Problem.Kind.REFUSED, why);
  }

  /** What was built and got no name; nothing, if it has one. */
  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failed)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
