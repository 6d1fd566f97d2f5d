package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final Path SAMPLES = Path.of("..", "scripts", "samples");

  private static Sample read(String json) {
    return (Sample) assertInstanceOf(Outcome.Done.class, Sample.read(json.getBytes(UTF_8))).value();
  }

  @Test
  void everyPartBecomesABody() {
    var sample =
        read(
            """
            {"inspection":{"id":"x-2021","service":"X"},
             "serviceAnswers":{"1.1.1.1":"yes","1.1.1.2":{"answer":"no","note":"ŵ"}},
             "judgements":{"1.2":{"rating":"good"},"1.1":{"rating":"good"}},
             "alerts":[{"risk":"r"}]}
            """);
    assertEquals(new InspectionId("x-2021"), sample.id());
    assertEquals("{\"id\":\"x-2021\",\"service\":\"X\"}", sample.inspection());
    assertEquals(
        Optional.of(
            "[{\"code\":\"1.1.1.1\",\"answer\":\"yes\"},"
                + "{\"code\":\"1.1.1.2\",\"answer\":\"no\",\"note\":\"ŵ\"}]"),
        sample.serviceAnswers());
    assertEquals(List.of("1.2", "1.1"), List.copyOf(sample.judgements().keySet()));
    assertEquals("{\"rating\":\"good\"}", sample.judgements().get("1.1"));
    assertEquals(List.of("{\"risk\":\"r\"}"), sample.alerts());
  }

  @Test
  void allButTheInspectionMayBeAbsent() {
    var sample = read("{\"inspection\":{\"id\":\"x\"}}");
    assertEquals(Optional.empty(), sample.serviceAnswers());
    assertEquals(List.of(), sample.alerts());
    assertEquals(0, sample.judgements().size());
  }

  @Test
  void withoutAnInspectionItIsNoSample() {
    assertInstanceOf(Outcome.Refused.class, Sample.read("{}".getBytes(UTF_8)));
    assertInstanceOf(
        Outcome.Refused.class, Sample.read("{\"inspection\":{\"id\":\"X Y\"}}".getBytes(UTF_8)));
  }

  @Test
  void theSamplesOfTheRepositoryAreSound() throws IOException {
    var ids = new TreeSet<String>();
    for (String name : List.of("leicester-2019", "practice-2021")) {
      ids.add(read(Files.readString(SAMPLES.resolve(name + ".json"))).id().text());
    }
    assertEquals(new TreeSet<>(List.of("leicester-2019", "practice-2021")), ids);
  }
}
