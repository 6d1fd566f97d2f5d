package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** What text the daemon takes in: any Unicode but control characters, newline and tab allowed. */
public final class Texts {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  static final String REFERENCE =
      "A reference is a letter or digit, then up to 63 letters, digits and . _ -";

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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        return Optional.of(
            "The control character U+%s at %d is not taken; remove it"
                .formatted(HexFormat.of().withUpperCase().toHexDigits(c), i));
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
