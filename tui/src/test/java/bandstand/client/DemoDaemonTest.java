package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDaemonTest {

  @TempDir Path home;

  private Path temporary;

  @BeforeEach
  void makeFolder() throws IOException {
    temporary = Files.createDirectory(home.resolve("tmp"));
  }

  private Map<String, String> environment(String script) throws IOException {
    Path launcher = home.resolve("launcher");
    Files.writeString(launcher, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("BANDSTAND_LAUNCHER", launcher.toString());
    environment.put("BANDSTAND_URL", "http://127.0.0.1:1");
    environment.put("TMPDIR", temporary.toString());
    return environment;
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  @Test
  void itsFoldersAreItsOwnAndNobodyElseMayLook() throws IOException {
    try (var demo = DemoDaemon.prepare(environment(""))) {
      Path own = left().getFirst();
      assertTrue(demo.folders().data().startsWith(own + "/"));
      assertTrue(demo.folders().token().startsWith(own + "/"));
      assertTrue(demo.folders().runtime().startsWith(own + "/"));
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
    }
  }

  @Test
  void theDaemonSeesTheseFoldersAndNoOtherDaemon() throws IOException {
    try (var demo =
        DemoDaemon.prepare(
            environment("echo $HOME $XDG_DATA_HOME $XDG_RUNTIME_DIR url=$BANDSTAND_URL"))) {
      var refused = assertInstanceOf(Outcome.Refused.class, demo.start(_ -> {}));
      Path own = left().getFirst();
      assertEquals(
          "no daemon runs, and none could be started: %s %s/data %s/run url="
              .formatted(own, own, own),
          refused.problem().detail());
    }
  }

  @Test
  void closingEndsTheDaemonAndRemovesTheFolders() throws Exception {
    var demo =
        DemoDaemon.prepare(
            environment(
                "mkdir -p $XDG_DATA_HOME/a/b; echo x > $XDG_DATA_HOME/a/b/c;"
                    + " echo $$ > "
                    + home.resolve("pid")
                    + "; exec sleep 100"));
    Thread starting = Thread.ofVirtual().start(() -> demo.start(_ -> {}));
    Path pid = home.resolve("pid");
    Eventually.until(() -> Files.exists(pid) && pid.toFile().length() > 0);
    var process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    demo.close();
    assertFalse(process.isAlive());
    assertEquals(List.of(), left());
    starting.interrupt();
    starting.join();
  }

  @Test
  void nothingIsStartedOnceItIsClosed() throws IOException {
    var demo = DemoDaemon.prepare(environment("touch " + home.resolve("started")));
    demo.close();
    assertInstanceOf(Outcome.Refused.class, demo.start(_ -> {}));
    assertFalse(Files.exists(home.resolve("started")));
    assertEquals(List.of(), left());
  }

  @Test
  void aFolderForTemporaryFilesWithTooLongAPathIsNotUsed() throws IOException {
    temporary = Files.createDirectories(home.resolve("x".repeat(80)));
    try (var demo = DemoDaemon.prepare(environment(""))) {
      assertTrue(demo.folders().socket().isPresent());
      assertEquals(List.of(), left());
    }
  }
}
