package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Erasure;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordedJsonTest {
  private static final InspectionId ID = RandomHistory.ID;
  private static final Instant NOW = Instant.parse("2019-05-13T10:30:00.123456Z");
  private static final Reference C1 = new Reference("C1");
  private static final Reference C2 = new Reference("C2");

  private static Given yes() {
    return new Given(Optional.of(Answer.YES), "", false, 7, "anna", NOW);
  }

  private static Edit answer(Reference subject, String code) {
    return new Edit.ToAnswer(
        Optional.of(subject), Code.of(code), Optional.empty(), Optional.of(yes()));
  }

  private static Recorded recorded(Change change) {
    return new Recorded(ID, 7, "anna", NOW, change);
  }

  private static List<String> texts(Recorded recorded) {
    return RecordedJson.encode(recorded).stream()
        .map(payload -> new String(payload, StandardCharsets.UTF_8))
        .toList();
  }

  private static Recorded decoded(Recorded recorded, List<Optional<byte[]>> payloads) {
    return RecordedJson.decode(
        recorded.inspection(), recorded.revision(), recorded.by(), recorded.at(), payloads);
  }

  private static Recorded roundTrip(Recorded recorded) {
    return decoded(recorded, RecordedJson.encode(recorded).stream().map(Optional::of).toList());
  }

  @Test
  void oneAnswerIsOneShortPayload() {
    assertEquals(
        List.of(
            "{\"case\":\"C1\",\"edits\":[{\"answer\":\"2.1.1\",\"to\":\"yes\"}],\"kind\":\"answer\"}"),
        texts(recorded(Change.of(Change.Kind.ANSWER, answer(C1, "2.1.1")))));
  }

  @Test
  void whatDiffersFromTheEnvelopeIsSaid() {
    Given before =
        new Given(
            Optional.of(Answer.NO), "n", true, 3, "björn", Instant.parse("2019-05-12T09:00:00Z"));
    Edit edit =
        new Edit.ToAnswer(
            Optional.empty(), Code.of("1.1.1"), Optional.of(before), Optional.of(yes()));
    assertEquals(
        List.of(
            "{\"others\":[{\"answer\":\"1.1.1\",\"from\":{\"answer\":\"no\",\"note\":\"n\",\"ask\":true,"
                + "\"revision\":3,\"by\":\"björn\",\"at\":\"2019-05-12T09:00:00Z\"},\"to\":\"yes\"}],"
                + "\"kind\":\"undo\",\"of\":5,\"reason\":\"why\"}"),
        texts(recorded(new Change(Change.Kind.UNDO, List.of(edit), Optional.of(5L), "why"))));
  }

  @Test
  void anImportIsAPayloadACaseAndAClosingOne() {
    Change change =
        Change.of(
            Change.Kind.IMPORT,
            List.of(
                new Edit.ToCase(C1, false, true),
                new Edit.ToCase(C2, false, true),
                new Edit.ToFact(C1, Case.TYPE, Optional.empty(), Optional.of("court")),
                answer(C2, "2.1.1")));
    assertEquals(
        List.of(
            "{\"case\":\"C1\",\"edits\":[{\"file\":true,\"from\":false,\"to\":true},"
                + "{\"fact\":\"type\",\"to\":\"court\"}]}",
            "{\"case\":\"C2\",\"edits\":[{\"file\":true,\"from\":false,\"to\":true},"
                + "{\"answer\":\"2.1.1\",\"to\":\"yes\"}]}",
            "{\"kind\":\"import\"}"),
        texts(recorded(change)));
  }

  @Test
  void editsThatTouchNoCaseStandInTheLastPayload() {
    Change change =
        Change.of(
            Change.Kind.IMPORT,
            List.of(
                new Edit.ToDetail("notes", Optional.of("a"), Optional.empty()),
                answer(C1, "2.1.1"),
                answer(C2, "2.1.1")));
    List<String> payloads = texts(recorded(change));
    assertEquals(3, payloads.size());
    assertEquals(
        "{\"others\":[{\"detail\":\"notes\",\"from\":\"a\"}],\"kind\":\"import\"}",
        payloads.getLast());
  }

  @Test
  void anythingThatHappensReadsBackAndFoldsToTheSameState() {
    for (int seed = 0; seed < 30; seed++) {
      RandomHistory history = new RandomHistory(seed);
      Inspection replayed = Inspection.blank(ID, SmallEdition.SMALL);
      for (int i = 0; i < 30; i++) {
        Recorded recorded = history.next();
        Recorded read = roundTrip(recorded);
        assertEquals(bySubject(recorded), bySubject(read));
        assertEquals(recorded.change().kind(), read.change().kind());
        assertEquals(recorded.change().of(), read.change().of());
        assertEquals(recorded.change().reason(), read.change().reason());
        replayed = replayed.after(read);
        Same.state(history.inspection(), replayed);
      }
    }
  }

  private static Object bySubject(Recorded recorded) {
    return recorded.change().edits().stream().collect(Collectors.groupingBy(Edit::touches));
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

  @Test
  void aChangeThatLacksACaseIsErasedAndTheRestStands() {
    Recorded recorded =
        recorded(
            Change.of(Change.Kind.IMPORT, List.of(answer(C1, "2.1.1"), answer(C2, "2.1.1")))
                .because("r"));
    List<Optional<byte[]>> payloads =
        new ArrayList<>(RecordedJson.encode(recorded).stream().map(Optional::of).toList());
    payloads.set(0, Optional.empty());
    Recorded read = decoded(recorded, payloads);
    assertEquals(Change.of(Change.Kind.ERASED, List.of(answer(C2, "2.1.1"))), read.change());
  }

  @Test
  void anErasureStaysOneWhateverElseOfItIsErased() {
    Erasure erasure =
        Erasure.of(
            new Reference("erased-1"),
            List.of(new Erasure.Part(3, 0), new Erasure.Part(5, 2)),
            new Erasure.Part(5, 2));
    Recorded recorded =
        recorded(
            Change.erasing(
                erasure,
                List.of(
                    answer(new Reference("erased-1"), "2.1.1"),
                    new Edit.ToDetail("notes", Optional.of("a"), Optional.of("a"))),
                "asked for"));
    List<Optional<byte[]>> payloads =
        new ArrayList<>(RecordedJson.encode(recorded).stream().map(Optional::of).toList());
    assertEquals(3, payloads.size(), "the case, the rest, and what the erasure is");
    assertEquals(recorded, decoded(recorded, payloads));
    payloads.set(0, Optional.empty());
    payloads.set(1, Optional.empty());
    assertEquals(
        Change.erasing(erasure, List.of(), "asked for"), decoded(recorded, payloads).change());
  }

  @Test
  void anErasureOfEverythingReadsBack() {
    Recorded recorded = recorded(Change.erasing(Erasure.ofEverything(6), List.of(), "over"));
    assertEquals(recorded, roundTrip(recorded));
  }

  @Test
  void whatTouchesNoCaseStandsApartFromTheOneThatIsTouched() {
    Change change =
        Change.of(
            Change.Kind.BATCH,
            List.of(
                answer(C1, "2.1.1"),
                new Edit.ToDetail("notes", Optional.empty(), Optional.of("a"))));
    assertEquals(
        List.of(
            "{\"case\":\"C1\",\"edits\":[{\"answer\":\"2.1.1\",\"to\":\"yes\"}]}",
            "{\"others\":[{\"detail\":\"notes\",\"to\":\"a\"}],\"kind\":\"batch\"}"),
        texts(recorded(change)));
  }

  @Test
  void aChangeWhoseOnlyPayloadIsErasedKeepsItsRevisionAndSaysSo() {
    Recorded recorded = recorded(Change.of(Change.Kind.ANSWER, answer(C1, "2.1.1")));
    Recorded read = decoded(recorded, List.of(Optional.empty()));
    assertEquals(recorded(Change.none(Change.Kind.ERASED)), read);
    assertFalse(read.change().kind().undoable());
  }

  @Test
  void aLargeChangeIsSpreadOverPayloadsThatAFrameHolds() {
    String note = "ŷ🙂".repeat(5_000);
    List<Edit> edits = new ArrayList<>();
    for (var question : SmallEdition.SMALL.questions()) {
      for (int i = 0; i < 5; i++) {
        Given given = new Given(Optional.of(Answer.NO), note + i, true, 7, "anna", NOW);
        edits.add(
            new Edit.ToAnswer(
                Optional.of(C1), question.code(), Optional.of(given), Optional.of(given)));
        edits.add(
            new Edit.ToAnswer(
                Optional.empty(), question.code(), Optional.of(given), Optional.of(given)));
      }
    }
    Recorded recorded = recorded(Change.of(Change.Kind.BATCH, edits).because(note));
    List<byte[]> payloads = RecordedJson.encode(recorded);
    assertTrue(payloads.size() > 3);
    for (byte[] payload : payloads) {
      assertTrue(payload.length <= 2 << 20, "payload of " + payload.length);
    }
    assertEquals(bySubject(recorded), bySubject(roundTrip(recorded)));
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
              .map(payload -> new String(payload, StandardCharsets.UTF_8))
              .collect(Collectors.joining()));
    }
  }

  @Test
  void whatWasNotWrittenHereIsDamage() {
    for (String payload :
        List.of(
            "",
            "{",
            "{\"kind\":\"sneeze\"}",
            "{\"edits\":[{\"fact\":\"type\"}],\"kind\":\"case\"}",
            "{\"others\":[{\"colour\":1}],\"kind\":\"case\"}",
            "{\"others\":[{\"answer\":\"2.1.1\",\"to\":\"perhaps\"}],\"kind\":\"answer\"}")) {
      assertThrows(
          RuntimeException.class,
          () -> RecordedJson.decode(ID, 1, "anna", NOW, List.of(Optional.of(Reads.utf8(payload)))),
          payload);
    }
  }
}
