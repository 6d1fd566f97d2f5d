package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Tokens and bundles, which need what a daemon remembers. */
class CommandsOnARealDaemonTest extends OnOneDaemon {
  private String bundle(String id, String edition, String more) throws IOException {
    Path file = home.resolve(id + ".json");
    Files.writeString(
        file,
        "{\"inspection\":{\"id\":\"%s\",\"service\":\"S\",\"framework\":\"%s\"}%s}"
            .formatted(id, edition, more));
    return file.toString();
  }

  @Test
  void aTokenIsPrintedAloneAndOnceAndWorksUntilItIsRevoked() throws IOException {
    assertEquals(0, run("token", "add", "Amir", "--role", "inspector"));
    assertEquals(1, out().lines().count());
    assertTrue(err().startsWith("shown this once"), err());
    Path file =
        Files.createFile(
            home.resolve("amir"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, out());

    assertEquals(0, run("status", "--token-file", file.toString()));
    assertTrue(out().contains("you         Amir, inspector\n"), out());
    assertEquals(4, run("token", "list", "--token-file", file.toString()));
    assertEquals("bandstand: This needs the role lead; yours is inspector\n", err());
    assertEquals(1, run("token", "add", "Amir", "--role", "viewer"));

    assertEquals(0, run("token", "list"));
    assertTrue(
        out().matches("(?s).*inspector  Amir  made \\d{4}-\\d\\d-\\d\\d by \\S+, used \\d{4}.*"),
        out());
    assertEquals(0, run("token", "revoke", "Amir"));
    assertEquals("revoked the token of Amir\n", out());
    assertEquals(4, run("status", "--token-file", file.toString()));
    assertEquals(1, run("token", "revoke", "Amir"));
  }

  @Test
  void tokensAreMadeListedAndRevokedInJsonToo() {
    assertEquals(0, run("token", "add", "Cat", "--role", "viewer", "--json"));
    assertTrue(out().startsWith("{\"name\":\"Cat\",\"role\":\"viewer\",\"token\":\""), out());
    assertEquals(0, run("token", "list", "--json"));
    assertTrue(out().contains("{\"name\":\"Cat\",\"role\":\"viewer\",\"made\":\""), out());
    assertEquals(0, run("token", "revoke", "Cat", "--json"));
    assertEquals("{\"revoked\":\"Cat\"}\n", out());
  }

  private String kept(String name) throws IOException {
    Path file = home.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, out());
    return file.toString();
  }

  @Test
  void everybodyRotatesTheOwnTokenAndALeadAnybodys() throws IOException {
    assertEquals(0, run("token", "add", "Dai", "--role", "inspector"));
    String token = out();
    String file = kept("dai");
    assertEquals(0, run("token", "rotate", "--token-file", file));
    assertEquals("rotated the token of Dai, kept in " + file + "\n", out());
    assertFalse(Files.readString(Path.of(file)).equals(token));
    assertEquals(0, run("token", "rotate", "Dai", "--token-file", file, "--json"));
    assertEquals("{\"name\":\"Dai\",\"role\":\"inspector\",\"keptIn\":\"" + file + "\"}\n", out());
    assertEquals(0, run("status", "--token-file", file));

    assertEquals(0, run("token", "rotate", "Dai"));
    assertEquals(1, out().lines().count());
    assertTrue(err().startsWith("shown this once: give it to Dai alone"), err());
    assertEquals(4, run("status", "--token-file", file));
    run("token", "rotate", "Dai");
    assertEquals(0, run("status", "--token-file", kept("dai")));
    assertEquals(4, run("token", "rotate", "Nia", "--token-file", file));
    assertEquals(1, run("token", "rotate", "Nobody"));
    assertEquals(0, run("token", "rotate"));
    assertEquals(0, run("status"), "the lead's own");
  }

  @Test
  void aRoleChangesAndTheTokenStays() throws IOException {
    assertEquals(0, run("token", "add", "Eve", "--role", "viewer"));
    String file = kept("eve");
    assertEquals(0, run("token", "role", "Eve", "inspector"));
    assertEquals("Eve is inspector now\n", out());
    assertEquals(0, run("status", "--token-file", file));
    assertTrue(out().contains("you         Eve, inspector\n"), out());
    assertEquals(0, run("token", "role", "Eve", "viewer", "--json"));
    assertEquals("{\"name\":\"Eve\",\"role\":\"viewer\"}\n", out());
    assertEquals(1, run("token", "role", "Nobody", "viewer"));
    assertEquals(2, run("token", "role", "Eve", "boss"));
    assertEquals(2, run("token", "role", "Eve"));
  }

