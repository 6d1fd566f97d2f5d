package bandstand.wire;

import static bandstand.wire.Payloads.C1;
import static bandstand.wire.Payloads.C2;
import static bandstand.wire.Payloads.ID;
import static bandstand.wire.Payloads.NOW;
import static bandstand.wire.Payloads.answer;
import static bandstand.wire.Payloads.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Erasure;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written is read back, as far as it is not erased. */
class RecordedJsonTest {
  private static Recorded decoded(Recorded recorded, List<Optional<byte[]>> payloads) {
    return RecordedJson.decode(
        recorded.inspection(), recorded.revision(), recorded.by(), recorded.at(), payloads);
  }

  private static List<Optional<byte[]>> encoded(Recorded recorded) {
    return new ArrayList<>(RecordedJson.encode(recorded).stream().map(Optional::of).toList());
  }

  private static Recorded roundTrip(Recorded recorded) {
    return decoded(recorded, encoded(recorded));
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
  void aChangeThatLacksACaseIsErasedAndTheRestStands() {
    Recorded recorded =
        recorded(
            Change.of(Change.Kind.IMPORT, List.of(answer(C1, "2.1.1"), answer(C2, "2.1.1")))
                .because("r"));
    var payloads = encoded(recorded);
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
    var payloads = encoded(recorded);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{'kind':'sneeze'}",
        "{'edits':[{'fact':'type'}],'kind':'case'}",
        "{'others':[{'colour':1}],'kind':'case'}",
        "{'others':[{'answer':'2.1.1','to':'perhaps'}],'kind':'answer'}"
      })
  void whatWasNotWrittenHereIsDamage(String payload) {
    var payloads = List.of(Optional.of(Reads.json(payload)));
    assertThrows(RuntimeException.class, () -> RecordedJson.decode(ID, 1, "anna", NOW, payloads));
  }
}
