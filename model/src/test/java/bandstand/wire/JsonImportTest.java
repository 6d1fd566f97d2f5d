package bandstand.wire;

import static bandstand.wire.ImportReads.array;
import static bandstand.wire.ImportReads.assertBroken;
import static bandstand.wire.ImportReads.assertFaults;
import static bandstand.wire.ImportReads.lines;
import static bandstand.wire.Reads.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.wire.ImportReads.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files of cases as a JSON array, as one object and as lines. */
class JsonImportTest {
  @Test
  void aJsonArrayIsReadRowByRow() {
    Given given =
        array(
            """
            [
              {'reference':'C01','type':'court','attributes':{'gender':'male'},
               'answers':{'2.1.1':'yes','2.1.1.3':{'answer':'no','note':'n','ask':true},'2.1.2':null}},

              {'reference':'C02','step':'submitted'}
            ]
            """);
    assertFaults(given);
    ImportRow first = given.rows().getFirst();
    assertEquals(new Place(2, Optional.of("/0")), first.place());
    assertEquals(new Place(5, Optional.of("/1")), given.rows().get(1).place());
    assertEquals(
        Optional.of(
            new AnswerRequest(
                Optional.of(Answer.NO),
                new Update.Value<>("n"),
                Optional.of(true),
                Optional.empty())),
        first.request().answers().get(Code.of("2.1.1.3")));
    assertEquals(Optional.empty(), first.request().answers().get(Code.of("2.1.2")));
  }

  @Test
  void oneCaseNeedsNoArray() {
    Given given = array("{'reference':'C01','type':'court'}");
    assertFaults(given);
    assertEquals(new Place(1, Optional.of("")), given.rows().getFirst().place());
  }

  @Test
  void aLineIsACase() {
    Given given = lines("\uFEFF{'reference':'C01'}\r\n\n   \n{'reference':'C02','note':'n'}");
    assertFaults(given);
    assertEquals(List.of(1, 4), given.rows().stream().map(row -> row.place().line()).toList());
  }

  @Test
  void faultsOfAnArrayCarryPointersAndLines() {
    Given given =
        array(
            """
            [{'reference':'C01','type':'court','answers':{'2.1.1':'Y','2.1':'yes','1.1.1':'yes'}},
             7,
             {'type':'custody','attributes':{'DOB':'1.1.2005','a b':3},'name':'Jo',
              'answers':{'7.7.7':'no','x':'no'}},
             {'reference':'C01','assignee':'','colour':1},
             {'reference':'C02','type':'court','answers':{'3.1.1':'no'}}]
            """);
    assertFaults(
        given,
        "1:/0/answers/2.1.1 2.1.1 value",
        "1:/0/answers/2.1 2.1 standard-code",
        "1:/0/answers/1.1.1 1.1.1 service-code",
        "2:/1 1 type",
        "3:/2/reference reference required",
        "3:/2/type type unknown-type",
        "3:/2/attributes/DOB DOB identifying",
        "3:/2/attributes/a b a b type",
        "3:/2/answers/7.7.7 7.7.7 unknown-code",
        "3:/2/answers/x x unknown-code",
        "3:/2/name name identifying",
        "5:/3/assignee assignee blank",
        "5:/3/colour colour unknown-field",
        "5:/3/reference reference repeated",
        "6:/4/answers/3.1.1 3.1.1 code-of-other-type");
    assertTrue(given.all().get(13).message().contains("at /0"));
    assertFalse(given.all().toString().contains("2005"));
  }

  @Test
  void aBrokenArrayKeepsTheFaultsBeforeAndSaysWhereItBroke() {
    Given given = array("[{'reference':'C01'},\n{'type':'court'},\n{'reference':'C03',}]");
    assertBroken(given, Problem.Kind.UNREADABLE, "2:/1/reference reference required", "3:  json");
    assertEquals(List.of("C01"), given.references());
    assertBroken(
        array("[{'reference':'C01'},\n{'reference':'C03'"), Problem.Kind.UNREADABLE, "2:  json");
    assertBroken(
        array("[{'reference':'C01',\n'reference':'C02'}]"),
        Problem.Kind.UNREADABLE,
        "2:  duplicate-field");
    assertBroken(
        array("{'reference':'C01'}\n{'reference':'C02'}"), Problem.Kind.UNREADABLE, "2:  trailing");
    assertBroken(array("[{'reference':'C01'}]]"), Problem.Kind.UNREADABLE, "1:  json");
    assertBroken(array("reference,type\n"), Problem.Kind.UNREADABLE, "1:  json");
    assertBroken(array("[".repeat(40)), Problem.Kind.UNREADABLE, "1:  json");
  }

  @Test
  void aBrokenLineDoesNotStopTheNext() {
    Given given =
        lines(
            """
            {'reference':'C01'}
            {'reference':
            {'reference':'C03','reference':'C04'}

            {'reference':'C05'} {'reference':'C06'}
            'C07'
            {'reference':'C01','answers':{'2.1.1':1}}
            {'reference':'C08'}
            """);
    assertFaults(
        given,
        "2:  json",
        "3:  duplicate-field",
        "5:  json",
        "6:  type",
        "7:/answers/2.1.1 2.1.1 type",
        "7:/reference reference repeated");
    assertEquals(List.of("C01", "C08"), given.references());
    assertEquals(7L, done(given.outcome()));
  }
}
