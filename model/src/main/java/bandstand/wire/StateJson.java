package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.inspection.Alert;
import bandstand.inspection.Case;
import bandstand.inspection.Decisions;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Judgement;
import bandstand.inspection.Reference;
import bandstand.inspection.Stamped;
import bandstand.inspection.Tallies;
import bandstand.inspection.Volume;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.pcollections.TreePMap;

/**
 * An inspection's whole state: a head with everything but its cases, and each case by itself.
 *
 * <p>So it lies at rest, and so clients read it, in lines. Tallies are counted again when it is
 * read. Reading takes only what was written here; anything else is damage, and throws.
 */
public final class StateJson {
  private StateJson() {}

  public static byte[] head(Inspection state) {
    ObjectNode node =
        Json.object()
            .put("id", state.id().text())
            .put("revision", state.revision())
            .put("frameworkDigest", state.framework().edition().digest());
    node.set("details", facts(state.details()));
    node.set("answers", answers(state.answers()));
    node.set("judgements", judgements(state.decisions().judgements()));
    node.set("discretion", judgements(state.decisions().discretion()));
    ArrayNode alerts = node.putArray("alerts");
    state.alerts().values().forEach(alert -> alerts.add(ValueJson.alert(alert, Envelope.NONE)));
    ObjectNode marks = node.putObject("marks");
    state.marks().forEach(marks::put);
    ObjectNode touched = node.putObject("touched");
    state.touched().forEach(touched::put);
    return Json.bytes(node);
  }

  public static byte[] file(Case file) {
    ObjectNode node =
        Json.object().put("reference", file.reference().text()).put("revision", file.revision());
    node.set("facts", facts(file.facts()));
    node.set("answers", answers(file.answers()));
    return Json.bytes(node);
  }

  /** Writes the head and every case, one a line: memory holds one of them. */
  public static void write(Inspection state, OutputStream lines) throws IOException {
    lines.write(head(state));
    lines.write('\n');
    for (Case file : state.cases().values()) {
      lines.write(file(file));
      lines.write('\n');
    }
  }

  public static Inspection read(
      InspectionId id, Framework framework, byte[] head, Iterable<byte[]> files) {
    Sharing sharing = new Sharing();
    TreeMap<Reference, Case> read = new TreeMap<>();
    for (byte[] bytes : files) {
      Case file = file(Json.parseOwn(bytes), sharing);
      read.put(file.reference(), file);
    }
    TreePMap<Reference, Case> cases = TreePMap.fromSortedMap(read);
    JsonNode node = Json.parseOwn(head);
    TreePMap<Code, Given> answers = answers(node.required("answers"), sharing);
    return new Inspection(
        id,
        framework,
        node.required("revision").longValue(),
        facts(node.required("details"), sharing),
        cases,
        answers,
        new Decisions(
            judgements(node.required("judgements")), judgements(node.required("discretion"))),
        alerts(node.required("alerts")),
        read(node.required("marks"), name -> name, JsonNode::longValue),
        read(node.required("touched"), name -> name, JsonNode::longValue),
        Tallies.of(framework, cases.values(), answers),
        Volume.of(cases.values()));
  }

  /** Reads what {@link #write} wrote. */
  public static Inspection readLines(byte[] lines, Framework framework) {
    List<byte[]> each =
        new String(lines, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .toList();
    InspectionId id = new InspectionId(Json.parseOwn(each.getFirst()).required("id").textValue());
    return read(id, framework, each.getFirst(), each.subList(1, each.size()));
  }

  /** The digest of the edition that {@link #write} wrote lines of. */
  public static String frameworkDigest(byte[] lines) {
    String head = new String(lines, StandardCharsets.UTF_8).lines().findFirst().orElse("{}");
    return Json.parseOwn(head.getBytes(StandardCharsets.UTF_8))
        .required("frameworkDigest")
        .textValue();
  }

  private static Case file(JsonNode node, Sharing sharing) {
    return new Case(
        ValueJson.reference(node.required("reference")),
        facts(node.required("facts"), sharing),
        answers(node.required("answers"), sharing),
        node.required("revision").longValue());
  }

  /** Each fact as its value and the revision that set it. */
  private static ObjectNode facts(Map<String, Stamped> facts) {
    ObjectNode node = Json.object();
    facts.forEach((name, fact) -> node.putArray(name).add(fact.value()).add(fact.revision()));
    return node;
  }

  private static TreePMap<String, Stamped> facts(JsonNode node, Sharing sharing) {
    return read(
        node,
        sharing::of,
        value ->
            sharing.of(new Stamped(value.required(0).textValue(), value.required(1).longValue())));
  }

  private static ObjectNode answers(Map<Code, Given> answers) {
    ObjectNode node = Json.object();
    answers.forEach(
        (code, given) -> node.set(code.toString(), ValueJson.given(given, Envelope.NONE)));
    return node;
  }

  private static TreePMap<Code, Given> answers(JsonNode node, Sharing sharing) {
    return read(
        node,
        code -> sharing.of(Code.of(code)),
        value -> sharing.of(ValueJson.given(value, Envelope.NONE)));
  }

  private static ObjectNode judgements(Map<Code, Judgement> judgements) {
    ObjectNode node = Json.object();
    judgements.forEach(
        (code, judgement) ->
            node.set(code.toString(), ValueJson.judgement(judgement, Envelope.NONE)));
    return node;
  }

  private static TreePMap<Code, Judgement> judgements(JsonNode node) {
    return read(node, Code::of, value -> ValueJson.judgement(value, Envelope.NONE));
  }

  private static TreePMap<Integer, Alert> alerts(JsonNode node) {
    TreePMap<Integer, Alert> alerts = TreePMap.empty();
    for (JsonNode each : node) {
      Alert alert = ValueJson.alert(each, Envelope.NONE);
      alerts = alerts.plus(alert.number(), alert);
    }
    return alerts;
  }

  private static <K extends Comparable<? super K>, V> TreePMap<K, V> read(
      JsonNode node, Function<String, K> key, Function<JsonNode, V> value) {
    TreePMap<K, V> map = TreePMap.empty();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      map = map.plus(key.apply(member.getKey()), value.apply(member.getValue()));
    }
    return map;
  }
}
