package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bandstand.inspection.Case;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.inspection.Stamped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

class StateJsonTest {

  private static Inspection anything(long seed) {
    RandomHistory history = new RandomHistory(seed);
    for (int i = 0; i < 25; i++) {
      history.next();
    }
    return history.inspection();
  }

  private static List<byte[]> files(Inspection state) {
    return state.cases().values().stream().map(StateJson::file).toList();
  }

  @Test
  void anyStateReadsBackTheSame() {
    for (int seed = 0; seed < 40; seed++) {
      Inspection state = anything(seed);
      Same.state(
          state,
          StateJson.read(state.id(), state.framework(), StateJson.head(state), files(state)));
    }
  }

  @Test
  void aBlankStateReadsBackTheSame() {
    Inspection blank = Inspection.blank(RandomHistory.ID, SmallEdition.SMALL);
    Same.state(
        blank, StateJson.read(blank.id(), blank.framework(), StateJson.head(blank), List.of()));
  }

  @Test
  void whatFollowsAStateReadBackIsWhatFollowsTheStateItself() {
    RandomHistory history = new RandomHistory(7);
    for (int i = 0; i < 20; i++) {
      history.next();
    }
    Inspection state = history.inspection();
    Inspection read =
        StateJson.read(state.id(), state.framework(), StateJson.head(state), files(state));
    for (int i = 0; i < 20; i++) {
      read = read.after(history.next());
      Same.state(history.inspection(), read);
    }
  }

  @Test
  void theSameStateIsTheSameBytes() {
    Inspection state = anything(3);
    Inspection read = StateJson.readLines(StateLines.of(state), state.framework());
    assertArrayEquals(StateLines.of(state), StateLines.of(read));
  }

  @Test
  void linesAreTheHeadAndEachCase() {
    for (int seed = 50; seed < 60; seed++) {
      Inspection state = anything(seed);
      byte[] lines = StateLines.of(state);
      assertEquals(
          1 + state.cases().size(), new String(lines, StandardCharsets.UTF_8).lines().count());
      Same.state(state, StateJson.readLines(lines, state.framework()));
      assertEquals(state.framework().edition().digest(), StateJson.frameworkDigest(lines));
    }
  }

  @Test
  void aCaseAtRestIsShort() {
    Instant at = Instant.parse("2019-05-13T10:30:00Z");
    Case file =
        new Case(
            new Reference("C1"),
            TreePMap.singleton(Case.TYPE, new Stamped("court", 2)),
            TreePMap.singleton(
                bandstand.framework.Code.of("2.1.1"),
                new Given(Optional.of(bandstand.inspection.Answer.NO), "", false, 3, "anna", at)),
            3);
    assertEquals(
        "{'reference':'C1','revision':3,'facts':{'type':['court',2]},'answers':{'2.1.1':"
            + "{'answer':'no','revision':3,'by':'anna','at':'2019-05-13T10:30:00Z'}}}",
        new String(StateJson.file(file), StandardCharsets.UTF_8).replace('"', '\''));
  }

  @Test
  void whatWasNotWrittenHereIsDamage() {
    Inspection state = anything(1);
    String head = new String(StateJson.head(state), StandardCharsets.UTF_8);
    assertDamage(state, head.substring(0, head.length() - 1), List.of());
    assertDamage(state, "{}", List.of());
    assertDamage(state, "", List.of());
    assertDamage(state, head.replace("\"revision\"", "\"revisions\""), List.of());
    for (String file :
        List.of(
            "", "{}", "[]", "{\"reference\":\"a b\",\"facts\":{},\"answers\":{},\"revision\":1}")) {
      assertDamage(state, head, List.of(Reads.utf8(file)));
    }
  }

  private static void assertDamage(Inspection state, String head, List<byte[]> files) {
    Function<byte[], Inspection> read =
        bytes -> StateJson.read(state.id(), state.framework(), bytes, files);
    assertThrows(RuntimeException.class, () -> read.apply(Reads.utf8(head)), head);
  }
}
