package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One thing taken for true in a what-if. */
public sealed interface Supposition {

  /** An answer of a case or, without a case, of the service; empty supposes it open. */
  record OfAnswer(Optional<Reference> subject, Code code, Optional<Answer> answer)
      implements Supposition {}

  /** A final rating of a standard; empty supposes none is decided. */
  record OfRating(Code standard, Optional<Rating> rating) implements Supposition {}

  /**
   * In the order given, from {@code {"changes": [{"case"?, "code", "answer"} | {"standard",
   * "rating"}, …]}}.
   */
  static Outcome<List<Supposition>> read(byte[] body, Framework framework) {
    return Body.read(body, fields -> of(fields, framework));
  }

  static byte[] json(List<Supposition> suppositions, Framework framework) {
    ObjectNode node = Json.object();
    ArrayNode changes = node.putArray("changes");
    suppositions.forEach(
        supposition -> {
          ObjectNode change = changes.addObject();
          switch (supposition) {
            case OfAnswer(var subject, Code code, var answer) -> {
              subject.ifPresent(reference -> change.put("case", reference.text()));
              change.put("code", code.toString());
              change.put("answer", answer.map(Answer::word).orElse(null));
            }
            case OfRating(Code standard, var rating) -> {
              change.put("standard", standard.toString());
              change.put("rating", rating.map(given -> framework.word(given).word()).orElse(null));
            }
          }
        });
    return Json.bytes(node);
  }

  private static Supplier<List<Supposition>> of(Fields fields, Framework framework) {
    fields.required("changes", fields::node);
    List<Supplier<Supposition>> changes =
        fields.objects("changes").stream().map(change -> change(change, framework)).toList();
    return () -> changes.stream().map(Supplier::get).toList();
  }

  private static Supplier<Supposition> change(Fields fields, Framework framework) {
    Supplier<Supposition> change =
        fields.has("standard") ? rating(fields, framework) : answer(fields, framework);
    fields.finish();
    return change;
  }

  private static Supplier<Supposition> answer(Fields fields, Framework framework) {
    Optional<Reference> subject = fields.reference("case");
    Optional<Code> code = fields.required("code", fields::code);
    if (code.isPresent() && framework.question(code.get()).isEmpty()) {
      unknown(fields, "code", code.get(), "key question or prompt", framework);
    }
    Optional<Answer> answer =
        fields.stated("answer", name -> fields.word(name, Answer::ofWord, AnswerRequest.ANSWERS));
    return () -> new OfAnswer(subject, code.orElseThrow(), answer);
  }

  private static void unknown(
      Fields fields, String name, Code code, String kind, Framework framework) {
    fields.fault(name, "unknown-code", "%s is no %s of %s".formatted(code, kind, framework.id()));
  }

  private static Supplier<Supposition> rating(Fields fields, Framework framework) {
    Optional<Code> standard = fields.required("standard", fields::code);
    if (standard.isPresent() && !framework.decides(standard.get())) {
      unknown(fields, "standard", standard.get(), "standard", framework);
    }
    Optional<Rating> rating =
        fields.stated("rating", name -> JudgementRequest.rating(fields, name, framework));
    return () -> new OfRating(standard.orElseThrow(), rating);
  }
}
