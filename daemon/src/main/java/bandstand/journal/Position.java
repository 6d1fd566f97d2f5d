package bandstand.journal;

/**
 * Where a frame begins: the segment, named by the first sequence it may hold, and the byte offset
 * within its file.
 *
 * <p>Positions order as the frames do. {@link #packed} fits one long, so that an index keeps eight
 * bytes a frame: 34 bits of segment (17 thousand million frames), 29 bits of offset (512 MiB).
 */
public record Position(long segment, long offset) implements Comparable<Position> {
  private static final int OFFSET_BITS = 29;
  private static final long OFFSET_LIMIT = 1L << OFFSET_BITS;
  private static final long SEGMENT_LIMIT = 1L << 34;

  public Position {
    if (segment < 1 || segment >= SEGMENT_LIMIT) {
      throw new IllegalArgumentException("segment " + segment);
    }
    if (offset < 0 || offset >= OFFSET_LIMIT) {
      throw new IllegalArgumentException("offset " + offset);
    }
  }

  /** The position a {@link #packed} long stands for. */
  public static Position unpacked(long packed) {
    return new Position(packed >>> OFFSET_BITS, packed & (OFFSET_LIMIT - 1));
  }

  public long packed() {
    return segment << OFFSET_BITS | offset;
  }

  @Override
  public int compareTo(Position other) {
    return Long.compare(packed(), other.packed());
  }
}
