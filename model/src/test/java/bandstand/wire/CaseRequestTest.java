package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refused;
import static bandstand.wire.Reads.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseRequestTest {
  private static Outcome<?> court(byte[] body) {
    return CaseRequest.read(body, new Reference("C01"), false);
  }

  @Test
  void aCaseBodyBecomesFactsAndAnswers() {
    CaseRequest read =
        done(
            CaseRequest.read(
                json(
                    "{'reference':'C01','type':'court','attributes':{'gender':'male',"
                        + "'rosh':null},'assignee':null,'step':'read','note':'n',"
                        + "'answers':{'2.1.1':'yes','2.1.2':null,"
                        + "'2.1.1.3':{'answer':'no','ask':true}},'reason':'late'}"),
                new Reference("C01"),
                false));
    assertEquals(
        Map.of(
            "type", Optional.of("court"),
            "attributes.gender", Optional.of("male"),
            "attributes.rosh", Optional.empty(),
            "assignee", Optional.empty(),
            "step", Optional.of("read"),
            "note", Optional.of("n")),
        new HashMap<>(read.facts()));
    assertEquals(
        List.of(Code.of("2.1.1"), Code.of("2.1.1.3"), Code.of("2.1.2")),
        List.copyOf(read.answers().keySet()));
    assertEquals(Optional.of(AnswerRequest.of(Answer.YES)), read.answers().get(Code.of("2.1.1")));
    assertEquals(Optional.empty(), read.answers().get(Code.of("2.1.2")));
    assertEquals(Optional.of("late"), read.reason());
  }

  @Test
  void aCaseBodySaysEverythingWrongWithIt() {
    refuses(CaseRequestTest::court, "{}", "/type required");
    refuses(
        CaseRequestTest::court,
        "{'reference':'C02','type':null,'step':'done','attributes':{'a':1,'':'x'},"
            + "'answers':{'2.1':'y','x':'yes','2.1.1':{},'2.1.2':{'answer':'no','code':1}},"
            + "'revision':3}",
        "/reference fixed",
        "/type null",
        "/step value",
        "/attributes/a type",
        "/attributes/ blank",
        "/answers/2.1 value",
        "/answers/x code",
        "/answers/2.1.1/answer required",
        "/answers/2.1.2/code unknown-field",
        "/revision unknown-field");
    refuses(
        CaseRequestTest::court,
        "{'type':'t','attributes':[],'answers':null}",
        "/attributes type",
        "/answers null");
  }

  @Test
  void identifyingDataIsRefusedWithoutRepeatingIt() {
    String body =
        "{'type':'court','attributes':{'Date of" + " Birth':'2005-01-01'},'surname':'Doe'}";
    Problem problem = refused(court(json(body)));
    refuses(
        CaseRequestTest::court,
        body,
        "/attributes/Date of Birth identifying",
        "/surname identifying");
    assertFalse(problem.toString().contains("2005") || problem.toString().contains("Doe"));
    var allowed =
        done(
            CaseRequest.readPatch(
                json("{'attributes':{'Date of Birth':'2005-01-01'}}"), new Reference("C01"), true));
    assertEquals(Optional.of("2005-01-01"), allowed.facts().get("attributes.Date of Birth"));
  }

  @Test
  void attributesHaveALimit() {
    StringBuilder attributes = new StringBuilder("'a0':'x'");
    for (int i = 1; i <= 40; i++) {
      attributes.append(",'a").append(i).append("':'x'");
    }
    refuses(
        CaseRequestTest::court,
        "{'type':'t','attributes':{" + attributes + "}}",
        "/attributes too-many");
  }

  @Test
  void aCaseBodyWrittenReadsBackTheSame() {
    String body =
        "{'type':'court','attributes':{'gender':'male','rosh':null},'note':null,"
            + "'answers':{'2.1.1':'yes','2.1.2':null,"
            + "'2.1.1.3':{'note':null,'ask':true}},'reason':'late'}";
    CaseRequest read = done(CaseRequest.read(json(body), new Reference("C01"), false));
    assertEquals(read, done(CaseRequest.read(read.json(), new Reference("C01"), false)));
  }
}
