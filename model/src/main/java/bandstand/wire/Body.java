package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A request's body being read whole: either without any fault, or refused with all of them. */
final class Body {
  private static final byte[] NOTHING_SAID = "{}".getBytes(StandardCharsets.UTF_8);

  private Body() {}

  /**
   * The value of a body that is one object.
   *
   * @param read takes the members and says how the value is made once all are sound
   */
  static <T> Outcome<T> read(byte[] body, Function<Fields, Supplier<T>> read) {
    return Json.parse(body).then(node -> read(node, read));
  }

  /** The same where a body may be left out. */
  static <T> Outcome<T> readOptional(byte[] body, Function<Fields, Supplier<T>> read) {
    return read(body.length == 0 ? NOTHING_SAID : body, read);
  }

  private static <T> Outcome<T> read(JsonNode node, Function<Fields, Supplier<T>> read) {
    List<Fault> faults = new ArrayList<>();
    Fields fields = Fields.of(node, "", faults);
    Supplier<T> made = read.apply(fields);
    fields.finish();
    return faults.isEmpty() ? Outcome.done(made.get()) : Outcome.refused(Problem.refused(faults));
  }
}
