package bandstand.journal;

import java.time.Instant;

/**
 * One frame of an entry.
 *
 * @param number its place among the entry's frames, from 0
 * @param closing whether the entry ends with it
 * @param digest SHA-256 of salt and payload, which outlives them
 * @param link of the stream's chain, ending with this frame
 * @param salt 16 bytes; zeros once erased
 */
public record Part(
    long sequence,
    int number,
    boolean closing,
    String stream,
    long revision,
    Instant at,
    String author,
    Link digest,
    Link link,
    byte[] salt,
    Payload payload) {}
