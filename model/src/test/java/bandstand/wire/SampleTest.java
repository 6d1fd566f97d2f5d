package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final Path SAMPLES = Path.of("..", "scripts", "samples");

  private static final String X =
      "\"inspection\":{\"id\":\"x-2021\",\"service\":\"X\",\"framework\":\"yos-2021\"}";

  private static Framework edition(String id) {
    return Optional.ofNullable(BuiltInEditions.load().frameworks().get(id)).orElseThrow();
  }

  private static Sample.Against against(String... cases) {
    Set<String> known = Set.of(cases);
    return new Sample.Against(
        edition("yos-2021"), (Reference reference) -> known.contains(reference.text()));
  }

  private static Sample read(String json, Sample.Against against) {
    return (Sample)
        assertInstanceOf(
                Outcome.Done.class, Sample.read(json.getBytes(UTF_8), Optional.of(against)))
            .value();
  }

  private static List<String> pointers(String members) {
    Outcome<Sample> read = Sample.read(members.getBytes(UTF_8), Optional.of(against("C01")));
    Problem problem = assertInstanceOf(Outcome.Refused.class, read).problem();
    return problem.faults().stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  @Test
  void everyPartBecomesABody() {
    var sample =
        read(
            """
            {%s,
             "serviceAnswers":{"1.1.1.1":"yes","1.1.1.2":{"answer":"no","note":"ŵ"}},
             "judgements":{"1.2":{"rating":"good","reason":"r"},"1.1":{"rating":"good","reason":"r"}},
             "alerts":[{"risk":"r","organisation":"o","toldRole":"t","at":"2021-06-01"}]}
            """
                .formatted(X),
            against());
    assertEquals(new InspectionId("x-2021"), sample.id());
    assertEquals("X", sample.inspection().service());
    assertEquals(
        Optional.of(
            "[{\"code\":\"1.1.1.1\",\"answer\":\"yes\"},"
                + "{\"code\":\"1.1.1.2\",\"answer\":\"no\",\"note\":\"ŵ\"}]"),
        sample.serviceAnswers());
    assertEquals(List.of("1.2", "1.1"), List.copyOf(sample.judgements().keySet()));
    assertEquals("{\"rating\":\"good\",\"reason\":\"r\"}", sample.judgements().get("1.1"));
    assertEquals(1, sample.alerts().size());
  }

  @Test
  void allButTheInspectionMayBeAbsent() {
    var sample = read("{" + X + "}", against());
    assertEquals(Optional.empty(), sample.serviceAnswers());
    assertEquals(List.of(), sample.alerts());
    assertEquals(0, sample.judgements().size());
  }

  @Test
  void whatMakesTheInspectionIsKnownWhateverElseIsAtFault() {
    byte[] json = ("{" + X + ",\"judgments\":[]}").getBytes(UTF_8);
    assertEquals("X", Sample.inspection(json).orElseThrow().service());
    assertEquals(Optional.empty(), Sample.inspection("{".getBytes(UTF_8)));
    assertEquals(Optional.empty(), Sample.inspection("{}".getBytes(UTF_8)));
    assertEquals(
        Optional.empty(),
        Sample.inspection(
            "{\"inspection\":{\"service\":\"X\",\"framework\":\"yos-2021\"}}".getBytes(UTF_8)));
  }

  @Test
  void everyFaultIsToldWithItsPlace() {
    Map.of(
            "{}",
            List.of("/inspection required"),
            "{" + X + ",\"judgments\":{}}",
            List.of("/judgments unknown-field"),
            "{\"inspection\":{\"id\":\"X Y\",\"service\":\"X\",\"framework\":\"yos-2021\"}}",
            List.of("/inspection/id id"),
            "{\"inspection\":{\"service\":7,\"team\":\"a\"}}",
            List.of(
                "/inspection/id required",
                "/inspection/service type",
                "/inspection/framework required",
                "/inspection/team unknown-field"),
            "{" + X + ",\"judgements\":[\"1.1\"]}",
            List.of("/judgements type"),
            "{" + X + ",\"alerts\":{}}",
            List.of("/alerts type"))
        .forEach((json, faults) -> assertEquals(faults, pointers(json), json));
  }

  @Test
  void faultsOfAllPartsAreToldAtOnce() {
    assertEquals(
        List.of(
            "/serviceAnswers/1.1.1.1 value",
            "/serviceAnswers/2.1.1 case-code",
            "/serviceAnswers/9.9.9 unknown-code",
            "/serviceAnswers/1.1.1.2 type",
            "/serviceAnswers/1.1.1.3/colour unknown-field",
            "/judgements/1.1/rating value",
            "/judgements/1.2/reason required",
            "/judgements/2.1 not-judged",
            "/judgements/7.1 unknown-code",
            "/judgements/1.3 type",
            "/alerts/0/toldRole required",
            "/alerts/1/case unknown-case",
            "/alerts/2/outcome required"),
        pointers(
            """
            {%s,
             "serviceAnswers":{"1.1.1.1":"maybe","2.1.1":"yes","9.9.9":"no","1.1.1.2":3,
               "1.1.1.3":{"answer":"no","colour":"red"}},
             "judgements":{"1.1":{"rating":"goood","reason":"r"},"1.2":{"rating":"good"},
               "2.1":{"rating":"good","reason":"r"},"7.1":{"notRated":true,"reason":"r"},
               "1.3":null},
             "alerts":[
               {"case":"C01","risk":"r","organisation":"o","at":"2021-06-01"},
               {"case":"C02","risk":"r","organisation":"o","toldRole":"t","at":"2021-06-01"},
               {"risk":"r","organisation":"o","toldRole":"t","at":"2021-06-01",
                "status":"resolved"}]}
            """
                .formatted(X)));
  }

  @Test
  void anyStandardMayBeDeclaredNotRated() {
    var sample =
        read(
            "{" + X + ",\"judgements\":{\"2.1\":{\"notRated\":true,\"reason\":\"r\"}}}", against());
    assertEquals(1, sample.judgements().size());
  }

  @Test
  void theSamplesOfTheRepositoryAreSound() throws IOException {
    for (String name : List.of("leicester-2019", "practice-2021")) {
      byte[] json = Files.readAllBytes(SAMPLES.resolve(name + ".json"));
      Framework edition = edition(Sample.inspection(json).orElseThrow().framework());
      var read = Sample.read(json, Optional.of(new Sample.Against(edition, _ -> true)));
      assertEquals(
          new InspectionId(name),
          ((Sample) assertInstanceOf(Outcome.Done.class, read).value()).id());
    }
  }
}
