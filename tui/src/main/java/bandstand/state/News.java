package bandstand.state;

import java.time.Instant;

/**
 * What somebody else did.
 *
 * @param words empty for nothing
 * @param at by the daemon's clock
 */
record News(String words, Instant at) {
  static final News NONE = new News("", Instant.EPOCH);
}
