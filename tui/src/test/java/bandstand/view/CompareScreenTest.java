package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.state.Sample;
import bandstand.state.Walk;
import org.junit.jupiter.api.Test;

/** Leicester 2019 (004 Annex 2) beside the edition of 2021 (002). */
class CompareScreenTest {

  private static Walk comparison() {
    return Walk.start(Sample.leicester()).press("v");
  }

  @Test
  void theWholeScreen() {
    assertEquals(
        """
        Compare  yos-2018 → yos-2021                                    by the crosswalk
        kept 28  reworded 7  merged 1  split 1  new 5  dropped 0
        ────────────────────────────────────────────────────────────────────────────────
        > split    3.4.2             → 3.4.1 3.4.2       low    A policy promotes appro…











        ────────────────────────────────────────────────────────────────────────────────
        yos-2018 3.4.2 The YOT works effectively with police to implement the disposal
        yos-2021 3.4.1 A policy promotes appropriate diversion and supports lasting
        desistance
        yos-2021 3.4.2 Provision promotes diversion and supports lasting desistance
        The standard is another: from work with the police in a case to the protocol
        (3.4.1 a) and compliance (3.4.2 f)
        connected
        e edition  r reverse  Tab ratings  / filter  ! ALERT  : command  ? keys  q quit\
        """,
        comparison().press("/").type("split").press("Enter").screen());
  }

  @Test
  void carryingIsAskedForInAForm() {
    Walk walk = Walk.start(Sample.leicester()).press("C");
    assertTrue(walk.screen().contains("Carry leicester-2019 to another edition"), walk::screen);
    assertTrue(walk.screen().contains("> edition: yos-2021  (Left Right)"), walk::screen);
  }

  @Test
  void whatWouldGoOverIsShownBeforeItIsCarried() {
    Walk walk = Walk.start(Sample.leicester()).press("C", "Ctrl-s");
    assertEquals(
        """
        Inspections                                                       127.0.0.1:7117
          service                     edition       done   overall
        ────────────────────────────────────────────────────────────────────────────────
        > Leicester City              yos-2018      0/59   24/36 Good  settled






        ── Nothing is carried yet: Enter carries it ────────────────────────────────────
        leicester-2019 at 1 (yos-2018) → leicester-2019-yos-2021 (yos-2021)
        overall: 24/36 Good → 15–30: Requires improvement or Good
        carried: 59 cases, 636 answers to 21 key questions: 2.1.1 2.1.2 2.1.3 2.2.1
        2.2.2 2.2.3 2.3.1 2.3.2 2.3.3 2.4.1 2.4.2 2.4.3 3.1.1 3.1.2 3.1.3 3.2.1 3.2.2
        3.2.3 3.3.1 3.3.2 3.3.3
        changed: merged 3.4.1 3.4.2 → 3.4.2, 48 answers left; split 3.4.2 → 3.4.1 3.4.2,
        24 answers left
        open: 27: 1.1 1.1.1 1.1.2 1.1.3 1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3 1.3.1
        1.3.2 1.3.3 1.4 1.4.1 1.4.2 1.4.3 1.4.4 3.4 3.4.1 3.4.2 3.4.3 4.1 4.1.1 4.1.2
        4.1.3
        decisions that stay behind: 1.1 1.2 1.3 1.4
        connected
        Enter carry it over  Esc, then q quit\
        """,
        walk.screen());
  }

  @Test
  void ratingsBesideEachOther() {
    Walk walk =
        Walk.start(Sample.leicester())
            .press("C", "Ctrl-s", "Enter")
            .command("compare yos-2018 yos-2021")
            .press("Tab");
    assertEquals(
        """
        Compare  yos-2018 → yos-2021                                    by the crosswalk
        leicester-2019 at 1 → leicester-2019-yos-2021 as it stands
        ────────────────────────────────────────────────────────────────────────────────
        yos-2018                               yos-2021
        24/36 Good                             15–30: Requires improvement or Good
        1.1  Governance and leaders… ReqImp    1.1  Governance and leaders… -
        1.2  Staff                   Good      1.2  Staff                   -
        1.3  Partnerships and servi… Outst     1.3  Partnerships and servi… -
        1.4  Information and facili… ReqImp    1.4  Information and facili… -
        2.1  Assessment              Outst     2.1  Assessment              Outst
        2.2  Planning                Outst     2.2  Planning                Outst
        2.3  Implementation and del… Good      2.3  Implementation and del… Good
        2.4  Reviewing               ReqImp    2.4  Reviewing               ReqImp
        3.1  Assessment              Good      3.1  Assessment              Good
        3.2  Planning                Good      3.2  Planning                Good
        3.3  Implementation and del… Good      3.3  Implementation and del… Good
        3.4  Joint working           Good      3.4  Out-of-court disposal … -
                                               4.1  Resettlement policy an… -




        saved 1
        e edition  r reverse  Tab ratings  / filter  ! ALERT  : command  ? keys  q quit\
        """,
        walk.screen());
  }
}
