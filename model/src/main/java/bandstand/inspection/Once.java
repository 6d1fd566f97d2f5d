package bandstand.inspection;

/**
 * A request that must not take effect twice, as its sender names it.
 *
 * @param key 1 to {@value #KEY_CHARACTERS} printable ASCII characters, the sender's own
 * @param digest SHA-256 in hex over everything it asks
 */
public record Once(String key, String digest) {
  /** A UUID several times over. */
  public static final int KEY_CHARACTERS = 200;

  public Once {
    if (!isKey(key)) {
      throw new IllegalArgumentException("no key: " + key);
    }
  }

  public static boolean isKey(String text) {
    return text.matches("[!-~]{1," + KEY_CHARACTERS + "}");
  }
}
