package bandstand.journal;

/** What a frame carries: its bytes, or the place where erased bytes stood. */
public sealed interface Payload {
  /** The bytes as they were given. */
  record Present(byte[] bytes) implements Payload {}

  /** Overwritten by zeros for good; {@code length} bytes stood here. */
  record Erased(int length) implements Payload {}
}
