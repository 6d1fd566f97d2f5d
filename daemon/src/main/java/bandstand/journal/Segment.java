package bandstand.journal;

/** The names and the header of a segment file. */
final class Segment {
  static final int HEADER_BYTES = 32;

  private Segment() {}
}
