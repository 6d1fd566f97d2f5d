package bandstand.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, verify, restore and doctor as processes, beside a daemon that works and is killed. */
class BackupProcessTest {
  private static final String BACKUP = "/api/v1/admin/backup";
  private static final String ONE = "/api/v1/inspections/i";
  private static final int WRITERS = 3;
  private static final int BEFORE = 40;

  private Home home;
  private Path file;
  private Path back;

  @BeforeEach
  void settle(@TempDir Path folder) {
    home = new Home(folder);
    file = folder.resolve("backup.zip");
    back = folder.resolve("back");
  }

  private static void work(DaemonProcess daemon) {
    daemon.taken(
        "POST",
        "/api/v1/inspections",
        "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}");
    for (int i = 1; i <= WRITERS; i++) {
      daemon.taken("PUT", ONE + "/cases/C" + i, "{\"type\":\"court\"}");
    }
  }

  private static void answer(DaemonProcess daemon, int writer, int number) {
    String word = List.of("yes", "no", "na").get(number % 3);
    daemon.taken(
        "PUT",
        ONE + "/cases/C" + writer + "/answers/2." + (1 + number % 4) + ".1",
        "{\"answer\":\"%s\",\"note\":\"%d\"}".formatted(word, number));
  }

  /** Runs to its end; gives the exit code and all it said. */
  private String ran(int exit, String... arguments) throws IOException {
    try (DaemonProcess process = DaemonProcess.run(home, arguments)) {
      int ended = process.exit();
      List<String> lines = new ArrayList<>(process.said());
      lines.addAll(process.complained());
      String all = String.join("\n", lines);
      assertEquals(exit, ended, all);
      return all;
    }
  }

  private String verify(int exit) throws IOException {
    return ran(exit, "verify", file.toString());
  }

  private String restore(int exit) throws IOException {
    return ran(exit, "restore", file.toString(), "--to", back.toString());
  }

