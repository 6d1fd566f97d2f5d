package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Answer;
import bandstand.inspection.Edit;
import bandstand.inspection.Reference;
import bandstand.state.Sample;
import bandstand.state.Settings;
import bandstand.state.Walk;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every screen. */
class ViewTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Walks that end on every screen and under everything that lies over one. */
  private static List<Walk> everywhere(Settings settings) {
    List<Walk> walks = new ArrayList<>();
    walks.add(Walk.start(Sample.leicester(), settings));
    for (String way :
        List.of(
            "standards",
            "goto 2.4.3",
            "goto 1.1",
            "cases",
            "case C17",
            "board",
            "alerts",
            "calculator",
            "compare yos-2018 yos-2021")) {
      walks.add(Walk.start(Sample.leicester(), settings).press("Enter").command(way));
    }
    for (String key : List.of("?", ":", "!", ";", "Y", "c", "i")) {
      walks.add(
          Walk.start(Sample.leicester(), settings)
              .press("Enter")
              .command("case C17")
              .press("k", key));
    }
    walks.add(
        Walk.start(Sample.leicester(), settings).press("Enter").command("board").press("Enter"));
    walks.add(Walk.start(Sample.leicester(), settings).press("c"));
    walks.add(Walk.start(Sample.leicester(), settings).press("C"));
    walks.add(Walk.start(Sample.leicester(), settings).press("C", "Ctrl-s"));
    walks.add(
        Walk.start(Sample.leicester(), settings)
            .press("C", "Ctrl-s", "Enter")
            .command("compare yos-2018 yos-2021")
            .press("Tab"));
    walks.add(
        Walk.start(Sample.toy(), settings)
            .press("Enter")
            .command("case C01")
            .loseConnection()
            .press("y", "q"));
    return walks;
  }

  private static Settings colourful() {
    return new Settings(false, true, LONDON);
  }

  @Test
  void everyScreenHasTheWayOutInItsBottomLineAtEverySize() {
    int[][] sizes = {{24, 80}, {40, 120}, {10, 40}, {12, 60}, {9, 39}, {3, 20}, {1, 6}, {60, 300}};
    for (Walk walk : everywhere(colourful())) {
      for (int[] size : sizes) {
        walk.size(size[0], size[1]);
        assertTrue(walk.row(-1).contains("q quit"), walk::screen);
      }
    }
  }

  @Test
  void rowOneStartsWithTheNameOfTheScreen() {
    for (Walk walk : everywhere(colourful())) {
      assertTrue(
          walk.row(0)
              .matches(
                  "(Inspections|Standards|Cases|Desk|Board|Alerts|Calculator|Compare|Help)\\b.*"),
          walk::screen);
    }
  }

  @Test
  void serviceEditionAndOverallFollowTheName() {
    for (Walk walk : everywhere(colourful())) {
      String row = walk.row(0);
      assertTrue(
          row.startsWith("Inspections")
              || row.startsWith("Calculator")
              || row.startsWith("Compare  yos-2018 → yos-2021")
              || row.contains("  Leicester City  yos-2018  24/36 Good")
              || row.contains("  Toytown  toy-2021  0–12: Inadequate to Outstanding"),
          row);
    }
  }

  @Test
  void asciiIsAsciiAlone() {
    for (Walk walk : everywhere(new Settings(true, false, LONDON))) {
      assertTrue(walk.screen().chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'));
    }
  }

  @Test
  void withoutColoursNothingIsColoured() {
    for (Walk walk : everywhere(new Settings(false, false, LONDON))) {
      assertTrue(
          walk.frame().cells().stream()
              .flatMap(List::stream)
              .allMatch(cell -> cell.style().colour() == Colour.DEFAULT));
    }
  }

  @Test
  void theSelectedTextIsReversedAndMarkedAndNothingElse() {
    Walk walk = Walk.open(Sample.toy()).command("case C01").press("y", "y");
    List<String> rows = walk.screen().lines().toList();
    int first = rows.indexOf(walk.rowWith("> 3"));
    assertEquals(">", walk.frame().cells().get(first).getFirst().glyph());
    for (int row = 0; row < rows.size(); row++) {
      int indent = rows.get(row).length() - rows.get(row).stripLeading().length();
      boolean selected = row == first || row == first + 1;
      for (int column = 0; column < walk.frame().size().columns(); column++) {
        assertEquals(
            selected && column >= indent && column < rows.get(row).length(),
            walk.frame().cells().get(row).get(column).style().reverse(),
            row + ", " + column + " of\n" + walk.screen());
      }
    }
  }

  @Test
  void aBandIsAWordBeforeItIsAColour() {
    Walk walk = Walk.start(Sample.leicester(), colourful()).press("Enter").command("goto 2.4.3");
    Frame coloured = walk.frame();
    assertEquals(coloured.text(), coloured.monochrome().text());
    assertTrue(
        coloured.cells().stream()
            .flatMap(List::stream)
            .anyMatch(cell -> cell.style().colour() == Colour.YELLOW));
  }

  @Test
  void hostileTextIsShownAndHarmless() {
    String hostile = "\u001b[2J\u009b31m\u202egnp.exe\u2066\u0007 \u200d\ud83d x\tend\nq quit";
    Optional<Reference> first = Optional.of(new Reference("C01"));
    Edit[] edits = {
      Sample.answer(first, "2.1.1.1", Optional.of(Answer.NO), hostile),
      Sample.answer(first, "2.1.1", Optional.of(Answer.NO), hostile)
    };
    Walk walk = Walk.open(Sample.toy(edits)).command("case C01").press("g");
    List<String> screens = new ArrayList<>();
    screens.add(walk.screen());
    screens.add(walk.press("i").screen());
    screens.add(walk.press("i", ";").screen());
    screens.add(walk.press("Esc").command("board").command("goto 2.1").press("Enter").screen());
    for (String screen : screens) {
      assertTrue(screen.contains("gnp.exe"), screen);
      assertTrue(
          screen
              .codePoints()
              .noneMatch(
                  c ->
                      c != '\n' && Character.isISOControl(c)
                          || Character.getType(c) == Character.FORMAT
                          || Character.getType(c) == Character.SURROGATE),
          screen);
    }
  }

  @Test
  void aResizeKeepsWhatIsSelectedInSight() {
    Walk walk = Walk.open(Sample.leicester()).command("case C17").press("g");
    for (int rows = 60; rows >= 10; rows--) {
      walk.size(rows, 80);
      assertFalse(walk.rowWith("> 2.1.1").isEmpty(), walk::screen);
    }
  }

  @Test
  void aWindowTooSmallAsksKindly() {
    Walk walk = Walk.open(Sample.toy()).size(6, 39);
    assertEquals(
        """
        Please make the window larger: 40
        columns by 10 rows; it has 39 by 6.



        q quit\
        """,
        walk.screen());
  }
}
