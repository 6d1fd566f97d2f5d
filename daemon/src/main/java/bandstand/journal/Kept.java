package bandstand.journal;

import java.time.Instant;
import java.util.List;

/**
 * An entry as the journal holds it: where it stands, and what was given, but for what is erased.
 */
public record Kept(
    Written written,
    String stream,
    long revision,
    Instant at,
    String author,
    List<Payload> payloads) {
  public Kept {
    payloads = List.copyOf(payloads);
  }
}
