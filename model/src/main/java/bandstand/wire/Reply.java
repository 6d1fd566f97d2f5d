package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A daemon's answer being read, of this version or another: members it adds are no fault. */
final class Reply {
  private Reply() {}

  /** Takes the members of an answer and adds what is at fault; empty then. */
  interface Reading<T> {
    Optional<T> of(Fields answer, List<Fault> faults);
  }

  /** The value of an answer that is one object. */
  static <T> Outcome<T> read(byte[] json, Reading<T> reading) {
    return Json.parse(json).then(node -> read(node, reading));
  }

  private static <T> Outcome<T> read(JsonNode node, Reading<T> reading) {
    List<Fault> faults = new ArrayList<>();
    Fields answer = Fields.ofAnswer(node, faults);
    Optional<T> value = faults.isEmpty() ? reading.of(answer, faults) : Optional.empty();
    return value.isPresent() && faults.isEmpty()
        ? Outcome.done(value.get())
        : Outcome.refused(notUnderstood(faults));
  }

  private static Problem notUnderstood(List<Fault> faults) {
    String first =
        faults.isEmpty()
            ? "something is missing"
            : faults.getFirst().pointer() + ": " + faults.getFirst().message();
    return new Problem(
        Problem.Kind.UNREADABLE,
        "The daemon's answer is not understood; is it of another version? " + first,
        faults,
        faults.size(),
        List.of());
  }
}
