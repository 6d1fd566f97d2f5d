package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What text the daemon takes in: any Unicode but control characters, newline and tab allowed, and
 * those that turn the direction of text around them (UAX 9, 2.1 to 2.6).
 */
public final class Texts {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  static final String REFERENCE =
      "A reference is a letter or digit, then up to 63 letters, digits and . _ -";

  /** Embeddings, overrides, isolates and their ends; marks and joiners are not among them. */
  private static final Set<Byte> TURNING =
      Set.of(
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);

  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /**
   * The text of a body, or of the part that starts on this physical line of it; without the byte
   * order mark some programs write.
   */
  static Outcome<String> ofUtf8(byte[] bytes, int firstLine) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(source, text, true).isError()) {
      int line = firstLine;
      for (int i = 0; i < source.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      return Outcome.refused(Json.unreadable(notUtf8(line)));
    }
    text.flip();
    if (text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK) {
      text.get();
    }
    return Outcome.done(text.toString());
  }

  static Fault notUtf8(int line) {
    return new Fault(
        line,
        "",
        "",
        Optional.empty(),
        "utf-8",
        "Bytes on line " + line + " are not UTF-8; save the file as UTF-8 and send it again");
  }

  /** Why this text is refused, with the place of the first character at fault. */
  public static Optional<String> refusal(String text) {
    return noText(text).or(() -> turning(text));
  }

  private static Optional<String> turning(String text) {
    return IntStream.range(0, text.length())
        .filter(i -> TURNING.contains(Character.getDirectionality(text.charAt(i))))
        .mapToObj(
            i ->
                "The control character U+%s (%s) at %d turns what stands around it; remove it"
                    .formatted(hex(text.charAt(i)), Character.getName(text.charAt(i)), i))
        .findFirst();
  }

  private static String hex(char c) {
    return HexFormat.of().withUpperCase().toHexDigits(c);
  }

  /** The same of what others let in, who may know no better: it is shown with care. */
  static Optional<String> noText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        return Optional.of(
            "The control character U+%s at %d is not taken; remove it".formatted(hex(c), i));
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return Optional.of("Half of a surrogate pair at %d is no character".formatted(i));
        }
        i++;
      }
    }
    return Optional.empty();
  }

  /** Whether it stands in one row: no newline, no tab, no separator of lines or paragraphs. */
  static boolean isOneLine(String text) {
    return text.chars().noneMatch(c -> c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029);
  }

  /** The same text with every half of a surrogate pair replaced, so that it can be written out. */
  static String whole(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, REPLACEMENT);
      }
    }
    return mended == null ? text : mended.toString();
  }
}
