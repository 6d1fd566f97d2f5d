package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refused;
import static bandstand.wire.Reads.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportReaderTest {

  /** What an import gave, faults as {@code line:pointer field code}. */
  private record Given(List<ImportRow> rows, List<Fault> all, Outcome<Long> outcome) {
    List<String> faults() {
      return all.stream().map(ImportReaderTest::shown).toList();
    }

    List<String> references() {
      return rows.stream().map(row -> row.reference().text()).toList();
    }
  }

  private static String shown(Fault fault) {
    return fault.line() + ":" + fault.pointer() + " " + fault.field() + " " + fault.code();
  }

  private static Given read(Format format, InputStream in, boolean identifying) {
    List<ImportRow> rows = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    var sink =
        new ImportReader.Sink() {
          @Override
          public void row(ImportRow row) {
            rows.add(row);
          }

          @Override
          public void fault(Fault fault) {
            faults.add(fault);
          }

          @Override
          public void rejected(int row) {}
        };
    try {
      var outcome = ImportReader.read(in, format, SmallEdition.SMALL, identifying, sink);
      return new Given(rows, faults, outcome);
    } catch (IOException lost) {
      throw new AssertionError(lost);
    }
  }

  private static Given read(Format format, byte[] bytes) {
    return read(format, new ByteArrayInputStream(bytes), false);
  }

  private static Given csv(String text) {
    return read(Format.CSV, utf8(text));
  }

  private static Given array(String text) {
    return read(Format.JSON, json(text));
  }

  private static Given lines(String text) {
    return read(Format.NDJSON, json(text));
  }

  private static void assertFaults(Given given, String... faults) {
    assertEquals(List.of(faults), given.faults());
    done(given.outcome());
  }

  /** A file that is not read to its end. */
  private static void assertBroken(Given given, Problem.Kind kind, String... faults) {
    Problem problem = refused(given.outcome());
    assertEquals(List.of(faults), problem.faults().stream().map(ImportReaderTest::shown).toList());
    assertEquals(faults.length, problem.faultCount());
    assertEquals(kind, problem.kind());
  }

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

  @Test
  void everyWordForAnAnswerIsTakenInAnyCase() {
    for (String word : List.of("y", "Yes", "YES", "1", " yes ")) {
      assertAnswer(word, Answer.YES);
    }
    for (String word : List.of("n", "No", "0")) {
      assertAnswer(word, Answer.NO);
    }
    for (String word : List.of("na", "NA", "n/a", "N/A")) {
      assertAnswer(word, Answer.NA);
    }
  }

  private static void assertAnswer(String word, Answer answer) {
    Given given = csv("reference,2.1.1\nC01," + word + "\n");
    assertEquals(
        Optional.of(AnswerRequest.of(answer)),
        given.rows().getFirst().request().answers().get(Code.of("2.1.1")),
        word);
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
  void anEmptyFileSaysSo() {
    assertBroken(csv(""), Problem.Kind.REFUSED, "1:  empty");
    assertBroken(csv("\uFEFF\n\n"), Problem.Kind.REFUSED, "1:  empty");
    assertBroken(array("  \n"), Problem.Kind.REFUSED, "1:  empty");
    assertBroken(lines("\n \n"), Problem.Kind.REFUSED, "0:  no-rows");
  }

  @Test
  void aFileWithoutCasesSaysSo() {
    assertBroken(csv("reference,type\n"), Problem.Kind.REFUSED, "0:  no-rows");
    assertBroken(array("[ ]"), Problem.Kind.REFUSED, "0:  no-rows");
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

  @Test
  void anotherSeparatorIsNamed() {
    assertBroken(csv("reference;type\nC01;court\n"), Problem.Kind.REFUSED, "1:  separator");
    assertBroken(csv("reference\ttype\nC01\tcourt\n"), Problem.Kind.REFUSED, "1:  separator");
  }

  @Test
  void columnsHaveALimit() {
    String attributes = String.join(",", Collections.nCopies(41, "a"));
    StringBuilder header = new StringBuilder("reference");
    for (int i = 0; i < 41; i++) {
      header.append(",a").append(i);
    }
    assertBroken(
        csv(header + "\nC01," + attributes + "\n"), Problem.Kind.REFUSED, "1:  too-many-columns");
    assertBroken(
        csv("reference" + ",".repeat(1_000) + "\n"), Problem.Kind.REFUSED, "1:  too-many-columns");
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
  void textsHaveLimits() {
    Given given =
        csv(
            "reference,gender,note\nC01,"
                + "ŷ".repeat(201)
                + ",\nC02,"
                + "ŷ".repeat(200)
                + ",\nC03,,"
                + "🙂".repeat(10_001)
                + "\nC04,,"
                + "🙂".repeat(10_000)
                + "\n");
    assertFaults(given, "2: gender too-long", "4: note too-long");
    assertEquals(List.of("C02", "C04"), given.references());
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

  @Test
  void aQuoteThatSwallowsTheFileIsStoppedBeforeItFillsTheMemory() {
    Given given = csv("reference,note\nC01,\"" + "x\n".repeat(1 << 20));
    assertBroken(given, Problem.Kind.UNREADABLE, "2:  row-too-large");
  }

  @Test
  void aRowHasALimit() {
    String cell = "x".repeat(600_000);
    Given given =
        csv(
            "reference,gender,note\nC01,"
                + cell
                + ","
                + cell
                + "\nC02,m,\nC03,"
                + ",".repeat(5_000));
    assertFaults(given, "2:  row-too-large", "4:  extra-cells");
    assertEquals(List.of("C02"), given.references());
  }

  @Test
  void bytesThatAreNoUtf8AreNamedWithTheirLine() {
    byte[] latin =
        "reference,gender,note\nC01,caf\u00e9,\nC02,m,\"a\nb\u00e9\nc\u00e9\"\nC03,m,\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Given given = read(Format.CSV, latin);
    assertFaults(given, "2:  utf-8", "4:  utf-8");
    assertEquals(List.of("C03"), given.references());
    byte[] utf16 = "reference,type\nC01,court\n".getBytes(StandardCharsets.UTF_16);
    assertBroken(read(Format.CSV, utf16), Problem.Kind.REFUSED, "1:  utf-8");
    byte[] ndjson =
        "{\"reference\":\"C01\"}\n{\"reference\":\"C02\",\"note\":\"\u00e9\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertFaults(read(Format.NDJSON, ndjson), "2:  utf-8");
    byte[] array =
        "[{\"reference\":\"C01\"},\n{\"reference\":\"C02\",\"note\":\"\u00e9\"},\n{\"reference\":\"C03\"}]"
            .getBytes(StandardCharsets.ISO_8859_1);
    Given fromArray = read(Format.JSON, array);
    assertFaults(fromArray, "2:  utf-8");
    assertEquals(List.of("C01", "C03"), fromArray.references());
    byte[] outside = "[{\"reference\":\"C01\"},\n\u00e9]".getBytes(StandardCharsets.ISO_8859_1);
    assertBroken(read(Format.JSON, outside), Problem.Kind.UNREADABLE, "2:  utf-8");
  }

  @Test
  void aReplacementCharacterOfTheTextItselfIsText() {
    assertFaults(csv("reference,gender\nC01,\uFFFD\n"));
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

  @Test
  void aLineLongerThanAMegabyteIsSkippedAndNamed() {
    String note = "x".repeat(Json.STRING_CHARACTERS);
    Given given =
        lines(
            "{'reference':'C01','note':'"
                + note
                + "'}\n{'reference':'C02'}\n"
                + " ".repeat(3 << 20));
    assertFaults(given, "1:  line-too-long", "3:  line-too-long");
    assertEquals(List.of("C02"), given.references());
  }

  @Test
  void aCaseOfAnArrayHasALimit() {
    String note = "x".repeat(500_000);
    String row =
        "{'reference':'C0','note':'','manager':'" + note + "','assignee':'" + note + "','step':'";
    Given given = array("[{'reference':'C02'},\n" + row + note + "'}]");
    assertBroken(given, Problem.Kind.TOO_LARGE, "2:  row-too-large");
    assertBroken(
        array("\n".repeat(3 << 20) + "[]"), Problem.Kind.TOO_LARGE, "1048577:  row-too-large");
  }

  @Test
  void identifyingColumnsAreRefusedInAnySpellingUnlessAllowed() {
    for (String name :
        List.of(
            "name",
            "First Name",
            "SURNAME",
            "surname_1",
            "child's name",
            "dob",
            "D.O.B.",
            "Date of birth",
            "Postcode",
            "post code",
            "home-address",
            "NHS number",
            "nhsNo",
            "PNC",
            "pnc id",
            "Telephone",
            "phone",
            "Mobile",
            "e-mail",
            "Email address",
            "UPN",
            "Name of mother",
            "national insurance number")) {
      assertBroken(
          csv("reference," + name + "\nC01,x\n"),
          Problem.Kind.REFUSED,
          "1: " + name + " identifying");
    }
    for (String name :
        List.of(
            "gender",
            "disposal",
            "team name",
            "rosh",
            "safety and wellbeing",
            "age",
            "ethnicity",
            "renamed",
            "placement",
            "date of order",
            "mobility",
            "phonetics",
            "pncx")) {
      assertFaults(csv("reference," + name + "\nC01,x\n"));
    }
    Given allowed =
        read(Format.CSV, new ByteArrayInputStream(utf8("reference,name\nC01,x\n")), true);
    assertFaults(allowed);
    assertEquals(
        Optional.of("x"), allowed.rows().getFirst().request().facts().get("attributes.name"));
  }

  @Test
  void faultsAreCountedBeyondThoseKept() {
    StringBuilder rows = new StringBuilder("reference,2.1.1\n");
    for (int i = 0; i < 1_500; i++) {
      rows.append("C").append(i).append(",perhaps\n");
    }
    rows.append("C9,\"");
    Problem problem = refused(csv(rows.toString()).outcome());
    assertEquals(1_000, problem.faults().size());
    assertEquals(1_501, problem.faultCount());
    assertTrue(problem.detail().contains("line 1502"), problem.detail());
  }

  @Test
  void rowsHaveALimit() {
    StringBuilder text = new StringBuilder("reference\n");
    for (int i = 0; i <= 200_000; i++) {
      text.append("C").append(i).append('\n');
    }
    Given given = csv(text.toString());
    assertEquals(200_000, given.rows().size());
    assertBroken(given, Problem.Kind.TOO_LARGE, "200002:  too-many-rows");
  }

  @Test
  void aLostSourceIsNoFaultOfTheFile() {
    for (Format format : Format.values()) {
      InputStream lost =
          new SequenceInputStream(
              new ByteArrayInputStream(utf8(format == Format.CSV ? "reference\n" : "[")),
              new InputStream() {
                @Override
                public int read() throws IOException {
                  throw new IOException("gone");
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                  throw new IOException("gone");
                }
              });
      var sink = sinkOfNothing();
      IOException gone =
          assertThrows(
              IOException.class,
              () -> ImportReader.read(lost, format, SmallEdition.SMALL, false, sink));
      assertEquals("gone", gone.getMessage());
    }
  }

  private static ImportReader.Sink sinkOfNothing() {
    return new ImportReader.Sink() {
      @Override
      public void row(ImportRow row) {}

      @Override
      public void fault(Fault fault) {}

      @Override
      public void rejected(int row) {}
    };
  }

  @Test
  void bytesMayComeInAnyPortions() {
    byte[] bytes = utf8("\uFEFFreference,gender,note\r\nC01,ŷ🙂,\"a\r\n🙂\"\r\n\r\nC02,m,\r\n");
    Given whole = read(Format.CSV, bytes);
    Given drop = read(Format.CSV, new Drops(bytes), false);
    assertFaults(whole);
    assertEquals(whole.rows(), drop.rows());
    byte[] array = json("[{'reference':'C01','note':'ŷ🙂'},{'reference':'C02'}]");
    assertEquals(
        read(Format.JSON, array).rows(), read(Format.JSON, new Drops(array), false).rows());
    byte[] lines = json("{'reference':'C01','note':'ŷ🙂'}\r\n{'reference':'C02'}");
    assertEquals(
        read(Format.NDJSON, lines).rows(), read(Format.NDJSON, new Drops(lines), false).rows());
  }

  /** One byte at a time. */
  private static final class Drops extends ByteArrayInputStream {
    Drops(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 1));
    }
  }
}
