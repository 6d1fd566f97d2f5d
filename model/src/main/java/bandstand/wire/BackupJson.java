package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which backup was verified last, as it is told to the daemon, kept and shown. */
public final class BackupJson {

  /**
   * A backup whose every byte was read and found sound.
   *
   * @param sequence of the last change in it, over all inspections
   * @param sha256 the digits with which its file ends
   */
  public record Claim(long sequence, String sha256) {}

  /** A claim that was taken: who told of it, and when. */
  public record Proof(Claim claim, Instant at, String by) {}

  /**
   * How the daemon stands with its backups.
   *
   * @param sequence of its own last change
   * @param last the last verified one; empty while there is none
   * @param age since that was verified, by the daemon's clock; zero while there is none
   */
  public record Status(long sequence, Optional<Proof> last, Duration age) {}

  /**
   * What checking a whole backup came to.
   *
   * @param inspections how many are in it, deleted ones too
   */
  public record Verified(Claim claim, Instant madeAt, int inspections) {}

  private BackupJson() {}

  /** From {@code {"sequence", "sha256"}}. */
  public static Outcome<Claim> readClaim(byte[] body) {
    return Body.read(
        body,
        fields -> {
          Optional<Long> sequence = BackupManifest.sequence(fields, "sequence");
          String sha256 = digest(fields);
          return () -> new Claim(sequence.orElseThrow(), sha256);
        });
  }

  public static byte[] claim(Claim claim) {
    return Json.bytes(node(claim));
  }

  public static byte[] proof(Proof proof) {
    return Json.bytes(node(proof));
  }

  /** Read back from {@link #proof}. */
  public static Outcome<Proof> readProof(byte[] json) {
    return Reply.read(json, (answer, _) -> proof(answer));
  }

  public static byte[] status(Status status) {
    ObjectNode node = Json.object().put("sequence", status.sequence());
    status
        .last()
        .ifPresentOrElse(
            last -> node.set("last", node(last).put("ageSeconds", status.age().toSeconds())),
            () -> node.putNull("last"));
    return Json.bytes(node);
  }

  /** Read back from {@link #status}. */
  public static Outcome<Status> readStatus(byte[] json) {
    return Reply.read(
        json,
        (answer, _) -> {
          Optional<Long> sequence = BackupManifest.sequence(answer, "sequence");
          if (answer.stated("last", answer::node).isEmpty()) {
            return sequence.map(number -> new Status(number, Optional.empty(), Duration.ZERO));
          }
          Fields last = answer.object("last");
          long age = BackupManifest.sequence(last, "ageSeconds").orElse(0L);
          return proof(last)
              .flatMap(
                  proof ->
                      sequence.map(
                          number ->
                              new Status(number, Optional.of(proof), Duration.ofSeconds(age))));
        });
  }

  public static byte[] verified(Verified verified) {
    return Json.bytes(
        node(verified.claim())
            .put("madeAt", verified.madeAt().toString())
            .put("inspections", verified.inspections()));
  }

  /** Read back from {@link #verified}. */
  public static Outcome<Verified> readVerified(byte[] json) {
    return Reply.read(
        json,
        (answer, _) -> {
          Optional<Instant> madeAt = BackupManifest.instant(answer, "madeAt");
          Optional<Integer> inspections =
              answer.required("inspections", name -> answer.integer(name, 0, Integer.MAX_VALUE));
          return claim(answer)
              .flatMap(
                  claim ->
                      madeAt.flatMap(
                          at -> inspections.map(count -> new Verified(claim, at, count))));
        });
  }

  private static ObjectNode node(Proof proof) {
    return node(proof.claim()).put("at", proof.at().toString()).put("by", proof.by());
  }

  private static ObjectNode node(Claim claim) {
    return Json.object().put("sequence", claim.sequence()).put("sha256", claim.sha256());
  }

  private static Optional<Proof> proof(Fields fields) {
    Optional<Instant> at = BackupManifest.instant(fields, "at");
    String by = fields.line("by", Limits.NAME_CHARACTERS);
    return claim(fields).flatMap(claim -> at.map(when -> new Proof(claim, when, by)));
  }

  private static Optional<Claim> claim(Fields fields) {
    String sha256 = digest(fields);
    return BackupManifest.sequence(fields, "sequence").map(number -> new Claim(number, sha256));
  }

  private static String digest(Fields fields) {
    return fields.matching("sha256", BackupManifest.DIGEST, BackupManifest.DIGEST_SHAPE);
  }
}
