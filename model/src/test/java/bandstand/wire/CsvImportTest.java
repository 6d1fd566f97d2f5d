package bandstand.wire;

import static bandstand.wire.ImportReads.assertBroken;
import static bandstand.wire.ImportReads.assertFaults;
import static bandstand.wire.ImportReads.csv;
import static bandstand.wire.ImportReads.read;
import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import bandstand.wire.ImportReads.Given;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of cases with a header and cells. */
class CsvImportTest {
  @Test
  void aCsvRowBecomesFactsAndAnswers() {
    Given given =
        csv(
            "reference,type,gender,step,assignee,manager,note,2.1.1,2.1.1.3,2.1.2\n"
                + "C01,court, male ,Read,anna,CM07,\"two\r\nlines, \"\"quoted\"\"\",Y,n/a,\n"
                + "C02,,,,,,,0,1,NO\n");
    assertFaults(given);
    assertEquals(2L, done(given.outcome()));
    ImportRow first = given.rows().getFirst();
    assertEquals(new Place(2, Optional.empty()), first.place());
    assertEquals(new Reference("C01"), first.reference());
    assertEquals(
        Map.of(
            "type", Optional.of("court"),
            "attributes.gender", Optional.of("male"),
            "step", Optional.of("read"),
            "assignee", Optional.of("anna"),
            "manager", Optional.of("CM07"),
            "note", Optional.of("two\nlines, \"quoted\"")),
        new HashMap<>(first.request().facts()));
    assertEquals(
        Map.of(
            Code.of("2.1.1"), Optional.of(AnswerRequest.of(Answer.YES)),
            Code.of("2.1.1.3"), Optional.of(AnswerRequest.of(Answer.NA))),
        new HashMap<>(first.request().answers()));
    ImportRow second = given.rows().get(1);
    assertEquals(4, second.place().line());
    assertTrue(second.request().facts().isEmpty());
    assertEquals(
        List.of(Answer.NO, Answer.YES, Answer.NO),
        second.request().answers().values().stream()
            .map(answer -> answer.orElseThrow().answer().orElseThrow())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "y, YES", "Yes, YES", "YES, YES", "1, YES",
    "' yes ', YES", "n, NO", "No, NO", "0, NO",
    "na, NA", "NA, NA", "n/a, NA", "N/A, NA"
  })
  void everyWordForAnAnswerIsTakenInAnyCase(String word, Answer answer) {
    Given given = csv("reference,2.1.1\nC01," + word + "\n");
    assertEquals(
        Optional.of(AnswerRequest.of(answer)),
        given.rows().getFirst().request().answers().get(Code.of("2.1.1")));
  }

