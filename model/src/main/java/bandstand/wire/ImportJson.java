package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Limits;
import bandstand.rating.Ratings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an import answers. */
public final class ImportJson {
  /** As many as errors: what a person still reads. */
  static final int OVERWRITTEN = 1000;

  private static final int WORD_CHARACTERS = 64;

  /**
   * An answer that stood and is changed, as read: words of the two answers, and who had given it.
   *
   * @param changed of "answer", "note" and "ask" those that are not as they were
   */
  public record Overwritten(
      String subject, String code, String before, String after, String by, List<String> changed) {
    public Overwritten {
      changed = List.copyOf(changed);
    }
  }

  private ImportJson() {}

  /**
   * The figures of an import.
   *
   * @param revision after it; of a dry run, the present one
   * @param overwritten answers that stood and are changed
   * @param rejectedRows their numbers, from 1
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
      List<Edit.ToAnswer> overwritten,
      RowNumbers rejectedRows) {
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
    node.set("rejectedRows", result.rejectedRows().node());
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
    ObjectNode row = row(edit);
    changed(edit).forEach(row.putArray("changed")::add);
    return row;
  }

  /** Which of the three members of an answer are not as they were. */
  private static List<String> changed(Edit.ToAnswer edit) {
    Optional<Given> before = edit.before();
    Optional<Given> after = edit.after();
    List<String> changed = new ArrayList<>();
    if (!word(before).equals(word(after))) {
      changed.add("answer");
    }
    if (!before.map(Given::note).orElse("").equals(after.map(Given::note).orElse(""))) {
      changed.add("note");
    }
    if (!before.map(Given::ask).orElse(false).equals(after.map(Given::ask).orElse(false))) {
      changed.add("ask");
    }
    return changed;
  }

  private static ObjectNode row(Edit.ToAnswer edit) {
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
   * @param overwritten answers that stood and are changed, the first of {@code overwrittenCount}
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
      List<Overwritten> overwritten,
      long overwrittenCount,
      RowNumbers rejectedRows,
      List<RatingMove> moves) {
    public Told {
      errors = List.copyOf(errors);
      overwritten = List.copyOf(overwritten);
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
                    answer.objects("overwritten").stream().map(ImportJson::overwritten).toList(),
                    count(answer, "overwrittenCount"),
                    RowNumbers.read(answer.node("rejectedRows")),
                    RatingMove.read(answer.object("ratings").objects("changed"), framework))));
  }

  private static Overwritten overwritten(Fields row) {
    return new Overwritten(
        row.string("case", WORD_CHARACTERS).orElse(""),
        row.string("code", WORD_CHARACTERS).orElse(""),
        row.string("before", WORD_CHARACTERS).orElse(""),
        row.string("after", WORD_CHARACTERS).orElse(""),
        row.string("by", Limits.NAME_CHARACTERS).orElse(""),
        row.strings("changed", WORD_CHARACTERS));
  }

  private static long count(Fields answer, String name) {
    answer.needs(name);
    return answer.integer(name, 0, Integer.MAX_VALUE).orElse(0);
  }
}
