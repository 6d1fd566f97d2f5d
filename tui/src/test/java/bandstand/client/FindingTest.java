package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingTest {
  @TempDir Path home;

  private final FakeTime time = new FakeTime();
  private final List<FakeDaemon> daemons = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final AtomicInteger starts = new AtomicInteger();
  private Folders folders;

  @BeforeEach
  void writeToken() throws IOException {
    folders = Folders.of(Map.of("XDG_RUNTIME_DIR", home + "/r"), home.toString());
    write(Path.of(folders.token()), "secret\n", "rw-------");
  }

  @AfterEach
  void stop() throws IOException {
    for (FakeDaemon daemon : daemons) {
      daemon.close();
    }
  }

  private static void write(Path file, String text, String permissions) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private Path socket() {
    return Path.of(folders.socket().orElseThrow());
  }

  private Found own() {
    return secret(new Address.Local(socket()));
  }

  private Found secret(Address address) {
    return inFile(address, "secret", Path.of(folders.token()));
  }

  private static Found inFile(Address address, String token, Path file) {
    return new Found(address, token, Optional.of(new KeptToken.InFile(file)));
  }

  private Found theirs(Address team) {
    KeptToken kept = new KeptToken.InLogin(folders, new Login(team, "theirs"));
    return new Found(team, "theirs", Optional.of(kept));
  }

  private Outcome<Found> found(Map<String, String> environment, Finding.Starting starting) {
    return new Finding(environment, folders, starting, time)
        .find(Optional.empty(), Optional.empty(), told::add);
  }

  private Finding.Started listens() throws IOException {
    starts.incrementAndGet();
    daemons.add(FakeDaemon.onSocket(socket(), FakeDaemon.always(200, "text/plain", "")));
    return child(true);
  }

  private static Finding.Started child(boolean alive) {
    return new Finding.Started() {
      @Override
      public boolean alive() {
        return alive;
      }

      @Override
      public String lastWords() {
        return "the data folder is damaged";
      }
    };
  }

  private static Problem problem(Outcome<Found> outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome).problem();
  }

  @Test
  void theNamedDaemonComesFirst() {
    var finding =
        new Finding(Map.of("BANDSTAND_URL", "http://127.0.0.1:2"), folders, this::listens, time);
    assertEquals(
        Outcome.done(secret(new Address.Tcp("127.0.0.1", 1))),
        finding.find(Optional.of("http://127.0.0.1:1"), Optional.empty(), told::add));
    assertEquals(
        Outcome.done(secret(new Address.Tcp("127.0.0.1", 2))),
        finding.find(Optional.empty(), Optional.empty(), told::add));
    assertEquals(0, starts.get());
  }

  @Test
  void aRunningDaemonIsFoundAndNoneStarted() throws IOException {
    Files.createDirectories(socket().getParent());
    listens();
    assertEquals(Outcome.done(own()), found(Map.of(), this::listens));
    assertEquals(1, starts.get());
    assertEquals(List.of(), told);
  }

  @Test
  void withoutOneADaemonIsStartedAndThatIsTold() {
    assertEquals(Outcome.done(own()), found(Map.of(), this::listens));
    assertEquals(List.of("starting the daemon ..."), told);
  }

  @Test
  void aSocketNobodyListensAtIsNoDaemon() throws IOException {
    Files.createDirectories(socket().getParent());
    listens();
    daemons.getFirst().close();
    assertTrue(Files.exists(socket()));
    assertEquals(
        Outcome.done(own()),
        found(
            Map.of(),
            () -> {
              Files.delete(socket());
              return listens();
            }));
  }

  @Test
  void aDaemonThatListensLateIsWaitedFor() {
    var asked = new AtomicInteger();
    assertEquals(
        Outcome.done(own()),
        found(
            Map.of(),
            () ->
                new Finding.Started() {
                  @Override
                  public boolean alive() {
                    if (asked.incrementAndGet() == 50) {
                      try {
                        listens();
                      } catch (IOException failed) {
                        throw new IllegalStateException(failed);
                      }
                    }
                    return true;
                  }

                  @Override
                  public String lastWords() {
                    return "";
                  }
                }));
    assertEquals(49, time.pauses.size());
  }

  @Test
  void aDaemonThatEndsIsGivenUpWithItsLastWords() {
    var problem = problem(found(Map.of(), () -> child(false)));
    assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
    assertEquals(
        "no daemon runs, and none could be started: the data folder is damaged", problem.detail());
  }

  @Test
  void aDaemonThatNeverListensIsGivenUp() {
    var problem = problem(found(Map.of(), () -> child(true)));
    assertEquals("a daemon was started, but does not listen at " + socket(), problem.detail());
  }

  @Test
  void clientsThatStartAtOnceStartOneDaemon() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome<Found>>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            clients.submit(
                () ->
                    new Finding(Map.of(), folders, this::listens, Time.system())
                        .find(Optional.empty(), Optional.empty(), _ -> {})));
      }
      for (Future<Outcome<Found>> one : all) {
        assertEquals(Outcome.done(own()), one.get());
      }
    }
    assertEquals(1, starts.get());
  }

  @Test
  void findingARunningDaemonStartsNone() {
    var finding = new Finding(Map.of(), folders, this::listens, time);
    var problem = problem(finding.findRunning(Optional.empty(), Optional.empty()));
    assertEquals("no daemon runs", problem.detail());
    assertEquals(0, starts.get());
  }

  @Test
  void aTokenOthersCanReadIsRefusedWithTheRemedy() throws IOException {
    for (String permissions : List.of("rw-r-----", "rw----r--")) {
      write(Path.of(folders.token()), "secret", permissions);
      assertEquals(
          "others can read the token %s: chmod 600 %s".formatted(folders.token(), folders.token()),
          problem(found(Map.of(), this::listens)).detail());
      stop();
      Files.delete(socket());
    }
  }

  @Test
  void anotherTokenFileMayBeNamed() throws IOException {
    Path other = home.resolve("lead");
    write(other, "  other  \n", "rw-------");
    assertEquals(
        Outcome.done(inFile(new Address.Tcp("127.0.0.1", 1), "other", other)),
        new Finding(Map.of(), folders, this::listens, time)
            .find(Optional.of("http://127.0.0.1:1"), Optional.of(other), told::add));
  }

  @Test
  void aMissingTokenSaysWhereOneComesFrom() throws IOException {
    Files.delete(Path.of(folders.token()));
    var problem = problem(found(Map.of("BANDSTAND_URL", "http://127.0.0.1:1"), this::listens));
    assertEquals(Problem.Kind.UNAUTHORIZED, problem.kind());
    assertTrue(problem.detail().startsWith("there is no token file " + folders.token()));
  }

  private Choice choice(Optional<String> url, Map<String, String> environment) {
    return assertInstanceOf(
                    Outcome.Done.class,
                    new Finding(environment, folders, this::listens, time).choice(url))
                .value()
            instanceof Choice choice
        ? choice
        : new Choice(Choice.By.NOBODY, Optional.empty());
  }

  @Test
  void optionEnvironmentLoginAndOneselfAreAskedInThisOrder() throws IOException {
    Address team = new Address.Tcp("127.0.0.1", 3);
    Map<String, String> named = Map.of("BANDSTAND_URL", "http://127.0.0.1:2");
    assertEquals(
        new Choice(Choice.By.NOBODY, Optional.empty()), choice(Optional.empty(), Map.of()));
    new Login(team, "theirs").keep(folders);
    assertEquals(
        new Choice(Choice.By.LOGIN, Optional.of(team)), choice(Optional.empty(), Map.of()));
    assertEquals(
        new Choice(Choice.By.ENVIRONMENT, Optional.of(new Address.Tcp("127.0.0.1", 2))),
        choice(Optional.empty(), named));
    assertEquals(
        new Choice(Choice.By.OPTION, Optional.of(new Address.Tcp("127.0.0.1", 1))),
        choice(Optional.of("http://127.0.0.1:1"), named));
    for (String own : List.of("own", "unix:" + socket(), socket().toString())) {
      assertEquals(new Choice(Choice.By.OPTION, Optional.empty()), choice(Optional.of(own), named));
    }
  }

  @Test
  void whoIsLoggedInStartsNoDaemonAndShowsTheLoginsToken() throws IOException {
    Address team = Address.Local.named(home.resolve("team.sock"));
    new Login(team, "theirs").keep(folders);
    assertEquals(Outcome.done(theirs(team)), found(Map.of(), this::listens));
    assertEquals(
        Outcome.done(theirs(team)), found(Map.of("BANDSTAND_URL", team.url()), this::listens));
    assertEquals(
        Outcome.done(secret(new Address.Tcp("127.0.0.1", 1))),
        found(Map.of("BANDSTAND_URL", "http://127.0.0.1:1"), this::listens));
    assertEquals(0, starts.get());
    assertEquals(Outcome.done(own()), found(Map.of("BANDSTAND_URL", "own"), this::listens));
    assertEquals(1, starts.get());
  }
}
