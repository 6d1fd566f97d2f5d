package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Carrying;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What carrying an inspection to another edition comes to: {@code {"inspection", "framework",
 * "frameworkDigest", "from": {"inspection", "framework", "frameworkDigest", "revision"}, "carried":
 * [{"from", "to", "kind", "answers", "byWording"}], "changed": [{"from": [code], "to": [code],
 * "kind", "answers"}], "open": [code], "decisions": [code], "alerts", "reopened", "cases":
 * {"carried", "left": [{"reference", "why", "answers"}], "leftCount"}, "ratings": {"before": tree,
 * "after": tree}}}.
 */
public final class CarryJson {
  /** As many as errors: what a person still reads. */
  static final int LEFT = 1000;

  private static final int ID_CHARACTERS = 64;

  private CarryJson() {}

  /**
   * Of the new inspection and its ratings.
   *
   * @param before of the inspection carried, at the revision it was carried from
   */
  public static byte[] write(Carrying carrying, RatingsTree before, RatingsTree after) {
    InspectionId made = after.of().orElseThrow().inspection();
    ObjectNode node = Json.object().put("inspection", made.text());
    put(node, carrying.comparison().to());
    ObjectNode from = node.putObject("from").put("inspection", carrying.source().id().text());
    put(from, carrying.comparison().from());
    from.put("revision", carrying.source().revision());
    ArrayNode carried = node.putArray("carried");
    for (Carrying.Carried row : carrying.carried()) {
      carried
          .addObject()
          .put("from", row.from().toString())
          .put("to", row.to().toString())
          .put("kind", row.kind().word())
          .put("answers", row.answers())
          .put("byWording", row.byWording());
    }
    ArrayNode changed = node.putArray("changed");
    for (Carrying.Changed row : carrying.changed()) {
      ObjectNode item = changed.addObject();
      ComparisonJson.codes(item.putArray("from"), row.from());
      ComparisonJson.codes(item.putArray("to"), row.to());
      item.put("kind", row.kind().word()).put("answers", row.answers());
    }
    ComparisonJson.codes(node.putArray("open"), carrying.open());
    ComparisonJson.codes(node.putArray("decisions"), carrying.decisions());
    node.put("alerts", carrying.alerts()).put("reopened", carrying.reopened());
    ObjectNode cases = node.putObject("cases").put("carried", carrying.cases());
    ArrayNode left = cases.putArray("left");
    for (Carrying.Left row : carrying.left().stream().limit(LEFT).toList()) {
      left.addObject()
          .put("reference", row.reference().text())
          .put("why", row.why())
          .put("answers", row.answers());
    }
    cases.put("leftCount", carrying.left().size());
    ObjectNode ratings = node.putObject("ratings");
    ratings.set("before", before.node());
    ratings.set("after", after.node());
    return Json.bytes(node);
  }

  private static void put(ObjectNode node, Framework edition) {
    node.put("framework", edition.id()).put("frameworkDigest", edition.edition().digest());
  }

  /**
   * What carrying came to, or would come to, as read.
   *
   * @param alerts how many open ones stay behind
   * @param reopened how many cases are set back to interviewed
   * @param left the first of the cases that do not go over; {@code leftCount} is the true number
   * @param before of the inspection carried, and at which revision
   * @param after of the new one
   */
  public record Told(
      InspectionId inspection,
      List<Carrying.Carried> carried,
      List<Carrying.Changed> changed,
      List<Code> open,
      List<Code> decisions,
      int alerts,
      int reopened,
      int cases,
      List<Carrying.Left> left,
      int leftCount,
      RatingsTree before,
      RatingsTree after) {
    public Told {
      carried = List.copyOf(carried);
      changed = List.copyOf(changed);
      open = List.copyOf(open);
      decisions = List.copyOf(decisions);
      left = List.copyOf(left);
    }

    /** All answers that go over. */
    public long answers() {
      return carried.stream().mapToLong(Carrying.Carried::answers).sum();
    }
  }

