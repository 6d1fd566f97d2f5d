package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A problem as every refused request is answered (RFC 9457). */
public final class ProblemJson {
  public static final String MEDIA_TYPE = "application/problem+json";

  static final String TYPE_PREFIX = "urn:bandstand:problem:";
  private static final int TYPE_CHARACTERS = 100;

  private ProblemJson() {}

  public static byte[] write(Problem problem) {
    return Json.bytes(node(problem));
  }

  static ObjectNode node(Problem problem) {
    ObjectNode node =
        Json.object()
            .put("type", TYPE_PREFIX + problem.kind().word())
            .put("title", problem.kind().title())
            .put("status", problem.kind().status())
            .put("detail", problem.detail());
    if (problem.faultCount() > 0) {
      node.set("errors", errors(problem.faults()));
      node.put("errorCount", problem.faultCount());
    }
    if (!problem.conflicts().isEmpty()) {
      problem.conflicts().forEach(node.putArray("conflicts")::add);
    }
    return node;
  }

  static ArrayNode errors(List<Fault> faults) {
    ArrayNode errors = Json.array();
    for (Fault fault : faults) {
      ObjectNode row = errors.addObject();
      if (fault.line() > 0) {
        row.put("line", fault.line());
      }
      if (!fault.pointer().isEmpty()) {
        row.put("pointer", fault.pointer());
      }
      if (!fault.field().isEmpty()) {
        row.put("field", fault.field());
      }
      fault.value().ifPresent(value -> row.put("value", value));
      row.put("code", fault.code()).put("message", fault.message());
    }
    return errors;
  }

  /** Read back from {@link #write}; of what is no problem of ours, that it is not understood. */
  public static Problem read(byte[] json) {
    return switch (Reply.read(json, (answer, faults) -> read(answer))) {
      case Outcome.Done<Problem>(Problem told) -> told;
      case Outcome.Refused<Problem>(Problem notUnderstood) -> notUnderstood;
    };
  }

  private static Optional<Problem> read(Fields answer) {
    String type = answer.needed("type", TYPE_CHARACTERS);
    Optional<Problem.Kind> kind =
        Arrays.stream(Problem.Kind.values())
            .filter(known -> type.equals(TYPE_PREFIX + known.word()))
            .findFirst();
    if (kind.isEmpty()) {
      return answer.fault("type", "value", "It is none of the problems known here");
    }
    List<Fault> faults = answer.objects("errors").stream().map(ProblemJson::fault).toList();
    long count = answer.node("errorCount").map(JsonNode::longValue).orElse(0L);
    return Optional.of(
        new Problem(
            kind.get(),
            text(answer, "detail").orElse(""),
            faults,
            Math.max(count, faults.size()),
            conflicts(answer)));
  }

  static Fault fault(Fields row) {
    return new Fault(
        row.integer("line", 0, Integer.MAX_VALUE).orElse(0),
        text(row, "pointer").orElse(""),
        text(row, "field").orElse(""),
        text(row, "value"),
        text(row, "code").orElse(""),
        text(row, "message").orElse(""));
  }

  private static List<Long> conflicts(Fields answer) {
    List<Long> revisions = new ArrayList<>();
    answer
        .node("conflicts")
        .ifPresent(node -> node.forEach(revision -> revisions.add(revision.longValue())));
    return revisions;
  }

  /** Whatever it holds: a fault shows what was refused, control characters too. */
  private static Optional<String> text(Fields row, String name) {
    return row.node(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }
}
