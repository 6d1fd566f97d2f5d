package bandstand.wire;

import bandstand.framework.CaseType;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Alert;
import bandstand.inspection.Case;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import bandstand.inspection.Step;
import bandstand.rating.Overall;
import bandstand.rating.Ratings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An inspection as lists and single reads show it. */
public final class InspectionJson {
  private static final List<String> OPTIONAL =
      List.of(
          Inspection.SHORT_NAME, Inspection.FIELDWORK, Inspection.NOTES, Inspection.RETAIN_UNTIL);

  private InspectionJson() {}

  public static byte[] write(Inspection state, Ratings ratings) {
    return Json.bytes(node(state, ratings));
  }

  /**
   * The same as it is signed off, with what is still open in it: nothing but alerts refuses that.
   */
  public static byte[] writeSignedOff(Inspection state, Ratings ratings) {
    ObjectNode node = node(state, ratings);
    JsonNode progress = node.path("progress");
    ObjectNode open =
        node.putObject("open")
            .put("cases", progress.path("cases").asInt() - progress.path("complete").asInt())
            .put(
                "keyQuestions",
                progress.path("keyQuestions").asInt() - progress.path("judged").asInt());
    ArrayNode standards = open.putArray("standards");
    ratings.standards().stream()
        .filter(row -> row.standard().counts())
        .filter(row -> row.finalRating().isEmpty() && !row.declaredNotRated())
        .forEach(row -> standards.add(row.standard().code().toString()));
    return Json.bytes(node);
  }

  private static ObjectNode node(Inspection state, Ratings ratings) {
    ObjectNode node =
        Json.object()
            .put("id", state.id().text())
            .put("service", state.detail(Inspection.SERVICE).orElse(""))
            .put("framework", state.framework().id())
            .put("frameworkDigest", state.framework().edition().digest());
    for (String name : OPTIONAL) {
      state.detail(name).ifPresent(text -> node.put(name, text));
    }
    node.put("revision", state.revision());
    state
        .carriedFrom()
        .ifPresent(
            origin ->
                node.putObject("carriedFrom")
                    .put("inspection", origin.inspection().text())
                    .put("revision", origin.revision()));
    signature(node, "created", state, Inspection.CREATED_BY, Inspection.CREATED_AT);
    signature(node, "signedOff", state, Inspection.SIGNED_OFF_BY, Inspection.SIGNED_OFF_AT);
    node.set("progress", progress(state));
    node.put("openAlerts", state.alerts().values().stream().filter(Alert::open).count());
    node.set("overall", new RatingRows(state.framework()).overall(ratings.overall()));
    return node;
  }

