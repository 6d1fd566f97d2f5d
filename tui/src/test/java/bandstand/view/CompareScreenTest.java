package bandstand.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.Standard;
import bandstand.framework.Wordings;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import bandstand.state.Sample;
import bandstand.state.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        > split    3.4.2       → 3.4.1 3.4.2 low    A policy promotes appropriate diver…











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

  /** 24 cases answer 3.4.1 and 3.4.2: 48 stay; 3.4.2 is in both rows and counted in the first. */
  @Test
  void whatWouldGoOverIsShownBeforeItIsCarried() {
    Walk walk = Walk.start(Sample.leicester()).press("C", "Ctrl-s");
    assertEquals(
        """
        Inspections                                                       127.0.0.1:7117
          service                 edition               done   overall
        ────────────────────────────────────────────────────────────────────────────────
        > Leicester City          yos-2018              0/59   24/36 Good  settled






        ── Nothing is carried yet: Enter carries it ────────────────────────────────────
        leicester-2019 at 1 (yos-2018) → leicester-2019-yos-2021 (yos-2021)
        overall: 24/36 Good → 15–30: Requires improvement or Good
        carried: 59 cases, 636 answers to 21 key questions: 2.1.1 2.1.2 2.1.3 2.2.1
        2.2.2 2.2.3 2.3.1 2.3.2 2.3.3 2.4.1 2.4.2 2.4.3 3.1.1 3.1.2 3.1.3 3.2.1 3.2.2
        3.2.3 3.3.1 3.3.2 3.3.3
        changed: merged 3.4.1 3.4.2 → 3.4.2, 48 answers left; split 3.4.2 → 3.4.1 3.4.2,
        0 answers left
        open: 27: 1.1 1.1.1 1.1.2 1.1.3 1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3 1.3.1
        1.3.2 1.3.3 1.4 1.4.1 1.4.2 1.4.3 1.4.4 3.4 3.4.1 3.4.2 3.4.3 4.1 4.1.1 4.1.2
        4.1.3
        decisions that stay behind: 1.1 1.2 1.3 1.4
        connected
        Enter carry it over  j k scroll  Esc, then q quit\
        """,
        walk.screen());
  }

  @Test
  void whatDoesNotFitIsScrolledTo() {
    Walk walk = Walk.start(Sample.leicester()).size(14, 60).press("C", "Ctrl-s");
    assertFalse(walk.screen().contains("decisions that stay behind"), walk::screen);
    walk.press("PageDown", "PageDown");
    assertTrue(walk.screen().contains("decisions that stay behind"), walk::screen);
    walk.press("g");
    assertTrue(walk.screen().contains("leicester-2019 at 1"), walk::screen);
  }

  @Test
  void manyStandardsScroll() {
    Walk walk =
        Walk.start(Sample.leicester())
            .press("C", "Ctrl-s", "Enter")
            .command("compare yos-2018 yos-2021")
            .press("Tab")
            .size(16, 80);
    assertTrue(walk.row(5).startsWith("1.1  Governance"), walk::screen);
    walk.press("j");
    assertTrue(walk.row(5).startsWith("1.2  Staff"), walk::screen);
    walk.press("G");
    assertTrue(walk.row(-3).contains("4.1  Resettlement"), walk::screen);
    walk.press("g");
    assertTrue(walk.row(5).startsWith("1.1  Governance"), walk::screen);
  }

  @Test
  void everyStandardStandsOnceOnEachSide() {
    for (String pair :
        List.of("fji-2014 yos-2018", "yos-2021 yjs-2023-draft", "yjs-2023-draft yos-2021")) {
      Framework from = Sample.edition(pair.split(" ")[0]);
      Framework to = Sample.edition(pair.split(" ")[1]);
      List<String> lines =
          RatingPairs.of(
              Sample.CROSSWALK.compare(from, to, Wordings.NONE), nothing(from), nothing(to));
      List<String> left = new ArrayList<>();
      List<String> right = new ArrayList<>();
      for (String line : lines.subList(2, lines.size())) {
        left.add(Text.pad(line, 39).substring(0, 5).strip());
        right.add(line.length() > 39 ? line.substring(39, 44).strip() : "");
      }
      assertEquals(codes(from), left.stream().filter(code -> !code.isEmpty()).sorted().toList());
      assertEquals(codes(to), right.stream().filter(code -> !code.isEmpty()).sorted().toList());
    }
  }

  /** In the order of codes; themes of 2014 are judged as a whole. */
  private static List<String> codes(Framework edition) {
    return Stream.concat(
            edition.groups().stream().filter(Group::judged).map(Group::code),
            edition.standards().stream().map(Standard::code))
        .map(Code::toString)
        .sorted()
        .toList();
  }

  private static Ratings nothing(Framework edition) {
    return Scorer.rate(Inspection.blank(new InspectionId("none"), edition));
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

  @Test
  void aCarriedDraftIsCalledOneInTheHeaderAndInTheList() {
    Walk walk = Walk.start(Sample.leicester()).press("C", "Ctrl-s", "Enter").size(24, 130);
    walk.command("standards");
    assertTrue(walk.row(0).contains("  carried from leicester-2019"), walk::screen);
    walk.command("inspections");
    assertTrue(walk.screen().contains("  from leicester-2019"), walk::screen);
  }
}
