package bandstand.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files of cases sent to an inspection of yos-2018 that has none. */
abstract class OnImports {
  static final String INSPECTION = "/api/v1/inspections/i";
  static final String CASES = INSPECTION + "/cases";
  static final String CSV = "text/csv";
  static final String NDJSON = "application/x-ndjson";

  static final String TWO_AS_CSV =
      """
      reference,type,gender,2.1.1,2.1.2
      C01,court,male,y,N
      C02,court,female,,na
      """;

  RunningApi api;

  @BeforeEach
  final void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
    api.post("/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
  }

  @AfterEach
  final void stop() throws IOException {
    api.close();
  }

  final RunningApi.Answer load(String query, String mediaType, String body) {
    return api.send("POST", CASES + query, mediaType, body);
  }

  final long revision() {
    return api.get(INSPECTION).json().path("revision").asLong();
  }

  final JsonNode cases() {
    return api.get(CASES).json().path("items");
  }

  /** Each error as {@code line:pointer field code}. */
  static List<String> errors(RunningApi.Answer answer) {
    List<String> errors = new ArrayList<>();
    for (JsonNode error : answer.json().path("errors")) {
      errors.add(
          "%s:%s %s %s"
              .formatted(
                  error.path("line").asText(),
                  error.path("pointer").asText(),
                  error.path("field").asText(),
                  error.path("code").asText()));
    }
    return errors;
  }
}
