package bandstand.inspection;

import java.util.Optional;

/** The pseudonym of a case: a letter or digit, then up to 63 letters, digits, {@code . _ -}. */
public record Reference(String text) implements Comparable<Reference> {
  public Reference {
    if (!isReference(text)) {
      throw new IllegalArgumentException("no reference: " + text);
    }
  }

  public static Optional<Reference> parse(String text) {
    return isReference(text) ? Optional.of(new Reference(text)) : Optional.empty();
  }

  private static boolean isReference(String text) {
    if (text.isEmpty() || text.length() > 64 || !isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    return text.chars().allMatch(c -> isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  @Override
  public int compareTo(Reference other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
