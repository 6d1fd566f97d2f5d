package bandstand.service;

import bandstand.framework.Problem;
import bandstand.inspection.Recorded;
import bandstand.journal.Entry;
import bandstand.journal.Limits;
import bandstand.wire.RecordedJson;
import java.util.List;
import java.util.Optional;

/** Changes as the journal takes them. */
final class Entries {
  static final Problem TOO_LARGE =
      Problem.of(Problem.Kind.TOO_LARGE, "This is more than one change can hold; send it in parts");

  private Entries() {}

  /** Empty if the change is more than one entry holds. */
  static Optional<Entry> of(Recorded recorded) {
    List<byte[]> payloads = RecordedJson.encode(recorded);
    long all = payloads.stream().mapToLong(payload -> payload.length + 512L).sum();
    if (all > Limits.BATCH_BYTES
        || payloads.stream().anyMatch(payload -> payload.length > Limits.PAYLOAD_BYTES)) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            recorded.inspection().text(),
            recorded.revision(),
            recorded.at(),
            recorded.by(),
            payloads));
  }
}
