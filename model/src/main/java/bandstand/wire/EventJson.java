package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.rating.Ratings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Events of a stream of changes. */
public final class EventJson {
  /**
   * A change whose entry is larger than this is told without it; the reader fetches what it needs.
   */
  static final int ENTRY_BYTES = 64 * 1024;

  /** The same for one of more edits. */
  public static final int ENTRY_EDITS = 500;

  private EventJson() {}

  /** A change told later, without its effect. */
  public static byte[] change(Recorded recorded) {
    return Json.bytes(node(recorded, what(recorded)));
  }

  /** A change with its effect on the ratings. */
  public static byte[] change(Recorded recorded, Ratings before, Ratings after) {
    return Json.bytes(rated(node(recorded, what(recorded)), before, after));
  }

  private static ObjectNode rated(ObjectNode change, Ratings before, Ratings after) {
    ObjectNode node = WriteJson.withChanged(change, before, after);
    node.set("overall", new RatingRows(after.framework()).overall(after.overall()));
    return node;
  }

  /**
   * A change of more than {@link #ENTRY_EDITS} edits in several cases, which nobody reads to tell
   * of it.
   *
   * @param closing the change without its edits
   * @param cases how many it touches, at least two
   * @param answers how many of its edits are of answers, at least two
   */
  public record Brief(Recorded closing, int cases, int answers) {}

  /** A change told later, without its effect, as {@link #change(Recorded)} would tell it. */
  public static byte[] change(Brief brief) {
    return Json.bytes(node(brief.closing(), what(brief)));
  }

  /** The same with its effect on the ratings. */
  public static byte[] change(Brief brief, Ratings before, Ratings after) {
    return Json.bytes(rated(node(brief.closing(), what(brief)), before, after));
  }

  /** Why a stream of one inspection begins anew, at which of its revisions. */
  public static byte[] reset(long revision, ResetReason reason) {
    return Json.bytes(because(Json.object().put("revision", revision), reason));
  }

  /** Why a daemon-wide stream begins anew, at which sequence. */
  public static byte[] resetAll(long sequence, ResetReason reason) {
    return Json.bytes(because(Json.object().put("sequence", sequence), reason));
  }

  private static ObjectNode because(ObjectNode node, ResetReason reason) {
    return node.put("reason", reason.word()).put("detail", reason.detail());
  }

  /** Why a stream begins anew, in a sentence; empty where the daemon says none. */
  public static String readReset(byte[] json) {
    return Json.parse(json) instanceof Outcome.Done<JsonNode>(JsonNode node)
        ? node.path("detail").asText()
        : "";
  }

  /** The beginning of a daemon-wide stream: every inspection's revision, in order of id. */
  public static byte[] inspections(long sequence, Map<InspectionId, Long> revisions) {
    ObjectNode node = Json.object().put("sequence", sequence);
    ObjectNode each = node.putObject("inspections");
    new TreeMap<>(revisions).forEach((id, revision) -> each.put(id.text(), revision));
    return Json.bytes(node);
  }

  private static ObjectNode node(Recorded recorded, ObjectNode what) {
    ObjectNode node =
        Json.object()
            .put("inspection", recorded.inspection().text())
            .put("revision", recorded.revision())
            .put("by", recorded.by())
            .put("at", recorded.at().toString());
    node.set("what", what);
    return node;
  }

  /**
   * What was done: its kind, its size, its one answer if it has one, and its entry unless it is
   * large, or says less than what was done to the state.
   */
  static ObjectNode what(Recorded recorded) {
    Change change = recorded.change();
    ObjectNode what = said(change);
    List<Reference> cases =
        change.edits().stream().map(Edit::touches).flatMap(Optional::stream).distinct().toList();
    List<Edit.ToAnswer> answers =
        change.edits().stream()
            .filter(Edit.ToAnswer.class::isInstance)
            .map(Edit.ToAnswer.class::cast)
            .toList();
    if (cases.size() == 1) {
      what.put("case", cases.getFirst().text());
    } else if (cases.size() > 1) {
      what.put("cases", cases.size());
    }
    if (answers.size() == 1) {
      Edit.ToAnswer answer = answers.getFirst();
      what.put("code", answer.code().toString());
      what.put("before", word(answer.before()));
      what.put("after", word(answer.after()));
    } else if (answers.size() > 1) {
      what.put("answers", answers.size());
    }
    if (answers.isEmpty()) {
      change.edits().stream()
          .map(Edit::about)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(code -> what.put("code", code.toString()));
    }
    entry(recorded).ifPresent(entry -> what.set("entry", entry));
    return what;
  }

