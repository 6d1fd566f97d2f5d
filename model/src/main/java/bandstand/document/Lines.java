package bandstand.document;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The lines of a document's bytes: UTF-8 without control characters, of bounded length. */
final class Lines {
  /** Ten times the longest of the known documents; one request body. */
  static final int MOST_BYTES = 1 << 20;

  /** Six times the longest printed line, a whole cell of a table. */
  static final int LINE_CHARACTERS = 10_000;

  /** Twenty times the longest of the known documents; each is looked at from several starts. */
  static final int MOST_LINES = 20_000;

  /** At a line's end: the word goes on in the next line. */
  static final char SOFT_HYPHEN = '\u00AD';

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char PAGE_BREAK = '\f';

  /** Seen by nobody, and never part of a word: zero width space, word joiner, byte order mark. */
  private static final String UNSEEN = "\u200B\u2060" + BYTE_ORDER_MARK;

  private final Departures faults = new Departures();
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int number = 1;

  private Lines() {}

  /** In order; or why the bytes are no text, with the first places. */
  static Outcome<List<Line>> of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return Outcome.refused(
          Problem.Kind.TOO_LARGE,
          "A document has at most %d bytes; this has %d".formatted(MOST_BYTES, bytes.length));
    }
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    Lines lines = new Lines();
    if (StandardCharsets.UTF_8.newDecoder().decode(source, chars, true).isError()) {
      lines.notUtf8(bytes, source.position());
    } else {
      lines.read(chars.flip().toString());
    }
    return lines.faults.none()
        ? Outcome.done(List.copyOf(lines.lines))
        : lines.faults.refused("The document cannot be read");
  }

  private void notUtf8(byte[] bytes, int at) {
    for (int i = 0; i < at; i++) {
      number += bytes[i] == '\n' ? 1 : 0;
    }
    faults.add(
        fault("utf-8", Optional.empty(), "These bytes are not UTF-8; save the file as UTF-8"));
  }

  private void read(String document) {
    for (int i = 0; i < document.length() && lines.size() <= MOST_LINES; i++) {
      char c = document.charAt(i);
      if (c == '\n' || c == '\r') {
        end();
        number++;
        i += c == '\r' && i + 1 < document.length() && document.charAt(i + 1) == '\n' ? 1 : 0;
      } else if (c == PAGE_BREAK) {
        end();
        end();
      } else if (c == '\u2028' || c == '\u2029') {
        end();
      } else if (Character.isISOControl(c) && c != '\t') {
        faults.add(
            fault(
                "control-character",
                Optional.empty(),
                "The control character U+%s is no print; remove it"
                    .formatted(HexFormat.of().withUpperCase().toHexDigits(c))));
      } else if (Character.getType(c) == Character.SPACE_SEPARATOR) {
        text.append(' ');
      } else if (UNSEEN.indexOf(c) < 0) {
        text.append(c);
      }
    }
    end();
  }

  /** A soft hyphen says something at a line's end only. */
  private void end() {
    String line = text.toString().strip();
    text.setLength(0);
    if (line.length() > LINE_CHARACTERS) {
      faults.add(
          fault(
              "too-long",
              Optional.of(line),
              "A line has at most %d characters; this has %d"
                  .formatted(LINE_CHARACTERS, line.length())));
    }
    String seen = line.replace(String.valueOf(SOFT_HYPHEN), "");
    boolean broken = !seen.isEmpty() && line.charAt(line.length() - 1) == SOFT_HYPHEN;
    lines.add(new Line(number, broken ? seen + SOFT_HYPHEN : seen));
    if (lines.size() == MOST_LINES + 1) {
      faults.add(
          fault(
              "too-long",
              Optional.empty(),
              "A document has at most %d lines".formatted(MOST_LINES)));
    }
  }

  private Fault fault(String code, Optional<String> value, String message) {
    return new Fault(number, "", "", value, code, message);
  }
}
