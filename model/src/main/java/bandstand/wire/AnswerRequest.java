package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is to stand at one question: an answer, a note, a mark to ask the case manager.
 *
 * @param answer empty where only the note or the mark changes
 * @param note unsaid keeps the note beside the same answer, and drops it beside another
 * @param ask empty leaves the mark as it is
 * @param reason for a change of a submitted case; empty where none is given
 */
public record AnswerRequest(
    Optional<Answer> answer, Update<String> note, Optional<Boolean> ask, Optional<String> reason) {
  static final String ANSWERS = "yes, no, na";

  /** One of a batch. */
  public record Item(Place place, Optional<Reference> subject, Code code, AnswerRequest request) {}

  /** By ordinal; shared, since an import holds millions of them. */
  private static final List<Optional<AnswerRequest>> BARE =
      Arrays.stream(Answer.values()).map(AnswerRequest::unadorned).map(Optional::of).toList();

  /** Nothing but an answer. */
  public static AnswerRequest of(Answer answer) {
    return bare(answer).orElseThrow();
  }

  /** The same, as it stands among a case's answers. */
  static Optional<AnswerRequest> bare(Answer answer) {
    return BARE.get(answer.ordinal());
  }

  private static AnswerRequest unadorned(Answer answer) {
    return new AnswerRequest(
        Optional.of(answer), new Update.Unsaid<>(), Optional.empty(), Optional.empty());
  }

  /** From {@code {"answer"?, "note"?, "ask"?, "reason"?}}, with one of the first three. */
  public static Outcome<AnswerRequest> read(byte[] body) {
    return Body.read(body, AnswerRequest::of);
  }

  /** Of {@code {"case"?, "code", …}} each, as a JSON array or one a line, all or none. */
  public static Outcome<List<Item>> readBatch(byte[] body, Format format) {
    return Batch.read(body, format);
  }

  public byte[] json() {
    ObjectNode node = node();
    reason.ifPresent(text -> node.put("reason", text));
    return Json.bytes(node);
  }

  static Supplier<AnswerRequest> of(Fields fields) {
    Supplier<AnswerRequest> plain = withoutReason(fields);
    Optional<String> reason = fields.reason("reason");
    return () -> plain.get().because(reason);
  }

  /** Of a question within a case, whose reason stands beside all of them. */
  static Supplier<AnswerRequest> withoutReason(Fields fields) {
    fields.notNull("answer", "null is no answer: leave it out to keep what stands, or clear it");
    Optional<Answer> answer = fields.word("answer", Answer::ofWord, ANSWERS);
    Update<String> note = fields.note("note");
    fields.notNull("ask", "true or false is needed here");
    Optional<Boolean> ask = fields.flag("ask");
    if (!fields.has("answer") && !fields.has("note") && !fields.has("ask")) {
      fields.lacking("answer");
    }
    return () -> new AnswerRequest(answer, note, ask, Optional.empty());
  }

  ObjectNode node() {
    ObjectNode node = Json.object();
    answer.ifPresent(given -> node.put("answer", given.word()));
    switch (note) {
      case Update.Unsaid<String>() -> {}
      case Update.Removal<String>() -> node.putNull("note");
      case Update.Value<String>(String text) -> node.put("note", text);
    }
    ask.ifPresent(marked -> node.put("ask", marked));
    return node;
  }

  private AnswerRequest because(Optional<String> given) {
    return new AnswerRequest(answer, note, ask, given);
  }
}
