package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import bandstand.store.BackupFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup as curl fetches it, and what is told of the last one. */
class BackupRoutesTest {
  private static final String BACKUP = "/api/v1/admin/backup";
  private static final String BACKUPS = "/api/v1/admin/backups";
  private static final String DIGEST = "ab".repeat(32);

  @TempDir Path folder;

  private Path data;
  private RunningApi api;

  @BeforeEach
  void start() throws IOException {
    data = folder.resolve("data");
    api = new RunningApi(Files.createDirectory(data));
    api.post("/api/v1/inspections", "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}");
    api.put("/api/v1/inspections/i/cases/C1", "{\"type\":\"court\"}");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  /** The whole body in a file. */
  private HttpResponse<Path> fetched(Path to) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.server.port() + BACKUP))
            .header("Authorization", "Bearer " + api.token())
            .POST(BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofFile(to));
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void aLeadFetchesAWholeBackup() throws IOException {
    HttpResponse<Path> response = fetched(folder.resolve("b.zip"));
    assertEquals(200, response.statusCode());
    assertEquals("application/zip", response.headers().firstValue("Content-Type").orElse(""));
    String name = response.headers().firstValue("Content-Disposition").orElse("");
    assertTrue(
        name.matches("attachment; filename=\"bandstand-[0-9]{4}-[0-9]{2}-[0-9]{2}-2\\.zip\""),
        name);
    try (BackupFile backup = RunningApi.done(BackupFile.open(response.body()))) {
      assertEquals(2, RunningApi.done(backup.verify()).claim().sequence());
      assertEquals("lead", backup.manifest().by());
      assertEquals("test", backup.manifest().version());
    }
  }

  @Test
  void nobodyElseDoes() throws IOException {
    for (Role role : List.of(Role.VIEWER, Role.INSPECTOR)) {
      api.as(api.token("a-" + role.word(), role));
      assertEquals("forbidden", api.post(BACKUP, "").problem());
      assertEquals("forbidden", api.post(BACKUPS, "{}").problem());
      assertEquals(200, api.get(BACKUPS).status());
    }
    api.as("");
    assertEquals(401, api.post(BACKUP, "").status());
    assertEquals(401, api.get(BACKUPS).status());
  }

  @Test
  void aDaemonWritesNoFileWhereItIsTold() {
    RunningApi.Answer answer = api.post(BACKUP, "{\"file\":\"/tmp/x\"}");
    assertEquals(422, answer.status());
    assertEquals("/file", answer.json().at("/errors/0/pointer").asText());
  }

  @Test
  void damageBreaksItOffSoThatTheReaderNotices() throws IOException {
    Path segment = data.resolve("journal/journal-000000000001.log");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length - 1] ^= 1;
    Files.write(segment, bytes);
    assertThrows(IOException.class, () -> fetched(folder.resolve("b.zip")));
    assertEquals(200, api.get("/api/v1/inspections").status(), "the daemon goes on");
  }

  @Test
  void theLastVerifiedOneIsToldOnceItIsClaimed() throws IOException {
    assertTrue(api.get(BACKUPS).json().path("last").isNull());
    assertTrue(api.get("/health/ready").json().path("lastBackup").isNull());
    RunningApi.Answer taken =
        api.post(BACKUPS, "{\"sequence\":2,\"sha256\":\"%s\"}".formatted(DIGEST));
    assertEquals(200, taken.status());
    assertEquals(2, taken.json().at("/last/sequence").asLong());
    assertEquals("lead", api.get(BACKUPS).json().at("/last/by").asText());
    assertEquals(2, api.get("/health/ready").json().at("/lastBackup/sequence").asLong());
    assertTrue(
        api.get("/metrics")
            .response()
            .body()
            .contains("bandstand_last_verified_backup_sequence 2\n"));
  }

  @Test
  void aClaimWithFaultsIsRefusedWithAllOfThem() {
    RunningApi.Answer answer = api.post(BACKUPS, "{\"sequence\":-1,\"sha\":\"x\"}");
    assertEquals(422, answer.status());
    assertEquals(3, answer.json().path("errorCount").asInt());
    RunningApi.Answer other =
        api.post(BACKUPS, "{\"sequence\":3,\"sha256\":\"%s\"}".formatted(DIGEST));
    assertEquals(422, other.status());
    assertTrue(other.json().path("detail").asText().contains("a backup of other data"));
  }

  @Test
  void aClaimThatCannotBeKeptIsNotTaken() throws IOException {
    Files.createDirectories(data.resolve("last-backup.json/in-the-way"));
    RunningApi.Answer answer =
        api.post(BACKUPS, "{\"sequence\":2,\"sha256\":\"%s\"}".formatted(DIGEST));
    assertEquals(503, answer.status());
    assertTrue(api.get(BACKUPS).json().path("last").isNull());
  }

  @Test
  void aBrokenChainIsToldWithItsSegmentAndByte() throws IOException {
    Path segment = data.resolve("journal/journal-000000000001.log");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[40] ^= 1;
    Files.write(segment, bytes);
    String verdict = api.get("/api/v1/inspections/i/history/verify").response().body();
    assertTrue(verdict.contains("journal-000000000001.log at byte 32: "), verdict);
  }
}
