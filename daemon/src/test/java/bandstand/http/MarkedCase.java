package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The API over an inspection with a case whose every word is marked, to be looked for afterwards.
 */
final class MarkedCase implements AutoCloseable {
  static final String ALL = "/api/v1/inspections";
  static final String I = ALL + "/i";
  static final String CASE = I + "/cases/qzx-17";
  static final String LEDGER = "/api/v1/admin/erasures";

  /** In everything that is written of the case, and in nothing else. */
  static final String MARKED = "qzx-";

  static final String REASON = "{\"reason\":\"the parents ask for it\"}";

  final Path data;
  private final Path folder;
  private RunningApi api;

  MarkedCase(Path folder) throws IOException {
    this.folder = folder;
    this.data = Files.createDirectory(folder.resolve("data"));
    this.api = new RunningApi(data);
  }

  RunningApi api() {
    return api;
  }

  void restart() throws IOException {
    String token = api.token();
    api.close();
    api = new RunningApi(data).as(token);
  }

  static RunningApi.Answer ok(RunningApi.Answer answer) {
    assertTrue(answer.status() / 100 == 2, answer.response().body());
    return answer;
  }

  /** An inspection with the case marked in every field there is, at rest and changed since. */
  void filled() throws IOException {
    ok(
        api.post(
            ALL,
            "{\"id\":\"i\",\"service\":\"Ashby\",\"framework\":\"yos-2018\",\"notes\":\"stays\"}"));
    ok(
        api.send(
            "POST",
            I + "/cases",
            "text/csv",
            """
            reference,type,gender,2.1.1,2.1.2
            C1,court,male,yes,no
            qzx-17,court,qzx-sex,yes,yes
            C2,court,male,no,yes
            """,
            "Idempotency-Key",
            "qzx-key-import"));
    ok(
        api.put(
            CASE,
            "{\"type\":\"court\",\"manager\":\"qzx-manager\",\"note\":\"qzx-note\",\"assignee\":\"lead\","
                + "\"attributes\":{\"district\":\"qzx-north\"}}"));
    ok(api.put(CASE + "/answers/2.1.3", "{\"answer\":\"no\",\"note\":\"qzx-why\",\"ask\":true}"));
    ok(api.put(CASE + "/answers/2.2.1", "{\"answer\":\"yes\",\"note\":\"qzx-first\"}"));
    ok(api.post(I + "/undo", ""));
    ok(api.post(I + "/redo", ""));
    restart();
    ok(
        api.send(
            "POST",
            I + "/answers",
            RunningApi.JSON,
            "[{\"case\":\"qzx-17\",\"code\":\"2.2.2\",\"answer\":\"yes\",\"note\":\"qzx-batch\"},"
                + "{\"case\":\"C1\",\"code\":\"2.2.2\",\"answer\":\"no\"},"
                + "{\"code\":\"1.1.1\",\"answer\":\"yes\"}]",
            "Idempotency-Key",
            "qzx-key-batch"));
    ok(
        api.post(
            I + "/alerts",
            "{\"risk\":\"qzx-before\",\"organisation\":\"qzx-o\",\"toldRole\":\"qzx-r\","
                + "\"at\":\"2026-11-01\",\"status\":\"raised\"}"));
    ok(api.send("PATCH", I + "/alerts/1", RunningApi.JSON, "{\"case\":\"qzx-17\"}"));
    ok(
        api.send(
            "PATCH",
            I + "/alerts/1",
            RunningApi.JSON,
            "{\"status\":\"resolved\",\"outcome\":\"qzx-outcome\"}"));
    ok(
        api.send(
            "PATCH", CASE, RunningApi.JSON, "{\"step\":\"submitted\",\"reason\":\"qzx-done\"}"));
    ok(api.send("DELETE", CASE, RunningApi.JSON, "{\"reason\":\"qzx-removed\"}"));
    ok(api.post(I + "/undo", "{\"reason\":\"qzx-back\"}"));
    ok(
        api.put(
            I + "/judgements/1.1", "{\"rating\":\"good\",\"reason\":\"The board acts on it.\"}"));
    ok(api.put(I + "/marks/panel", ""));
    Files.writeString(data.resolve("journal/torn-000000000099.bytes"), "qzx-torn");
    restart();
    ok(
        api.put(
            CASE + "/answers/2.3.1", "{\"answer\":\"no\",\"note\":\"qzx-last\",\"reason\":\"r\"}"));
  }

  JsonNode ratings() {
    JsonNode tree = api.get(I + "/ratings").json();
    ((ObjectNode) tree).remove("revision");
    return tree;
  }

  Path backup(String name) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + api.server.port() + "/api/v1/admin/backup"))
            .header("Authorization", "Bearer " + api.token())
            .POST(BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofFile(folder.resolve(name))).body();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    api.close();
  }
}
