package bandstand.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What a {@link FaultLoop} does: each acknowledged by the real daemon, and looked at after it. */
final class FaultScenarios {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  static final String NEW = "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}";
  private static final String FILING = "filing";
  static final int KILLED = 137;

  private FaultScenarios() {}

  /** The client is that of scripts/bandstand, which a script names. */
  static List<FaultScenario> all() {
    List<FaultScenario> all = new ArrayList<>();
    all.add(new Beginning());
    all.add(new Work("answers", (writer, daemon) -> writer.write(daemon.port(), 15)));
    all.add(new Work("import", (writer, daemon) -> writer.load(daemon.port(), 4)));
    all.add(new ErasureScenario());
    all.add(new Work(FILING, (writer, daemon) -> daemon.stopAsked()));
    Optional.ofNullable(System.getProperty("bandstand.client"))
        .ifPresent(client -> all.add(new BackupScenarios.BackingUp(client)));
    all.add(new BackupScenarios.Restoring());
    return all;
  }

  static FaultScenario named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** Without strace's leave no tracer ends before its process does. */
  static void ended(Process tracer) throws IOException {
    try {
      if (!tracer.waitFor(60, TimeUnit.SECONDS)) {
        throw new IOException("strace does not end");
      }
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A daemon starts for the first time and takes its first changes. */
  private static final class Beginning implements FaultScenario {
    private static final int CASES = 3;

    private int acknowledged;

    @Override
    public String name() {
      return "beginning";
    }

    @Override
    public void prepare(Home home) {}

    @Override
    public boolean run(Home home, Strace strace) throws IOException {
      acknowledged = 0;
      try (DaemonProcess daemon = DaemonProcess.traced(home, strace)) {
        boolean gone = !daemon.serves() || !works(daemon);
        boolean died = gone && daemon.exit() == KILLED;
        daemon.killed();
        return died;
      }
    }

    /** False if it died meanwhile. */
    private boolean works(DaemonProcess daemon) {
      try {
        acknowledged += taken(daemon, "POST", "/api/v1/inspections", NEW);
        for (int i = 0; i < CASES && acknowledged > 0; i++) {
          acknowledged +=
              taken(daemon, "PUT", KillLoop.INSPECTION + "/cases/C" + i, "{\"type\":\"court\"}");
        }
        return true;
      } catch (IOException died) {
        return false;
      }
    }

    private static int taken(DaemonProcess daemon, String method, String path, String json)
        throws IOException {
      return daemon.send(method, path, "application/json", json).statusCode() / 100 == 2 ? 1 : 0;
    }

    @Override
    public List<String> damage(Home home) throws IOException {
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        List<String> damage = new ArrayList<>();
        JsonNode found = MAPPER.readTree(daemon.get(KillLoop.INSPECTION).body());
        long revision = found.path("revision").asLong();
        if (revision < acknowledged || revision > acknowledged + 1) {
          damage.add("%d acknowledged, there are %d".formatted(acknowledged, revision));
        }
        daemon.taken("POST", "/api/v1/inspections", NEW.replace("\"i\"", "\"after\""));
        daemon.killed();
        return damage;
      }
    }
  }

  /** What is done while every call is watched. */
  private interface Doing {
    void with(KillLoopWriter writer, DaemonProcess daemon);
  }

  /** One person writes, or the daemon is stopped; before that, some changes that no file holds. */
  private static final class Work implements FaultScenario {
    private static final int CASES = 6;

    private final String name;
    private final Doing doing;
    private String token = "";
    private KillLoopWriter writer = writer();
    private KillLoopCheck check = new KillLoopCheck();

    Work(String name, Doing doing) {
      this.name = name;
      this.doing = doing;
    }

    private KillLoopWriter writer() {
      return new KillLoopWriter("writer", token, CASES, new SplittableRandom(11));
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void prepare(Home home) throws IOException {
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        daemon.taken("POST", "/api/v1/inspections", NEW);
        String made =
            daemon
                .taken("POST", "/api/v1/tokens", "{\"name\":\"writer\",\"role\":\"inspector\"}")
                .body();
        token = MAPPER.readTree(made).path("token").asText();
        daemon.terminated();
      }
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        writer().makeCases(daemon);
        daemon.killed();
      }
    }

    @Override
    public boolean run(Home home, Strace strace) throws IOException {
      writer = writer();
      writer.casesAreMade();
      check = new KillLoopCheck();
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        check.begin(daemon);
        Process tracer = strace.attached(daemon.pid());
        doing.with(writer, daemon);
        boolean ends = writer.unanswered() > 0 || name.equals(FILING);
        boolean died = ends && daemon.exit() == KILLED;
        daemon.killed();
        ended(tracer);
        return died;
      }
    }

    @Override
    public List<String> damage(Home home) throws IOException {
      try (DaemonProcess daemon = DaemonProcess.serving(home)) {
        List<String> damage = check.of(daemon, List.of(writer));
        long before = writer.acknowledged();
        writer.write(daemon.port(), 1);
        if (writer.acknowledged() == before) {
          damage.add("it takes no writes");
        }
        daemon.killed();
        return damage;
      }
    }
  }
}
