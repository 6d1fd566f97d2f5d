package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Edit;
import bandstand.inspection.Reference;
import bandstand.state.Sample;
import bandstand.state.Settings;
import bandstand.state.Walk;
import bandstand.state.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the last key did, in words; in Leicester all cases are judged before. */
class StatusLineTest {
  private static final Optional<Reference> C09 = Optional.of(new Reference("C09"));

  private static Walk at(String question) {
    return Walk.open(Sample.leicester()).command("case C01").command("goto " + question);
  }

  private static Walk alerted(String question) {
    Alert alert = Sample.alert(2, "C22", Alert.Status.RAISED);
    return at(question).colleague("AM", new Edit.ToAlert(2, Optional.empty(), Optional.of(alert)));
  }

  @Test
  void anAnswerTellsWhatItOverwroteAndTheFigureBeforeAndAfterUntilTheNextKey() {
    Walk walk = at("2.4.3").press("n");
    assertEquals(
        "saved 2   2.4.3 yes → no, u undoes   2.4.3 60% ReqImp → 57% ReqImp", walk.row(-3));
    assertEquals("saved 2", walk.press("k").row(-3));
  }

  @Test
  void aRatingOrTheOverallThatMovesIsToldInstead() {
    assertEquals(
        "saved 2   2.2.2 yes → no, u undoes   2.2 Outst → Good   24 → 23 of 36",
        at("2.2.2").press("n").row(-3));
  }

  @Test
  void inAsciiTheArrowIsAnArrow() {
    Settings ascii = new Settings(true, false, ZoneId.of("Europe/London"));
    Walk walk = Walk.start(Sample.leicester(), ascii).press("Enter").command("case C01");
    walk.command("goto 2.4.3").press("n");
    assertEquals(
        "saved 2   2.4.3 yes -> no, u undoes   2.4.3 60% ReqImp -> 57% ReqImp", walk.row(-3));
  }

  @Test
  void anAnswerToAnOpenQuestionOverwritesNothing() {
    Walk walk = Walk.open(Sample.toy()).command("case C01").command("goto 2.2.1").press("y");
    assertEquals("saved 2   2.2.1 not rated → 100% Outst   2.2 not rated → Outst", walk.row(-3));
  }

  @Test
  void whatPromptsLeanToIsToldAsProjected() {
    Walk walk = Walk.open(Sample.toy()).command("case C01").press("y");
    assertEquals("saved 2   2.1.1 not rated → ~100% Outst", walk.row(-3));
    assertEquals("saved 3", walk.press("y").row(-3));
    walk.press("k", "n");
    assertEquals(
        "saved 4   2.1.1.2 yes → no, u undoes   2.1.1 ~100% Outst → not rated", walk.row(-3));
  }

  @Test
  void aClearedAnswerIsTold() {
    assertTrue(
        at("2.4.3").press("x").row(-3).startsWith("saved 2   2.4.3 yes → cleared, u undoes"));
  }

  @Test
  void whatAColleagueChangesMeanwhileIsNotCountedIn() {
    Walk walk = at("2.4.3").press("n");
    walk.colleague("AM", Sample.answer(C09, "2.4.3", Answer.NO));
    assertTrue(walk.row(-3).contains("2.4.3 57% ReqImp → 54% ReqImp"), walk::screen);
  }

  @Test
  void whatIsTakenBackIsNoLongerTold() {
    Walk walk = at("2.4.3").press("n", "u");
    assertEquals("saved 3   taken back; U brings it back", walk.row(-3));
    assertFalse(walk.screen().contains("  was "), walk::screen);
  }

  @Test
  void anAnswerThatWaitsTellsWhatItOverwritesAlone() {
    Walk walk = at("2.4.3").loseConnection().press("n");
    assertEquals("connection lost, 1 answer waiting   2.4.3 yes → no, u undoes", walk.row(-3));
  }

