package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import bandstand.state.Sample;
import bandstand.state.Walk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Leicester 2019 as published (004 Annex 2). */
class BoardScreenTest {

  private static Walk board() {
    return Walk.open(Sample.leicester()).command("board").command("goto 2.4");
  }

  @Test
  void theWholeBoard() {
    assertEquals(
        """
        Board  Leicester City  yos-2018  24/36 Good  settled          judged 59/59 cases
        court 35   out-of-court 24   RECONSTRUCTED CASES
          standard                   % yes          lowest        rating      why
        ────────────────────────────────────────────────────────────────────────────────
          1.1 Governance and leader… judged         -             ReqImp 1=   reason
          1.2 Staff                  judged         -             Good   2=   reason
          1.3 Partnerships and serv… judged         -             Outst  3=   reason
          1.4 Information and facil… judged         -             ReqImp 1=   reason
          2.1 Assessment             89   86*  91   2.1.2 30/35   Outst  3=
          2.2 Planning               94   81*  82   2.2.2 26/32   Outst  3=   one case
          2.3 Implementation and de… 97   77   74*  2.3.3 26/35   Good   2=
        > 2.4 Reviewing              71   67   60*  2.4.3 21/35   ReqImp 1=
          3.1 Assessment             83   67*  83   3.1.2 16/24   Good   2=   one case
          3.2 Planning               88   75*  81   3.2.2 18/24   Good   2=
          3.3 Implementation and de… 75   65*  81   3.3.2 15/23   Good   2=   one case
          3.4 Joint working          92   79*       3.4.2 19/24   Good   2=   one case
        ────────────────────────────────────────────────────────────────────────────────
        2.4.3 21/35 60% Requires improvement    no 14  n/a 0  * sets the standard
        2.4 turns Good at 23/35, Inadequate at 17/35 (2.4.3).
        Overall: Outstanding at 31+, Requires improvement at 18 or less; no single
        standard does it. Alerts: 1, resolved

        saved 1
        Enter no-cases  u undo  i wording  / filter  ! ALERT  A alerts  ? keys  q quit\
        """,
        board().screen());
  }

  @Test
  void widerScreensHaveTheAnswersToTheNextRating() {
    Walk walk = board().size(40, 120);
    assertTrue(walk.rowWith("2.4 Reviewing").contains("ReqImp 1=   down 4 up 2"), walk::screen);
    assertTrue(walk.rowWith("2.3 Implem").contains("Good   2=   down 4 up 3"), walk::screen);
  }

  @Test
  void anotherQuestionOfTheStandardCanBeLookedAt() {
    Walk walk = board().press("h");
    assertTrue(walk.screen().contains("2.4.2 20/30 67% Good"), walk::screen);
    assertTrue(walk.screen().contains("no 10  n/a 5"), walk::screen);
    assertTrue(
        walk.screen()
            .contains(
                "2.4.2 Outstanding at 24/30, Requires improvement at 19/30; 2.4: down 4 up" + " 2"),
        walk::screen);
  }

  @Test
  void aJudgedStandardShowsItsReason() {
    Walk walk = board().press("g");
    assertTrue(
        walk.screen().contains("1.1 Requires improvement, recommended by lead: as published"),
        walk::screen);
  }

  @Test
  void enterListsTheCasesThatSaidNoWithTheirNotes() {
    Walk walk = board();
    walk.colleague(
        "AM",
        Sample.answer(
            Optional.of(new Reference("C30")),
            "2.4.3",
            Optional.of(Answer.NO),
            "no review at all"));
    walk.press("Enter");
    assertEquals("2.4.3 21/35 60% Requires improvement", walk.row(1));
    assertEquals("14 cases said no", walk.row(3));
    assertEquals("> C22       AM: no reason given", walk.row(5));
    assertEquals("  C30       AM: no review at all", walk.row(13));
    walk.press("Enter");
    assertEquals("2.4.3", walk.line());
    assertEquals(Optional.of(new Reference("C22")), walk.desk().subject());
    walk.press("Esc", "Esc");
    assertTrue(walk.row(0).startsWith("Board  "), walk::screen);
  }

  @Test
  void casesNotReconstructedAreNotCalledSo() {
    assertFalse(Walk.open(Sample.practice()).command("board").screen().contains("RECONSTRUCTED"));
  }

  @Test
  void whatIsOpenShowsWhatItMayBecome() {
    Walk walk = Walk.open(Sample.practice()).command("moderation");
    assertTrue(walk.rowWith("2.1 Assessment").endsWith("-      -    may be I-O"), walk::screen);
    assertTrue(walk.rowWith("1.1 Governance").endsWith("-      -    to judge"), walk::screen);
    assertTrue(walk.screen().contains("Overall open: 0–36: Inadequate to Outstanding"));
  }

  @Test
  void aDraftEditionIsCalledSo() {
    Walk walk = Walk.open(Sample.made("draft", Sample.DRAFT, List.of())).command("board");
    assertTrue(walk.row(0).contains("  toy-draft DRAFT  "), walk::screen);
    assertTrue(walk.row(1).contains("DRAFT EDITION"), walk::screen);
  }
}
