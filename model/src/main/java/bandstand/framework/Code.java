package bandstand.framework;

import java.util.Optional;

/**
 * The place of a group, standard, key question or prompt in one framework, such as {@code 2.4.1.5}.
 *
 * <p>One to four numbers, each 1 to {@value #HIGHEST}; ordered number by number, so {@code 2.9}
 * comes before {@code 2.10}. A prompt's last number is its ordinal, never its printed letter. The
 * root, {@link #OVERALL}, has no numbers and is written {@code overall}. Unique inside one
 * framework only.
 */
public record Code(int packed) implements Comparable<Code> {
  /** One number takes a byte, and the sign bit stays free. */
  public static final int HIGHEST = 127;

  public static final Code OVERALL = new Code(0);

  private static final int DEEPEST = 4;

  public Code {
    for (int depth = 1; depth < DEEPEST; depth++) {
      if (number(packed, depth) == 0 && number(packed, depth + 1) != 0) {
        throw new IllegalArgumentException("a gap in code " + Integer.toHexString(packed));
      }
    }
    if ((packed & 0x80808080) != 0) {
      throw new IllegalArgumentException("a number above " + HIGHEST);
    }
  }

  /** For codes known to be well formed; {@link #parse} is for input. */
  public static Code of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("no code: " + text));
  }

  /** Empty unless the text is a code exactly as {@link #toString} writes it. */
  public static Optional<Code> parse(String text) {
    if (text.equals("overall")) {
      return Optional.of(OVERALL);
    }
    int packed = 0;
    int depth = 0;
    int at = 0;
    while (at < text.length() && depth < DEEPEST) {
      int number = 0;
      int from = at;
      while (at < text.length() && at - from < 3 && isDigit(text.charAt(at))) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      if (at == from || text.charAt(from) == '0' || number > HIGHEST) {
        return Optional.empty();
      }
      packed |= number << (8 * (DEEPEST - 1 - depth++));
      if (at == text.length()) {
        return Optional.of(new Code(packed));
      }
      if (text.charAt(at++) != '.') {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the text looks like a code: digits and dots, at least one of each. */
  public static boolean isCodeShaped(String text) {
    return text.matches("[0-9.]+") && text.contains(".") && text.chars().anyMatch(c -> c != '.');
  }

  /** How many numbers: 0 overall, 1 group, 2 standard, 3 key question, 4 prompt. */
  public int depth() {
    int depth = 0;
    while (depth < DEEPEST && number(packed, depth + 1) != 0) {
      depth++;
    }
    return depth;
  }

  /** The last number; for a prompt its ordinal. */
  public int ordinal() {
    return number(packed, depth());
  }

  public Code parent() {
    int depth = depth();
    if (depth == 0) {
      throw new IllegalStateException("overall has no parent");
    }
    return new Code(packed & ~(0xFF << shift(depth)));
  }

  public Code child(int number) {
    if (number < 1 || number > HIGHEST || depth() == DEEPEST) {
      throw new IllegalArgumentException(this + " has no child " + number);
    }
    return new Code(packed | number << shift(depth() + 1));
  }

  /** The code itself or an ancestor of it; overall contains every code. */
  public boolean contains(Code other) {
    int depth = depth();
    int mask = depth == 0 ? 0 : -1 << shift(depth);
    return (other.packed & mask) == packed;
  }

  @Override
  public int compareTo(Code other) {
    return Integer.compare(packed, other.packed);
  }

  @Override
  public String toString() {
    if (packed == 0) {
      return "overall";
    }
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth <= depth(); depth++) {
      text.append(depth == 1 ? "" : ".").append(number(packed, depth));
    }
    return text.toString();
  }

  private static int shift(int depth) {
    return 8 * (DEEPEST - depth);
  }

  private static int number(int packed, int depth) {
    return depth == 0 ? 0 : packed >>> shift(depth) & 0xFF;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
