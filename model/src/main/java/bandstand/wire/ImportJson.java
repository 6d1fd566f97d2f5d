package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.rating.Ratings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What an import answers. */
public final class ImportJson {
  /** As many as errors: what a person still reads. */
  static final int OVERWRITTEN = 1000;

  private ImportJson() {}

  /**
   * The figures of an import.
   *
   * @param revision after it; of a dry run, the present one
   * @param overwritten answers that stood and are changed
   */
  public record Result(
      boolean dryRun,
      boolean partial,
      long received,
      long created,
      long updated,
      long unchanged,
      long rejected,
      long answersSet,
      long answersCleared,
      long revision,
      List<Fault> errors,
      long errorCount,
      List<Edit.ToAnswer> overwritten) {
    public Result {
      errors = List.copyOf(errors);
      overwritten = List.copyOf(overwritten);
    }
  }

  public static byte[] write(Result result, Ratings before, Ratings after) {
    ObjectNode node =
        Json.object()
            .put("dryRun", result.dryRun())
            .put("mode", result.partial() ? "partial" : "atomic")
            .put("received", result.received())
            .put("created", result.created())
            .put("updated", result.updated())
            .put("unchanged", result.unchanged())
            .put("rejected", result.rejected());
    node.putObject("answers")
        .put("set", result.answersSet())
        .put("cleared", result.answersCleared());
    node.put("revision", result.revision());
    node.set("errors", ProblemJson.errors(result.errors()));
    node.put("errorCount", result.errorCount());
    ArrayNode overwritten = node.putArray("overwritten");
    result.overwritten().stream()
        .limit(OVERWRITTEN)
        .forEach(edit -> overwritten.add(overwritten(edit)));
    node.put("overwrittenCount", result.overwritten().size());
    ObjectNode ratings = node.putObject("ratings");
    ratings.set("before", overall(before));
    ratings.set("after", overall(after));
    ratings.set("changed", RatingMove.node(RatingMove.between(before, after), after.framework()));
    return Json.bytes(node);
  }

  private static ObjectNode overall(Ratings ratings) {
    return Json.object()
        .put("score", ratings.overall().score().orElse(null))
        .put(
            "rating",
            ratings
                .overall()
                .finalRating()
                .map(rating -> ratings.framework().word(rating).word())
                .orElse(null));
  }

  private static ObjectNode overwritten(Edit.ToAnswer edit) {
    return Json.object()
        .put("case", edit.subject().map(subject -> subject.text()).orElse(null))
        .put("code", edit.code().toString())
        .put("before", word(edit.before()))
        .put("after", word(edit.after()))
        .put("by", edit.before().map(Given::by).orElse(null));
  }

  private static String word(Optional<Given> given) {
    return given.flatMap(Given::answer).map(answer -> answer.word()).orElse("open");
  }

  /**
   * What an import came to, as read.
   *
   * @param errors the first of them; {@code errorCount} is the true number
   * @param overwritten how many answers that stood are changed
   * @param moves ratings that are others after it
   */
  public record Told(
      boolean dryRun,
      long received,
      long created,
      long updated,
      long unchanged,
      long rejected,
      long answersSet,
      long revision,
      List<Fault> errors,
      long errorCount,
      long overwritten,
      List<RatingMove> moves) {
    public Told {
      errors = List.copyOf(errors);
      moves = List.copyOf(moves);
    }
  }

  /** Read back from {@link #write}. */
  public static Outcome<Told> read(byte[] json, Framework framework) {
    return Reply.read(
        json,
        (answer, faults) ->
            Optional.of(
                new Told(
                    answer.flag("dryRun").orElse(false),
                    count(answer, "received"),
                    count(answer, "created"),
                    count(answer, "updated"),
                    count(answer, "unchanged"),
                    count(answer, "rejected"),
                    count(answer.object("answers"), "set"),
                    count(answer, "revision"),
                    answer.objects("errors").stream().map(ProblemJson::fault).toList(),
                    count(answer, "errorCount"),
                    count(answer, "overwrittenCount"),
                    RatingMove.read(answer.object("ratings").objects("changed"), framework))));
  }

  private static long count(Fields answer, String name) {
    answer.needs(name);
    return answer.integer(name, 0, Integer.MAX_VALUE).orElse(0);
  }
}
