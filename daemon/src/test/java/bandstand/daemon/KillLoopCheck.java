package bandstand.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks, after a start, whether a daemon has what its writers remember, and nothing else. */
final class KillLoopCheck {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** As far as the last look went. */
  private long revision;

  /** From now on changes count. */
  void begin(DaemonProcess daemon) throws IOException {
    revision = read(daemon.get(KillLoop.INSPECTION)).path("revision").asLong();
  }

  /** Compares what is there with what was acknowledged; gives what is wrong. */
  List<String> of(DaemonProcess daemon, List<KillLoopWriter> writers) throws IOException {
    List<String> lost = new ArrayList<>();
    Map<String, List<Long>> since = changesSince(daemon);
    Map<String, String> found = fields(daemon);
    for (KillLoopWriter writer : writers) {
      List<Long> own = since.remove(writer.name());
      lost.addAll(writer.compare(found, own == null ? List.of() : own));
    }
    if (!since.isEmpty()) {
      lost.add("changes that nobody sent: " + since);
    }
    JsonNode verified = read(daemon.get(KillLoop.INSPECTION + "/history/verify"));
    revision = read(daemon.get(KillLoop.INSPECTION)).path("revision").asLong();
    if (!verified.path("ok").asBoolean() || verified.path("entries").asLong() != revision) {
      lost.add("the chain at revision %d: %s".formatted(revision, verified));
    }
    HttpResponse<String> ready = daemon.get("/health/ready");
    if (ready.statusCode() != 200) {
      lost.add("it does not take writes: " + ready.body());
    }
    return lost;
  }

  /** The revisions after those of the last look, by who made them, in order. */
  private Map<String, List<Long>> changesSince(DaemonProcess daemon) throws IOException {
    Map<String, List<Long>> since = new HashMap<>();
    String after = "" + revision;
    while (!after.isEmpty()) {
      JsonNode page = read(daemon.get(KillLoop.INSPECTION + "/history?limit=1000&after=" + after));
      for (JsonNode line : page.path("items")) {
        since
            .computeIfAbsent(line.path("by").asText(), name -> new ArrayList<>())
            .add(line.path("revision").asLong());
      }
      after = page.path("next").isNull() ? "" : page.path("next").asText();
    }
    return since;
  }

  /** Every note of an answer and every mark of a case, by reference and field. */
  private static Map<String, String> fields(DaemonProcess daemon) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    String after = "";
    do {
      JsonNode page = read(daemon.get(KillLoop.INSPECTION + "/cases?limit=1000" + after));
      for (JsonNode file : page.path("items")) {
        String reference = file.path("reference").asText();
        fields.put(
            reference + "/" + KillLoopWriter.MARK,
            file.path("attributes").path(KillLoopWriter.MARK).asText());
        for (Map.Entry<String, JsonNode> answer : file.path("answers").properties()) {
          fields.put(reference + "/" + answer.getKey(), answer.getValue().path("note").asText());
        }
      }
      JsonNode next = page.path("next");
      after = next.isNull() ? "" : "&after=" + next.asText();
    } while (!after.isEmpty());
    return fields;
  }

  private static JsonNode read(HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return MAPPER.readTree(response.body());
  }
}
