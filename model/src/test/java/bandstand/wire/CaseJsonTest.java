package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.inspection.Stamped;
import bandstand.rating.Scorer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

class CaseJsonTest {
  private static final Framework SMALL = SmallEdition.SMALL;
  private static final Instant AT = Instant.parse("2019-05-13T10:30:00Z");

  private static Case file(Map<String, String> facts, Map<String, Given> answers) {
    TreePMap<String, Stamped> stamped = TreePMap.empty();
    for (var fact : facts.entrySet()) {
      stamped = stamped.plus(fact.getKey(), new Stamped(fact.getValue(), 4));
    }
    TreePMap<Code, Given> given = TreePMap.empty();
    for (var answer : answers.entrySet()) {
      given = given.plus(Code.of(answer.getKey()), answer.getValue());
    }
    return new Case(new Reference("C01"), stamped, given, 9);
  }

  private static Given given(Answer answer) {
    return new Given(Optional.of(answer), "", false, 3, "anna", AT);
  }

  private static JsonNode written(Case file) {
    return Json.parseOwn(CaseJson.write(file, SMALL));
  }

  private static JsonNode expected(String text) {
    return Json.parseOwn(json(text));
  }

  @Test
  void aCaseShowsItsFactsAnswersAndProgress() {
    Case file =
        file(
            Map.of(
                Case.TYPE,
                "court",
                Case.STEP,
                "read",
                Case.ASSIGNEE,
                "anna",
                Case.MANAGER,
                "CM07",
                Case.NOTE,
                "n",
                "attributes.gender",
                "male"),
            Map.of(
                "2.1.1",
                given(Answer.YES),
                "2.1.1.3",
                new Given(Optional.of(Answer.NA), "why", true, 4, "björn", AT),
                "2.1.2",
                new Given(Optional.empty(), "", true, 5, "anna", AT)));
    assertEquals(
        expected(
            """
            {'reference':'C01','type':'court','attributes':{'gender':'male'},'assignee':'anna',
             'manager':'CM07','step':'read','note':'n',
             'answers':{
               '2.1.1':{'answer':'yes','revision':3,'by':'anna','at':'2019-05-13T10:30:00Z'},
               '2.1.1.3':{'answer':'na','note':'why','ask':true,'revision':4,'by':'björn',
                 'at':'2019-05-13T10:30:00Z'},
               '2.1.2':{'answer':null,'ask':true,'revision':5,'by':'anna',
                 'at':'2019-05-13T10:30:00Z'}},
             'progress':{'judged':1,'keyQuestions':4,'answered':1,'prompts':6,'open':true},
             'revision':9}
            """),
        written(file));
  }

  @Test
  void aBareCaseHasNoOptionalMembers() {
    assertEquals(
        expected(
            """
            {'reference':'C01','type':'out-of-court','attributes':{},'step':'open','answers':{},
             'progress':{'judged':0,'keyQuestions':2,'answered':0,'prompts':3,'open':true},
             'revision':9}
            """),
        written(file(Map.of(Case.TYPE, "out-of-court"), Map.of())));
  }

  @Test
  void notApplicableIsAnAnswerAndAMarkIsNone() {
    Map<String, String> type = Map.of(Case.TYPE, "out-of-court");
    Given mark = new Given(Optional.empty(), "", true, 3, "anna", AT);
    assertFalse(
        CaseJson.isOpen(
            file(type, Map.of("3.1.1", given(Answer.NA), "3.1.2", given(Answer.NO))), SMALL));
    assertTrue(
        CaseJson.isOpen(file(type, Map.of("3.1.1", given(Answer.NA), "3.1.2", mark)), SMALL));
  }

  @Test
  void answersToWhatACaseOfItsTypeIsNotAskedAreNoProgress() {
    Case file = file(Map.of(Case.TYPE, "out-of-court"), Map.of("2.1.1", given(Answer.YES)));
    assertEquals(new CaseJson.Progress(0, 2, 0, 3), CaseJson.progress(file, SMALL));
  }

