package bandstand.wire;

import java.time.Instant;

/** Who, when and at which revision: what stands around values and need not be said in each. */
record Envelope(long revision, String by, Instant at) {
  /** Around values that say everything themselves. */
  static final Envelope NONE = new Envelope(0, "", Instant.EPOCH);
}