  @Test
  void theStripSaysWhatTheFigureWasAtTheQuestionJustChangedAlone() {
    Walk walk = at("2.4.2").press("n");
    assertTrue(walk.rowWith("2.4.2 19/30").endsWith("this case no    was 20/30 67% Good"));
    assertFalse(walk.rowWith("2.4.1 25/35").contains("was"), walk::screen);
    walk.press("k");
    assertTrue(walk.rowWith("2.4.2 19/30").endsWith("was 20/30 67% Good"), walk::screen);
    walk.press("}", "{");
    assertTrue(walk.rowWith("2.4.2 19/30").endsWith("was 20/30 67% Good"), walk::screen);
    walk.press("}");
    assertFalse(walk.screen().contains("  was "), walk::screen);
  }

  @Test
  void theAlertIsShortenedBeforeTheMessageIs() {
    Walk walk = alerted("2.4.3");
    assertTrue(walk.press("k").row(-3).contains("AM "), walk::screen);
    walk.command("goto 2.4.3").press("n");
    assertTrue(
        walk.row(-3).startsWith("saved 3   2.4.3 yes → no, u undoes   2.4.3 60%"), walk::screen);
    assertTrue(walk.row(-3).endsWith("ALERTS 1"), walk::screen);
    walk.at(Sample.AT.plusSeconds(3)).press("k");
    assertTrue(walk.row(-3).endsWith("ALERTS OPEN 1: C22 (lead)"), walk::screen);
  }

  @Test
  void aColleaguesChangeIsToldForThreeSecondsAndUntilAKey() {
    Walk walk = at("2.4.3").colleague("AM", Sample.answer(C09, "2.2.2", Answer.NO));
    walk.at(Sample.AT.plusMillis(2_999)).press("k");
    assertTrue(walk.row(-3).contains("AM answered C09 2.2.2"), walk::screen);
    walk.at(Sample.AT.plusSeconds(3)).press("k");
    assertEquals("saved 2", walk.row(-3));
  }

  private static Walk atTheList(Optional<Duration> backup) {
    return Walk.open(Sample.leicester()).press("Esc").backup(backup);
  }

  @Test
  void theFirstScreenSaysThatThereIsNoBackup() {
    Walk walk = atTheList(Optional.empty());
    assertTrue(walk.row(-2).startsWith("saved 1"), walk::screen);
    assertTrue(walk.row(-2).endsWith("no backup yet: bandstand backup FILE"), walk::screen);
    assertFalse(walk.press("Enter").screen().contains("backup"), walk::screen);
  }

  @Test
  void theFirstScreenSaysHowOldTheBackupIsAndWhatToDoPastAWeek() {
    assertTrue(
        atTheList(Optional.of(Duration.ofDays(9)))
            .row(-2)
            .endsWith("last backup 9 days ago: bandstand backup FILE"));
    String calm = atTheList(Optional.of(Duration.ofDays(7))).row(-2);
    assertTrue(calm.startsWith("saved 1 ") && calm.endsWith(" last backup 7 days ago"), calm);
  }

  @Test
  void besideAnOpenAlertTheBackupIsToldToo() {
    Walk walk = alerted("2.4.3").command("inspections").backup(Optional.empty());
    String row = walk.row(-2);
    assertTrue(row.contains("no backup"), walk::screen);
    assertTrue(row.contains("ALERTS"), walk::screen);
  }

  @Test
  void agesAreInTheLargestUnitThatFits() {
    assertEquals("less than a minute ago", Words.ago(Duration.ofSeconds(59)));
    assertEquals("1 minute ago", Words.ago(Duration.ofSeconds(60)));
    assertEquals("59 minutes ago", Words.ago(Duration.ofMinutes(59)));
    assertEquals("3 hours ago", Words.ago(Duration.ofMinutes(239)));
    assertEquals("23 hours ago", Words.ago(Duration.ofHours(23)));
    assertEquals("1 day ago", Words.ago(Duration.ofHours(47)));
  }
}