  /** When an inspection was made, from a row of {@link #write}. */
  public static Outcome<Instant> readCreated(byte[] row) {
    return Reply.read(
        row,
        (answer, _) ->
            answer
                .node("created")
                .map(created -> created.path("at").asText())
                .flatMap(InspectionJson::instant));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  private static void signature(
      ObjectNode node, String name, Inspection state, String by, String at) {
    if (state.detail(by).isEmpty()) {
      node.putNull(name);
      return;
    }
    node.putObject(name)
        .put("by", state.detail(by).orElse(""))
        .put("at", state.detail(at).orElse(""));
  }

  /** {@code complete} cases lack no judgement; types and steps show those without cases, too. */
  private static ObjectNode progress(Inspection state) {
    int complete = 0;
    int judged = 0;
    int keyQuestions = 0;
    Map<String, CaseJson.Progress> askedByType = new HashMap<>();
    ObjectNode types = Json.object();
    for (CaseType type : state.framework().scale().caseTypes()) {
      types.putObject(type.id()).put("cases", 0).put("complete", 0);
    }
    ObjectNode steps = Json.object();
    for (Step step : Step.values()) {
      steps.put(step.word(), 0);
    }
    for (Case file : state.cases().values()) {
      var asked =
          askedByType.computeIfAbsent(file.type(), type -> CaseJson.asked(type, state.framework()));
      var progress = CaseJson.progress(file, state.framework(), asked);
      int done = progress.open() ? 0 : 1;
      complete += done;
      judged += progress.judged();
      keyQuestions += progress.keyQuestions();
      ObjectNode ofType = types.withObjectProperty(file.type());
      add(ofType, "cases", 1);
      add(ofType, "complete", done);
      add(steps, file.step().word(), 1);
    }
    ObjectNode node =
        Json.object()
            .put("cases", state.cases().size())
            .put("complete", complete)
            .put("judged", judged)
            .put("keyQuestions", keyQuestions);
    node.set("types", types);
    node.set("steps", steps);
    return node;
  }

  private static void add(ObjectNode node, String name, int more) {
    node.put(name, node.path(name).asInt() + more);
  }

  /** The service's own answers: {@code {"answers": {code: answer}, "revision"}}. */
  public static byte[] serviceAnswers(Inspection state) {
    ObjectNode node = Json.object();
    ObjectNode answers = node.putObject("answers");
    state.answers().forEach((code, given) -> answers.set(code.toString(), GivenJson.write(given)));
    return Json.bytes(node.put("revision", state.revision()));
  }

  /**
   * An inspection in a list, as read.
   *
   * @param edition the one it was made with
   * @param complete how many of its cases lack no judgement
   * @param carriedFrom the inspection it was carried from; empty when it was not
   * @param retainUntil the last day it is kept; empty when that is not said
   * @param signedOffBy who froze it; empty while it is open
   */
  public record Row(
      InspectionId id,
      long revision,
      String service,
      Framework edition,
      int cases,
      int complete,
      int openAlerts,
      Overall overall,
      Optional<InspectionId> carriedFrom,
      Optional<LocalDate> retainUntil,
      Optional<String> signedOffBy) {}

  /** Finds the edition that an inspection was made with. */
  @FunctionalInterface
  public interface MadeWith {
    /**
     * Empty when it is not known.
     *
     * @param digest empty of a row put at rest by a Bandstand that did not say it
     */
    Optional<Framework> edition(String id, Optional<String> digest);
  }

  /** Read back from {@link #write}; a row of an edition that is not known is refused. */
  public static Outcome<Row> read(byte[] json, MadeWith editions) {
    return Reply.read(json, (answer, faults) -> row(answer, editions));
  }

  /** The id alone, read back from {@link #write}. */
  public static Outcome<InspectionId> readId(byte[] json) {
    return Reply.read(
        json, (answer, faults) -> InspectionId.parse(answer.needed("id", Limits.NAME_CHARACTERS)));
  }

  /**
   * The digest of the edition that {@link #write} wrote of; empty when a Bandstand put it at rest
   * that did not say it.
   */
  public static Outcome<Optional<String>> readDigest(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) -> Optional.of(answer.string("frameworkDigest", Limits.NAME_CHARACTERS)));
  }

  /** A page of rows. */
  public static Outcome<PageJson.Page<Row>> readPage(byte[] json, MadeWith editions) {
    return PageJson.read(json, (row, faults) -> row(row, editions));
  }

  private static Optional<Row> row(Fields row, MadeWith editions) {
    String id = row.needed("id", Limits.NAME_CHARACTERS);
    String edition = row.needed("framework", Limits.NAME_CHARACTERS);
    Optional<Framework> framework =
        editions.edition(edition, row.string("frameworkDigest", Limits.NAME_CHARACTERS));
    if (framework.isEmpty() || InspectionId.parse(id).isEmpty()) {
      return row.fault("framework", "value", "This client knows no such edition");
    }
    row.needs("overall");
    Fields progress = row.object("progress");
    return Optional.of(
        new Row(
            new InspectionId(id),
            row.revision("revision").orElse(0L),
            row.needed(Inspection.SERVICE, Limits.NAME_CHARACTERS),
            framework.get(),
            progress.integer("cases", 0, Limits.CASES).orElse(0),
            progress.integer("complete", 0, Limits.CASES).orElse(0),
            row.integer("openAlerts", 0, Limits.ALERTS).orElse(0),
            new RatingRowsReading(framework.get()).overall(row.object("overall")),
            row.object("carriedFrom")
                .string("inspection", Limits.NAME_CHARACTERS)
                .flatMap(InspectionId::parse),
            row.string(Inspection.RETAIN_UNTIL, Limits.NAME_CHARACTERS).flatMap(Retention::day),
            row.object("signedOff").string("by", Limits.NAME_CHARACTERS)));
  }

  /**
   * The editions that the rows of a page were made with, by digest, each with one of the
   * inspections made with it.
   */
  public static Outcome<Map<String, InspectionId>> readMadeWith(byte[] json) {
    return PageJson.read(json, (row, faults) -> Optional.of(made(row)))
        .map(
            page ->
                page.rows().stream()
                    .flatMap(Optional::stream)
                    .collect(Collectors.toMap(Made::digest, Made::id, (first, _) -> first)));
  }

  private record Made(String digest, InspectionId id) {}

  private static Optional<Made> made(Fields row) {
    return row.string("frameworkDigest", Limits.NAME_CHARACTERS)
        .flatMap(
            digest ->
                row.string("id", Limits.NAME_CHARACTERS)
                    .flatMap(InspectionId::parse)
                    .map(id -> new Made(digest, id)));
  }
}
