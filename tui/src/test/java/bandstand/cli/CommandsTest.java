package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.client.FakeDaemon;
import bandstand.framework.Fault;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.rating.Scorer;
import bandstand.state.Sample;
import bandstand.state.Walk;
import bandstand.terminal.Surroundings;
import bandstand.wire.BackupJson;
import bandstand.wire.Folders;
import bandstand.wire.FrameworkJson;
import bandstand.wire.HealthJson;
import bandstand.wire.HistoryJson;
import bandstand.wire.ImportJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.PageJson;
import bandstand.wire.PeopleJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.RatingsTree;
import bandstand.wire.RowNumbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  private static final Inspection LEICESTER = Sample.leicester();
  private static final Problem TWO_FAULTS =
      Problem.refused(
          List.of(
              new Fault(2, "", "2.1.1", Optional.of("maybe"), "value", "yes, no or na"),
              new Fault(3, "", "type", Optional.of("yard"), "type", "court or out-of-court")));

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private Optional<FakeDaemon> daemon = Optional.empty();
  private String input = "";
  private byte[] verdict = new byte[0];
  private Optional<Duration> backup = Optional.of(Duration.ofHours(3));

  @BeforeEach
  void writeToken() throws IOException {
    Path token = Path.of(folders().token());
    Files.createDirectories(token.getParent());
    Files.writeString(token, "secret");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void stop() throws IOException {
    if (daemon.isPresent()) {
      daemon.get().close();
    }
  }

  private Folders folders() {
    return Folders.of(Map.of("XDG_RUNTIME_DIR", home + "/r"), home.toString());
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Main.run(
        new Setting(
            environment,
            folders(),
            new Surroundings(false, false, true, false),
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new Output(new PrintStream(out), false),
            new Output(new PrintStream(err), false)),
        arguments);
  }

  /** A daemon that holds Leicester, and answers an import with this. */
  private void daemon(int status, String type, byte[] imported) throws IOException {
    daemon =
        Optional.of(
            FakeDaemon.onPort(
                (got, output) -> {
                  if (got.method().equals("POST")) {
                    FakeDaemon.reply(output, status, type, text(imported));
                  } else {
                    reply(got.target(), output);
                  }
                  return true;
                }));
    environment.put("BANDSTAND_URL", daemon.get().address().url());
  }

  private void daemon() throws IOException {
    daemon(404, "application/json", new byte[0]);
  }

  private void reply(String target, OutputStream output) throws IOException {
    byte[] row = InspectionJson.write(LEICESTER, Scorer.rate(LEICESTER));
    byte[] json =
        switch (target) {
          case "/version" -> HealthJson.version("1.0.0");
          case "/health/ready" -> HealthJson.status("up");
          case "/metrics" -> "# TYPE x gauge\nbandstand_watchers 3\nx 4\n".getBytes(UTF_8);
          case "/api/v1/admin/backups" -> BackupJson.status(Walk.backupStatus(backup));
          case "/api/v1/me" -> PeopleJson.person(Walk.PB);
          case "/api/v1/frameworks" -> FrameworkJson.writeList(List.of(Sample.YOS_2018), _ -> true);
          case "/api/v1/frameworks/yos-2018" ->
              FrameworkJson.write(Sample.YOS_2018, Optional.empty(), Optional.empty());
          case "/api/v1/inspections/leicester-2019/history/verify" -> verdict;
          case "/api/v1/inspections?limit=20", "/api/v1/inspections?limit=1000" ->
              PageJson.page(List.of(row), 20, one -> one, _ -> "");
          case "/api/v1/inspections/leicester-2019" -> row;
          case "/api/v1/inspections/leicester-2019/ratings" ->
              RatingsTree.of(LEICESTER.id(), 1, Scorer.rate(LEICESTER)).json();
          default -> new byte[0];
        };
    if (json.length == 0) {
      Problem problem = Problem.of(Problem.Kind.NOT_FOUND, "There is no inspection nope");
      FakeDaemon.reply(output, 404, "application/problem+json", text(ProblemJson.write(problem)));
    } else {
      FakeDaemon.reply(output, 200, "application/json", text(json));
    }
  }

  private static String text(byte[] json) {
    return new String(json, UTF_8);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }

  private String cases() throws IOException {
    Path file = home.resolve("cases.csv");
    Files.writeString(file, "reference,type,2.1.1\nC01,court,yes\n");
    return file.toString();
  }

  @Test
  void ratePrintsFractionPercentageRatingThresholdsAndTippingPoints() {
    assertEquals(0, run("rate", "26/35"));
    assertEquals(
        "26/35 74% Good   Outstanding at 28/35, Requires improvement at 22/35   down 4 up 2\n",
        out());
  }

  @Test
  void severalFiguresAreOneStandard() {
    assertEquals(0, run("rate", "25/35", "20/30", "21/35"));
    assertEquals(
        """
        25/35 71% Good   Outstanding at 28/35, Requires improvement at 22/35   down 3 up 3
        20/30 67% Good   Outstanding at 24/30, Requires improvement at 19/30   down 1 up 4
        21/35 60% Requires improvement   Good at 23/35, Inadequate at 17/35   down 4 up 2
        standard: Requires improvement   lowest: 21/35 60% Requires improvement   down 4 up 2
        """,
        out());
  }

  @Test
  void aPercentageStandsForItself() {
    assertEquals(0, run("rate", "77", "50%", "100"));
    assertEquals(
        """
        77% Good   Outstanding at 80%, Requires improvement at 64%
        50% Requires improvement   Good at 65%, Inadequate at 49%
        100% Outstanding   Good at 79%
        standard: Requires improvement   lowest: 50% Requires improvement
        """,
        out());
  }

  @Test
  void aFigureThatRoundingDecidesSaysSo() {
    assertEquals(0, run("rate", "11/17"));
    assertTrue(out().endsWith("rounding decides\n"), out());
  }

  @Test
  void withoutBandsAPercentageStandsAloneAndSaysWhy() {
    assertEquals(0, run("rate", "--framework", "fji-2014", "26/35"));
    assertEquals("26/35 74%\nfji-2014 has no bands: a percentage stands without a rating\n", out());
  }

  @Test
  void whatIsNoFigureOrEditionIsAWrongCommandLine() {
    for (String figure : List.of("5/4", "101", "x", "1/0", "-1")) {
      assertEquals(2, run("rate", "--", figure), figure);
      assertTrue(err().startsWith("bandstand rate: \"" + figure + "\": "), err());
    }
    assertEquals(2, run("rate", "--framework", "yos-1999", "1/2"));
    assertTrue(err().startsWith("bandstand: no edition \"yos-1999\"; built in are "), err());
    assertEquals(2, run("rate"));
    assertEquals(2, run("nonsense"));
    assertTrue(err().endsWith("see bandstand --help\n"), err());
  }

  @Test
  void helpListsEveryCommandAndExitCode() {
    assertEquals(0, run("--help"));
    for (String name :
        List.of(
            "demo", "import", "rate", "ratings", "login", "logout", "status", "stop", "token",
            "wording", "daemon", "backup", "verify", "restore", "doctor", "--plain")) {
      assertTrue(out().contains("  " + name), name);
    }
    for (ExitCode exit : ExitCode.values()) {
      assertTrue(out().contains("  " + exit.code() + " "), exit.name());
    }
    assertEquals(0, run("import", "--help"));
    assertEquals(0, run("--version"));
    assertTrue(out().startsWith("Bandstand "), out());
  }

  @Test
  void withoutADaemonStatusAndStopSaySo() {
    for (String command : List.of("status", "stop")) {
      assertEquals(3, run(command));
      assertEquals("bandstand: no daemon runs\n", err());
    }
  }

  @Test
  void aDaemonThatCannotBeReachedIsNamed() {
    environment.put("BANDSTAND_URL", "http://127.0.0.1:1");
    for (String[] command : new String[][] {{"status"}, {"ratings", "x"}, {}}) {
      assertEquals(3, run(command));
      assertEquals("bandstand: cannot reach 127.0.0.1:1: Connection refused\n", err());
    }
  }

  @Test
  void whatIsNoUrlIsAWrongCommandLine() {
    assertEquals(2, run("--url", "7117", "status"));
    assertTrue(err().contains("is no address of a daemon"), err());
    assertEquals(2, run("--url", "http://127.0.0.1:1", "stop"));
    assertEquals(2, run("--url", "http://127.0.0.1:1", "demo"));
    assertEquals(2, run("--url", "http://127.0.0.1:1", "daemon"));
  }

  @Test
  void aTokenOthersCanReadIsNotUsed() throws IOException {
    daemon();
    Files.setPosixFilePermissions(
        Path.of(folders().token()), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(4, run("status"));
    assertTrue(err().contains("chmod 600 " + folders().token()), err());
  }

  @Test
  void aTokenTheDaemonDoesNotKnowIsNotPermitted() throws IOException {
    daemon = Optional.of(FakeDaemon.onPort(FakeDaemon.always(401, "text/plain", "")));
    environment.put("BANDSTAND_URL", daemon.get().address().url());
    assertEquals(4, run("ratings", "x"));
    assertEquals(4, run("--plain"));
  }

  @Test
  void statusSaysWhatRunsAndWhatItHolds() throws IOException {
    daemon();
    assertEquals(0, run("status"));
    assertEquals(
        """
        daemon      %s
        because     BANDSTAND_URL says so
        version     1.0.0
        health      ready
        watchers    3
        backup      last verified backup: 3 hours ago, at change 3140
        you         PB, inspector
        inspection  leicester-2019  Leicester City  yos-2018  59/59 cases  24/36 Good
        """
            .formatted(daemon.get().address().url()),
        out());
  }

  @Test
  void statusSaysWhichDaemonItIsEvenIfNoneRuns() {
    assertEquals(3, run("status"));
    assertEquals(
        """
        daemon      unix:%s/r/bandstand/bandstand.sock
        because     it is your own; bandstand login chooses a team's
        """
            .formatted(home),
        out());
    assertEquals(3, run("--url", "/run/none.sock", "status"));
    assertTrue(
        out().startsWith("daemon      unix:/run/none.sock\nbecause     --url says so"), out());
  }

  @Test
  void anotherHostIsForATunnel() {
    for (String host :
        List.of("10.0.0.5:7117", "example.org", "127.evil.com", "localhost.evil.com")) {
      assertEquals(2, run("--url", "http://" + host, "status"), host);
      assertTrue(err().contains("use an SSH tunnel"), err());
      assertEquals(2, run("login", "http://" + host), host);
    }
  }

  @Test
  void whoIsLoggedInToATeamStopsNothingAndStartsNothing() throws IOException {
    daemon();
    String url = daemon.get().address().url();
    environment.remove("BANDSTAND_URL");
    input = "team-token\n";
    assertEquals(0, run("login", url));
    assertEquals("logged in to " + url + " as PB, inspector\n", out());
    Path login = Path.of(folders().login());
    assertEquals(url + "\nteam-token\n", Files.readString(login));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(login)));
    assertEquals(0, run("ratings", "leicester-2019"));
    assertTrue(
        daemon.get().got.stream()
            .allMatch(got -> got.headers().get("Authorization").equals("Bearer team-token")));
    assertEquals(0, run("status"));
    assertTrue(out().contains("because     you are logged in to it; bandstand logout forgets it"));
    assertEquals(1, run("stop"));
    assertTrue(err().contains("sudo systemctl stop bandstand"), err());
    assertTrue(err().contains("bandstand --url own stop"), err());
    assertEquals(3, run("--url", "own", "stop"));
    assertEquals("bandstand: no daemon runs\n", err());

    assertEquals(0, run("logout"));
    assertEquals("logged out\n", out());
    assertFalse(Files.exists(login));
    assertEquals(0, run("logout"));
    assertEquals("you were not logged in\n", out());
    assertEquals(3, run("status"));
  }

  @Test
  void theTokenOfALoginIsForItsDaemonAlone() throws IOException {
    daemon();
    input = "team-token\n";
    assertEquals(0, run("login", daemon.get().address().url()));
    assertTrue(err().contains("BANDSTAND_URL still names"), err());
    daemon.get().close();
    daemon = Optional.of(FakeDaemon.onPort(FakeDaemon.always(401, "text/plain", "")));
    environment.put("BANDSTAND_URL", daemon.get().address().url());
    assertEquals(4, run("ratings", "x"));
    assertEquals("Bearer secret", daemon.get().got.peek().headers().get("Authorization"));
  }

  @Test
  void aLoginThatIsRefusedIsNotKept() throws IOException {
    daemon = Optional.of(FakeDaemon.onPort(FakeDaemon.always(401, "text/plain", "")));
    String url = daemon.get().address().url();
    input = "bad\n";
    assertEquals(4, run("login", url));
    input = "two words\n";
    assertEquals(4, run("login", url));
    assertEquals("bandstand: that is no token; ask your lead\n", err());
    assertEquals(1, daemon.get().got.size());
    assertEquals(3, run("login", "http://127.0.0.1:1", "--token-file", folders().token()));
    assertEquals(2, run("login", "nonsense"));
    assertEquals(2, run("login", url, "--url", url));
    assertEquals(2, run("login"));
    assertFalse(Files.exists(Path.of(folders().login())));
  }

  @Test
  void aTokenForALoginComesFromAFileOrStandardInput() throws IOException {
    daemon();
    String url = daemon.get().address().url();
    assertEquals(0, run("login", url, "--token-file", folders().token()));
    assertEquals(url + "\nsecret\n", Files.readString(Path.of(folders().login())));
    input = "piped";
    assertEquals(0, run("login", url, "--token-file", "-"));
    assertEquals(url + "\npiped\n", Files.readString(Path.of(folders().login())));
    Files.setPosixFilePermissions(
        Path.of(folders().token()), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(4, run("login", url, "--token-file", folders().token()));
  }

  @Test
  void aLoginOthersCanReadOrThatIsNoneIsNotUsed() throws IOException {
    Path login = Path.of(folders().login());
    Files.writeString(login, "http://127.0.0.1:1\ntoken\n");
    Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(4, run("status"));
    assertTrue(err().contains("chmod 600 " + login), err());
    Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-------"));
    for (String text : List.of("", "token\n", "nonsense\ntoken\n", "http://127.0.0.1:1\n \n")) {
      Files.writeString(login, text);
      assertEquals(4, run("status"), text);
      assertTrue(err().contains("is no login; bandstand logout removes it"), err());
    }
    assertEquals(0, run("logout"));
    assertEquals(3, run("status"));
  }

  /** Answers me and rotate by turns of a script that a test writes. */
  private void rotating(FakeDaemon.Script script) throws IOException {
    daemon = Optional.of(FakeDaemon.onPort(script));
    environment.put("BANDSTAND_URL", daemon.get().address().url());
  }

  private static void me(OutputStream output) throws IOException {
    FakeDaemon.reply(output, 200, "application/json", text(PeopleJson.person(Walk.PB)));
  }

  private String kept() throws IOException {
    return Files.readString(Path.of(folders().token())).strip();
  }

  private Path next() {
    return Path.of(folders().token() + ".next");
  }

  @Test
  void aRotationWhoseAnswerIsLostIsSettledByAskingWhichTokenHolds() throws IOException {
    for (boolean taken : new boolean[] {true, false}) {
      rotating(
          (got, output) -> {
            boolean old = got.headers().get("Authorization").equals("Bearer secret");
            if (got.method().equals("POST")) {
              return false;
            } else if (old || taken) {
              me(output);
            } else {
              FakeDaemon.reply(output, 401, "text/plain", "");
            }
            return true;
          });
      assertEquals(taken ? 0 : 3, run("token", "rotate"));
      assertEquals(!taken, kept().equals("secret"));
      assertFalse(Files.exists(next()));
      assertFalse(out().contains(kept()) || err().contains(kept()));
      daemon.get().close();
      writeToken();
    }
  }

  @Test
  void aRotationThatStaysInDoubtIsSettledByTheNextOne() throws IOException {
    rotating(
        (got, output) -> {
          if (got.method().equals("POST")
              || !got.headers().get("Authorization").endsWith("secret")) {
            return false;
          }
          me(output);
          return true;
        });
    assertEquals(3, run("token", "rotate"));
    assertTrue(err().contains("both tokens are kept"), err());
    assertEquals("secret", kept());
    String doubted = Files.readString(next()).strip();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(next())));
    daemon.get().close();

    rotating(
        (got, output) -> {
          if (got.headers().get("Authorization").endsWith(doubted)) {
            me(output);
          } else {
            FakeDaemon.reply(output, 401, "text/plain", "");
          }
          return true;
        });
    assertEquals(0, run("token", "rotate"));
    assertEquals(doubted, kept());
    assertFalse(Files.exists(next()));
  }

  @Test
  void aRotationThatIsRefusedLeavesTheTokenAsItWas() throws IOException {
    rotating(
        (got, output) -> {
          if (got.method().equals("POST")) {
            Problem problem = Problem.of(Problem.Kind.UNAVAILABLE, "The tokens cannot be written");
            FakeDaemon.reply(
                output, 503, "application/problem+json", text(ProblemJson.write(problem)));
          } else {
            me(output);
          }
          return true;
        });
    assertEquals(1, run("token", "rotate"));
    assertEquals("bandstand: The tokens cannot be written\n", err());
    assertEquals("secret", kept());
    assertFalse(Files.exists(next()));
  }

  @Test
  void statusSaysThatThereIsNoBackup() throws IOException {
    backup = Optional.empty();
    daemon();
    assertEquals(0, run("status"));
    assertTrue(out().contains("backup      no backup yet: bandstand backup FILE\n"), out());
  }

  @Test
  void aBackupGoesOverNothingUnlessItIsForcedTo() throws IOException {
    daemon();
    String file = cases();
    assertEquals(1, run("backup", file));
    assertTrue(err().contains(file + " exists; choose another name, or replace it with --force"));
    assertEquals(2, run("backup", home.toString()));
    assertEquals(2, run("backup"));
    assertEquals(0, daemon.get().got.size());
  }

  @Test
  void aBackupWithoutAFolderIsNotWritten() throws IOException {
    daemon();
    assertEquals(1, run("backup", home + "/none/b.zip"));
    assertTrue(err().contains("cannot be written: there is no such folder"), err());
    assertFalse(Files.exists(home.resolve("none")));
  }

  @Test
  void aBackupThatBreaksOffLeavesNothing() throws IOException {
    daemon =
        Optional.of(
            FakeDaemon.onPort(
                (_, output) -> {
                  FakeDaemon.startStream(output);
                  FakeDaemon.chunk(output, "half");
                  return false;
                }));
    environment.put("BANDSTAND_URL", daemon.get().address().url());
    assertEquals(3, run("backup", home + "/b.zip"));
    assertTrue(err().startsWith("bandstand: the backup broke off: lost "), err());
    assertFalse(Files.exists(home.resolve("b.zip")));
    assertFalse(Files.exists(home.resolve("b.zip.part")));
  }

  @Test
  void whatTheDaemonsOwnCommandsNeedIsSaidWhenItIsNotThere() {
    for (String[] command :
        new String[][] {{"verify", "b.zip"}, {"restore", "b.zip", "--to", "x"}, {"doctor"}}) {
      assertEquals(1, run(command));
      assertTrue(err().contains("BANDSTAND_LAUNCHER is not set"), err());
      environment.put("BANDSTAND_LAUNCHER", home + "/none");
      assertEquals(1, run(command));
      assertTrue(err().contains(home + "/none cannot be run: "), err());
      environment.remove("BANDSTAND_LAUNCHER");
    }
    assertEquals(2, run("restore", "b.zip"));
  }

  @Test
  void verifyNamesWhatIsBroken() throws IOException {
    daemon();
    verdict = HistoryJson.broken(1, "journal-000000000001.log at byte 32: no sound frame");
    assertEquals(1, run("verify"));
    assertEquals(
        "leicester-2019  1 change  BROKEN: journal-000000000001.log at byte 32: no sound frame\n",
        out());
    assertTrue(err().startsWith("bandstand: 1 inspection, 1 change; 1 broken: "), err());
    verdict = HistoryJson.sound(1, "0123456789abcdef".repeat(4));
    assertEquals(0, run("verify"));
    assertEquals(
        """
        leicester-2019  1 change  sound, chain 0123456789abcdef
        1 inspection, 1 change: all sound
        """,
        out());
  }

  @Test
  void anotherServerIsNoDaemon() throws IOException {
    daemon =
        Optional.of(
            FakeDaemon.onPort(FakeDaemon.always(200, "application/json", "{\"name\":\"nginx\"}")));
    environment.put("BANDSTAND_URL", daemon.get().address().url());
    assertEquals(1, run("status"));
    assertTrue(err().contains("is it of another version?"), err());
  }

  @Test
  void ratingsPrintTheWholeTree() throws IOException {
    daemon();
    assertEquals(0, run("ratings", "leicester-2019"));
    assertTrue(
        out().startsWith("Leicester City  yos-2018  revision 1\n24/36 Good  settled\n"), out());
    assertTrue(
        out().contains("2.4 Reviewing: Requires improvement  lowest: 2.4.3  settled\n"), out());
    assertTrue(out().contains("  2.4.3 21/35 60% Requires improvement  down 4 up 2\n"), out());
  }

  @Test
  void anInspectionThatIsNotThereFails() throws IOException {
    daemon();
    assertEquals(1, run("ratings", "nope"));
    String said =
        "bandstand: there is no inspection \"nope\"; there are leicester-2019\ncreate one with c ";
    assertTrue(err().startsWith(said), err());
    assertEquals(1, run("import", cases(), "--inspection", "nope"));
    assertTrue(err().startsWith(said), err());
  }

  @Test
  void anImportSaysWhatItCameTo() throws IOException {
    var result =
        new ImportJson.Result(
            false, false, 1, 1, 0, 0, 0, 1, 0, 7, List.of(), 0, List.of(), new RowNumbers());
    var before = Sample.made("leicester-2019", Sample.YOS_2018, List.of());
    daemon(
        200,
        "application/json",
        ImportJson.write(result, Scorer.rate(before), Scorer.rate(LEICESTER)));
    assertEquals(0, run("import", cases(), "--inspection", "leicester-2019"));
    assertTrue(
        out()
            .startsWith(
                "1 case: 1 created, 0 updated, 0 unchanged, 0 rejected; 1 answers set\n"
                    + "now 1.1 Requires improvement, 1.2 Good"),
        out());
    assertTrue(out().contains("overall Good"), out());
    var sent = daemon.get().got.stream().filter(got -> got.method().equals("POST")).findFirst();
    var target = sent.orElseThrow().target().split("\\?");
    assertEquals("/api/v1/inspections/leicester-2019/cases", target[0]);
    assertEquals(Set.of("dryRun=false", "mode=atomic"), Set.of(target[1].split("&")));
    assertEquals("text/csv", sent.orElseThrow().headers().get("Content-Type"));
    assertEquals("reference,type,2.1.1\nC01,court,yes\n", sent.orElseThrow().body());
  }

  @Test
  void anImportThatIsLostIsSentOnceMoreUnderItsKeyWhichIsTold() throws IOException {
    daemon =
        Optional.of(
            FakeDaemon.onPort(
                (got, output) -> {
                  if (got.method().equals("POST")) {
                    return false;
                  }
                  reply(got.target(), output);
                  return true;
                }));
    environment.put("BANDSTAND_URL", daemon.get().address().url());
    assertEquals(3, run("import", cases(), "--inspection", "leicester-2019"));
    Set<String> keys =
        daemon.get().got.stream()
            .filter(got -> got.method().equals("POST"))
            .map(got -> got.headers().getOrDefault("Idempotency-Key", ""))
            .collect(Collectors.toSet());
    assertEquals(1, keys.size());
    assertTrue(err().contains("send it again with --key " + keys.iterator().next()), err());
  }

  @Test
  void aFileWithErrorsIsRefusedWithEveryLine() throws IOException {
    daemon(422, "application/problem+json", ProblemJson.write(TWO_FAULTS));
    String file = cases();
    assertEquals(5, run("import", file, "--inspection", "leicester-2019"));
    assertEquals(
        """
        %s:2: 2.1.1 "maybe": yes, no or na
        %s:3: type "yard": court or out-of-court
        bandstand: no case was imported
        """
            .formatted(file, file),
        err());
    assertEquals("", out());
  }

  @Test
  void aPartialImportListsWhatItLeftOut() throws IOException {
    var result =
        new ImportJson.Result(
            false,
            true,
            3,
            1,
            0,
            0,
            2,
            1,
            0,
            7,
            TWO_FAULTS.faults(),
            9,
            List.of(),
            new RowNumbers());
    var ratings = Scorer.rate(LEICESTER);
    daemon(200, "application/json", ImportJson.write(result, ratings, ratings));
    assertEquals(5, run("import", cases(), "--inspection", "leicester-2019", "--partial"));
    assertTrue(out().startsWith("3 cases: 1 created"), out());
    assertTrue(err().endsWith("and 7 more errors\n"), err());
  }

  @Test
  void theFirstTwentyErrorsAreListedUnlessAllAreWanted() throws IOException {
    List<Fault> faults =
        IntStream.rangeClosed(2, 31)
            .mapToObj(line -> new Fault(line, "", "2.1.1", Optional.of("x"), "value", "no"))
            .toList();
    daemon(422, "application/problem+json", ProblemJson.write(Problem.refused(faults)));
    String[] command = {"import", cases(), "--inspection", "leicester-2019"};
    assertEquals(5, run(command));
    assertEquals(22, err().lines().count());
    assertTrue(err().contains("cases.csv:21: 2.1.1 \"x\": no\nand 10 more; --all-errors"), err());
    assertEquals(5, run("import", cases(), "--inspection", "leicester-2019", "--all-errors"));
    assertEquals(31, err().lines().count());
  }

  @Test
  void aBundleIsNotForAnotherInspectionAndHasNoDryRun() throws IOException {
    daemon();
    Path bundle = home.resolve("b.json");
    Files.writeString(bundle, "{\"inspection\":{\"id\":\"b\"}}");
    assertEquals(2, run("import", bundle.toString(), "--inspection", "leicester-2019"));
    assertTrue(err().contains("is a bundle and makes the inspection b"), err());
    assertEquals(2, run("import", bundle.toString(), "--dry-run"));
    Files.writeString(bundle, "{\"inspection\":{\"id\":\"no id\"}}");
    assertEquals(5, run("import", bundle.toString()));
    assertEquals(0, daemon.get().got.size());
  }

  @Test
  void jsonIsTheDaemonsAnswerAsItIs() throws IOException {
    byte[] problem = ProblemJson.write(TWO_FAULTS);
    daemon(422, "application/problem+json", problem);
    assertEquals(5, run("import", cases(), "--inspection", "leicester-2019", "--json"));
    assertEquals(text(problem) + "\n", out());
    assertEquals("", err());
  }

  @Test
  void aFileThatIsNotThereOrOfNoKnownFormatIsSaid() throws IOException {
    daemon();
    assertEquals(5, run("import", home + "/none.csv", "--inspection", "x"));
    assertEquals(2, run("import", home + "/cases.txt", "--inspection", "x"));
    assertEquals(2, run("import", cases()));
    assertEquals(0, daemon.get().got.size());
  }

  @Test
  void whatOthersWroteCannotSteerTheTerminal() throws IOException {
    Output hostile = new Output(new PrintStream(out), false);
    hostile.say("Leicester\u001b[2J\u009bm\u202e");
    assertEquals("Leicester␛[2J�m�\n", out());
  }

  @Test
  void withoutUtf8ItIsAscii() throws IOException {
    new Output(new PrintStream(out), true).say("Llŷn – 24/36");
    assertEquals("Llyn - 24/36\n", out());
  }
}
