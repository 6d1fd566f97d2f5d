package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.client.FakeDaemon;
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
import bandstand.wire.InspectionJson;
import bandstand.wire.PageJson;
import bandstand.wire.PeopleJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.RatingsTree;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands as a person types them, with no daemon or one that answers as a test wants. */
abstract class OnACannedDaemon {
  static final Inspection LEICESTER = Sample.leicester();

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Map<String, String> environment = new HashMap<>();
  Optional<FakeDaemon> daemon = Optional.empty();

  /** What is piped in. */
  String input = "";

  /** What it answers to the question whether its history is whole. */
  byte[] verdict = new byte[0];

  /** The age of its last verified backup; empty: there is none. */
  Optional<Duration> backup = Optional.of(Duration.ofHours(3));

  @BeforeEach
  final void writeToken() throws IOException {
    Path token = Path.of(folders().token());
    Files.createDirectories(token.getParent());
    Files.writeString(token, "secret");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  final void stop() throws IOException {
    if (daemon.isPresent()) {
      daemon.get().close();
    }
  }

  final Folders folders() {
    return Folders.of(Map.of("XDG_RUNTIME_DIR", home + "/r"), home.toString());
  }

  final int run(String... arguments) {
    out.reset();
    err.reset();
    return Main.run(setting(), arguments);
  }

  final Setting setting() {
    return new Setting(
        environment,
        folders(),
        new Surroundings(false, false, true, false),
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        new Output(new PrintStream(out), false),
        new Output(new PrintStream(err), false));
  }

  /** A daemon that holds Leicester, and answers an import with this. */
  final void daemon(int status, String type, byte[] imported) throws IOException {
    scripted(
        (got, output) -> {
          if (got.method().equals("POST")) {
            FakeDaemon.reply(output, status, type, text(imported));
          } else {
            reply(got.target(), output);
          }
          return true;
        });
  }

  final void daemon() throws IOException {
    daemon(404, "application/json", new byte[0]);
  }

  /** A daemon that answers by a script of the test. */
  final void scripted(FakeDaemon.Script script) throws IOException {
    daemon = Optional.of(FakeDaemon.onPort(script));
    environment.put("BANDSTAND_URL", url());
  }

  final String url() {
    return daemon.orElseThrow().address().url();
  }

  final void reply(String target, OutputStream output) throws IOException {
    byte[] row = InspectionJson.write(LEICESTER, Scorer.rate(LEICESTER));
    byte[] json =
        switch (target) {
          case "/version" -> HealthJson.version("1.0.0");
          case "/health/ready" -> HealthJson.status("up");
          case "/metrics" -> "# TYPE x gauge\nbandstand_watchers 3\nx 4\n".getBytes(UTF_8);
          case "/api/v1/admin/backups" -> BackupJson.status(Sample.backupStatus(backup));
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

  static String text(byte[] json) {
    return new String(json, UTF_8);
  }

  final String out() {
    return out.toString(UTF_8);
  }

  final String err() {
    return err.toString(UTF_8);
  }

  final String cases() throws IOException {
    Path file = home.resolve("cases.csv");
    Files.writeString(file, "reference,type,2.1.1\nC01,court,yes\n");
    return file.toString();
  }
}
