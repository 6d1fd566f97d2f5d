package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.framework.Wording;
import bandstand.framework.Wordings;
import bandstand.inspection.Answer;
import bandstand.inspection.Carrying;
import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.rating.Overall;
import bandstand.rating.Scorer;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.Printed;
import bandstand.state.Sample;
import bandstand.state.Summary;
import bandstand.state.Write;
import bandstand.wire.BackupJson;
import bandstand.wire.BuiltInGuidance;
import bandstand.wire.CarryJson;
import bandstand.wire.CarryRequest;
import bandstand.wire.CharacteristicsJson;
import bandstand.wire.ComparisonJson;
import bandstand.wire.EventJson;
import bandstand.wire.FrameworkJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.PageJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.RatingsTree;
import bandstand.wire.ResetReason;
import bandstand.wire.StateJson;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrandsTest {

  private static final Inspection BEFORE = Sample.toy();
  private static final Recorded CHANGE =
      new Recorded(
          BEFORE.id(),
          2,
          "AM",
          Sample.AT,
          Change.of(
              Change.Kind.ANSWER,
              Sample.answer(Optional.of(new Reference("C01")), "2.1.1", Answer.YES)));
  private static final Inspection AFTER = BEFORE.after(CHANGE);

  private static final CharacteristicsText OFFICIAL =
      new CharacteristicsText(
          "cd".repeat(32),
          new TreeMap<>(),
          new TreeMap<>(Map.of(Code.of("1.1"), Map.of(Rating.GOOD, List.of("Good so.")))));
  private static final String TOY = digest(Sample.TOY);
  private static final Comparison SAME =
      Sample.CROSSWALK.compare(Sample.TOY, Sample.TOY, Wordings.NONE);
  private static final CarryRequest WISHED =
      new CarryRequest("toy-2021", Optional.empty(), Optional.empty());

  private final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final FakeTime time = new FakeTime();
  private final AtomicInteger streams = new AtomicInteger();
  private final CountDownLatch more = new CountDownLatch(1);

  /** If present, the reading of the inspection never ends, and this tells that it began. */
  private @Nullable CountDownLatch held;

  /** An earlier daemon says nothing. */
  private String backups = "";

  private FakeDaemon daemon;
  private DaemonClient client;
  private Errands errands;

  /** What a daemon with the toy edition answers, but for the event streams. */
  private final Map<String, String> answers = new ConcurrentHashMap<>(known());

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    String carried =
        text(CarryJson.write(Carrying.of(BEFORE, SAME, Wordings.NONE), ratings(), ratings()));
    known.put("GET /api/v1/me", "{\"name\":\"PB\",\"role\":\"inspector\"}");
    known.put(
        "GET /api/v1/frameworks", text(FrameworkJson.writeList(List.of(Sample.TOY), _ -> true)));
    known.put(
        "GET /api/v1/frameworks/toy-2021",
        text(FrameworkJson.write(Sample.TOY, Optional.empty(), Optional.empty())));
    known.put(
        "GET /api/v1/frameworks/" + TOY,
        text(FrameworkJson.write(Sample.TOY, Optional.empty(), Optional.empty())));
    known.put("GET /api/v1/inspections?limit=1000", text(page(List.of(BEFORE, BEFORE))));
    known.put("GET /api/v1/inspections?limit=1000&after=toy", text(page(List.of(AFTER))));
    known.put("GET /api/v1/inspections/toy/state", text(StateJson.lines(AFTER)));
    known.put(
        "GET /api/v1/inspections/toy/framework",
        text(FrameworkJson.write(Sample.TOY, Optional.empty(), Optional.empty())));
    known.put(
        "GET /api/v1/frameworks/" + TOY + "/compare/" + TOY, text(ComparisonJson.write(SAME)));
    known.put("GET /api/v1/inspections/toy", text(InspectionJson.write(AFTER, Scorer.rate(AFTER))));
    known.put("GET /api/v1/inspections/toy/ratings?at=1", text(ratings().json()));
    known.put("POST /api/v1/inspections/toy/carry?dryRun=true", carried);
    known.put("POST /api/v1/inspections/toy/carry", carried);
    known.put("POST /api/v1/inspections", text(InspectionJson.write(BEFORE, Scorer.rate(BEFORE))));
    return known;
  }

  private static RatingsTree ratings() {
    return RatingsTree.of(BEFORE.id(), 1, Scorer.rate(BEFORE));
  }

  private static byte[] page(List<Inspection> rows) {
    return PageJson.page(
        rows, 1, one -> InspectionJson.write(one, Scorer.rate(one)), one -> one.id().text());
  }

  private static String text(byte[] json) {
    return new String(json, UTF_8);
  }

  private static void event(OutputStream output, String type, int id, byte[] json)
      throws IOException {
    FakeDaemon.chunk(output, "event: %s\nid: %d\ndata: %s\n\n".formatted(type, id, text(json)));
  }

  private static void snapshot(OutputStream output) throws IOException {
    event(output, "snapshot", 1, RatingsTree.of(BEFORE.id(), 1, Scorer.rate(BEFORE)).json());
  }

  private void begin(FakeDaemon.Script stream) throws IOException {
    daemon =
        FakeDaemon.onPort(
            (got, output) -> {
              String json =
                  got.target().equals("/api/v1/admin/backups")
                      ? backups
                      : answers.getOrDefault(got.line(), "");
              if (got.target().endsWith("/events")) {
                streams.incrementAndGet();
                return stream.answer(got, output);
              }
              if (held != null && got.target().endsWith("/toy/state")) {
                held.countDown();
                more.await();
                return false;
              }
              if (json.isEmpty()) {
                byte[] problem =
                    ProblemJson.write(Problem.of(Problem.Kind.NOT_FOUND, "There is none"));
                FakeDaemon.reply(output, 404, "application/problem+json", text(problem));
              } else {
                FakeDaemon.reply(output, 200, "application/json", json);
              }
              return true;
            });
    client = new DaemonClient(daemon.address(), "", time);
    Contact contact = new Contact(client, messages::add, _ -> {}, time);
    errands = new Errands(client, contact, messages::add, time);
    errands.begin();
    assertInstanceOf(Message.Connected.class, next());
  }

  @AfterEach
  void close() throws IOException {
    more.countDown();
    errands.close();
    client.close();
    daemon.close();
  }

  private Message next() {
    try {
      return messages.poll(20, TimeUnit.SECONDS);
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }

  /** A stream that is left before it has begun never comes to the daemon. */
  private void awaitStreams(int count) {
    while (streams.get() < count) {
      Thread.onSpinWait();
    }
  }

  private FakeDaemon.Script quiet() {
    return (_, output) -> {
      FakeDaemon.startStream(output);
      more.await();
      return false;
    };
  }

  /** An inspection as listed: its edition by digest, which says which bytes were read. */
  private record Listed(
      InspectionId id, String service, String digest, int cases, int done, Overall overall) {
    static Listed of(Summary row) {
      return new Listed(
          row.id(),
          row.service(),
          row.edition().edition().digest(),
          row.cases(),
          row.done(),
          row.overall().orElseThrow());
    }

    static Listed of(Inspection inspection) {
      return new Listed(
          inspection.id(),
          "Toytown",
          Sample.TOY.edition().digest(),
          4,
          0,
          Scorer.rate(inspection).overall());
    }
  }

  private static String digest(Framework edition) {
    return edition.edition().digest();
  }

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
  void inspectionsAreListedPageByPage() throws IOException {
    begin(quiet());
    errands.accept(new Effect.ListInspections());
    assertEquals(List.of(Listed.of(BEFORE), Listed.of(AFTER)), listed());
  }

  private List<Listed> listed() {
    return assertInstanceOf(Message.InspectionsListed.class, next()).inspections().stream()
        .map(Listed::of)
        .toList();
  }

  @Test
  void anInspectionWhoseEditionIsNoLongerListedIsListedAndOpenedWithItsOwn() throws IOException {
    answers.put("GET /api/v1/frameworks", text(FrameworkJson.writeList(List.of(), _ -> true)));
    answers.remove("GET /api/v1/frameworks/toy-2021");
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          if (got.target().contains("/toy/")) {
            snapshot(output);
          }
          more.await();
          return false;
        });
    errands.accept(new Effect.ListInspections());
    assertEquals(List.of(Listed.of(BEFORE), Listed.of(AFTER)), listed());
    errands.accept(new Effect.Open(BEFORE.id()));
    var opened = assertInstanceOf(Message.InspectionOpened.class, next()).inspection();
    assertEquals(Sample.TOY.edition().digest(), opened.framework().edition().digest());
  }

  @Test
  void anInspectionIsOpenedWithItsOwnEditionWhenAnotherHasTakenItsPlace() throws IOException {
    Framework other = Sample.YOS_2018;
    answers.put("GET /api/v1/frameworks", text(FrameworkJson.writeList(List.of(other), _ -> true)));
    answers.put(
        "GET /api/v1/frameworks/" + digest(Sample.YOS_2018),
        text(FrameworkJson.write(other, Optional.empty(), Optional.empty())));
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          if (got.target().contains("/toy/")) {
            snapshot(output);
          }
          more.await();
          return false;
        });
    errands.accept(new Effect.Open(BEFORE.id()));
    var opened = assertInstanceOf(Message.InspectionOpened.class, next()).inspection();
    assertEquals(Sample.TOY.edition().digest(), opened.framework().edition().digest());
  }

  @Test
  void anEditionOfOtherBytesThanTheInspectionSaysIsRefused() throws IOException {
    answers.put("GET /api/v1/frameworks", text(FrameworkJson.writeList(List.of(), _ -> true)));
    answers.put(
        "GET /api/v1/inspections/toy/framework",
        text(FrameworkJson.write(Sample.YOS_2018, Optional.empty(), Optional.empty())));
    begin(quiet());
    errands.accept(new Effect.ListInspections());
    var refused = assertInstanceOf(Message.ReadRefused.class, next());
    assertEquals("the daemon does not have the edition it rates by", refused.problem().detail());
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
  void whatTheDaemonSaysOfBackupsComesBeforeTheList() throws IOException {
    backups = text(BackupJson.status(Sample.backupStatus(Optional.of(Duration.ofHours(3)))));
    begin(quiet());
    errands.accept(new Effect.ListInspections());
    assertEquals(
        new Message.BackupTold(Sample.backupStatus(Optional.of(Duration.ofHours(3)))), next());
    assertInstanceOf(Message.InspectionsListed.class, next());
  }

  @Test
  void aChangeAnywhereReadsTheListAgainAtMostOnceASecond() throws Exception {
    begin(
        (_, output) -> {
          FakeDaemon.startStream(output);
          for (int i = 1; i < 6; i++) {
            event(output, "change", i, EventJson.change(CHANGE));
          }
          FakeDaemon.chunk(output, ": sent\n\n");
          more.await();
          return false;
        });
    errands.accept(new Effect.ListInspections());
    assertInstanceOf(Message.InspectionsListed.class, next());
    while (!time.plans(Duration.ofSeconds(1))) {
      Thread.onSpinWait();
    }
    time.pass(Duration.ofSeconds(1));
    assertInstanceOf(Message.InspectionsListed.class, next());
  }

  @Test
  void theListIsFollowedOnceWhileItIsLookedAtBesideAnInspection() throws IOException {
    begin(
        (_, output) -> {
          FakeDaemon.startStream(output);
          more.await();
          return false;
        });
    errands.accept(new Effect.Open(BEFORE.id()));
    awaitStreams(1);
    errands.accept(new Effect.ListInspections());
    errands.accept(new Effect.ListInspections());
    awaitStreams(2);
    assertInstanceOf(Message.InspectionsListed.class, next());
    assertInstanceOf(Message.InspectionsListed.class, next());
    assertEquals(2, streams.get());
    errands.accept(new Effect.LeaveList());
    errands.accept(new Effect.ListInspections());
    awaitStreams(3);
  }

  @Test
  void anInspectionIsReadWholeAndThenToldChangeByChange() throws IOException {
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          if (got.target().contains("/toy/")) {
            snapshot(output);
            event(
                output,
                "change",
                2,
                EventJson.change(CHANGE, Scorer.rate(BEFORE), Scorer.rate(AFTER)));
          }
          more.await();
          return false;
        });
    errands.accept(new Effect.Open(BEFORE.id()));
    var opened = assertInstanceOf(Message.InspectionOpened.class, next());
    assertEquals(2, opened.inspection().revision());
    assertEquals(Scorer.rate(AFTER).overall(), Scorer.rate(opened.inspection()).overall());
    assertEquals(new Message.ChangeSeen(CHANGE, true), next());
  }

  @Test
  void afterAResetItIsReadAgain() throws IOException {
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          if (got.target().contains("/toy/")) {
            snapshot(output);
            event(output, "reset", 9, EventJson.reset(9, ResetReason.BEHIND));
            snapshot(output);
          }
          more.await();
          return false;
        });
    errands.accept(new Effect.Open(BEFORE.id()));
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertInstanceOf(Message.InspectionOpened.class, next());
  }

  @Test
  void afterAResetItIsReadAgainThoughNoSnapshotFollows() throws IOException {
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          if (got.target().contains("/toy/")) {
            snapshot(output);
            event(output, "reset", 9, EventJson.reset(9, ResetReason.BEHIND));
          }
          more.await();
          return false;
        });
    errands.accept(new Effect.Open(BEFORE.id()));
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertInstanceOf(Message.InspectionOpened.class, next());
  }

  @Test
  void aSnapshotAfterAResetIsNotReadOnceMore() throws IOException {
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          if (got.target().contains("/toy/")) {
            snapshot(output);
            event(output, "reset", 2, EventJson.reset(2, ResetReason.BEHIND));
            snapshot(output);
            event(output, "change", 2, EventJson.change(CHANGE));
          }
          more.await();
          return false;
        });
    errands.accept(new Effect.Open(BEFORE.id()));
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertEquals(new Message.ChangeSeen(CHANGE, true), next());
  }

  @Test
  void leavingAnInspectionWhileItIsReadIsNoLostConnection() throws Exception {
    held = new CountDownLatch(1);
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          snapshot(output);
          more.await();
          return false;
        });
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
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          snapshot(output);
          more.await();
          return false;
        });
    var open = new Effect.Open(new InspectionId("gone"));
    errands.accept(open);
    var refused = assertInstanceOf(Message.ReadRefused.class, next());
    assertEquals(open, refused.effect());
    assertEquals(Problem.Kind.NOT_FOUND, refused.problem().kind());
  }

  @Test
  void anEventThatIsNotUnderstoodIsToldAndTheStreamGoesOn() throws IOException {
    begin(
        (got, output) -> {
          FakeDaemon.startStream(output);
          if (got.target().contains("/toy/")) {
            snapshot(output);
            event(output, "change", 2, "{\"revision\":2}".getBytes(UTF_8));
            event(output, "change", 3, EventJson.change(CHANGE));
          }
          more.await();
          return false;
        });
    errands.accept(new Effect.Open(BEFORE.id()));
    assertInstanceOf(Message.InspectionOpened.class, next());
    assertInstanceOf(Message.ReadRefused.class, next());
    assertEquals(new Message.ChangeSeen(CHANGE, true), next());
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
