package bandstand.wire;

import bandstand.inspection.Alert;
import bandstand.inspection.Edit;
import bandstand.inspection.Judgement;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * One edit as the journal keeps it: what it is about, {@code from} and {@code to}, each left out
 * when absent. The case it touches stands around it.
 */
final class EditJson {
  static final String ANSWER = "answer";
  static final String FILE = "file";
  static final String FACT = "fact";
  private static final String DETAIL = "detail";
  private static final String JUDGEMENT = "judgement";
  private static final String DISCRETION = "discretion";
  private static final String ALERT = "alert";
  private static final String MARK = "mark";
  static final String FROM = "from";
  static final String TO = "to";

  /** Longer texts are a person's own. */
  private static final int SHARED_CHARACTERS = 64;

  private EditJson() {}

  static ObjectNode write(Edit edit, Envelope envelope) {
    ObjectNode node = Json.object();
    switch (edit) {
      case Edit.ToAnswer(var subject, var code, var before, var after) -> {
        node.put(ANSWER, code.toString());
        values(node, before, after, given -> ValueJson.given(given, envelope));
      }
      case Edit.ToCase(var subject, boolean before, boolean after) -> {
        node.put(FILE, true);
        values(node, Optional.of(before), Optional.of(after), BooleanNode::valueOf);
      }
      case Edit.ToFact(var subject, var name, var before, var after) -> {
        node.put(FACT, name);
        values(node, before, after, TextNode::valueOf);
      }
      case Edit.ToDetail(var name, var before, var after) -> {
        node.put(DETAIL, name);
        values(node, before, after, TextNode::valueOf);
      }
      case Edit.ToJudgement(var standard, var before, var after) -> {
        node.put(JUDGEMENT, standard.toString());
        values(node, before, after, judgement -> ValueJson.judgement(judgement, envelope));
      }
      case Edit.ToDiscretion(var code, var before, var after) -> {
        node.put(DISCRETION, code.toString());
        values(node, before, after, judgement -> ValueJson.judgement(judgement, envelope));
      }
      case Edit.ToAlert(int number, var before, var after) -> {
        node.put(ALERT, number);
        values(node, before, after, alert -> ValueJson.alert(alert, envelope));
      }
      case Edit.ToMark(var name, var before, var after) -> {
        node.put(MARK, name);
        values(node, before, after, LongNode::valueOf);
      }
    }
    return node;
  }

  static Edit read(JsonNode node, Optional<Reference> subject, Envelope envelope) {
    String kind = node.fieldNames().next();
    JsonNode about = node.get(kind);
    Function<JsonNode, Judgement> judgement = value -> ValueJson.judgement(value, envelope);
    Function<JsonNode, Alert> alert = value -> ValueJson.alert(value, envelope);
    return switch (kind) {
      case ANSWER ->
          new Edit.ToAnswer(
              subject,
              envelope.shared(ValueJson.code(about)),
              ValueJson.given(ValueJson.member(node, FROM), envelope),
              ValueJson.given(ValueJson.member(node, TO), envelope));
      case FILE ->
          new Edit.ToCase(
              subject.orElseThrow(),
              node.required(FROM).booleanValue(),
              node.required(TO).booleanValue());
      case FACT ->
          new Edit.ToFact(
              subject.orElseThrow(),
              envelope.shared(about.textValue()),
              text(node, FROM).map(text -> shared(text, envelope)),
              text(node, TO).map(text -> shared(text, envelope)));
      case DETAIL -> new Edit.ToDetail(about.textValue(), text(node, FROM), text(node, TO));
      case JUDGEMENT ->
          new Edit.ToJudgement(
              ValueJson.code(about), value(node, FROM, judgement), value(node, TO, judgement));
      case DISCRETION ->
          new Edit.ToDiscretion(
              ValueJson.code(about), value(node, FROM, judgement), value(node, TO, judgement));
      case ALERT ->
          new Edit.ToAlert(about.intValue(), value(node, FROM, alert), value(node, TO, alert));
      case MARK ->
          new Edit.ToMark(
              about.textValue(),
              value(node, FROM, JsonNode::longValue),
              value(node, TO, JsonNode::longValue));
      default -> throw new IllegalArgumentException("no edit: " + kind);
    };
  }

  /** A word that many cases have; a note is nobody else's. */
  private static String shared(String text, Envelope envelope) {
    return text.length() <= SHARED_CHARACTERS ? envelope.shared(text) : text;
  }

  private static <T> void values(
      ObjectNode node, Optional<T> before, Optional<T> after, Function<T, JsonNode> write) {
    before.ifPresent(value -> node.set(FROM, write.apply(value)));
    after.ifPresent(value -> node.set(TO, write.apply(value)));
  }

  private static <T> Optional<T> value(JsonNode node, String name, Function<JsonNode, T> read) {
    return ValueJson.member(node, name).map(read);
  }

  private static Optional<String> text(JsonNode node, String name) {
    return value(node, name, JsonNode::textValue);
  }
}
