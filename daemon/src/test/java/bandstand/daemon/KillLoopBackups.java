package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.store.BackupFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Who makes one backup after another during a {@link KillLoop}, and looks what came of each. */
final class KillLoopBackups {
  private final Home home;
  private final Path file;
  private long sound;
  private long cut;

  KillLoopBackups(Home home, Path file) {
    this.home = home;
    this.file = file;
  }

  long sound() {
    return sound;
  }

  /** Cut short by the kill, and refused when read. */
  long cut() {
    return cut;
  }

  /**
   * Gives what was wrong with any of them.
   *
   * @param acknowledged the revision that is acknowledged by now
   */
  List<String> makeUntilItDies(DaemonProcess daemon, LongSupplier acknowledged) {
    List<String> wrong = new ArrayList<>();
    boolean alive = true;
    while (alive && wrong.isEmpty()) {
      try {
        Files.deleteIfExists(file);
        long before = acknowledged.getAsLong();
        alive = made(daemon);
        look(alive, before, wrong);
      } catch (IOException failed) {
        wrong.add("backup in %s: %s".formatted(home.folder(), failed));
      }
    }
    return wrong;
  }

  private boolean made(DaemonProcess daemon) {
    try {
      return daemon.fetched("/api/v1/admin/backup", file).statusCode() == 200;
    } catch (IOException gone) {
      return false;
    }
  }

  private void look(boolean whole, long before, List<String> wrong) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    switch (BackupFile.open(file)) {
      case Outcome.Refused<BackupFile>(var problem) -> {
        if (whole) {
          wrong.add("a backup that came whole: " + problem.detail());
        }
        cut++;
      }
      case Outcome.Done<BackupFile>(BackupFile backup) -> {
        try (backup) {
          long revision = backup.manifest().inspections().getFirst().revision();
          if (!(backup.verify() instanceof Outcome.Done) || revision < before) {
            wrong.add("a backup up to revision %d, %d acknowledged".formatted(revision, before));
          }
          sound++;
        }
      }
    }
  }
}