  @Test
  void aResetIsRefusedWhileTheDaemonRuns() {
    assertEquals(6, run("token", "reset", "--data", home + "/data"));
    assertTrue(err().contains("stop it first, then reset, then start it"), err());
  }

  @Test
  void aTokenNeedsACommandANameAndARole() {
    assertEquals(2, run("token"));
    assertEquals(2, run("token", "add", "Amir"));
    assertEquals(2, run("token", "add", "Amir", "--role", "boss"));
    assertTrue(err().contains("there are viewer, inspector, lead"), err());
    assertEquals(2, run("token", "add", "", "--role", "viewer"));
  }

  @Test
  void editionsAreCompared() {
    assertEquals(0, run("compare", "yos-2018", "yos-2021"));
    assertTrue(
        out()
            .startsWith(
                "yos-2018 → yos-2021\nkept 28  reworded 7  merged 1  split 1  new 5  dropped 0"),
        out());
    assertTrue(out().contains("new      -           → 1.2.5"), out());
    assertEquals(0, run("compare", "yos-2018", "yos-2021", "--json"));
    assertTrue(out().startsWith("{\"from\":\"yos-2018\",\"to\":\"yos-2021\""), out());
    assertEquals(1, run("compare", "yos-2018", "yos-2099"));
    assertTrue(err().contains("no edition \"yos-2099\"; there are fji-2014, yos-2018"), err());
    assertEquals(2, run("compare", "yos-2018"));
  }

  @Test
  void anInspectionIsCarriedToAnotherEdition() {
    String bundle = daemon().environment().get("BANDSTAND_SAMPLES") + "/leicester-2019.json";
    assertEquals(0, run("import", bundle));
    assertEquals(0, run("carry", "leicester-2019", "yos-2021", "--dry-run", "--id", "tried"));
    String supposed = out();
    assertTrue(supposed.startsWith("nothing is kept: this is a dry run\n"), supposed);
    assertTrue(supposed.contains("carried: 59 cases, 636 answers to 21 key questions"), supposed);
    assertEquals(1, run("ratings", "tried"));

    assertEquals(0, run("carry", "leicester-2019", "yos-2021", "--id", "tried"));
    assertEquals(supposed.substring(supposed.indexOf('\n')), out().substring(out().indexOf('\n')));
    assertTrue(out().startsWith("made tried\n"), out());
    assertTrue(out().contains("  carried 3.2.1 → 3.2.1 reworded, 24 answers\n"), out());
    assertTrue(out().contains("3.4  Joint working           Good      3.4  Out-of-court"), out());
    assertEquals(0, run("ratings", "tried"));
    assertEquals(0, run("ratings", "leicester-2019"));

    assertEquals(1, run("carry", "leicester-2019", "yos-2021", "--id", "tried"));
    assertEquals("bandstand: The id tried is taken; choose another\n", err());
    assertEquals(1, run("carry", "leicester-2019", "yos-2018"));
    assertEquals("bandstand: leicester-2019 is of this edition already\n", err());
    assertEquals(1, run("carry", "leicester-2019", "yos-2099"));
    assertEquals(1, run("carry", "nowhere", "yos-2021"));
    assertEquals(2, run("carry", "leicester-2019", "yos-2021", "--id", "No Id"));
    assertEquals(0, run("carry", "leicester-2019", "yos-2021", "--json"));
    assertTrue(out().startsWith("{\"inspection\":\"leicester-2019-yos-2021\""), out());
  }

  @Test
  void anInspectionIsCarriedWhenItsEditionWasReplacedOrRemoved() throws IOException {
    Path file = Path.of("..", "scripts", "samples", "editions", "harbour-2026.json");
    String harbour = Files.readString(file);
    Path corrected = home.resolve("corrected.json");
    Files.writeString(corrected, harbour.replace("There are enough people", "People are enough"));
    assertEquals(0, run("framework", "add", file.toString()));
    assertEquals(0, run("import", bundle("quay", "harbour-2026", "")));
    assertEquals(0, run("framework", "add", corrected.toString()));
    assertEquals(0, run("carry", "quay", "harbour-2026", "--id", "again"));
    assertTrue(out().startsWith("made again\n"), out());
    assertTrue(out().contains("harbour-2026 DRAFT"), out());
    assertEquals(0, run("framework", "remove", "harbour-2026"));
    assertEquals(0, run("carry", "quay", "yos-2021", "--id", "other"));
    assertTrue(out().startsWith("made other\n"), out());
    assertEquals(0, run("status"));
    assertTrue(out().contains("  carried from quay"), out());
  }

  @Test
  void theCommandsOfATokenShowTheOptionsOfTheWholeCommandLine() {
    assertEquals(0, run("token", "add", "--help"));
    assertTrue(out().contains("--token-file") && out().contains("--role"), out());
  }
}
