package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Confidence;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Relation;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two editions compared, as the API answers: {@code {"from", "to", "basis": "crosswalk|labels",
 * "counts": {kind: n}, "items": [{"kind", "from": [code], "to": [code], "confidence", "note",
 * "sameWording"}]}}.
 */
public final class ComparisonJson {
  private static final int NAME_CHARACTERS = 64;

  /** Notes of every row of the table at once. */
  private static final int NOTE_CHARACTERS = 10_000;

  private ComparisonJson() {}

  public static byte[] write(Comparison comparison) {
    ObjectNode node =
        Json.object()
            .put("from", comparison.from().id())
            .put("to", comparison.to().id())
            .put("basis", comparison.ground().word());
    ObjectNode counts = node.putObject("counts");
    comparison.counts().forEach((kind, count) -> counts.put(kind.word(), count));
    ArrayNode items = node.putArray("items");
    for (Relation relation : comparison.relations()) {
      ObjectNode item = items.addObject().put("kind", relation.kind().word());
      codes(item.putArray("from"), relation.from());
      codes(item.putArray("to"), relation.to());
      item.put("confidence", relation.confidence().word())
          .put("note", relation.note())
          .put("sameWording", relation.sameWording());
    }
    return Json.bytes(node);
  }

  /** Read back from {@link #write}, for these two editions. */
  public static Outcome<Comparison> read(byte[] json, Framework from, Framework to) {
    return Reply.read(
        json,
        (answer, faults) -> {
          Optional<Comparison.Ground> ground =
              answer.required(
                  "basis",
                  name ->
                      answer.word(
                          name, Comparison.Ground::ofWord, Words.choices(Comparison.Ground.class)));
          List<Relation> relations = new ArrayList<>();
          answer.neededObjects("items").forEach(item -> relation(item).ifPresent(relations::add));
          return ground.map(known -> new Comparison(from, to, known, relations));
        });
  }

  private static Optional<Relation> relation(Fields item) {
    Optional<Relation.Kind> kind = kind(item);
    Optional<Confidence> confidence =
        item.required(
            "confidence",
            name -> item.word(name, Confidence::ofWord, Words.choices(Confidence.class)));
    List<Code> from = codes(item, "from");
    List<Code> to = codes(item, "to");
    String note = item.string("note", NOTE_CHARACTERS).orElse("");
    boolean sameWording = item.flag("sameWording").orElse(false);
    if (kind.isEmpty() || confidence.isEmpty()) {
      return Optional.empty();
    }
    return kind.get().fits(from.size(), to.size()) && (!sameWording || kind.get().oneToOne())
        ? Optional.of(new Relation(kind.get(), from, to, confidence.get(), note, sameWording))
        : item.fault("kind", "value", "So many codes make no such relation");
  }

  static Optional<Relation.Kind> kind(Fields item) {
    return item.required(
        "kind", name -> item.word(name, Relation.Kind::ofWord, Words.choices(Relation.Kind.class)));
  }

  static void codes(ArrayNode array, List<Code> codes) {
    codes.forEach(code -> array.add(code.toString()));
  }

  /** The codes of an array; what is none is a fault. */
  static List<Code> codes(Fields item, String name) {
    item.needs(name);
    List<String> texts = item.strings(name, NAME_CHARACTERS);
    List<Code> codes = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Optional<Code> code = Code.parse(texts.get(i));
      if (code.isEmpty()) {
        item.faultAt(name, i, texts.get(i), "code", "A code is needed here, such as 2.1.1");
      }
      code.ifPresent(codes::add);
    }
    return codes;
  }
}
