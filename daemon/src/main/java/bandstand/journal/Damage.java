package bandstand.journal;

/**
 * A place where the journal is not what was acknowledged.
 *
 * @param segment file name within the journal's folder
 * @param offset byte in that file
 * @param sequence of the frame that should stand there; 0 where none is meant
 * @param detail one clause for a person
 */
public record Damage(String segment, long offset, long sequence, Fault fault, String detail) {
  static Damage at(Mark place, Fault fault, String detail) {
    Position position = place.position();
    return new Damage(
        Segment.name(position.segment()), position.offset(), place.sequence(), fault, detail);
  }

  /** Where and what, in a clause for a person. */
  public String words() {
    return "%s at byte %d: %s".formatted(segment, offset, this.detail);
  }

  /** What is wrong. */
  public enum Fault {
    /** A segment's header is unreadable or names another segment. */
    HEADER,
    /** Bytes that are no frame, or whose checksum differs. */
    FRAME,
    /** A sound frame that is not the next one. */
    ORDER,
    /** Frames that do not make up one entry. */
    GROUP,
    /** A link that does not follow from the stream's chain. */
    CHAIN,
    /** A payload that is not the one its digest was made of. */
    CONTENT,
    /** Frames or a segment known to have been recorded are not there. */
    VANISHED,
    /** The disk refused to give the bytes. */
    UNREADABLE
  }
}
