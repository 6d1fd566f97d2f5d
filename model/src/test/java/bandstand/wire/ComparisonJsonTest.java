package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.refused;
import static bandstand.wire.Reads.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.framework.Relation;
import bandstand.framework.Wordings;
import bandstand.inspection.Answer;
import bandstand.inspection.Carrying;
import bandstand.inspection.Change;
import bandstand.inspection.Fieldwork;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.rating.Scorer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a daemon says of comparing and carrying is what a client reads. */
class ComparisonJsonTest {
  private static final Map<String, Framework> EDITIONS = BuiltInEditions.load().frameworks();
  private static final Framework YOS_2018 = EDITIONS.get("yos-2018");
  private static final Framework YOS_2021 = EDITIONS.get("yos-2021");
  private static final Comparison COMPARISON =
      CrosswalkFile.builtIn(EDITIONS).compare(YOS_2018, YOS_2021, Wordings.NONE);

  private static final Carrying CARRYING =
      Carrying.of(
          new Fieldwork(YOS_2018)
              .file("C01", "court")
              .answer("C01", "2.1.1 2.1.2", Answer.YES)
              .file("O01", "out-of-court")
              .answer("O01", "3.4.1", Answer.NO)
              .now(),
          COMPARISON,
          Wordings.NONE);

  private static RatingsTree tree(Inspection state) {
    return RatingsTree.of(state.id(), state.revision(), Scorer.rate(state));
  }

  private static Inspection draft() {
    InspectionId id = new InspectionId("draft");
    Change change = Change.of(Change.Kind.CREATE, CARRYING.edits(1, "cy", Instant.EPOCH));
    return Inspection.blank(id, YOS_2021).after(new Recorded(id, 1, "cy", Instant.EPOCH, change));
  }

  private static String carried() {
    return new String(
        CarryJson.write(CARRYING, tree(CARRYING.source()), tree(draft())), StandardCharsets.UTF_8);
  }

  private static Optional<Framework> edition(String digest) {
    return EDITIONS.values().stream()
        .filter(edition -> edition.edition().digest().equals(digest))
        .findFirst();
  }

  @Test
  void aComparisonIsReadAsItWasWritten() {
    assertEquals(
        COMPARISON,
        done(ComparisonJson.read(ComparisonJson.write(COMPARISON), YOS_2018, YOS_2021)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          "basis":"crosswalk"    | "basis":"guess"
          "kind":"split"         | "kind":"torn"
          "kind":"split"         | "kind":"kept"
          "sameWording":false    | "sameWording":true
          "confidence":"low"     | "confidence":"sure"
          "from":["1.1.1"]       | "from":["one"]
          "items"                | "rows"
          """)
  void aComparisonOfAnotherShapeIsNotUnderstood(String sound, String wrong) {
    String json = new String(ComparisonJson.write(COMPARISON), StandardCharsets.UTF_8);
    String changed = json.replace(sound, wrong);
    assertTrue(!changed.equals(json), sound);
    Problem problem = refused(ComparisonJson.read(utf8(changed), YOS_2018, YOS_2021));
    assertEquals(Problem.Kind.UNREADABLE, problem.kind());
  }

  @Test
  void membersOfANewerDaemonAreNoFault() {
    String json = new String(ComparisonJson.write(COMPARISON), StandardCharsets.UTF_8);
    String newer = json.replace("\"basis\"", "\"more\":1,\"basis\"");
    assertEquals(COMPARISON, done(ComparisonJson.read(utf8(newer), YOS_2018, YOS_2021)));
  }

  @Test
  void whatWasCarriedIsReadAsItWasWritten() {
    CarryJson.Told told = done(CarryJson.read(utf8(carried()), ComparisonJsonTest::edition));
    assertEquals(new InspectionId("draft"), told.inspection());
    assertEquals(CARRYING.carried(), told.carried());
    assertEquals(CARRYING.changed(), told.changed());
    assertEquals(CARRYING.open(), told.open());
    assertEquals(CARRYING.decisions(), told.decisions());
    assertEquals(CARRYING.alerts(), told.alerts());
    assertEquals(CARRYING.reopened(), told.reopened());
    assertEquals(2, told.cases());
    assertEquals(0, told.leftCount());
    assertEquals(2, told.answers());
    assertEquals(tree(draft()), told.after());
    assertEquals(
        1,
        told.changed().stream()
            .filter(row -> row.kind() == Relation.Kind.MERGED)
            .mapToLong(Carrying.Changed::answers)
            .sum());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          "frameworkDigest":"    | "frameworkDigest":"0
          "alerts"               | "alarms"
          "reopened"             | "opened"
          "inspection":"draft"   | "inspection":"A draft"
          "kind":"kept"          | "kind":"held"
          "leftCount"            | "leavers"
          "decisions"            | "verdicts"
          """)
  void aCarryOfAnotherShapeIsNotUnderstood(String sound, String wrong) {
    String changed = carried().replace(sound, wrong);
    assertTrue(!changed.equals(carried()), sound);
    Problem problem = refused(CarryJson.read(utf8(changed), ComparisonJsonTest::edition));
    assertEquals(Problem.Kind.UNREADABLE, problem.kind());
  }

  @Test
  void aWishIsReadAsItWasWritten() {
    var whole =
        new CarryRequest(
            "yos-2021", Optional.of(new InspectionId("draft")), Optional.of("Leicester 21"));
    var least = new CarryRequest("yos-2021", Optional.empty(), Optional.empty());
    assertEquals(whole, done(CarryRequest.read(whole.json(), List.of(whole.framework()))));
    assertEquals(least, done(CarryRequest.read(least.json(), List.of(least.framework()))));
  }
}
