package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of an inspection's audit trail, and what checking it found. */
public final class HistoryJson {
  /**
   * What checking an inspection's audit trail came to.
   *
   * @param head the last link of its chain, in hex; empty when it is broken
   * @param broken where and why; empty when it is sound
   */
  public record Verdict(long entries, String head, String broken) {
    public boolean sound() {
      return broken.isEmpty();
    }
  }

  /**
   * A line as read.
   *
   * @param json as the daemon wrote it
   */
  public record Line(EventJson.Seen seen, String json) {}

  private static final int DETAIL_CHARACTERS = 1_000;

  private HistoryJson() {}

  /** One change: who, when, what with old and new values, and the chain's link after it. */
  public static byte[] line(Recorded recorded, String link) {
    return line(recorded, EventJson.what(recorded), link);
  }

  /** The same for one that nobody reads to tell of it. */
  public static byte[] line(EventJson.Brief brief, String link) {
    return line(brief.closing(), EventJson.what(brief), link);
  }

  private static byte[] line(Recorded recorded, ObjectNode what, String link) {
    ObjectNode node =
        Json.object()
            .put("revision", recorded.revision())
            .put("by", recorded.by())
            .put("at", recorded.at().toString());
    node.set("what", what);
    return Json.bytes(node.put("hash", link));
  }

  /** A page of what {@link #line} wrote of an inspection. */
  public static Outcome<PageJson.Page<Line>> readPage(byte[] json, InspectionId inspection) {
    return Json.parse(json).then(page -> page(page, inspection));
  }

  private static Outcome<PageJson.Page<Line>> page(JsonNode page, InspectionId inspection) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode item : page.path("items")) {
      switch (EventJson.seen(item, Optional.of(inspection))) {
        case Outcome.Done<EventJson.Seen>(EventJson.Seen seen) ->
            lines.add(new Line(seen, item.toString()));
        case Outcome.Refused<EventJson.Seen>(Problem problem) -> {
          return Outcome.refused(problem);
        }
      }
    }
    return Outcome.done(
        new PageJson.Page<>(
            lines,
            Optional.of(page.path("next")).filter(JsonNode::isTextual).map(JsonNode::textValue)));
  }

  public static byte[] sound(long entries, String head) {
    return Json.bytes(Json.object().put("ok", true).put("entries", entries).put("head", head));
  }

  public static byte[] broken(long entries, String detail) {
    return Json.bytes(Json.object().put("ok", false).put("entries", entries).put("detail", detail));
  }

  /** Read back from {@link #sound} or {@link #broken}. */
  public static Outcome<Verdict> readVerdict(byte[] json) {
    return Reply.read(
        json,
        (answer, _) -> {
          Optional<Boolean> ok = answer.required("ok", answer::flag);
          Optional<Long> entries = answer.required("entries", answer::revision);
          if (ok.isEmpty() || entries.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(
              ok.get()
                  ? new Verdict(entries.get(), answer.needed("head", DETAIL_CHARACTERS), "")
                  : new Verdict(entries.get(), "", answer.needed("detail", DETAIL_CHARACTERS)));
        });
  }
}
