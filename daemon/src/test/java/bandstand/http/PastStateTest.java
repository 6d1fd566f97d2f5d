package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read of an inspection can be read as it was at a revision or a mark. */
class PastStateTest {
  private static final String INSPECTION = "/api/v1/inspections/a";
  private static final List<String> READS =
      List.of("", "/state", "/cases", "/answers", "/ratings", "/ratings/2.1.1/receipt");

  @TempDir private Path data;
  private RunningApi api;

  @BeforeEach
  void start() throws IOException {
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"id\":\"a\",\"service\":\"A\",\"framework\":\"yos-2021\"}");
    api.put(INSPECTION + "/cases/C01", "{\"type\":\"court\"}");
    api.put(INSPECTION + "/cases/C01/answers/2.1.1", "{\"answer\":\"yes\"}");
    api.put(INSPECTION + "/answers/1.1.1.1", "{\"answer\":\"yes\"}");
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  @Test
  void everyReadOfThePastIsWhatWasReadThen() {
    Map<String, String> then = new HashMap<>();
    READS.forEach(read -> then.put(read, api.get(INSPECTION + read).response().body()));
    String inCase = api.get(INSPECTION + "/cases/C01").response().body();
    api.put(INSPECTION + "/cases/C01/answers/2.1.1", "{\"answer\":\"no\",\"note\":\"later\"}");
    api.send("PATCH", INSPECTION, RunningApi.JSON, "{\"service\":\"B\"}");
    api.put(INSPECTION + "/answers/1.1.1.1", "{\"answer\":\"no\"}");
    api.delete(INSPECTION + "/cases/C01");
    api.put(INSPECTION + "/marks/panel-1", "{\"revision\":4}");
    for (String at : List.of("4", "panel-1")) {
      for (String read : READS) {
        assertEquals(then.get(read), api.get(INSPECTION + read + "?at=" + at).response().body());
      }
      assertEquals(inCase, api.get(INSPECTION + "/cases/C01?at=" + at).response().body());
    }
    assertEquals(404, api.get(INSPECTION + "/cases/C01").status());
  }

  @Test
  void aCaseIsNotThereBeforeItWasMade() {
    assertEquals(404, api.get(INSPECTION + "/cases/C01?at=1").status());
    JsonNode none = api.get(INSPECTION + "/cases?at=1").json();
    assertEquals(RunningApi.read("{\"items\":[],\"next\":null}"), none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "99999999999999999999", "panel-9", "-1", ""})
  void noOtherRevisionIsThere(String at) {
    for (String read : READS) {
      assertEquals(404, api.get(INSPECTION + read + "?at=" + at).status(), read);
    }
  }
}
