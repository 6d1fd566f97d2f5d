package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.inspection.Given;
import bandstand.rating.Ratings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a write answers: the revision, what then stands, and the rating rows that changed. */
public final class WriteJson {
  private WriteJson() {}

  /** {@code {"revision", "answer", "changed"}}; a cleared answer is null. */
  public static byte[] answer(long revision, Optional<Given> given, Ratings before, Ratings after) {
    ObjectNode node = Json.object().put("revision", revision);
    node.set("answer", given.map(GivenJson::write).orElse(null));
    return Json.bytes(withChanged(node, before, after));
  }

  /** {@code {"revision", "changed"}}. */
  public static byte[] changed(long revision, Ratings before, Ratings after) {
    return Json.bytes(withChanged(Json.object().put("revision", revision), before, after));
  }

  static ObjectNode withChanged(ObjectNode node, Ratings before, Ratings after) {
    node.set("changed", ChangedRatings.between(before, after).rows(after.framework()));
    return node;
  }

  /**
   * What an answered question's write answers, as read.
   *
   * @param revision of the inspection after it
   * @param given what then stands; its own revision is an earlier one if it already stood so
   */
  public record Written(long revision, Optional<Given> given) {}

  /** Read back from {@link #answer}, and from {@link #changed}, which tells of no answer. */
  public static Outcome<Written> read(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) -> {
          answer.needs("revision");
          Optional<Given> given =
              answer.node("answer").flatMap(node -> GivenJson.read(answer.object("answer")));
          return answer.revision("revision").map(revision -> new Written(revision, given));
        });
  }

  /** What stands at a question, in an answer that has all of a case's or the service's. */
  public static Outcome<Optional<Given>> readStanding(byte[] json, Code code) {
    return Reply.read(
        json,
        (answer, faults) -> {
          Fields answers = answer.object("answers");
          return Optional.of(
              answers
                  .node(code.toString())
                  .flatMap(node -> GivenJson.read(answers.object(code.toString()))));
        });
  }
}
