package bandstand.http;

import java.time.Duration;

/** What the doors let in, each limit with its reason. */
final class Limits {
  /** A request body but an import: every answer of the largest case, with notes, many times. */
  static final int BODY_BYTES = 1 << 20;

  /** An import of 100,000 cases with all their answers. */
  static final long IMPORT_BYTES = 256L << 20;

  /** Imports of one person under way: what was read of each is held in memory. */
  static final int IMPORTS_EACH = 4;

  /**
   * What an import is once it is read, five bytes an answer beside its texts: while it is made into
   * a change its texts are in memory four times.
   */
  static final long IMPORT_PACKED_BYTES = 64L << 20;

  /** The same of all imports together, until they are made or refused. */
  static final long IMPORTS_WAITING_BYTES = 128L << 20;

  /** Bytes that may wait unread, as those of one chunk do: a line of an import is no longer. */
  static final int CHUNK_BYTES = 1 << 20;

  /** The longest path of the API with its query; a browser's own limit. */
  static final int REQUEST_LINE_BYTES = 2 * 1024;

  /** curl sends five headers, a browser some twenty. */
  static final int HEADERS = 64;

  /** All headers together; a token has 43 characters. */
  static final int HEADER_BYTES = 16 * 1024;

  /** All watchers there may be, and as many callers beside them; a thread's stack each. */
  static final int CONNECTIONS = 2_000;

  /** From a request's first byte to the end of its headers: one packet, or a person's typing. */
  static final Duration HEAD = Duration.ofSeconds(10);

  /** Waiting for a body before its pace is looked at. */
  static final Duration BODY_BEGINS = Duration.ofSeconds(10);

  /** Less than the slowest line that an SSH tunnel works over. */
  static final int BODY_BYTES_PER_SECOND = 4 * 1024;

  /** One write, of some thousand bytes, that nobody takes: the client is gone or stands still. */
  static final Duration UNTAKEN = Duration.ofSeconds(30);

  /**
   * A reply that has room in memory, after ten seconds of waiting for its reader: a fifth of the
   * slowest office line, and the largest state is through in some minutes.
   */
  static final int LARGE_REPLY_BYTES_PER_SECOND = 256 * 1024;

  /** A line without a request; a client that comes back later makes a new one unseen. */
  static final Duration IDLE = Duration.ofMinutes(5);

  /** For answers under way when the daemon stops; a watcher that does not read uses all of it. */
  static final Duration GRACE = Duration.ofSeconds(1);

  private Limits() {}
}
