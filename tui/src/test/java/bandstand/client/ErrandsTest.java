package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Rating;
import bandstand.framework.Wording;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.Printed;
import bandstand.state.Sample;
import bandstand.state.Write;
import bandstand.wire.BuiltInGuidance;
import bandstand.wire.CarryRequest;
import bandstand.wire.CharacteristicsJson;
import bandstand.wire.ComparisonJson;
import bandstand.wire.FrameworkJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is asked once and answered: editions, past ratings, new and carried inspections. */
class ErrandsTest extends OnAToyDaemon {
  private static final CharacteristicsText OFFICIAL =
      new CharacteristicsText(
          "cd".repeat(32),
          new TreeMap<>(),
          new TreeMap<>(Map.of(Code.of("1.1"), Map.of(Rating.GOOD, List.of("Good so.")))));

  private static final CarryRequest WISHED =
      new CarryRequest("toy-2021", Optional.empty(), Optional.empty());

  @Test
  void editionsAreRead() throws IOException {
    begin(quiet());
    errands.accept(new Effect.LoadEditions());
    var loaded = assertInstanceOf(Message.EditionsLoaded.class, next());
    assertEquals(
        List.of("toy-2021"), loaded.editions().stream().map(edition -> edition.id()).toList());
  }

  @Test
  void thePrintedTextsOfAnEditionAreRead() throws IOException {
    begin(quiet());
    errands.accept(new Effect.LoadWording(Sample.TOY));
    assertEquals(
        new Message.WordingLoaded(digest(Sample.TOY), new Printed(false, Map.of(), Map.of())),
        next());
    answers.put(
        "GET /api/v1/frameworks/" + digest(Sample.YOS_2018),
        text(
            FrameworkJson.write(
                Sample.YOS_2018,
                Optional.of(
                    new Wording(
                        "ab".repeat(32), new TreeMap<>(Map.of(Code.of("2.1"), "Said of 2.1.")))),
                Optional.of(OFFICIAL))));
    answers.put(
        "GET /api/v1/frameworks/" + digest(Sample.YOS_2018) + "/characteristics",
        text(
            CharacteristicsJson.write(
                Sample.YOS_2018, BuiltInGuidance.characteristics(), Optional.of(OFFICIAL))));
    errands.accept(new Effect.LoadWording(Sample.YOS_2018));
    assertEquals(
        new Message.WordingLoaded(
            digest(Sample.YOS_2018),
            new Printed(true, Map.of(Code.of("2.1"), "Said of 2.1."), OFFICIAL.paragraphs())),
        next());
  }

  @Test
  void anEditionAddedMeanwhileIsThereWhenTheEditionsAreLoadedAgain() throws IOException {
    begin(quiet());
    errands.accept(new Effect.LoadEditions());
    next();
    answers.put(
        "GET /api/v1/frameworks",
        text(FrameworkJson.writeList(List.of(Sample.TOY, Sample.YOS_2018), _ -> true)));
    answers.put(
        "GET /api/v1/frameworks/yos-2018",
        text(FrameworkJson.write(Sample.YOS_2018, Optional.empty(), Optional.empty())));
    errands.accept(new Effect.LoadEditions());
    var loaded = assertInstanceOf(Message.EditionsLoaded.class, next());
    assertEquals(
        List.of("toy-2021", "yos-2018"),
        loaded.editions().stream().map(edition -> edition.id()).toList());
  }

  @Test
  void anEditionRemovedWhileTheListIsReadIsLeftOut() throws IOException {
    answers.put(
        "GET /api/v1/frameworks",
        text(FrameworkJson.writeList(List.of(Sample.TOY, Sample.YOS_2018), _ -> true)));
    begin(quiet());
    errands.accept(new Effect.LoadEditions());
    var loaded = assertInstanceOf(Message.EditionsLoaded.class, next());
    assertEquals(
        List.of("toy-2021"), loaded.editions().stream().map(edition -> edition.id()).toList());
  }

  @Test
  void aNewInspectionIsCreatedAndNamed() throws IOException {
    begin(quiet());
    errands.accept(new Effect.LoadEditions());
    next();
    errands.accept(
        new Effect.Send(3, new Write.Create("Toytown", "toy-2021", Map.of("notes", "n"))));
    assertEquals(new Message.Created(3, BEFORE.id()), next());
  }

  private void withEditions() throws IOException {
    begin(quiet());
    errands.accept(new Effect.LoadEditions());
    next();
  }

  @Test
  void editionsAreCompared() throws IOException {
    withEditions();
    errands.accept(new Effect.Compare(Sample.TOY, Sample.TOY));
    var compared = assertInstanceOf(Message.Compared.class, next()).comparison();
    assertEquals(text(ComparisonJson.write(SAME)), text(ComparisonJson.write(compared)));
  }

  @Test
  void anEditionThatTheDaemonDoesNotHaveIsNotCompared() throws IOException {
    withEditions();
    Effect asked = new Effect.Compare(Sample.TOY, Sample.YOS_2018);
    errands.accept(asked);
    assertEquals(asked, assertInstanceOf(Message.ReadRefused.class, next()).effect());
  }

  @Test
  void thePastRatingsOfAnInspectionAreRead() throws IOException {
    withEditions();
    var of = new Inspection.Origin(BEFORE.id(), 1);
    errands.accept(new Effect.ReadRatings(of));
    var read = assertInstanceOf(Message.RatingsRead.class, next());
    assertEquals(of, read.of());
    assertEquals(text(ratings().json()), text(read.ratings().json()));
    var gone = new Effect.ReadRatings(new Inspection.Origin(new InspectionId("gone"), 1));
    errands.accept(gone);
    assertEquals(gone, assertInstanceOf(Message.ReadRefused.class, next()).effect());
  }

  @Test
  void whatWouldBeCarriedIsAskedFirst() throws IOException {
    withEditions();
    var asked = new Effect.PreviewCarry(BEFORE.id(), WISHED);
    errands.accept(asked);
    var previewed = assertInstanceOf(Message.CarryPreviewed.class, next());
    assertEquals(asked, previewed.asked());
    assertEquals(4, previewed.told().cases());
    var gone = new Effect.PreviewCarry(new InspectionId("gone"), WISHED);
    errands.accept(gone);
    assertEquals(gone, assertInstanceOf(Message.ReadRefused.class, next()).effect());
  }

  @Test
  void aCarriedInspectionIsMadeAndNamed() throws IOException {
    withEditions();
    errands.accept(new Effect.Send(4, new Write.Carry(BEFORE.id(), WISHED)));
    assertEquals(new Message.Created(4, BEFORE.id()), next());
    errands.accept(new Effect.Send(5, new Write.Carry(new InspectionId("gone"), WISHED)));
    assertInstanceOf(Message.Refused.class, next());
  }
}
