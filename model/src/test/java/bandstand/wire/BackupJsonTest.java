package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup's manifest, and what is told of backups, read back as they were written. */
class BackupJsonTest {
  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final BackupJson.Claim CLAIM = new BackupJson.Claim(3140, DIGEST);
  private static final BackupManifest MANIFEST =
      new BackupManifest(
          AT,
          "Siân",
          "1.0.0",
          Optional.of("/var/lib/bandstand/data"),
          3140,
          List.of(new BackupManifest.Entry("tokens", 75, DIGEST)),
          List.of(new BackupManifest.Chain(new InspectionId("leicester-2019"), 64, 3140, DIGEST)));

  private static String text(byte[] json) {
    return new String(json, UTF_8);
  }

  private static List<String> pointers(Outcome<?> outcome) {
    Problem problem = assertInstanceOf(Outcome.Refused.class, outcome).problem();
    return problem.faults().stream().map(Fault::pointer).toList();
  }

  @Test
  void aManifestReadsBack() {
    assertEquals(Outcome.done(MANIFEST), BackupManifest.read(MANIFEST.json()));
    BackupManifest empty =
        new BackupManifest(AT, "a", "1", Optional.empty(), 0, List.of(), List.of());
    assertEquals(Outcome.done(empty), BackupManifest.read(empty.json()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"format", "madeAt", "by", "version", "sequence", "entries", "inspections"})
  void aManifestLacksNothing(String member) {
    String json = text(MANIFEST.json()).replaceFirst("\"" + member + "\":", "\"other\":");
    assertEquals(
        List.of("/" + member, "/other"), pointers(BackupManifest.read(json.getBytes(UTF_8))));
  }

  @Test
  void everyFaultOfAManifestIsTold() {
    String json =
        """
        {"format":1,"madeAt":"yesterday","by":"a","version":"1","sequence":-1,
         "entries":[{"name":"tokens","bytes":1.5,"sha256":"X"}],
         "inspections":[{"id":"No","revision":0,"sequence":1,"head":"abc"}]}
        """;
    assertEquals(
        List.of(
            "/madeAt",
            "/sequence",
            "/entries/0/bytes",
            "/entries/0/sha256",
            "/inspections/0/id",
            "/inspections/0/revision",
            "/inspections/0/head"),
        pointers(BackupManifest.read(json.getBytes(UTF_8))));
  }

  @Test
  void aManifestOfALaterFormatIsRefusedInWords() {
    String later = text(MANIFEST.json()).replace("\"format\":1", "\"format\":2,\"more\":true");
    Problem problem =
        assertInstanceOf(Outcome.Refused.class, BackupManifest.read(later.getBytes(UTF_8)))
            .problem();
    assertTrue(problem.detail().contains("made by a newer Bandstand"), problem.detail());
  }

  @Test
  void aClaimReadsBackAndEveryFaultOfOneIsTold() {
    assertEquals(Outcome.done(CLAIM), BackupJson.readClaim(BackupJson.claim(CLAIM)));
    assertEquals(
        List.of("/sequence", "/sha256"), pointers(BackupJson.readClaim("{}".getBytes(UTF_8))));
    assertEquals(
        List.of("/sequence", "/sha256", "/at"),
        pointers(
            BackupJson.readClaim(
                "{\"sequence\":\"7\",\"sha256\":\"ABC\",\"at\":1}".getBytes(UTF_8))));
  }

  @Test
  void whatWasVerifiedLastReadsBack() {
    var proof = new BackupJson.Proof(CLAIM, AT, "Siân");
    assertEquals(Outcome.done(proof), BackupJson.readProof(BackupJson.proof(proof)));
    var status = new BackupJson.Status(3160, Optional.of(proof), Duration.ofHours(3));
    assertEquals(Outcome.done(status), BackupJson.readStatus(BackupJson.status(status)));
    var none = new BackupJson.Status(0, Optional.empty(), Duration.ZERO);
    assertEquals(Outcome.done(none), BackupJson.readStatus(BackupJson.status(none)));
    assertEquals("{\"sequence\":0,\"last\":null}", text(BackupJson.status(none)));
  }

  @Test
  void whatVerifyingCameToReadsBack() {
    var verified = new BackupJson.Verified(CLAIM, AT, 12);
    assertEquals(Outcome.done(verified), BackupJson.readVerified(BackupJson.verified(verified)));
  }

  @Test
  void readinessTellsOfTheLastBackupAndOfNobody() {
    assertEquals(
        "{\"status\":\"up\",\"lastBackup\":null}",
        text(HealthJson.ready(new BackupJson.Status(1, Optional.empty(), Duration.ZERO))));
    BackupJson.Proof proof = new BackupJson.Proof(CLAIM, AT, "a");
    assertEquals(
        "{\"status\":\"up\",\"lastBackup\":{\"sequence\":3140,\"at\":\"2026-11-22T10:00:00Z\","
            + "\"ageSeconds\":3600}}",
        text(
            HealthJson.ready(
                new BackupJson.Status(3141, Optional.of(proof), Duration.ofHours(1)))));
  }

  @Test
  void aVerdictOnAHistoryReadsBack() {
    assertEquals(
        Outcome.done(new HistoryJson.Verdict(7, DIGEST, "")),
        HistoryJson.readVerdict(HistoryJson.sound(7, DIGEST)));
    var broken = new HistoryJson.Verdict(7, "", "at byte 9");
    assertEquals(Outcome.done(broken), HistoryJson.readVerdict(HistoryJson.broken(7, "at byte 9")));
    assertTrue(!broken.sound());
    assertInstanceOf(Outcome.Refused.class, HistoryJson.readVerdict("{}".getBytes(UTF_8)));
  }

  @Test
  void aRequestThatSaysNothingMayHaveNoBody() {
    for (String body : List.of("", "{}")) {
      assertInstanceOf(Outcome.Done.class, Requests.readNothing(body.getBytes(UTF_8)), body);
    }
    assertEquals(
        List.of("/file"), pointers(Requests.readNothing("{\"file\":\"/x\"}".getBytes(UTF_8))));
  }
}
