package bandstand.wire;

import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** What stands at a question as the API shows it. */
final class GivenJson {
  private GivenJson() {}

  /** {@code {"answer", "note"?, "ask"?, "revision", "by", "at"}}; only noted or marked: null. */
  static ObjectNode write(Given given) {
    ObjectNode node = Json.object().put("answer", given.answer().map(Answer::word).orElse(null));
    if (!given.note().isEmpty()) {
      node.put("note", given.note());
    }
    if (given.ask()) {
      node.put("ask", true);
    }
    return node.put("revision", given.revision())
        .put("by", given.by())
        .put("at", given.at().toString());
  }

  /** Read back from {@link #write}. */
  static Optional<Given> read(Fields row) {
    row.needs("revision");
    String by = row.needed("by", Limits.NAME_CHARACTERS);
    Instant at = RatingRowsReading.instant(row, row.needed("at", Limits.NAME_CHARACTERS));
    Optional<Answer> answer = row.word("answer", Answer::ofWord, AnswerRequest.ANSWERS);
    String note = row.string("note", Limits.NOTE_CHARACTERS).orElse("");
    boolean ask = row.flag("ask").orElse(false);
    if (answer.isEmpty() && note.isEmpty() && !ask) {
      return row.fault("answer", "nothing", "Nothing is given");
    }
    return row.revision("revision").map(revision -> new Given(answer, note, ask, revision, by, at));
  }
}
