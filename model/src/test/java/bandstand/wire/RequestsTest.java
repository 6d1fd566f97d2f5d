package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static Outcome<?> judgement(byte[] body) {
    return JudgementRequest.read(body, SmallEdition.SMALL);
  }

  private static Outcome<?> discretion(byte[] body) {
    return JudgementRequest.readDiscretion(body, SmallEdition.SMALL);
  }

  private static Outcome<?> whatIf(byte[] body) {
    return Supposition.read(body, SmallEdition.SMALL);
  }

  private static Outcome<?> court(byte[] body) {
    return CaseRequest.read(body, new Reference("C01"), false);
  }

  private static Outcome<?> array(byte[] body) {
    return AnswerRequest.readBatch(body, Format.JSON);
  }

  private static Outcome<?> lines(byte[] body) {
    return AnswerRequest.readBatch(body, Format.NDJSON);
  }

  private static void refuses(Function<byte[], Outcome<?>> read, String body, String... faults) {
    assertEquals(List.of(faults), faults(read.apply(json(body))), body);
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
        RequestsTest::array,
        "[{'code':'x','answer':'yes'},{'case':'no spaces','answer':'y'},3]",
        "/0/code code",
        "/1/case reference",
        "/1/code required",
        "/1/answer value",
        "/2 type");
    refuses(
        RequestsTest::array,
        "[{'code':'2.1.1','answer':'yes'},{'code':'2.1.1','answer':'yes'}]",
        "/1/code repeated");
    refuses(RequestsTest::array, "{}", " type");
    refuses(
        RequestsTest::lines,
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
  void aNewInspectionNeedsAServiceAndAnEdition() {
    var read =
        done(
            NewInspection.read(
                json(
                    "{'id':'leicester-2019','service':'Leicester"
                        + " City','shortName':null,'framework':'yos-2018','fieldwork':'May"
                        + " 2019','notes':'a\\n"
                        + "b','retainUntil':'2027-03-31'}")));
    assertEquals(
        new NewInspection(
            Optional.of(new InspectionId("leicester-2019")),
            "Leicester City",
            Optional.empty(),
            "yos-2018",
            Optional.of("May 2019"),
            Optional.of("a\nb"),
            Optional.of(LocalDate.of(2027, 3, 31))),
        read);
    refuses(NewInspection::read, "{}", "/service required", "/framework required");
    refuses(
        NewInspection::read,
        "{'id':'Leicester','service':' ','framework':null,'fieldwork':'a\\nb'}",
        "/id id",
        "/service blank",
        "/framework required",
        "/fieldwork control-character");
    refuses(
        NewInspection::read,
        "{'id':'import-archive','service':'s','framework':'f'}",
        "/id reserved");
  }

  @Test
  void aPatchRemovesByNullOnlyWhatMayBeAbsent() {
    var changes =
        done(
            NewInspection.readPatch(
                json("{'service':'S','shortName':null,'notes':'','retainUntil':null}")));
    assertEquals(
        Map.of(
            "service",
            Optional.of("S"),
            "shortName",
            Optional.empty(),
            "notes",
            Optional.empty(),
            "retainUntil",
            Optional.empty()),
        new HashMap<>(changes));
    refuses(NewInspection::readPatch, "{'retainUntil':'2027-02-29'}", "/retainUntil date");
    refuses(NewInspection::readPatch, "{'retainUntil':'+12027-02-01'}", "/retainUntil date");
    assertTrue(done(NewInspection.readPatch(json("{}"))).isEmpty());
    refuses(
        NewInspection::readPatch,
        "{'id':'x','service':null,'framework':null,'revision':4}",
        "/id fixed",
        "/service null",
        "/framework null",
        "/revision unknown-field");
  }

  @Test
  void aJudgementIsARatingOrADeclarationWithAReason() {
    assertEquals(
        new JudgementRequest(Optional.of(Rating.GOOD), "r", false),
        done(JudgementRequest.read(json("{'rating':'good','reason':'r'}"), SmallEdition.SMALL)));
    assertEquals(
        new JudgementRequest(Optional.of(Rating.REQUIRES_IMPROVEMENT), "r", true),
        done(
            JudgementRequest.read(
                json("{'rating':'requires-improvement','reason':'r','status':'agreed'}"),
                SmallEdition.SMALL)));
    assertEquals(
        new JudgementRequest(Optional.empty(), "none", false),
        done(JudgementRequest.read(json("{'notRated':true,'reason':'none'}"), SmallEdition.SMALL)));
    refuses(RequestsTest::judgement, "{}", "/rating required", "/reason required");
    refuses(
        RequestsTest::judgement,
        "{'rating':'Good','reason':'','status':'final'}",
        "/status value",
        "/rating value",
        "/reason blank");
    refuses(
        RequestsTest::judgement,
        "{'notRated':false,'rating':'good','reason':'r'}",
        "/notRated value",
        "/rating contradiction");
    refuses(RequestsTest::judgement, "{'notRated':null,'reason':'r'}", "/notRated required");
  }

  @Test
  void discretionIsARatingWithAReasonAndNothingElse() {
    assertEquals(
        new JudgementRequest(Optional.of(Rating.OUTSTANDING), "r", true),
        done(
            JudgementRequest.readDiscretion(
                json("{'rating':'outstanding','reason':'r'}"), SmallEdition.SMALL)));
    refuses(
        RequestsTest::discretion,
        "{'notRated':true,'reason':'r'}",
        "/rating required",
        "/notRated unknown-field");
    refuses(RequestsTest::discretion, "{'rating':null,'reason':'r'}", "/rating required");
  }

  @Test
  void anAlertNeedsWhatWhoAndWhen() {
    String whole =
        "{'case':'C22','risk':'r','organisation':'o','toldRole':'t',"
            + "'at':'2019-05-13T10:30:00Z'}";
    Alert alert = done(AlertRequest.readNew(json(whole))).raised(1, "anna");
    assertEquals(
        new Alert(
            1,
            Optional.of(new Reference("C22")),
            "r",
            "o",
            "t",
            "2019-05-13T10:30:00Z",
            Alert.Status.RAISED,
            "",
            "anna"),
        alert);
    Alert resolved =
        done(AlertRequest.readPatch(json("{'status':'resolved','outcome':'safe','case':null}")))
            .over(alert);
    assertFalse(resolved.open());
    assertEquals("safe", resolved.outcome());
    assertEquals(Optional.empty(), resolved.subject());
    assertEquals("r", resolved.risk());
    refuses(
        AlertRequest::readNew,
        "{'at':'yesterday','risk':'','status':'open'}",
        "/risk blank",
        "/organisation required",
        "/toldRole required",
        "/at time",
        "/status value");
    refuses(AlertRequest::readPatch, "{'risk':null,'status':null}", "/risk null", "/status null");
  }

  @Test
  void anAlertsTimeIsADateWithOrWithoutATime() {
    for (String at :
        List.of(
            "2019-05-13", "2019-05-13T10:30", "2019-05-13T10:30:00.5", "2019-05-13T10:30+01:00")) {
      done(AlertRequest.readPatch(json("{'at':'" + at + "'}")));
    }
    for (String at : List.of("2019-02-30", "13/05/2019", "10:30", "2019-05-13T25:00", "now")) {
      refuses(AlertRequest::readPatch, "{'at':'" + at + "'}", "/at time");
    }
  }

  @Test
  void aWhatIfTakesAnswersAndRatingsAndTheirAbsence() {
    assertEquals(
        List.of(
            new Supposition.OfAnswer(
                Optional.of(new Reference("C01")), Code.of("2.1.1"), Optional.of(Answer.NO)),
            new Supposition.OfAnswer(Optional.empty(), Code.of("1.1.1.1"), Optional.empty()),
            new Supposition.OfRating(Code.of("1.1"), Optional.of(Rating.INADEQUATE)),
            new Supposition.OfRating(Code.of("1.1"), Optional.empty())),
        done(
            Supposition.read(
                json(
                    "{'changes':[{'case':'C01','code':'2.1.1','answer':'no'},"
                        + "{'code':'1.1.1.1','answer':null},"
                        + "{'standard':'1.1','rating':'inadequate'},"
                        + "{'standard':'1.1','rating':null}]}"),
                SmallEdition.SMALL)));
    refuses(RequestsTest::whatIf, "{}", "/changes required");
    refuses(RequestsTest::whatIf, "{'changes':{}}", "/changes type");
    refuses(
        RequestsTest::whatIf,
        "{'changes':[{'code':'2.1.1'},{'standard':'1.1','rating':'great','code':'1.1'}]}",
        "/changes/0/answer required",
        "/changes/1/rating value",
        "/changes/1/code unknown-field");
  }

  @Test
  void smallBodiesSayOneThing() {
    assertEquals(Optional.of(3L), done(Requests.readUndo(json("{'revision':3}"))));
    assertEquals(Optional.empty(), done(Requests.readUndo(json(""))));
    assertEquals(Optional.empty(), done(Requests.readReason(json("{}"))));
    assertEquals("why", done(Requests.readNeededReason(json("{'reason':'why'}"))));
    assertEquals(
        new Person("anna", Role.INSPECTOR),
        done(Requests.readToken(json("{'name':'anna','role':'inspector'}"))));
    for (String revision : List.of("0", "-1", "1.5", "1e3", "99999999999999999999")) {
      refuses(Requests::readUndo, "{'revision':" + revision + "}", "/revision range");
    }
    refuses(Requests::readUndo, "{'revisions':3}", "/revisions unknown-field");
    refuses(Requests::readNeededReason, "", "/reason required");
    refuses(Requests::readToken, "{'name':'an na','role':'boss'}", "/name name", "/role value");
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
    refuses(RequestsTest::court, "{}", "/type required");
    refuses(
        RequestsTest::court,
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
        RequestsTest::court,
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
        RequestsTest::court, body, "/attributes/Date of Birth identifying", "/surname identifying");
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
        RequestsTest::court,
        "{'type':'t','attributes':{" + attributes + "}}",
        "/attributes too-many");
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
    NewInspection creation =
        new NewInspection(
            Optional.empty(),
            "s",
            Optional.of("t"),
            "f",
            Optional.empty(),
            Optional.of("n"),
            Optional.of(LocalDate.of(2028, 2, 29)));
    assertEquals(creation, done(NewInspection.read(creation.json())));
    for (var judgement :
        List.of(
            new JudgementRequest(Optional.of(Rating.GOOD), "r", true),
            new JudgementRequest(Optional.of(Rating.GOOD), "r", false),
            new JudgementRequest(Optional.empty(), "r", false))) {
      assertEquals(
          judgement,
          done(JudgementRequest.read(judgement.json(SmallEdition.SMALL), SmallEdition.SMALL)));
    }
    var discretion = new JudgementRequest(Optional.of(Rating.GOOD), "r", true);
    assertEquals(
        discretion,
        done(
            JudgementRequest.readDiscretion(
                discretion.discretionJson(SmallEdition.SMALL), SmallEdition.SMALL)));
    AlertRequest alert =
        new AlertRequest(
            new Update.Value<>(new Reference("C1")),
            Optional.of("r"),
            Optional.of("o"),
            Optional.of("t"),
            Optional.of("2019-05-13"),
            Optional.of(Alert.Status.ACTING),
            new Update.Removal<>());
    assertEquals(alert, done(AlertRequest.readNew(alert.json())));
    List<Supposition> suppositions =
        List.of(
            new Supposition.OfAnswer(
                Optional.of(new Reference("C1")), Code.of("2.1.1"), Optional.empty()),
            new Supposition.OfRating(Code.of("1.1"), Optional.of(Rating.GOOD)));
    assertEquals(
        suppositions,
        done(
            Supposition.read(
                Supposition.json(suppositions, SmallEdition.SMALL), SmallEdition.SMALL)));
    assertEquals(Optional.of(7L), done(Requests.readUndo(Requests.mark(7))));
    assertEquals(Optional.empty(), done(Requests.readUndo(Requests.undo(Optional.empty()))));
    assertEquals(Optional.of("r"), done(Requests.readReason(Requests.reason(Optional.of("r")))));
    Person person = new Person("björn", Role.LEAD);
    assertEquals(person, done(Requests.readToken(Requests.token(person))));
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
