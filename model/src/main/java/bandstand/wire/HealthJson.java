package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the daemon says of itself. */
public final class HealthJson {
  private static final String NAME = "Bandstand";
  private static final int LINE_CHARACTERS = 1_000;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern WATCHERS = Pattern.compile("(?m)^bandstand_watchers ([0-9]{1,9})$");

  /**
   * A daemon that runs on this machine.
   *
   * @param data its data folder
   */
  public record Running(long pid, String url, String data, String version) {}

  private HealthJson() {}

  public static byte[] status(String status) {
    return Json.bytes(Json.object().put("status", status));
  }

  /** That it takes writes, and how far the backup goes that was verified last; for everybody. */
  public static byte[] ready(BackupJson.Status backups) {
    ObjectNode node = Json.object().put("status", "up");
    backups
        .last()
        .ifPresentOrElse(
            proof ->
                node.putObject("lastBackup")
                    .put("sequence", proof.claim().sequence())
                    .put("at", proof.at().toString())
                    .put("ageSeconds", backups.age().toSeconds()),
            () -> node.putNull("lastBackup"));
    return Json.bytes(node);
  }

  public static byte[] version(String version) {
    return Json.bytes(Json.object().put("name", NAME).put("version", version));
  }

  /**
   * What a running daemon leaves for whoever looks for it.
   *
   * @param socket path of the Unix socket; empty when there is none
   */
  public static byte[] running(long pid, int port, String data, String socket, String version) {
    return Json.bytes(
        Json.object()
            .put("pid", pid)
            .put("port", port)
            .put("url", "http://127.0.0.1:" + port)
            .put("data", data)
            .put("socket", socket.isEmpty() ? null : socket)
            .put("version", version));
  }

  /** Read back from {@link #running}. */
  public static Outcome<Running> readRunning(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) -> {
          Optional<Integer> port = answer.integer("port", 1, HIGHEST_PORT);
          return answer
              .revision("pid")
              .map(
                  pid ->
                      new Running(
                          pid,
                          "http://127.0.0.1:" + port.orElse(0),
                          answer.needed("data", LINE_CHARACTERS),
                          answer.needed("version", LINE_CHARACTERS)));
        });
  }

  /** How many watch, in the text of {@code /metrics}. */
  public static Outcome<Integer> readWatchers(byte[] metrics) {
    Matcher line = WATCHERS.matcher(new String(metrics, StandardCharsets.UTF_8));
    return line.find()
        ? Outcome.done(Integer.valueOf(line.group(1)))
        : Outcome.refused(Problem.Kind.REFUSED, "it does not say");
  }

  /** The version in an answer from {@link #version}; refused for what is no daemon's. */
  public static Outcome<String> readVersion(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) ->
            answer.needed("name", LINE_CHARACTERS).equals(NAME)
                ? Optional.of(answer.needed("version", LINE_CHARACTERS))
                : answer.fault("name", "value", "It is no daemon of " + NAME));
  }
}
