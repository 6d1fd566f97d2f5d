package bandstand.journal;

import java.time.Instant;

/** The journal's limits, each with its reason. */
public final class Limits {
  /** One case or one change as JSON; larger than a request body (1 MiB) with escapes. */
  public static final int PAYLOAD_BYTES = 2 * 1024 * 1024;

  /** An inspection's id, as the API allows it. */
  public static final int STREAM_BYTES = 64;

  /** A person's name; its length stands in one byte. */
  public static final int AUTHOR_BYTES = 255;

  /** Frames of one batch, and so of one entry: the largest import the API takes (256 MiB). */
  public static final long BATCH_BYTES = 256L * 1024 * 1024;

  /** Frames of one erasure: more changes than a case has; its record of what to do is 5 MB. */
  public static final int ERASURE_FRAMES = 10_000;

  /** Times beyond these are no times of an inspection; all between fit 64 bits of microseconds. */
  static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** A segment takes no batch that would carry it over this: small enough to copy and to check. */
  static final long SEGMENT_BYTES = 64L * 1024 * 1024;

  /** One write: large enough that a batch of answers is one, small enough to stay in memory. */
  static final int WRITE_BYTES = 1024 * 1024;

  /** Given up when space runs out, so that what is not a batch can still be written. */
  static final int RESERVE_BYTES = 4 * 1024 * 1024;

  /** Files of torn bytes kept: a daemon that crashes in a circle does not fill the disk. */
  static final int TORN_FILES = 16;

  private Limits() {}
}