  private void makeBackup() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      work(daemon);
      daemon.fetched(BACKUP, file);
      daemon.terminated();
    }
  }

  @Test
  void whatWasBackedUpUnderWritesIsThereAfterAKill() throws Exception {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      work(daemon);
      AtomicBoolean over = new AtomicBoolean();
      CountDownLatch busy = new CountDownLatch(WRITERS * BEFORE);
      List<Thread> writers = new ArrayList<>();
      for (int i = 1; i <= WRITERS; i++) {
        int writer = i;
        writers.add(Thread.ofVirtual().start(() -> write(daemon, writer, busy, over)));
      }
      busy.await();
      assertEquals(200, daemon.fetched(BACKUP, file).statusCode());
      over.set(true);
      for (Thread writer : writers) {
        writer.join();
      }
      daemon.killed();
    }
    String verified = verify(0);
    String revision = verified.replaceFirst("(?s).*\\bi  revision ([0-9]+)  chain.*", "$1");
    assertTrue(Integer.parseInt(revision) > WRITERS * BEFORE, verified);
    String said = restore(0);
    assertTrue(said.contains("i  revision " + revision), said);
    assertTrue(said.endsWith("start it: bandstand daemon --data " + back), said);
    String original;
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      original = daemon.get(ONE + "/ratings?at=" + revision).body();
      daemon.terminated();
    }
    try (DaemonProcess restored =
        DaemonProcess.run(home, "--data", back.toString(), "--port", "0")) {
      restored.port();
      assertEquals(original, restored.get(ONE + "/ratings?at=" + revision).body());
      assertTrue(restored.get(ONE).body().contains("\"revision\":" + revision));
      assertTrue(restored.get(ONE + "/history/verify").body().contains("\"ok\":true"));
      answer(restored, 1, 7);
    }
  }

  private static void write(
      DaemonProcess daemon, int writer, CountDownLatch busy, AtomicBoolean over) {
    for (int number = 0; number < BEFORE || !over.get(); number++) {
      answer(daemon, writer, number);
      busy.countDown();
    }
  }

  @Test
  void backedUpRestoredAndBackedUpAgainTheContentIsTheSame() throws IOException {
    makeBackup();
    restore(0);
    Path again = home.folder().resolve("again.zip");
    try (DaemonProcess restored =
        DaemonProcess.run(home, "--data", back.toString(), "--port", "0")) {
      restored.port();
      assertEquals(200, restored.fetched(BACKUP, again).statusCode());
    }
    List<String> before = ran(0, "verify", file.toString()).lines().toList();
    List<String> after = ran(0, "verify", again.toString()).lines().toList();
    assertEquals(before.getFirst(), after.getFirst(), "the chain");
    assertEquals(digests(file), digests(again));
  }

  private static String digests(Path backup) throws IOException {
    try (var zip = new ZipFile(backup.toFile())) {
      byte[] manifest = zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes();
      return new String(manifest, UTF_8).replaceFirst(".*\"entries\":", "");
    }
  }

  @Test
  void aHalfBackupIsNeitherVerifiedNorRestored() throws IOException {
    makeBackup();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertTrue(verify(5).contains(file + " is no whole backup"));
    assertTrue(restore(5).contains(file + " is no whole backup"));
    assertFalse(Files.exists(back));
  }

  @Test
  void aBackupThatIsNotThereIsSaid() throws IOException {
    assertTrue(verify(1).contains(file + ": there is no such file"));
    assertTrue(restore(1).contains(file + ": there is no such file"));
    ran(2, "verify");
    ran(2, "restore", file.toString());
  }

  @Test
  void nothingIsEverRestoredOverData() throws IOException {
    makeBackup();
    Files.createDirectory(back);
    Path there = Files.writeString(back.resolve("there"), "already");
    assertTrue(restore(1).contains(back + " is not empty"));
    assertEquals("already", Files.readString(there));
    try (Stream<Path> files = Files.list(back)) {
      assertEquals(1, files.count());
    }
    Files.delete(there);
    restore(0);
    assertTrue(Files.isDirectory(back.resolve("journal")), "an empty folder is taken");
    assertTrue(restore(1).contains("is not empty"));
    back = Files.writeString(home.folder().resolve("file"), "");
    assertTrue(restore(1).contains(back + " is a file"));
  }

  @Test
  void whatAnInterruptedRestoreHasLeftIsNamed() throws IOException {
    makeBackup();
    Path left = Files.createDirectory(home.folder().resolve(".back.restoring"));
    assertTrue(restore(1).contains(left + " is left of a restore that was interrupted"));
    assertTrue(Files.exists(left));
    Files.delete(left);
    restore(0);
    assertFalse(Files.exists(left));
  }

  @Test
  void whereNothingCanBeWrittenNothingIsRestored() throws IOException {
    makeBackup();
    back = Path.of("/sys/bandstand/back");
    assertTrue(restore(10).contains("/sys/bandstand cannot be used"));
  }

  @Test
  void theDoctorLooksBesideADaemonAndWithoutOne() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      work(daemon);
      String found = doctor(0);
      assertTrue(
          found.contains("ok    daemon: process %d serves it".formatted(daemon.pid())), found);
      assertTrue(found.contains("4 changes of 1 inspection, every frame and chain sound"), found);
      assertTrue(found.contains("warn  backup: none of this folder was ever verified."), found);
      daemon.killed();
    }
    String found = doctor(0);
    assertTrue(found.contains("warn  daemon: none runs; " + home.socket() + " was left"), found);
    for (String what : List.of("folder", "token", "clock", "journal")) {
      assertTrue(found.contains("ok    " + what + ": "), found);
    }
    for (String whatMayBePoor : List.of("space", "disk")) {
      assertTrue(found.matches("(?s).*(ok   |warn ) " + whatMayBePoor + ": .*"), found);
    }
    try (Stream<Path> files = Files.list(home.data())) {
      assertTrue(files.noneMatch(one -> one.toString().contains("doctor")), "it leaves nothing");
    }
  }

  private String doctor(int exit) throws IOException {
    String found = ran(exit, "doctor", "--data", home.data().toString());
    for (String line : found.lines().toList()) {
      assertTrue(line.matches("(ok    [a-z]+: .*\\.|(warn|FAIL)  [a-z]+: .*\\. Next: .+)"), line);
    }
    return found;
  }

  @Test
  void theDoctorSaysWhatFailsAndWhatToDo() throws IOException {
    assertTrue(doctor(1).contains("FAIL  folder: there is no data folder " + home.data()));
    makeBackup();
    Files.setPosixFilePermissions(
        home.data().resolve("tokens"), PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(
        doctor(1)
            .contains(
                "FAIL  folder: others can read or write %s. Next: chmod -R go= %s"
                    .formatted(home.data().resolve("tokens"), home.data())));
    Files.setPosixFilePermissions(
        home.data().resolve("tokens"), PosixFilePermissions.fromString("rw-------"));

    Files.setPosixFilePermissions(home.token(), PosixFilePermissions.fromString("rw-rw----"));
    assertTrue(doctor(1).contains("Next: run: chmod 600 " + home.token()));
    Files.setPosixFilePermissions(home.token(), PosixFilePermissions.fromString("rw-------"));

    Path segment = home.data().resolve("journal/journal-000000000001.log");
    byte[] whole = Files.readAllBytes(segment);
    byte[] flipped = whole.clone();
    flipped[100] ^= 1;
    Files.write(segment, flipped);
    String found = doctor(1);
    assertTrue(found.contains("FAIL  journal: journal-000000000001.log at byte 32: "), found);
    assertTrue(found.contains("bandstand restore"), found);

    Files.write(segment, Arrays.copyOf(whole, whole.length - 3));
    assertTrue(doctor(1).contains("FAIL  journal: "), "what was acknowledged has vanished");
    Files.write(segment, Arrays.copyOf(whole, whole.length + 3));
    assertTrue(doctor(0).contains("warn  journal: "), "what was cut off was not");
  }
}