  /**
   * Read back from {@link #write}.
   *
   * @param editions by digest; an answer about one it does not know is refused
   */
  public static Outcome<Told> read(byte[] json, Function<String, Optional<Framework>> editions) {
    return Reply.read(json, (answer, faults) -> told(answer, editions));
  }

  /** The id of the new inspection alone, in an answer from {@link #write}. */
  public static Outcome<InspectionId> readMade(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) ->
            answer.required(
                "inspection", name -> InspectionId.parse(answer.needed(name, ID_CHARACTERS))));
  }

  private static Optional<Told> told(
      Fields answer, Function<String, Optional<Framework>> editions) {
    answer.needs("from");
    answer.needs("cases");
    answer.needs("ratings");
    Optional<InspectionId> made = InspectionId.parse(answer.needed("inspection", ID_CHARACTERS));
    Optional<Framework> to = edition(answer, editions);
    Optional<Framework> from = edition(answer.object("from"), editions);
    if (made.isEmpty() || to.isEmpty() || from.isEmpty()) {
      return answer.fault("frameworkDigest", "value", "This client knows no such edition");
    }
    Fields ratings = answer.object("ratings");
    Optional<RatingsTree> before = RatingsTree.read(ratings.object("before"), from.get());
    Optional<RatingsTree> after = RatingsTree.read(ratings.object("after"), to.get());
    Fields cases = answer.object("cases");
    List<Carrying.Carried> carried = carried(answer);
    List<Carrying.Changed> changed = changed(answer);
    List<Carrying.Left> left = left(cases);
    return before.flatMap(
        was ->
            after.map(
                is ->
                    new Told(
                        made.get(),
                        carried,
                        changed,
                        ComparisonJson.codes(answer, "open"),
                        ComparisonJson.codes(answer, "decisions"),
                        count(answer, "alerts"),
                        count(answer, "reopened"),
                        count(cases, "carried"),
                        left,
                        count(cases, "leftCount"),
                        was,
                        is)));
  }

  private static Optional<Framework> edition(
      Fields row, Function<String, Optional<Framework>> editions) {
    return editions.apply(row.needed("frameworkDigest", ID_CHARACTERS));
  }

  private static List<Carrying.Carried> carried(Fields answer) {
    List<Carrying.Carried> carried = new ArrayList<>();
    for (Fields row : answer.neededObjects("carried")) {
      Optional<Code> from = row.required("from", row::code);
      Optional<Code> to = row.required("to", row::code);
      ComparisonJson.kind(row)
          .filter(kind -> from.isPresent() && to.isPresent())
          .map(
              kind ->
                  new Carrying.Carried(
                      from.get(), to.get(), kind, count(row, "answers"), count(row, "byWording")))
          .ifPresent(carried::add);
    }
    return carried;
  }

  private static List<Carrying.Changed> changed(Fields answer) {
    List<Carrying.Changed> changed = new ArrayList<>();
    for (Fields row : answer.neededObjects("changed")) {
      List<Code> from = ComparisonJson.codes(row, "from");
      List<Code> to = ComparisonJson.codes(row, "to");
      ComparisonJson.kind(row)
          .map(kind -> new Carrying.Changed(from, to, kind, count(row, "answers")))
          .ifPresent(changed::add);
    }
    return changed;
  }

  private static List<Carrying.Left> left(Fields cases) {
    List<Carrying.Left> left = new ArrayList<>();
    for (Fields row : cases.neededObjects("left")) {
      String why = row.needed("why", Limits.NOTE_CHARACTERS);
      row.required("reference", row::reference)
          .map(reference -> new Carrying.Left(reference, why, count(row, "answers")))
          .ifPresent(left::add);
    }
    return left;
  }

  private static int count(Fields row, String name) {
    row.needs(name);
    return row.integer(name, 0, Integer.MAX_VALUE).orElse(0);
  }
}
