package bandstand.journal;

/** The last frame of a stream: its sequence and its link, which stands for all before it. */
public record Head(long sequence, Link link) {
  public Head {
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence " + sequence);
    }
  }
}