  @Test
  void progressCountsQuestionByQuestion() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      String type = random.nextBoolean() ? "court" : "out-of-court";
      TreePMap<Code, Given> answers = TreePMap.empty();
      for (Question question : SMALL.questions()) {
        if (random.nextInt(3) == 0) {
          answers = answers.plus(question.code(), given(Answer.NO));
        }
      }
      Case file =
          new Case(
              new Reference("C1"), TreePMap.singleton(Case.TYPE, new Stamped(type, 1)), answers, 1);
      var asked = SMALL.questions().stream().filter(question -> question.asksCase(type)).toList();
      long judged =
          asked.stream().filter(q -> !q.isPrompt() && file.answer(q.code()).isPresent()).count();
      long answered =
          asked.stream().filter(q -> q.isPrompt() && file.answer(q.code()).isPresent()).count();
      assertEquals(
          new CaseJson.Progress(
              (int) judged,
              (int) asked.stream().filter(q -> !q.isPrompt()).count(),
              (int) answered,
              (int) asked.stream().filter(Question::isPrompt).count()),
          CaseJson.progress(file, SMALL));
    }
  }

  private static Inspection inspection() {
    List<Edit> edits = new ArrayList<>();
    Map.of(
            Inspection.SERVICE, "Leicester City",
            Inspection.FIELDWORK, "May 2019",
            Inspection.CREATED_BY, "anna",
            Inspection.CREATED_AT, "2019-05-01T08:00:00Z")
        .forEach(
            (name, value) ->
                edits.add(new Edit.ToDetail(name, Optional.empty(), Optional.of(value))));
    for (int i = 1; i <= 3; i++) {
      Reference subject = new Reference("C0" + i);
      edits.add(new Edit.ToCase(subject, false, true));
      edits.add(fact(subject, Case.TYPE, i < 3 ? "court" : "out-of-court"));
    }
    edits.add(fact(new Reference("C03"), Case.STEP, "submitted"));
    for (String code : List.of("3.1.1", "3.1.2", "3.1.1.1")) {
      edits.add(answer(Optional.of(new Reference("C03")), code));
    }
    edits.add(answer(Optional.of(new Reference("C01")), "2.1.1"));
    edits.add(answer(Optional.empty(), "1.1.1.1"));
    for (int i = 1; i <= 2; i++) {
      Alert alert =
          new Alert(
              i, Optional.empty(), "r", "o", "t", "2019-05-13", Alert.Status.values()[i], "", "a");
      edits.add(new Edit.ToAlert(i, Optional.empty(), Optional.of(alert)));
    }
    return Inspection.blank(RandomHistory.ID, SMALL)
        .after(new Recorded(RandomHistory.ID, 1, "anna", AT, Change.of(Change.Kind.CREATE, edits)));
  }

  private static Edit fact(Reference subject, String name, String value) {
    return new Edit.ToFact(subject, name, Optional.empty(), Optional.of(value));
  }

  private static Edit answer(Optional<Reference> subject, String code) {
    Given given = new Given(Optional.of(Answer.YES), "", false, 1, "anna", AT);
    return new Edit.ToAnswer(subject, Code.of(code), Optional.empty(), Optional.of(given));
  }

  @Test
  void anInspectionShowsItsFactsItsProgressAndItsOverall() {
    Inspection state = inspection();
    JsonNode node = Json.parseOwn(InspectionJson.write(state, Scorer.rate(state)));
    JsonNode expected =
        expected(
            """
            {'id':'random','service':'Leicester City','framework':'small-2021',
             'fieldwork':'May 2019','revision':1,
             'created':{'by':'anna','at':'2019-05-01T08:00:00Z'},'signedOff':null,
             'progress':{'cases':3,'complete':1,'judged':3,'keyQuestions':10,
               'types':{'court':{'cases':2,'complete':0},'out-of-court':{'cases':1,'complete':1}},
               'steps':{'open':2,'read':0,'interviewed':0,'submitted':1,'checked':0}},
             'openAlerts':1}
            """);
    expected
        .properties()
        .forEach(member -> assertEquals(member.getValue(), node.get(member.getKey())));
    assertEquals(12, node.path("overall").path("max").asInt());
    assertFalse(node.path("overall").path("complete").asBoolean(true));
    assertFalse(node.has("shortName"));
  }

  @Test
  void theServicesAnswersStandByCode() {
    assertEquals(
        expected(
            "{'answers':{'1.1.1.1':{'answer':'yes','revision':1,'by':'anna',"
                + "'at':'2019-05-13T10:30:00Z'}},'revision':1}"),
        Json.parseOwn(InspectionJson.serviceAnswers(inspection())));
  }

  @Test
  void aWrittenCaseSentBackWithoutWhatTheDaemonAddsIsTaken() {
    Case file =
        file(
            Map.of(Case.TYPE, "court", "attributes.gender", "male"),
            Map.of("2.1.1", given(Answer.YES)));
    var node = (com.fasterxml.jackson.databind.node.ObjectNode) written(file);
    node.remove(List.of("progress", "revision", "answers"));
    CaseRequest read = done(CaseRequest.read(Json.bytes(node), new Reference("C01"), false));
    assertEquals(Optional.of("court"), read.facts().get(Case.TYPE));
    assertEquals(Optional.of("open"), read.facts().get(Case.STEP));
  }
}
