package bandstand.daemon;

import bandstand.Grep;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A case is erased, part of it at rest and part in the journal's tail, while calls fail. */
final class ErasureScenario implements FaultScenario {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String WORD = "gnu-of-kendal";
  private static final String CASE = KillLoop.INSPECTION + "/cases/" + WORD;

  private boolean acknowledged;

  @Override
  public String name() {
    return "erase";
  }

  @Override
  public void prepare(Home home) throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      daemon.taken("POST", "/api/v1/inspections", FaultScenarios.NEW);
      daemon.taken(
          "PUT", CASE, "{\"type\":\"court\",\"attributes\":{\"area\":\"%s\"}}".formatted(WORD));
      daemon.taken("PUT", KillLoop.INSPECTION + "/cases/C2", "{\"type\":\"court\"}");
      daemon.terminated();
    }
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      daemon.taken(
          "PUT", CASE + "/answers/2.1.1", "{\"answer\":\"yes\",\"note\":\"%s\"}".formatted(WORD));
      daemon.killed();
    }
  }

  @Override
  public boolean run(Home home, Strace strace) throws IOException {
    acknowledged = false;
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      Process tracer = strace.attached(daemon.pid());
      boolean died = !answers(daemon) && daemon.exit() == FaultScenarios.KILLED;
      daemon.killed();
      FaultScenarios.ended(tracer);
      return died;
    }
  }

  /** False if it died meanwhile. */
  private boolean answers(DaemonProcess daemon) {
    try {
      String asked = "{\"reason\":\"asked for\"}";
      int status = daemon.send("POST", CASE + "/erase", "application/json", asked).statusCode();
      acknowledged = status / 100 == 2;
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Once the change is on disk the next start ends the erasure, acknowledged or not. */
  @Override
  public List<String> damage(Home home) throws IOException {
    List<String> damage = new ArrayList<>();
    boolean erased;
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      erased = daemon.get(CASE).statusCode() == 404;
      boolean remains = daemon.get(KillLoop.INSPECTION + "/cases/erased-1").statusCode() == 200;
      if (erased != remains || acknowledged && !erased) {
        damage.add(
            "acknowledged %s, erased %s, remains %s".formatted(acknowledged, erased, remains));
      }
      JsonNode ratings = MAPPER.readTree(daemon.get(KillLoop.INSPECTION + "/ratings").body());
      int yes = ratings.at("/standards/4/keyQuestions/0/confirmed/yes").asInt(-1);
      if (yes != 1) {
        damage.add("2.1.1 has " + yes + " yes");
      }
      JsonNode verified =
          MAPPER.readTree(daemon.get(KillLoop.INSPECTION + "/history/verify").body());
      if (!verified.path("ok").asBoolean()) {
        damage.add("history is not sound: " + verified);
      }
      List<String> found = Grep.files(home.data(), WORD);
      if (erased && !found.isEmpty()) {
        damage.add("erased, and still in " + found);
      }
      daemon.taken("POST", "/api/v1/inspections", FaultScenarios.NEW.replace("\"i\"", "\"after\""));
      daemon.terminated();
    }
    return damage;
  }
}
