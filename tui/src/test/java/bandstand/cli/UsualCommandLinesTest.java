package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bandstand.terminal.Surroundings;
import bandstand.wire.Folders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines that are understood without picocli, against the same ones that are not. */
class UsualCommandLinesTest {

  @TempDir Path home;

  private String told(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Output output = new Output(new PrintStream(told, true, StandardCharsets.UTF_8), false);
    Setting setting =
        new Setting(
            environment,
            Folders.of(Map.of("XDG_RUNTIME_DIR", home + "/run"), home.toString()),
            new Surroundings(false, false, false, true),
            new ByteArrayInputStream(new byte[0]),
            output,
            output);
    int code = Main.run(setting, arguments);
    return code + " " + told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aUrlIsTheSameWithABlankAndWithAnEqualsSign() {
    for (String url :
        new String[] {"http://127.0.0.1:1", "http://127.0.0.1", "https://a", "httpx"}) {
      assertEquals(told(Map.of(), "--url=" + url), told(Map.of(), "--url", url));
    }
  }

  @Test
  void whatIsNoUrlIsAnErrorOfTheCommandLine() {
    assertEquals("2", told(Map.of(), "--url", "--plain").substring(0, 1));
    assertEquals("2", told(Map.of(), "--url").substring(0, 1));
    assertNotEquals("0", told(Map.of(), "--url", "").substring(0, 1));
  }

  @Test
  void noArgumentsAreTheSameAsNoOption() {
    Map<String, String> environment = Map.of("BANDSTAND_URL", "nowhere");
    assertEquals(told(environment, "--plain"), told(environment));
  }

  @Test
  void aDemoSaysTheSameWithAnOptionBehindIt() {
    Map<String, String> environment = Map.of("TMPDIR", home.toString(), "BANDSTAND_SAMPLES", "");
    assertEquals(told(environment, "demo", "--plain"), told(environment, "demo"));
  }
}
