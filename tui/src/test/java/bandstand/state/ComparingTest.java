package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Problem;
import bandstand.framework.Relation;
import bandstand.framework.Wordings;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.wire.CarryRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparingTest {

  private static Walk list() {
    return Walk.start(Sample.leicester());
  }

  private static Screen.Compare compare(Walk walk) {
    return (Screen.Compare) walk.state().screen();
  }

  private static String editions(Walk walk) {
    return compare(walk).from().id() + " " + compare(walk).to().id();
  }

  @Test
  void aKeyOnTheInspectionsComparesItsEditionWithTheNext() {
    assertEquals("yos-2018 yos-2021", editions(list().press("v")));
  }

  @Test
  void theLastEditionIsComparedWithTheOneBeforeIt() {
    assertEquals("yos-2018 yos-2021", editions(Walk.start(Sample.practice()).press("v")));
  }

  @Test
  void theCommandNamesBothEditions() {
    assertEquals("yos-2021 yos-2018", editions(list().command("compare yos-2021 yos-2018")));
    assertEquals("as in :compare A B", said(list().command("compare")));
    assertEquals("as in :compare yos-2018 yos-2021", said(list().command("compare yos-2021")));
    assertEquals(
        "no edition yos-2099; there are yos-2018, yos-2021",
        said(list().command("compare yos-2018 yos-2099")));
  }

  private static String said(Walk walk) {
    return walk.state().display().said();
  }

  @Test
  void escGoesBackHoweverManyComparisonsWereLookedAt() {
    Walk walk = list().press("v", "r", "r", "r", "Esc");
    assertInstanceOf(Screen.Inspections.class, walk.state().screen());
  }

  @Test
  void theOtherWayRoundMirrorsIt() {
    Walk walk = list().press("v", "r");
    assertEquals("yos-2021 yos-2018", editions(walk));
    var counts = compare(walk).comparison().orElseThrow().counts();
    assertEquals(5, counts.get(Relation.Kind.DROPPED));
    assertEquals(0, counts.get(Relation.Kind.NEW));
  }

  @Test
  void anAnswerAboutOtherEditionsIsNotShown() {
    Walk walk = list().press("v");
    walk.bring(
        new Message.Compared(
            Sample.CROSSWALK.compare(Sample.YOS_2021, Sample.YOS_2018, Wordings.NONE)));
    assertEquals("yos-2018", compare(walk).comparison().orElseThrow().from().id());
  }

  @Test
  void theFilterKnowsKindsCodesAndLabels() {
    Walk walk = list().press("v", "/").type("split").press("Enter");
    assertEquals(1, Rows.relations(compare(walk)).size());
    walk.press("/", "Ctrl-u").type("reworded").press("Enter");
    assertEquals(7, Rows.relations(compare(walk)).size());
    walk.press("/", "Ctrl-u").type("4.1.2").press("Enter");
    assertEquals(1, Rows.relations(compare(walk)).size());
    walk.press("/", "Ctrl-u").type("nothing at all").press("Enter", "j", "G");
    assertEquals(List.of(), Rows.relations(compare(walk)));
  }

  @Test
  void carryingAsksForTheEditionThenShowsWhatWouldGoOver() {
    Walk walk = list().press("C");
    Form form = form(walk);
    assertEquals("yos-2021", form.value(Inspection.FRAMEWORK));
    walk.press("Ctrl-s");
    Overlay.Carrying carrying = carrying(walk);
    assertEquals(636, carrying.told().orElseThrow().answers());
    assertEquals(1, walk.state().library().inspections().size());
  }

  private static Form form(Walk walk) {
    return ((Overlay.Writing) walk.state().display().overlay().orElseThrow()).form();
  }

  private static Overlay.Carrying carrying(Walk walk) {
    return (Overlay.Carrying) walk.state().display().overlay().orElseThrow();
  }

  @Test
  void enterCarriesItUnderTheIdThatWasShownAndOpensIt() {
    Walk walk = list().press("C", "Tab").type("second").press("Ctrl-s", "Enter");
    assertEquals(Optional.empty(), walk.state().display().overlay());
    assertEquals(new InspectionId("second"), walk.state().theOpened().id());
    assertEquals("yos-2021", walk.state().theOpened().framework().id());
    assertEquals(2, walk.state().library().inspections().size());
  }

  @Test
  void escAtTheSummaryGoesBackToTheFormAndNothingIsCarried() {
    Walk walk = list().press("C", "Tab").type("second").press("Ctrl-s", "Esc");
    assertEquals("second", form(walk).value("id"));
    walk.press("Esc");
    assertEquals("kept as a draft: the same key opens it again", said(walk));
    assertEquals("second", form(walk.press("C")).value("id"));
  }

  @Test
  void aMalformedIdIsToldInTheForm() {
    Walk walk = list().press("C", "Tab").type("Not An Id").press("Ctrl-s");
    assertEquals("an id has 1 to 64 of a-z, 0-9 and -", form(walk).problem());
  }

  @Test
  void whatTheDaemonRefusesIsToldInTheForm() {
    Walk walk = list().slow().press("C", "Ctrl-s");
    assertEquals(Optional.empty(), carrying(walk).told());
    walk.press("Enter");
    assertEquals(List.of(), walk.state().outbox().waiting());
    Problem taken = Problem.conflict("The id second is taken; choose another", List.of());
    walk.bring(new Message.ReadRefused(carrying(walk).asked(), taken));
    assertEquals("The id second is taken; choose another", form(walk).problem());
  }

  @Test
  void anAnswerThatWasLeftIsNotShown() {
    Walk walk = list().slow().press("C", "Ctrl-s");
    Effect.PreviewCarry asked = carrying(walk).asked();
    walk.press("Esc", "Esc");
    walk.bring(walk.preview(asked));
    assertEquals(Optional.empty(), walk.state().display().overlay());
    walk.bring(new Message.ReadRefused(asked, Problem.conflict("taken", List.of())));
    assertEquals(Optional.empty(), walk.state().display().overlay());
  }

  @Test
  void aRefusedCarryIsKeptAsADraft() {
    Walk walk = list().press("C", "Ctrl-s").slow().press("Enter");
    var entry = walk.state().outbox().head().orElseThrow();
    assertEquals(
        new Write.Carry(
            new InspectionId("leicester-2019"),
            new CarryRequest(
                "yos-2021",
                Optional.of(new InspectionId("leicester-2019-yos-2021")),
                Optional.empty())),
        entry.write());
    walk.bring(
        new Message.Refused(
            entry.request(), Problem.conflict("The id is taken", List.of()), Optional.empty()));
    assertTrue(said(walk).startsWith("not saved: The id is taken"), said(walk));
    assertEquals("The id is taken", form(walk.press("C")).problem());
  }

  @Test
  void nothingIsAskedWithoutAConnection() {
    Walk walk = list().press("C").loseConnection().press("Ctrl-s");
    assertEquals("not connected; wait for that", form(walk).problem());
  }

  @Test
  void ratingsStandBesideThoseOfTheInspectionItWasCarriedFrom() {
    Walk walk = list().press("C", "Ctrl-s", "Enter").command("compare yos-2018 yos-2021");
    walk.press("Tab");
    var origin = compare(walk).origin().orElseThrow();
    assertEquals(Optional.of(24), origin.ratings().overall().score());
    walk.press("Tab");
    assertEquals(Optional.empty(), compare(walk).origin());
  }

  @Test
  void theRatingsAreThoseOfTheTwoEditionsWhicheverWereCompared() {
    Walk walk = list().press("C", "Ctrl-s", "Enter").command("compare yos-2021 yos-2018");
    walk.press("Tab");
    assertEquals("yos-2018 yos-2021", editions(walk));
    assertTrue(compare(walk).origin().isPresent());
  }

  @Test
  void withoutACarriedInspectionThereIsNothingBeside() {
    Walk walk = Walk.open(Sample.leicester()).command("compare yos-2018 yos-2021").press("Tab");
    assertEquals("open a carried inspection first; C on the Inspections carries one", said(walk));
  }

  @Test
  void ratingsOfAnotherInspectionThanTheOneAskedForAreNotShown() {
    Walk walk = Walk.open(Sample.leicester()).command("compare yos-2018 yos-2021");
    walk.bring(
        new Message.RatingsRead(
            new Inspection.Origin(new InspectionId("other"), 1),
            PretendDaemon.ratings(Sample.leicester())));
    assertEquals(Optional.empty(), compare(walk).origin());
  }
}
