package bandstand.journal;

/** The bytes of one frame. */
final class Frame {
  static final int FIXED_BYTES = 132;

  private Frame() {}
}
