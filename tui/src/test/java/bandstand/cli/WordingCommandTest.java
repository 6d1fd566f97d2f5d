package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Sha256;
import bandstand.framework.Standard;
import bandstand.wire.BuiltInEditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bandstand wording} on a real daemon, with documents that print our labels. */
class WordingCommandTest extends OnARealDaemon {
  private static final Framework YOS_2021 =
      BuiltInEditions.load().frameworks().values().stream()
          .filter(edition -> edition.id().equals("yos-2021"))
          .findFirst()
          .orElseThrow();

  @TempDir static Path home;

  private static RealDaemon daemon;

  @BeforeAll
  static void start() throws IOException {
    daemon = RealDaemon.none(home);
    daemon.start(0);
  }

  @AfterAll
  static void stop() {
    if (daemon != null) {
      daemon.close();
    }
  }

  @BeforeEach
  void removeAll() {
    run("wording", "--remove", "yos-2018");
    run("wording", "--remove", "yos-2021");
  }

  @Override
  RealDaemon daemon() {
    return daemon;
  }

  private static String standards() {
    StringBuilder text = new StringBuilder();
    for (Group group : YOS_2021.groups()) {
      for (Standard standard : group.standards()) {
        text.append("%s %s\n\nA statement.\n\n".formatted(standard.code(), standard.title()));
        for (KeyQuestion asked : standard.keyQuestions()) {
          text.append("%s %s.\n\n".formatted(asked.code(), asked.label()));
          for (Prompt prompt : asked.prompts()) {
            text.append("- %s) %s.\n".formatted(prompt.letter(), prompt.label()));
          }
        }
      }
    }
    return text.toString();
  }

  private static String characteristics() {
    StringBuilder text = new StringBuilder();
    for (Standard standard : YOS_2021.groups().getFirst().standards()) {
      text.append("%s %s\n\nA statement.\n\n".formatted(standard.code(), standard.title()));
      for (String rating :
          new String[] {"Outstanding", "Good", "Requires improvement", "Inadequate"}) {
        text.append("%s\n\nIt is so.\n\nIt stays so.\n\n".formatted(rating));
      }
    }
    return text.toString();
  }

  private static String file(String text) throws IOException {
    Path file = home.resolve("document.txt");
    Files.writeString(file, text);
    return file.toString();
  }

  private static String digest(String text) {
    return Sha256.hex(text.getBytes(UTF_8));
  }

  @Test
  void theEditionIsRecognisedAndEveryLevelCounted() throws IOException {
    assertEquals(0, run("wording", file(standards())), this::err);
    assertEquals(
        """
        yos-2021: standard 13 of 13, key question 42 of 42, prompt 212 of 212
          sha256 %s
        """
            .formatted(digest(standards())),
        out());
  }

  @Test
  void characteristicsGoToEveryEditionTheyFit() throws IOException {
    assertEquals(0, run("wording", file(characteristics())), this::err);
    assertEquals(
        """
        yos-2018: characteristics of 4 standards at 4 ratings each, 32 paragraphs, 4 statements
          sha256 %1$s
        yos-2021: characteristics of 4 standards at 4 ratings each, 32 paragraphs, 4 statements
          sha256 %1$s
        """
            .formatted(digest(characteristics())),
        out());
    assertEquals(0, run("wording", "--edition", "yos-2021", file(characteristics())));
    assertTrue(out().startsWith("yos-2021: ") && out().lines().count() == 2, out());
  }

  @Test
  void whatIsLoadedIsListedAndRemoved() throws IOException {
    assertEquals(0, typed(false, standards(), "wording", "-"), this::err);
    run("wording", file(characteristics()));
    assertEquals(0, run("wording"));
    assertEquals(
        """
        fji-2014         wording          none
        yjs-2023-draft   wording          none
        yos-2018         wording          none
        yos-2018         characteristics  sha256 %2$s
        yos-2021         wording          sha256 %1$s
        yos-2021         characteristics  sha256 %2$s
        """
            .formatted(digest(standards()), digest(characteristics())),
        out());
    assertEquals(0, run("wording", "--remove", "yos-2021"));
    assertEquals("yos-2021         wording          none\n", out());
    assertEquals(0, run("wording", "--remove", "yos-2021", "--json"));
    assertEquals(
        """
        {"items":[{"framework":"yos-2021","wording":null,"characteristics":null}]}
        """,
        out());
  }

  @Test
  void jsonIsTheDaemonsAnswer() throws IOException {
    assertEquals(0, run("wording", "--json", file(standards())));
    assertTrue(out().startsWith("{\"framework\":\"yos-2021\",\"digest\":\""), out());
    assertTrue(
        out().contains("\"matched\":{\"standards\":13,\"keyQuestions\":42,\"prompts\":212}"));
  }

  @Test
  void aDocumentThatFitsNoneIsRefusedWithItsLines() throws IOException {
    String half = standards().substring(0, standards().indexOf("1.1.3 "));
    String file = file(half + "- z) One more.\n");
    assertEquals(5, run("wording", file));
    int line = half.split("\n", -1).length;
    assertTrue(
        err()
            .startsWith(
                "bandstand: It is of none of the editions; nearest: The document does not fit the"
                    + " standards of yos-2021: line %d: 1.1.2 has 5 prompts; key question 1.1.3"
                        .formatted(line)),
        err());
    assertTrue(
        err().contains(file + ":" + line + ": 1.1.3 \"z) One more.\": 1.1.2 has 5 prompts"), err());
    assertEquals(5, run("wording", "--edition", "yos-2018", file(standards())));
    assertTrue(err().contains("of yos-2018: line "), err());
    assertEquals(5, run("wording", file("Dear all,\n")));
    assertEquals(5, run("wording", file("a\u0007\n")));
    assertEquals(5, run("wording", file("a".repeat((1 << 20) + 1))));
    assertEquals(5, run("wording", home.resolve("nothing.txt").toString()));
    run("wording");
    assertEquals(4, out().lines().filter(row -> row.endsWith("none")).count());
  }

  @Test
  void theCommandLineIsChecked() throws IOException {
    assertEquals(2, run("wording", "--remove", "yos-2021", file(standards())));
    assertEquals(2, run("wording", "--edition", "yos-2021"));
    assertEquals(1, run("wording", "--edition", "yos-2099", file(standards())));
    assertTrue(err().contains("there are fji-2014, yos-2018, yos-2021"), err());
    assertEquals(1, run("wording", "--remove", "yos-2099"));
  }

  @Test
  void onlyALeadMay() throws IOException {
    assertEquals(0, run("token", "add", "Ines", "--role", "viewer"));
    Path token = home.resolve("viewer.token");
    Files.deleteIfExists(token);
    Files.createFile(
        token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(token, out().strip());
    assertEquals(4, run("--token-file", token.toString(), "wording", file(standards())));
    assertEquals(4, run("--token-file", token.toString(), "wording", "--remove", "yos-2021"));
    assertEquals(0, run("--token-file", token.toString(), "wording"));
  }
}