  @Test
  void lineEndsMarkAndBlankLinesDoNotMatter() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      Given given =
          csv(
              "\uFEFF"
                  + String.join(end, "", "Reference,Type", "", "C01,court", "  ", "C02,court"));
      assertFaults(given);
      assertEquals(List.of(4, 6), given.rows().stream().map(row -> row.place().line()).toList());
    }
  }

  @Test
  void aHeaderSaysEverythingWrongWithItAndNoRowIsRead() {
    Given given =
        csv(
            """

             type,Type,2.1.9,02.1,2.1,1.1.1,,Surname,2.1.1,2.1.1,gender,Gender,9.9.9.9
            court
            """);
    assertBroken(
        given,
        Problem.Kind.REFUSED,
        "2: Type repeated-column",
        "2: 2.1.9 unknown-code",
        "2: 02.1 unknown-code",
        "2: 2.1 standard-code",
        "2: 1.1.1 service-code",
        "2:  blank",
        "2: Surname identifying",
        "2: 2.1.1 repeated-column",
        "2: Gender repeated-column",
        "2: 9.9.9.9 unknown-code",
        "2: reference missing-column");
    assertTrue(given.rows().isEmpty());
  }

  /** The answers under such a header would be kept as an attribute that nobody counts. */
  @ParameterizedTest
  @CsvSource({
    "2.1.1a, 2.1.1",
    "2.1.1 answer, 2.1.1",
    "2.1.2.x, 2.1.2",
    "2.x, 2.1.1",
    "2_1_1, 2.1.1",
    "2-1-2b, 2.1.2",
    "2 1 1, 2.1.1"
  })
  void aHeaderThatBeginsLikeACodeAndIsNoneIsRefusedWithTheNearest(String name, String nearest) {
    Given given = csv("reference," + name + "\nC01,yes\n");
    assertBroken(given, Problem.Kind.REFUSED, "1: " + name + " almost-code");
    assertTrue(
        Reads.refused(given.outcome())
            .faults()
            .getFirst()
            .message()
            .contains("is it " + nearest + "?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-19",
        "6-9 months",
        "16_17",
        "1st offence",
        "12/05/19",
        "1-2",
        "99_1_1",
        "v2.1"
      })
  void aNumberInItsNameMakesNoAttributeACode(String name) {
    assertFaults(csv("reference,type," + name + "\nC01,court,x\n"));
  }

  @Test
  void anotherSeparatorIsNamed() {
    assertBroken(csv("reference;type\nC01;court\n"), Problem.Kind.REFUSED, "1:  separator");
    assertBroken(csv("reference\ttype\nC01\tcourt\n"), Problem.Kind.REFUSED, "1:  separator");
  }

  @Test
  void everyFaultOfARowNamesItsFirstLineAndItsColumn() {
    Given given =
        csv(
            """
            reference,type,step,gender,note,2.1.1,3.1.1
            C01,court,,,"a
            b",y,
            C02,custody,done,"m
            f","x\u0007",maybe,2
            ,court,,,,,
            C 4,court,,,,,
            C05,court,,,,y,y
            C06,out-of-court,,,,y,y
            C01,court,,,,,
            """);
    assertFaults(
        given,
        "4: type unknown-type",
        "4: step value",
        "4: gender control-character",
        "4: note control-character",
        "4: 2.1.1 value",
        "4: 3.1.1 value",
        "6: reference required",
        "7: reference reference",
        "8: 3.1.1 code-of-other-type",
        "9: 2.1.1 code-of-other-type",
        "10: reference repeated");
    assertEquals(List.of("C01"), given.references());
    assertEquals(7L, done(given.outcome()));
    assertEquals(Optional.of("maybe"), given.all().get(4).value());
    assertTrue(given.all().getLast().message().contains("on line 2"));
  }

  @Test
  void aRowAgreesWithTheHeader() {
    Given given = csv("reference,type,gender\nC01,court\nC02,court,m\nC03,court,m,x\n,,,,\n");
    assertFaults(given, "2:  missing-cells", "4:  extra-cells", "5:  extra-cells");
    assertEquals(List.of("C02"), given.references());
  }

  @Test
  void aQuoteInAnUnquotedCellIsNamed() {
    Given given = csv("reference,gender\nC01,5\" m\nC02,m\nC03, \"m\"\n");
    assertFaults(given, "2:  quote", "4:  quote");
    assertEquals(List.of("C02"), given.references());
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheFileWithItsLine() {
    Given given = csv("reference,gender\nC01,m\nC 2,m\nC03,\"m\nC04,m\n");
    assertBroken(given, Problem.Kind.UNREADABLE, "3: reference reference", "4:  unclosed-quote");
  }

  @Test
  void textAfterAClosingQuoteEndsTheFileWithItsLine() {
    Given given = csv("reference,note\nC01,\"a\nb\"\nC02,\"c\"d\nC03,x\n");
    assertBroken(given, Problem.Kind.UNREADABLE, "4:  text-after-quote");
    assertEquals(List.of("C01"), given.references());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name", "First Name", "SURNAME", "surname_1",
        "child's name", "dob", "D.O.B.", "Date of birth",
        "Postcode", "post code", "home-address", "NHS number",
        "nhsNo", "PNC", "pnc id", "Telephone",
        "phone", "Mobile", "e-mail", "Email address",
        "UPN", "Name of mother", "national insurance number"
      })
  void identifyingColumnsAreRefusedInAnySpelling(String name) {
    assertBroken(
        csv("reference," + name + "\nC01,x\n"),
        Problem.Kind.REFUSED,
        "1: " + name + " identifying");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gender", "disposal", "team name", "rosh", "safety and wellbeing",
        "age", "ethnicity", "renamed", "placement", "date of order",
        "mobility", "phonetics", "pncx"
      })
  void whatOnlyReadsLikeSuchAColumnIsTaken(String name) {
    assertFaults(csv("reference," + name + "\nC01,x\n"));
  }

  @Test
  void identifyingColumnsAreTakenWhereTheyAreAllowed() {
    Given allowed =
        read(Format.CSV, new ByteArrayInputStream(utf8("reference,name\nC01,x\n")), true);
    assertFaults(allowed);
    assertEquals(
        Optional.of("x"), allowed.rows().getFirst().request().facts().get("attributes.name"));
  }
}
