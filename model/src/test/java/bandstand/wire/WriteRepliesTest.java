package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.rating.Scorer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the daemon answers to writes and lists reads back as it was written. */
class WriteRepliesTest {

  private static final Framework EDITION = BuiltInEditions.load().frameworks().get("yos-2018");
  private static final InspectionId ID = new InspectionId("leicester-2019");
  private static final Reference C01 = new Reference("C01");
  private static final Code CODE = Code.of("2.1.1");
  private static final Instant NOON = Instant.parse("2019-11-04T12:00:00Z");
  private static final Given GIVEN = new Given(Optional.of(Answer.YES), "ŵ", true, 3, "PB", NOON);

  private static final Inspection BEFORE =
      Inspection.blank(ID, EDITION)
          .after(
              recorded(
                  1,
                  new Edit.ToDetail(
                      Inspection.SERVICE, Optional.empty(), Optional.of("Leicester"))))
          .after(
              recorded(
                  2,
                  new Edit.ToCase(C01, false, true),
                  new Edit.ToFact(C01, "type", Optional.empty(), Optional.of("court"))));
  private static final Inspection AFTER =
      BEFORE.after(
          recorded(
              3, new Edit.ToAnswer(Optional.of(C01), CODE, Optional.empty(), Optional.of(GIVEN))));

  private static Recorded recorded(long revision, Edit... edits) {
    return new Recorded(ID, revision, "PB", NOON, Change.of(Change.Kind.BATCH, List.of(edits)));
  }

  private static Optional<Framework> edition(String id, Optional<String> digest) {
    return Optional.of(EDITION)
        .filter(known -> known.id().equals(id))
        .filter(known -> digest.equals(Optional.of(known.edition().digest())));
  }

  @Test
  void aWriteReadsBackWithWhatStands() {
    var json = WriteJson.answer(3, Optional.of(GIVEN), Scorer.rate(BEFORE), Scorer.rate(AFTER));
    assertEquals(Outcome.done(new WriteJson.Written(3, Optional.of(GIVEN))), WriteJson.read(json));
  }

  @Test
  void aClearedAnswerIsAbsent() {
    var json = WriteJson.answer(4, Optional.empty(), Scorer.rate(AFTER), Scorer.rate(BEFORE));
    assertEquals(Outcome.done(new WriteJson.Written(4, Optional.empty())), WriteJson.read(json));
  }

  @Test
  void aWriteWithoutAnAnswerOfItsOwnReadsBack() {
    var json = WriteJson.changed(4, Scorer.rate(AFTER), Scorer.rate(BEFORE));
    assertEquals(Outcome.done(new WriteJson.Written(4, Optional.empty())), WriteJson.read(json));
  }

  @Test
  void aNoteWithoutAnAnswerStands() {
    var noted = new Given(Optional.empty(), "look again", false, 5, "PB", NOON);
    var json = WriteJson.answer(5, Optional.of(noted), Scorer.rate(AFTER), Scorer.rate(AFTER));
    assertEquals(Outcome.done(new WriteJson.Written(5, Optional.of(noted))), WriteJson.read(json));
  }

  @Test
  void whatStandsAtAQuestionIsFoundInItsCase() {
    var json = CaseJson.write(AFTER.file(C01).orElseThrow(), EDITION);
    assertEquals(Outcome.done(Optional.of(GIVEN)), WriteJson.readStanding(json, CODE));
    assertEquals(Outcome.done(Optional.empty()), WriteJson.readStanding(json, Code.of("2.1.2")));
  }

  @Test
  void anInspectionReadsBackForAList() {
    var ratings = Scorer.rate(AFTER);
    var page =
        PageJson.page(List.of(AFTER), 10, state -> InspectionJson.write(state, ratings), _ -> "");
    var row =
        new InspectionJson.Row(
            ID,
            AFTER.revision(),
            "Leicester",
            EDITION,
            1,
            0,
            0,
            ratings.overall(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertEquals(
        Outcome.done(new PageJson.Page<>(List.of(row), Optional.empty())),
        InspectionJson.readPage(page, WriteRepliesTest::edition));
    assertEquals(
        Outcome.done(row),
        InspectionJson.read(InspectionJson.write(AFTER, ratings), WriteRepliesTest::edition));
  }

  @Test
  void anInspectionOfAnUnknownEditionIsRefused() {
    assertInstanceOf(
        Outcome.Refused.class,
        InspectionJson.read(
            InspectionJson.write(AFTER, Scorer.rate(AFTER)), (_, _) -> Optional.empty()));
  }

  @Test
  void aPageSaysWhichEditionsItsInspectionsWereMadeWith() {
    var ratings = Scorer.rate(AFTER);
    var page =
        PageJson.page(
            List.of(AFTER, AFTER), 10, state -> InspectionJson.write(state, ratings), _ -> "");
    assertEquals(
        Outcome.done(Map.of(EDITION.edition().digest(), ID)), InspectionJson.readMadeWith(page));
  }

  @Test
  void aRowThatDoesNotSayItsDigestIsReadByTheIdOfItsEdition() {
    var page =
        "{\"items\":[{\"id\":\"ashby\",\"framework\":\"yos-2018\"}],\"next\":null}".getBytes(UTF_8);
    assertEquals(Outcome.done(Map.of()), InspectionJson.readMadeWith(page));
    var ratings = Scorer.rate(AFTER);
    var told = (ObjectNode) Json.parseOwn(InspectionJson.write(AFTER, ratings));
    told.remove("frameworkDigest");
    assertEquals(Outcome.done(Optional.empty()), InspectionJson.readDigest(Json.bytes(told)));
    assertEquals(
        Outcome.done(
            new InspectionJson.Row(
                ID,
                AFTER.revision(),
                "Leicester",
                EDITION,
                1,
                0,
                0,
                ratings.overall(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        InspectionJson.read(
            Json.bytes(told),
            (id, digest) -> Optional.of(EDITION).filter(known -> digest.isEmpty())));
  }

  @Test
  void anImportReadsBack() {
    var fault = new Fault(12, "", "2.1.1", Optional.of("maybe"), "value", "yes, no or na");
    RowNumbers rejected = new RowNumbers();
    rejected.add(2);
    var result =
        new ImportJson.Result(
            false, true, 3, 1, 1, 0, 1, 40, 0, 3, List.of(fault), 7, List.of(), rejected);
    assertEquals(
        Outcome.done(
            new ImportJson.Told(
                false,
                3,
                1,
                1,
                0,
                1,
                40,
                3,
                List.of(fault),
                7,
                List.of(),
                0,
                rejected,
                List.of(new RatingMove(CODE, Optional.empty(), Optional.of(Rating.OUTSTANDING))))),
        ImportJson.read(
            ImportJson.write(result, Scorer.rate(BEFORE), Scorer.rate(AFTER)), EDITION));
  }

  @Test
  void aPatchOfDetailsReadsBack() {
    Map<String, Optional<String>> changes =
        new TreeMap<>(Map.of("service", Optional.of("Llŷn"), "notes", Optional.empty()));
    assertEquals(Outcome.done(changes), NewInspection.readPatch(NewInspection.patchJson(changes)));
  }

  @Test
  void whatIsNoAnswerOfADaemonIsRefused() {
    for (String json : List.of("{}", "[]", "{\"revision\":0}", "{\"revision\":1,\"answer\":{}}")) {
      assertInstanceOf(Outcome.Refused.class, WriteJson.read(json.getBytes(UTF_8)), json);
    }
  }
}
