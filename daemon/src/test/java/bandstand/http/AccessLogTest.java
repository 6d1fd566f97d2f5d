package bandstand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.service.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {
  private static final Served SERVED =
      new Served(
          Instant.parse("2026-11-22T09:18:55.226437Z"),
          Optional.of("nia"),
          "GET",
          "/api/v1/inspections/{id}",
          200,
          928,
          Duration.ofNanos(1_250_000),
          false);
  private static final String LINE =
      "2026-11-22T09:18:55.226Z nia GET /api/v1/inspections/{id} 200 928 1.3";

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("access.log");
  }

  private void written(AccessLog log, int lines) {
    log.start();
    for (int i = 0; i < lines; i++) {
      log.add(SERVED);
    }
    log.close();
  }

  @Test
  void aLineIsTimeNameMethodRouteStatusBytesMilliseconds() {
    assertEquals(LINE, AccessLog.line(SERVED));
  }

  @Test
  void aStrangersMethodIsNotWrittenDown() {
    Served strange =
        new Served(
            SERVED.at(),
            Optional.empty(),
            "JOHN-SMITH",
            Served.NO_ROUTE,
            404,
            0,
            Duration.ZERO,
            false);
    assertEquals("2026-11-22T09:18:55.226Z - other - 404 0 0.0", AccessLog.line(strange));
  }

  @Test
  void theFileIsItsOwnersAlone() throws IOException {
    written(new AccessLog(file()), 2);
    assertEquals(List.of(LINE, LINE), Files.readAllLines(file()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  @Test
  void aNextStartGoesOnWithTheFile() throws IOException {
    written(new AccessLog(file()), 1);
    written(new AccessLog(file()), 1);
    assertEquals(2, Files.readAllLines(file()).size());
  }

  @Test
  void fullFilesGrowOldAndTheOldestGoes() throws IOException {
    written(new AccessLog(file(), 2L * (LINE.length() + 1)), 20);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("access.log.1", "access.log.2", "access.log.3"),
          files.map(each -> each.getFileName().toString()).sorted().toList());
    }
    assertEquals(List.of(LINE, LINE), Files.readAllLines(folder.resolve("access.log.3")));
  }

  @Test
  void whatCannotBeWrittenIsCountedAndNobodyWaits() throws IOException {
    Files.createDirectory(file());
    AccessLog log = new AccessLog(file());
    written(log, 3);
    assertEquals(3, log.lost());
  }

  private long lines() {
    try (Stream<String> lines = Files.lines(file())) {
      return lines.count();
    } catch (IOException notYet) {
      return 0;
    }
  }

  /** Of everything that a request can say. */
  @Test
  void nothingOfACaseIsInAnyLog() throws IOException {
    String marked = "Qzx";
    try (RunningApi api = new RunningApi(folder)) {
      String one = "/api/v1/inspections/" + marked.toLowerCase(java.util.Locale.ROOT);
      api.post(
          "/api/v1/inspections",
          "{\"id\":\"qzx\",\"service\":\"Qzx\",\"framework\":\"yos-2018\",\"notes\":\"Qzx\"}");
      api.put(one + "/cases/Qzx", "{\"type\":\"court\",\"attributes\":{\"Qzx\":\"Qzx\"}}");
      api.put(one + "/cases/Qzx/answers/2.1.1", "{\"answer\":\"no\",\"note\":\"Qzx\"}");
      api.get(one + "/cases?assignee=Qzx");
      api.get(one + "/cases/Qzx?Qzx=Qzx");
      api.get("/Qzx");
      api.send("GET", one, RunningApi.JSON, "", "If-None-Match", "Qzx", "Origin", "Qzx");
      api.put(one + "/cases/Qzx/answers/Qzx", "Qzx");
      for (String raw :
          List.of(
              "QZX / HTTP/1.1\r\nHost: Qzx\r\n\r\n",
              "Qzx\r\n\r\n",
              "GET /Qzx%zz HTTP/1.1\r\n\r\n")) {
        Spoken.said(api.server.port(), raw.getBytes(UTF_8));
      }
      String figures = api.get("/metrics").response().body();
      assertFalse(figures.toLowerCase(java.util.Locale.ROOT).contains("qzx"), figures);
      Eventually.until(() -> lines() == 12);
    }
    String log = Files.readString(file());
    assertEquals(12, log.lines().count(), log);
    assertFalse(log.toLowerCase(java.util.Locale.ROOT).contains("qzx"), log);
    assertTrue(
        log.contains(" lead PUT /api/v1/inspections/{id}/cases/{ref}/answers/{code} 200 "), log);
    assertTrue(log.contains(" - other - 403 "), log);
  }
}
