package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refused;
import static bandstand.wire.Reads.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an answer and a batch of them may say, and every way in which a body is no JSON. */
class AnswerRequestTest {
  private static Outcome<?> array(byte[] body) {
    return AnswerRequest.readBatch(body, Format.JSON);
  }

  private static Outcome<?> lines(byte[] body) {
    return AnswerRequest.readBatch(body, Format.NDJSON);
  }

  private static AnswerRequest answer(String body) {
    return done(AnswerRequest.read(json(body)));
  }

  @Test
  void anAnswerTellsAnAbsentNoteFromARemovedAndAGivenOne() {
    assertEquals(AnswerRequest.of(Answer.YES), answer("{'answer':'yes'}"));
    assertEquals(new Update.Removal<String>(), answer("{'answer':'na','note':null}").note());
    assertEquals(
        new Update.Value<>("zażółć\n\t🙂"),
        answer("{'answer':'no','note':'zażółć\\n\\t🙂'}").note());
  }

  @Test
  void aBlankNoteRemovesTheNote() {
    assertEquals(new Update.Removal<String>(), answer("{'answer':'na','note':' \\n'}").note());
  }

  @Test
  void aMarkOrANoteNeedsNoAnswer() {
    AnswerRequest mark = answer("{'ask':true}");
    assertEquals(Optional.empty(), mark.answer());
    assertEquals(Optional.of(true), mark.ask());
    assertEquals(new Update.Value<>("n"), answer("{'note':'n'}").note());
    assertEquals(new Update.Removal<String>(), answer("{'note':null}").note());
  }

  @Test
  void anAnswerSaysEverythingWrongWithItAtOnce() {
    refuses(AnswerRequest::read, "{}", "/answer required");
    refuses(AnswerRequest::read, "{'reason':'r'}", "/answer required");
    refuses(AnswerRequest::read, "{'answer':null}", "/answer null");
    refuses(AnswerRequest::read, "{'answer':'YES'}", "/answer value");
    refuses(AnswerRequest::read, "{'answer':true}", "/answer type");
    refuses(
        AnswerRequest::read,
        "{'answer':'maybe','note':7,'ask':'x','reason':' ','a/b~c':1}",
        "/answer value",
        "/note type",
        "/ask type",
        "/reason blank",
        "/a~1b~0c unknown-field");
    refuses(AnswerRequest::read, "[]", " type");
    refuses(AnswerRequest::read, "'yes'", " type");
  }

