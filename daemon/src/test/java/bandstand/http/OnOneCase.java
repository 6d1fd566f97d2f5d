package bandstand.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The API over inspection i of yos-2021 with one court case, C01; two revisions are behind it. */
abstract class OnOneCase {
  static final String INSPECTION = "/api/v1/inspections/i";
  static final String CASE = INSPECTION + "/cases/C01";
  static final String ANSWER = CASE + "/answers/2.1.1";

  RunningApi api;

  @BeforeEach
  final void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2021\",\"id\":\"i\"}");
    api.put(CASE, "{\"type\":\"court\",\"attributes\":{\"gender\":\"male\"}}");
  }

  @AfterEach
  final void stop() throws IOException {
    api.close();
  }

  final JsonNode standing(String code) {
    return api.get(CASE).json().path("answers").path(code);
  }

  final long revision() {
    return api.get(INSPECTION).json().path("revision").asLong();
  }
}
