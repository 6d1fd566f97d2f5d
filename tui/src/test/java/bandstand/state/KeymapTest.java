package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeymapTest {

  @Test
  void everyActionIsReachedByAKeyOrACommand() {
    for (Action action : Action.values()) {
      assertTrue(action.isCommand() || !action.keys().isEmpty(), action::name);
      assertFalse(action.where().isEmpty(), action::name);
      for (Where where : action.where()) {
        for (Key key : action.keys()) {
          assertEquals(Optional.of(action), Keymap.action(where, key));
        }
      }
    }
  }

  @Test
  void everyActionSaysWhatItDoes() {
    Set<String> said = new HashSet<>();
    for (Action action : Action.values()) {
      assertFalse(action.says().isBlank(), action::name);
      assertFalse(action.label().isBlank(), action::name);
      assertTrue(said.add(action.label() + action.says() + action.where()), action::name);
    }
  }

  @Test
  void theFixedKeysOfTheDeskAreThere() {
    String keys = "ynasxuUYN;m!][}{gGic:?q";
    keys.chars()
        .forEach(
            key ->
                assertTrue(
                    Keymap.action(Where.DESK, new Key.Char(key)).isPresent(),
                    () -> Character.toString(key)));
  }

  @Test
  void keysOfLaterScreensDoNothing() {
    for (String key : List.of("w", "D", "J", "M", "r")) {
      assertEquals(Optional.empty(), Keymap.action(Where.BOARD, KeyLabels.key(key)));
    }
  }

  @Test
  void everyScreenOffersQuitHelpAndTheCommandLine() {
    for (Where where : Where.values()) {
      List<Action> hints = Keymap.hints(where);
      assertTrue(hints.containsAll(List.of(Action.QUIT, Action.HELP, Action.COMMAND)), where::name);
    }
  }

  @Test
  void arrowsAndLettersBothMove() {
    for (Where where : Where.values()) {
      assertEquals(Optional.of(Action.DOWN), Keymap.action(where, Key.Named.DOWN));
      assertEquals(Optional.of(Action.DOWN), Keymap.action(where, KeyLabels.key("j")));
      assertEquals(Optional.of(Action.UP), Keymap.action(where, Key.Named.UP));
      assertEquals(Optional.of(Action.UP), Keymap.action(where, KeyLabels.key("k")));
    }
  }

  @Test
  void aSearchFindsByKeyFirstAndThenByWord() {
    assertEquals(Action.YES, Keymap.search("y").getFirst());
    assertEquals(List.of(Action.ALERT), Keymap.search("!"));
    assertTrue(Keymap.search("case manager").contains(Action.ASK));
    assertTrue(Keymap.search("CALCULATOR").contains(Action.TO_CALCULATOR));
    assertEquals(List.of(), Keymap.search("no such thing at all"));
    assertEquals(Action.values().length, Keymap.search(" ").size());
  }

  @Test
  void aSearchTellsHowARefusalGoesAway() {
    assertEquals(List.of(Sign.REFUSED), Keymap.signs("refus"));
    assertEquals(List.of(Action.LEAVE, Action.QUIT), Keymap.search("refus"));
  }

  @Test
  void aCommandIsFoundByAStartOfItsName() {
    assertEquals(List.of(Action.TO_STANDARDS), Keymap.commands("st"));
    assertEquals(List.of(Action.TO_CASE), Keymap.commands("case"));
    assertEquals(
        List.of(Action.TO_CASES, Action.TO_CASE, Action.TO_CALCULATOR), Keymap.commands("ca"));
    assertEquals(List.of(), Keymap.commands("nonsense"));
  }

  @Test
  void everyScreenIsReachedByItsName() {
    for (Where where : Where.values()) {
      assertEquals(1, Keymap.commands(where.command()).size(), where::name);
    }
    assertEquals(List.of(Action.TO_MODERATION), Keymap.commands("moderation"));
    assertEquals(List.of(Action.LEAVE), Keymap.commands("quit"));
  }

  @Test
  void theReadmeHasTheTable() throws IOException {
    assertTrue(Files.readString(Path.of("README.md")).contains(Keymap.markdown()));
  }

  @Test
  void theTableForTheReadmeHoldsEveryAction() {
    String table = Keymap.markdown();
    assertEquals(Action.values().length + 2, table.lines().count());
    Arrays.stream(Action.values())
        .forEach(action -> assertTrue(table.contains("| " + action.says() + " |"), action::name));
  }
}
