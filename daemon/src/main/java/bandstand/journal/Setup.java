package bandstand.journal;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * What a test makes smaller or repeatable.
 *
 * @param segmentBytes a segment takes no further batch that would carry it over this
 * @param reserveBytes given up when space runs out
 * @param random makes salts and nonces
 */
record Setup(long segmentBytes, int reserveBytes, RandomGenerator random) {
  static Setup standard() {
    return new Setup(Limits.SEGMENT_BYTES, Limits.RESERVE_BYTES, new SecureRandom());
  }
}
