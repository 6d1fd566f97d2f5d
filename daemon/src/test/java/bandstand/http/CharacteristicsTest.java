package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What guides judgements, over the real API. */
class CharacteristicsTest {
  private RunningApi api;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    api = new RunningApi(data);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private RunningApi.Answer of(String edition) {
    return api.get("/api/v1/frameworks/" + edition + "/characteristics");
  }

  /** 001: four standards. */
  @Test
  void theEditionsOf2018And2021HaveFourStandards() throws IOException {
    api.as(api.token("reader", Role.VIEWER));
    for (String edition : new String[] {"yos-2018", "yos-2021"}) {
      RunningApi.Answer answer = of(edition);
      assertEquals(200, answer.status());
      assertEquals(4, answer.json().path("standards").size());
      assertEquals(edition.equals("yos-2021"), answer.json().path("predates").asBoolean());
    }
  }

  @Test
  void anEditionWithoutAnyAnswersNone() {
    assertEquals(200, of("yjs-2023-draft").status());
    assertTrue(of("yjs-2023-draft").json().path("standards").isEmpty());
  }

  @Test
  void anEditionThatIsNotThereIsAProblem() {
    assertEquals("not-found", of("yos-1999").problem());
  }

  @Test
  void parametersAndPeopleThatAreNotKnownAreProblems() {
    assertEquals(
        "refused", api.get("/api/v1/frameworks/yos-2018/characteristics?rating=good").problem());
    assertEquals(
        "unauthorized", api.as("").get("/api/v1/frameworks/yos-2018/characteristics").problem());
  }
}
