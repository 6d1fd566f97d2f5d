package bandstand.framework;

import java.util.Optional;

/**
 * One thing wrong with an input: what, where, and what to do.
 *
 * @param line physical line of a file, from 1; 0 when the input has no lines
 * @param pointer JSON pointer; empty when the input is no JSON
 * @param field the column, answer code or member at fault; empty when it is the whole
 * @param value what stood there, cut to {@value #VALUE_CHARACTERS} characters
 * @param code stable, kebab-case
 * @param message one sentence for a person
 */
public record Fault(
    int line, String pointer, String field, Optional<String> value, String code, String message) {
  /** Enough to recognise a value, too little to copy a case's text into an error. */
  public static final int VALUE_CHARACTERS = 80;

  public Fault {
    value = value.map(Fault::cut);
  }

  public static Fault at(String pointer, String code, String message) {
    return new Fault(0, pointer, lastToken(pointer), Optional.empty(), code, message);
  }

  public static Fault at(String pointer, String value, String code, String message) {
    return new Fault(0, pointer, lastToken(pointer), Optional.of(value), code, message);
  }

  /** The same fault as part of a larger input. */
  public Fault under(String parent) {
    return new Fault(line, parent + pointer, field, value, code, message);
  }

  public Fault onLine(int physicalLine) {
    return new Fault(physicalLine, pointer, field, value, code, message);
  }

  private static String lastToken(String pointer) {
    String token = pointer.substring(pointer.lastIndexOf('/') + 1);
    return token.replace("~1", "/").replace("~0", "~");
  }

  /** At most {@value #VALUE_CHARACTERS} characters of a text, to show it. */
  public static String cut(String value) {
    return value.codePointCount(0, value.length()) <= VALUE_CHARACTERS
        ? value
        : value.substring(0, value.offsetByCodePoints(0, VALUE_CHARACTERS)) + "…";
  }
}
