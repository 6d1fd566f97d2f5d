package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.rating.Scorer;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.Sample;
import bandstand.wire.EventJson;
import bandstand.wire.FrameworkJson;
import bandstand.wire.ResetReason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** An inspection is read whole and followed. */
class OpenErrandsTest extends OnAToyDaemon {
  @Test
  void anInspectionIsOpenedWithItsOwnEditionWhenAnotherHasTakenItsPlace() throws IOException {
    Framework other = Sample.YOS_2018;
    answers.put("GET /api/v1/frameworks", text(FrameworkJson.writeList(List.of(other), _ -> true)));
    answers.put(
        "GET /api/v1/frameworks/" + digest(Sample.YOS_2018),
        text(FrameworkJson.write(other, Optional.empty(), Optional.empty())));
    begin(telling(OnAToyDaemon::snapshot));
    errands.accept(new Effect.Open(BEFORE.id()));
    var opened = assertInstanceOf(Message.InspectionOpened.class, next()).inspection();
    assertEquals(Sample.TOY.edition().digest(), opened.framework().edition().digest());
  }

  @Test
  void anInspectionIsReadWholeAndThenToldChangeByChange() throws IOException {
    begin(
        telling(
            output -> {
              snapshot(output);
              event(
                  output,
                  "change",
                  2,
                  EventJson.change(CHANGE, Scorer.rate(BEFORE), Scorer.rate(AFTER)));
            }));
    errands.accept(new Effect.Open(BEFORE.id()));
    var opened = assertInstanceOf(Message.InspectionOpened.class, next());
    assertEquals(2, opened.inspection().revision());
    assertEquals(Scorer.rate(AFTER).overall(), Scorer.rate(opened.inspection()).overall());
    assertEquals(new Message.ChangeSeen(CHANGE, true), next());
  }

  @Test
  void afterAResetItIsReadAgain() throws IOException {
    begin(
        telling(
            output -> {
              snapshot(output);
              event(output, "reset", 9, EventJson.reset(9, ResetReason.BEHIND));
              snapshot(output);
            }));
    errands.accept(new Effect.Open(BEFORE.id()));
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertInstanceOf(Message.InspectionOpened.class, next());
  }

  @Test
  void afterAResetItIsReadAgainThoughNoSnapshotFollows() throws IOException {
    begin(
        telling(
            output -> {
              snapshot(output);
              event(output, "reset", 9, EventJson.reset(9, ResetReason.BEHIND));
            }));
    errands.accept(new Effect.Open(BEFORE.id()));
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertInstanceOf(Message.InspectionOpened.class, next());
  }

  @Test
  void aSnapshotAfterAResetIsNotReadOnceMore() throws IOException {
    begin(
        telling(
            output -> {
              snapshot(output);
              event(output, "reset", 2, EventJson.reset(2, ResetReason.BEHIND));
              snapshot(output);
              event(output, "change", 2, EventJson.change(CHANGE));
            }));
    errands.accept(new Effect.Open(BEFORE.id()));
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertEquals(new Message.ChangeSeen(CHANGE, true), next());
  }

  @Test
  void leavingAnInspectionWhileItIsReadIsNoLostConnection() throws Exception {
    held = new CountDownLatch(1);
    begin(tellingAll(OnAToyDaemon::snapshot));
    errands.accept(new Effect.Open(BEFORE.id()));
    held.await();
    var other = new Effect.Open(new InspectionId("gone"));
    errands.accept(other);
    assertEquals(other, assertInstanceOf(Message.ReadRefused.class, next()).effect());
    errands.accept(new Effect.LoadEditions());
    assertInstanceOf(Message.EditionsLoaded.class, next());
    assertEquals(List.of(), List.copyOf(messages));
  }

  @Test
  void anInspectionThatIsBeingReadIsNotReadTwice() throws Exception {
    begin(quiet());
    errands.accept(new Effect.Open(BEFORE.id()));
    errands.accept(new Effect.Open(BEFORE.id()));
    awaitStreams(1);
    errands.accept(new Effect.ListInspections());
    assertInstanceOf(Message.InspectionsListed.class, next());
    awaitStreams(2);
    errands.accept(new Effect.LoadEditions());
    assertInstanceOf(Message.EditionsLoaded.class, next());
    assertEquals(2, streams.get());
  }

  @Test
  void anInspectionThatIsNotThereIsRefused() throws IOException {
    begin(tellingAll(OnAToyDaemon::snapshot));
    var open = new Effect.Open(new InspectionId("gone"));
    errands.accept(open);
    var refused = assertInstanceOf(Message.ReadRefused.class, next());
    assertEquals(open, refused.effect());
    assertEquals(Problem.Kind.NOT_FOUND, refused.problem().kind());
  }

  @Test
  void anEventThatIsNotUnderstoodIsToldAndTheStreamGoesOn() throws IOException {
    begin(
        telling(
            output -> {
              snapshot(output);
              event(output, "change", 2, "{\"revision\":2}".getBytes(UTF_8));
              event(output, "change", 3, EventJson.change(CHANGE));
            }));
    errands.accept(new Effect.Open(BEFORE.id()));
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertInstanceOf(Message.ReadRefused.class, next());
    assertEquals(new Message.ChangeSeen(CHANGE, true), next());
  }
}
