package bandstand.store;

/**
 * What is known of an inspection at rest without reading its file.
 *
 * @param deleted whether it is out of sight
 * @param summary what lists show of it, as the service wrote it
 */
public record Outline(long revision, boolean deleted, byte[] summary) {
  /** Of an inspection that was never put at rest. */
  public static final Outline NONE = new Outline(0, false, new byte[0]);
}
