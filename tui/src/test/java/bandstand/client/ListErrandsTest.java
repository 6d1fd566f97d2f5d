package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.rating.Overall;
import bandstand.rating.Scorer;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.Sample;
import bandstand.state.Summary;
import bandstand.wire.BackupJson;
import bandstand.wire.EventJson;
import bandstand.wire.FrameworkJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The list of inspections is read, and read again when something changes. */
class ListErrandsTest extends OnAToyDaemon {
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

  private List<Listed> listed() {
    return assertInstanceOf(Message.InspectionsListed.class, next()).inspections().stream()
        .map(Listed::of)
        .toList();
  }

  @Test
  void inspectionsAreListedPageByPage() throws IOException {
    begin(quiet());
    errands.accept(new Effect.ListInspections());
    assertEquals(List.of(Listed.of(BEFORE), Listed.of(AFTER)), listed());
  }

  @Test
  void anInspectionWhoseEditionIsNoLongerListedIsListedAndOpenedWithItsOwn() throws IOException {
    answers.put("GET /api/v1/frameworks", text(FrameworkJson.writeList(List.of(), _ -> true)));
    answers.remove("GET /api/v1/frameworks/toy-2021");
    begin(telling(OnAToyDaemon::snapshot));
    errands.accept(new Effect.ListInspections());
    assertEquals(List.of(Listed.of(BEFORE), Listed.of(AFTER)), listed());
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
        tellingAll(
            output -> {
              for (int i = 1; i < 6; i++) {
                event(output, "change", i, EventJson.change(CHANGE));
              }
              FakeDaemon.chunk(output, ": sent\n\n");
            }));
    errands.accept(new Effect.ListInspections());
    assertInstanceOf(Message.InspectionsListed.class, next());
    Eventually.until(() -> time.plans(Duration.ofSeconds(1)));
    time.pass(Duration.ofSeconds(1));
    assertInstanceOf(Message.InspectionsListed.class, next());
  }

  @Test
  void theListIsFollowedOnceWhileItIsLookedAtBesideAnInspection() throws IOException {
    begin(quiet());
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
}
