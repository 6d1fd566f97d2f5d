package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged and lies on a disk that has lost it. */
class DamagedJournalTest {
  private static final String I = "/api/v1/inspections/i";

  @TempDir Path data;

  private void flip(String text) throws IOException {
    Path segment = data.resolve("journal/journal-000000000001.log");
    byte[] bytes = Files.readAllBytes(segment);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    bytes[at] ^= 1;
    Files.write(segment, bytes);
  }

  @Test
  void aChangeThatCannotBeReadIsNamedWithWhatToDoAndTheRestIsServed() throws IOException {
    String token;
    try (RunningApi api = new RunningApi(data)) {
      token = api.token();
      api.post(
          "/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
      api.put(I + "/cases/C01", "{\"type\":\"court\",\"note\":\"plum\"}");
      api.put(I + "/cases/C02", "{\"type\":\"court\"}");
      flip("plum");
      RunningApi.Answer report = api.get("/api/v1/subject-report?reference=C01");
      assertEquals("unavailable", report.problem());
      String detail = report.json().path("detail").asText();
      assertTrue(detail.contains("damaged where revision 2 stands"), detail);
      assertTrue(detail.contains("bandstand doctor"), detail);
      assertTrue(detail.contains("bandstand restore"), detail);
      assertEquals(200, api.get(I + "/cases/C01").status());
      assertEquals(201, api.put(I + "/cases/C03", "{\"type\":\"court\"}").status());
    }
    try (RunningApi again = new RunningApi(data)) {
      assertEquals(200, again.as(token).get(I + "/cases/C03").status());
    }
  }
}
