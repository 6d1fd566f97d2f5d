package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** What came of reading a body, as tests like to say it. */
final class Reads {
  private Reads() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** JSON written with single quotes. */
  static byte[] json(String text) {
    return utf8(text.replace('\'', '"'));
  }

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

  /** Each as {@code pointer code}, in order. */
  static List<String> faults(Outcome<?> outcome) {
    return refused(outcome).faults().stream()
        .map(
            fault ->
                (fault.line() > 0 ? fault.line() + ":" : "") + fault.pointer() + " " + fault.code())
        .toList();
  }

  static String firstFault(Outcome<?> outcome) {
    return faults(outcome).getFirst();
  }

  /** A body, written with single quotes, that is refused with these faults and no other. */
  static void refuses(Function<byte[], Outcome<?>> read, String body, String... faults) {
    assertEquals(List.of(faults), faults(read.apply(json(body))), body);
  }
}