  @Test
  void notesAndReasonsHoldTenThousandCharactersNotUnits() {
    String most = "🙂".repeat(10_000);
    assertEquals(new Update.Value<>(most), answer("{'answer':'no','note':'" + most + "'}").note());
    refuses(AnswerRequest::read, "{'answer':'no','note':'" + most + "x'}", "/note too-long");
    refuses(AnswerRequest::read, "{'answer':'no','reason':'" + most + "x'}", "/reason too-long");
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreRefusedAndTheRefusalCanBeWritten() {
    refuses(AnswerRequest::read, "{'note':'a\\u0007'}", "/note control-character");
    refuses(AnswerRequest::read, "{'note':'a\\r\\n'}", "/note control-character");
    refuses(AnswerRequest::read, "{'note':'a\\ud800'}", "/note control-character");
    refuses(AnswerRequest::read, "{'ask':true,'\\ud800':'\\udc00'}", "/\uFFFD unknown-field");
    assertEquals(
        Optional.of("a\uFFFD"),
        refused(AnswerRequest.read(json("{'note':'a\\ud800'}"))).faults().getFirst().value());
  }

  @Test
  void whatIsNoJsonIsUnreadableAndSaysWhere() {
    unreadable("", "1: empty");
    unreadable("  \n ", "1: empty");
    unreadable("{\n'answer':'yes',\n}", "3: json");
    unreadable("{'answer':'yes'} x", "1: json");
    unreadable("{'answer':'yes'}{}", "1: json");
    unreadable("{'answer':'yes',\n'answer':'no'}", "2: duplicate-field");
    unreadable("{answer:'yes'}", "1: json");
    unreadable("[".repeat(40) + "]".repeat(40), "1: json");
    unreadable("{'answer':" + "9".repeat(50) + "}", "1: json");
  }

  private static void unreadable(String body, String fault) {
    refuses(AnswerRequest::read, body, fault);
    assertEquals(Problem.Kind.UNREADABLE, refused(AnswerRequest.read(json(body))).kind(), body);
  }

  @Test
  void aBodyIsUtf8AndNothingElse() {
    byte[] latin = "{\n'note':'caf\u00e9'}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(List.of("2: utf-8"), faults(AnswerRequest.read(latin)));
    byte[] utf16 = "{'ask':true}".getBytes(StandardCharsets.UTF_16);
    assertEquals(List.of("1: utf-8"), faults(AnswerRequest.read(utf16)));
    byte[] overlong = {'"', (byte) 0xC0, (byte) 0xAF, '"'};
    assertEquals(List.of("1: utf-8"), faults(AnswerRequest.read(overlong)));
    assertEquals(Optional.of(true), answer("\uFEFF{'ask':true}").ask());
  }

  @Test
  void aBatchKeepsOrderAndPlaces() {
    var array =
        done(
            AnswerRequest.readBatch(
                json(
                    "[{'case':'C01','code':'2.1.1','answer':'yes'},"
                        + "{'code':'1.1.1.2','answer':'no','note':'n'}]"),
                Format.JSON));
    assertEquals(
        new AnswerRequest.Item(
            new Place(0, Optional.of("/0")),
            Optional.of(new Reference("C01")),
            Code.of("2.1.1"),
            AnswerRequest.of(Answer.YES)),
        array.getFirst());
    assertEquals(Optional.empty(), array.get(1).subject());
    assertEquals("/1", array.get(1).place().pointer().orElseThrow());
    var lines =
        done(
            AnswerRequest.readBatch(
                json(
                    "\uFEFF\n{'case':'C01','code':'2.1.1','answer':'yes'}\r\n \n"
                        + "{'case':'C02','code':'2.1.1','ask':true}"),
                Format.NDJSON));
    assertEquals(List.of(2, 4), lines.stream().map(item -> item.place().line()).toList());
  }

  @Test
  void aBatchNamesEveryFaultWithItsPlace() {
    refuses(
        AnswerRequestTest::array,
        "[{'code':'x','answer':'yes'},{'case':'no spaces','answer':'y'},3]",
        "/0/code code",
        "/1/case reference",
        "/1/code required",
        "/1/answer value",
        "/2 type");
    refuses(
        AnswerRequestTest::array,
        "[{'code':'2.1.1','answer':'yes'},{'code':'2.1.1','answer':'yes'}]",
        "/1/code repeated");
    refuses(AnswerRequestTest::array, "{}", " type");
    refuses(
        AnswerRequestTest::lines,
        """
        {'code':'2.1.1','answer':'yes'}

        {'code':'2.1.1','answer':'no'}
        {oops
        """,
        "3:/code repeated",
        "4: json");
    assertEquals(
        Problem.Kind.UNREADABLE,
        refused(lines(json("{'code':'2.1.1','answer':'no'}\n{oops"))).kind());
    assertEquals(
        Problem.Kind.UNSUPPORTED, refused(AnswerRequest.readBatch(json(""), Format.CSV)).kind());
  }

  @Test
  void aThousandFaultsAreKeptAndAllAreCounted() {
    String rows = "{},".repeat(1_500);
    Problem problem = refused(AnswerRequest.readBatch(json("[" + rows + "{}]"), Format.JSON));
    assertEquals(1_000, problem.faults().size());
    assertEquals(3_002, problem.faultCount());
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    AnswerRequest full =
        new AnswerRequest(
            Optional.of(Answer.NA),
            new Update.Value<>("\"\\ 🙂"),
            Optional.of(false),
            Optional.of("why"));
    assertEquals(full, done(AnswerRequest.read(full.json())));
    AnswerRequest bare =
        new AnswerRequest(
            Optional.empty(), new Update.Removal<>(), Optional.empty(), Optional.empty());
    assertEquals(bare, done(AnswerRequest.read(bare.json())));
  }
}