  static ObjectNode what(Brief brief) {
    return said(brief.closing().change())
        .put("cases", brief.cases())
        .put("answers", brief.answers());
  }

  private static ObjectNode said(Change change) {
    ObjectNode what = Json.object().put("kind", change.kind().word());
    change.of().ifPresent(revision -> what.put("of", revision));
    if (!change.reason().isEmpty()) {
      what.put("reason", change.reason());
    }
    return what;
  }

  private static String word(Optional<Given> given) {
    return given
        .map(stands -> stands.answer().map(answer -> answer.word()).orElse("note"))
        .orElse("open");
  }

  private static Optional<ArrayNode> entry(Recorded recorded) {
    boolean unreadable =
        switch (recorded.change().kind()) {
          case ERASE, ERASED -> true;
          default -> false;
        };
    if (unreadable || recorded.change().edits().size() > ENTRY_EDITS) {
      return Optional.empty();
    }
    List<byte[]> payloads = RecordedJson.encode(recorded);
    if (payloads.stream().mapToLong(payload -> payload.length).sum() > ENTRY_BYTES) {
      return Optional.empty();
    }
    ArrayNode entry = Json.array();
    payloads.forEach(payload -> entry.add(Json.parseOwn(payload)));
    return Optional.of(entry);
  }

  /**
   * A change read from a stream.
   *
   * @param complete false when its edits were left out for their size
   * @param cases how many it touches, also where its edits were left out
   * @param answers how many it changes, likewise
   * @param rated whether it tells its effect on the ratings
   */
  public record Seen(
      Recorded recorded, boolean complete, long cases, long answers, boolean rated) {}

  /** An event as one line of JSON: its type, its id, and what it says. */
  public static byte[] line(String type, String id, byte[] json) {
    ObjectNode line = Json.object().put("event", type);
    if (id.matches("[0-9]{1,18}")) {
      line.put("id", Long.parseLong(id));
    }
    if (Json.parse(json) instanceof Outcome.Done<JsonNode>(ObjectNode said)) {
      line.setAll(said);
    }
    return Json.bytes(line);
  }

  public static Outcome<Seen> read(byte[] json) {
    return Json.parse(json)
        .then(node -> seen(node, InspectionId.parse(node.path("inspection").asText())));
  }

  /** A change of an inspection that need not be named beside it. */
  static Outcome<Seen> seen(JsonNode node, Optional<InspectionId> id) {
    Optional<Change.Kind> kind = Change.Kind.ofWord(node.path("what").path("kind").asText());
    if (id.isEmpty() || kind.isEmpty() || !node.path("revision").isIntegralNumber()) {
      return Outcome.refused(Problem.Kind.UNREADABLE, "An event that is no change");
    }
    long revision = node.get("revision").longValue();
    String by = node.path("by").asText();
    Instant at = Instant.parse(node.path("at").asText());
    JsonNode what = node.path("what");
    boolean rated = node.path("changed").isArray();
    long cases = what.has("case") ? 1 : what.path("cases").asLong(0);
    long answers = what.has("after") ? 1 : what.path("answers").asLong(0);
    JsonNode entry = what.path("entry");
    if (!entry.isArray()) {
      Optional<Long> of =
          Optional.of(what.path("of")).filter(JsonNode::isIntegralNumber).map(JsonNode::longValue);
      Change unsaid = new Change(kind.get(), List.of(), of, what.path("reason").asText());
      Recorded recorded = new Recorded(id.get(), revision, by, at, unsaid);
      return Outcome.done(new Seen(recorded, false, cases, answers, rated));
    }
    List<Optional<byte[]>> payloads = new ArrayList<>();
    entry.forEach(payload -> payloads.add(Optional.of(Json.bytes(payload))));
    Recorded recorded = RecordedJson.decode(id.get(), revision, by, at, payloads);
    return Outcome.done(new Seen(recorded, true, cases, answers, rated));
  }
}
