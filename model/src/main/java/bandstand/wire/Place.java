package bandstand.wire;

import bandstand.framework.Fault;
import java.util.List;
import java.util.Optional;

/**
 * Where in a body something stood.
 *
 * @param line the first physical line of it, from 1; 0 when the body has no lines that count
 * @param pointer JSON pointer of it, within its line where a line is a value of its own; empty when
 *     the body is no JSON
 */
public record Place(int line, Optional<String> pointer) {

  /**
   * A fault of something within.
   *
   * @param path names from here to it, the last one the field's: {@code answers}, {@code 2.1.1};
   *     none for the whole
   */
  public Fault fault(List<String> path, Optional<String> value, String code, String message) {
    StringBuilder within = new StringBuilder();
    path.forEach(name -> within.append('/').append(escaped(name)));
    String field = path.isEmpty() ? "" : path.getLast();
    return new Fault(
        line, pointer.map(from -> from + within).orElse(""), field, value, code, message);
  }

  /** For a sentence: {@code at /3}, or {@code on line 4}. */
  String words() {
    return pointer
        .filter(at -> !at.isEmpty())
        .map(at -> "at " + at)
        .orElseGet(() -> "on line " + line);
  }

  /** A name as one token of a JSON pointer. */
  static String escaped(String name) {
    return Texts.whole(name).replace("~", "~0").replace("/", "~1");
  }
}
