package bandstand.journal;

/** A place between two frames: the position and the sequence of the frame that follows it. */
public record Mark(Position position, long sequence) {
  /** Before the first frame of every journal. */
  public static final Mark BEGINNING = new Mark(new Position(1, Segment.HEADER_BYTES), 1);

  public Mark {
    boolean first = position.offset() == Segment.HEADER_BYTES;
    boolean after = position.offset() > Segment.HEADER_BYTES && sequence > position.segment();
    if (!after && !(first && sequence == position.segment())) {
      throw new IllegalArgumentException("sequence " + sequence + " at " + position);
    }
  }
}
