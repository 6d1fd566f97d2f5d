package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.store.BackupFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Backups being written and restored while a {@link FaultLoop} lets calls fail. */
final class BackupScenarios {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BackupScenarios() {}

  private static boolean isSound(Path file) throws IOException {
    if (BackupFile.open(file) instanceof Outcome.Done<BackupFile>(BackupFile backup)) {
      try (backup) {
        return backup.verify() instanceof Outcome.Done;
      }
    }
    return false;
  }

  /** A client replaces a backup by a newer one. */
  record BackingUp(String client) implements FaultScenario {
    @Override
    public String name() {
      return "backup";
    }

    private static Path file(Home home) {
      return home.folder().resolve("backup.zip");
    }

    @Override
    public void prepare(Home home) throws IOException {
      backedUp(home, file(home));
    }

    @Override
    public boolean run(Home home, Strace strace) throws IOException {
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        List<String> command =
            List.of(
                client,
                "backup",
                file(home).toString(),
                "--force",
                "--url",
                "http://127.0.0.1:" + daemon.port());
        try (DaemonProcess backing = DaemonProcess.started(home, strace.before(command))) {
          return backing.exit() == FaultScenarios.KILLED;
        }
      }
    }

    @Override
    public List<String> damage(Home home) throws IOException {
      return isSound(file(home)) ? List.of() : List.of("neither the old nor the new is sound");
    }
  }

  private static void backedUp(Home home, Path file) throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      daemon.taken("POST", "/api/v1/inspections", FaultScenarios.NEW);
      daemon.taken("PUT", KillLoop.INSPECTION + "/cases/C1", "{\"type\":\"court\"}");
      daemon.fetched("/api/v1/admin/backup", file);
      daemon.terminated();
    }
  }

  /** A backup becomes a data folder. */
  static final class Restoring implements FaultScenario {
    private boolean done;

    @Override
    public String name() {
      return "restore";
    }

    private static Path file(Home home) {
      return home.folder().resolve("backup.zip");
    }

    private static Path back(Home home) {
      return home.folder().resolve("back");
    }

    @Override
    public void prepare(Home home) throws IOException {
      backedUp(home, file(home));
    }

    private static String[] command(Home home) {
      return new String[] {"restore", file(home).toString(), "--to", back(home).toString()};
    }

    @Override
    public boolean run(Home home, Strace strace) throws IOException {
      try (DaemonProcess restoring = DaemonProcess.traced(home, strace, command(home))) {
        int exit = restoring.exit();
        done = exit == 0;
        return exit == FaultScenarios.KILLED;
      }
    }

    @Override
    public List<String> damage(Home home) throws IOException {
      List<String> damage = new ArrayList<>();
      Path left = home.folder().resolve(".back.restoring");
      if (Files.exists(left)) {
        Home.remove(left);
      }
      if (!Files.exists(back(home))) {
        if (done) {
          damage.add("restored, and not there");
        }
        try (DaemonProcess again = DaemonProcess.run(home, command(home))) {
          if (again.exit() != 0) {
            damage.add("restored again: " + again.complained());
            return damage;
          }
        }
      }
      try (DaemonProcess daemon =
          DaemonProcess.run(home, "--data", back(home).toString(), "--port", "0")) {
        daemon.port();
        JsonNode found = MAPPER.readTree(daemon.get(KillLoop.INSPECTION).body());
        JsonNode verified =
            MAPPER.readTree(daemon.get(KillLoop.INSPECTION + "/history/verify").body());
        if (found.path("revision").asLong() != 2 || !verified.path("ok").asBoolean()) {
          damage.add("restored as " + found + verified);
        }
        daemon.taken(
            "POST", "/api/v1/inspections", FaultScenarios.NEW.replace("\"i\"", "\"after\""));
        daemon.killed();
      }
      return damage;
    }
  }
}
