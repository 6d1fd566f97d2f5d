package bandstand.wire;

import static bandstand.wire.Payloads.C1;
import static bandstand.wire.Payloads.C2;
import static bandstand.wire.Payloads.NOW;
import static bandstand.wire.Payloads.answer;
import static bandstand.wire.Payloads.recorded;
import static bandstand.wire.Payloads.texts;
import static bandstand.wire.Payloads.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a change is cut into payloads, and how each is written. */
class PayloadsTest {
  /** Payloads written with single quotes. */
  private static void assertWritten(Change change, String... payloads) {
    assertEquals(
        Stream.of(payloads).map(payload -> payload.replace('\'', '"')).toList(),
        texts(recorded(change)));
  }

  @Test
  void oneAnswerIsOneShortPayload() {
    assertWritten(
        Change.of(Change.Kind.ANSWER, answer(C1, "2.1.1")),
        "{'case':'C1','edits':[{'answer':'2.1.1','to':'yes'}],'kind':'answer'}");
  }

  @Test
  void whatDiffersFromTheEnvelopeIsSaid() {
    Given before =
        new Given(
            Optional.of(Answer.NO), "n", true, 3, "björn", Instant.parse("2019-05-12T09:00:00Z"));
    Edit edit =
        new Edit.ToAnswer(
            Optional.empty(), Code.of("1.1.1"), Optional.of(before), Optional.of(yes()));
    assertWritten(
        new Change(Change.Kind.UNDO, List.of(edit), Optional.of(5L), "why"),
        "{'others':[{'answer':'1.1.1','from':{'answer':'no','note':'n','ask':true,"
            + "'revision':3,'by':'björn','at':'2019-05-12T09:00:00Z'},'to':'yes'}],"
            + "'kind':'undo','of':5,'reason':'why'}");
  }

  @Test
  void anImportIsAPayloadACaseAndAClosingOne() {
    assertWritten(
        Change.of(
            Change.Kind.IMPORT,
            List.of(
                new Edit.ToCase(C1, false, true),
                new Edit.ToCase(C2, false, true),
                new Edit.ToFact(C1, Case.TYPE, Optional.empty(), Optional.of("court")),
                answer(C2, "2.1.1"))),
        "{'case':'C1','edits':[{'file':true,'from':false,'to':true},{'fact':'type','to':'court'}]}",
        "{'case':'C2','edits':[{'file':true,'from':false,'to':true},{'answer':'2.1.1','to':'yes'}]}",
        "{'kind':'import'}");
  }

  @Test
  void editsThatTouchNoCaseStandInTheLastPayload() {
    assertWritten(
        Change.of(
            Change.Kind.IMPORT,
            List.of(
                new Edit.ToDetail("notes", Optional.of("a"), Optional.empty()),
                answer(C1, "2.1.1"),
                answer(C2, "2.1.1"))),
        "{'case':'C1','edits':[{'answer':'2.1.1','to':'yes'}]}",
        "{'case':'C2','edits':[{'answer':'2.1.1','to':'yes'}]}",
        "{'others':[{'detail':'notes','from':'a'}],'kind':'import'}");
  }

  @Test
  void whatTouchesNoCaseStandsApartFromTheOneThatIsTouched() {
    assertWritten(
        Change.of(
            Change.Kind.BATCH,
            List.of(
                answer(C1, "2.1.1"),
                new Edit.ToDetail("notes", Optional.empty(), Optional.of("a")))),
        "{'case':'C1','edits':[{'answer':'2.1.1','to':'yes'}]}",
        "{'others':[{'detail':'notes','to':'a'}],'kind':'batch'}");
  }

  /** Short and long, bare and signed by others: as it stands among the payloads of a change. */
  @Test
  void aCaseByItselfIsWrittenAsItIsAmongOthers() {
    Given marked = new Given(Optional.empty(), "", true, 7, "anna", NOW);
    Given others =
        new Given(
            Optional.of(Answer.NO), "", false, 3, "björn", Instant.parse("2019-05-12T09:00:00Z"));
    Given noted = new Given(Optional.of(Answer.NA), "ŷ\n🙂\"", false, 7, "anna", NOW);
    List<List<Edit>> cases =
        List.of(
            List.of(new Edit.ToCase(C1, false, true), answer(C1, "2.1.1")),
            List.of(
                new Edit.ToFact(C1, Case.TYPE, Optional.of("court"), Optional.of("o\"ut")),
                new Edit.ToFact(C1, "attributes.ŷ", Optional.empty(), Optional.of("🙂")),
                new Edit.ToFact(C1, "attributes.x", Optional.of("m"), Optional.empty()),
                new Edit.ToAnswer(
                    Optional.of(C1), Code.of("2.1.1"), Optional.of(others), Optional.of(marked)),
                new Edit.ToAnswer(
                    Optional.of(C1), Code.of("2.1.2"), Optional.of(yes()), Optional.empty())),
            List.of(
                new Edit.ToAnswer(
                    Optional.of(C1), Code.of("2.1.1"), Optional.empty(), Optional.of(noted)),
                new Edit.ToFact(C1, Case.NOTE, Optional.empty(), Optional.of("x".repeat(9_000)))),
            Collections.nCopies(1_001, answer(C1, "2.1.1")));
    for (List<Edit> edits : cases) {
      List<Edit> both = new ArrayList<>(edits);
      both.add(answer(C2, "2.1.1"));
      assertEquals(
          texts(recorded(Change.of(Change.Kind.IMPORT, both))).getFirst(),
          RecordedJson.encodeCase(7, "anna", NOW, edits).stream()
              .map(Payloads::text)
              .collect(Collectors.joining()));
    }
  }

  @Test
  void noPayloadHoldsTwoCasesAndOnlyTheLastHoldsTheKind() {
    for (int seed = 100; seed < 120; seed++) {
      RandomHistory history = new RandomHistory(seed);
      for (int i = 0; i < 20; i++) {
        Recorded recorded = history.next();
        List<String> payloads = texts(recorded);
        long subjects =
            recorded.change().edits().stream()
                .flatMap(e -> e.touches().stream())
                .distinct()
                .count();
        boolean others = recorded.change().edits().stream().anyMatch(e -> e.touches().isEmpty());
        boolean apart = subjects > 1 || subjects == 1 && others;
        assertEquals(apart ? subjects + 1 : 1, payloads.size());
        for (String payload : payloads) {
          assertEquals(payload.equals(payloads.getLast()), payload.contains("\"kind\":"));
        }
      }
    }
  }
}
