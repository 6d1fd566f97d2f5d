package bandstand.document;

import static org.junit.jupiter.api.Assertions.fail;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of reading a document, as tests like to say it. */
final class Judged {
  private Judged() {}

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Problem problem) -> fail("refused: " + problem);
    };
  }

  static Problem refused(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(Object value) -> fail("done: " + value);
      case Outcome.Refused<?>(Problem problem) -> problem;
    };
  }

  /** Each as {@code line code-of-the-text fault-code}. */
  static List<String> faults(Outcome<?> outcome) {
    return refused(outcome).faults().stream().map(Judged::shown).toList();
  }

  private static String shown(Fault fault) {
    return "%d %s %s".formatted(fault.line(), fault.field(), fault.code());
  }

  static Map<String, String> shown(Map<Code, String> texts) {
    Map<String, String> shown = new LinkedHashMap<>();
    texts.forEach((code, text) -> shown.put(code.toString(), text));
    return shown;
  }
}
