package bandstand.wire;

import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Outcome;
import bandstand.framework.Standard;
import bandstand.inspection.InspectionId;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every rating of one state as the API answers it.
 *
 * <p>Figures of a percentage that was stated without its fraction have null for their counts, and a
 * judgement supposed in the calculator has null for its reason, author and time.
 *
 * @param of whose state it is; empty in the calculator, whose answer has neither member
 */
public record RatingsTree(Optional<State> of, Ratings ratings) {
  private static final int CODE_CHARACTERS = 20;
  private static final int ID_CHARACTERS = 64;

  /** An inspection at one of its revisions. */
  public record State(InspectionId inspection, long revision) {}

  public static RatingsTree of(InspectionId inspection, long revision, Ratings ratings) {
    return new RatingsTree(Optional.of(new State(inspection, revision)), ratings);
  }

  /** Of the calculator. */
  public static RatingsTree of(Ratings ratings) {
    return new RatingsTree(Optional.empty(), ratings);
  }

  public byte[] json() {
    return Json.bytes(node());
  }

  ObjectNode node() {
    ObjectNode node = Json.object();
    of.ifPresent(state -> node.put("inspection", state.inspection().text()));
    node.put("framework", ratings.framework().id());
    of.ifPresent(state -> node.put("revision", state.revision()));
    RatingRows rows = new RatingRows(ratings.framework());
    node.set("overall", rows.overall(ratings.overall()));
    if (!ratings.groups().isEmpty()) {
      ArrayNode groups = node.putArray("groups");
      ratings.groups().forEach(rated -> groups.add(rows.group(rated)));
    }
    ArrayNode standards = node.putArray("standards");
    for (StandardRatings rated : ratings.standards()) {
      ObjectNode row = rows.standard(rated);
      ArrayNode keyQuestions = row.putArray("keyQuestions");
      rated.keyQuestions().forEach(question -> keyQuestions.add(rows.keyQuestion(question)));
      standards.add(row);
    }
    return node;
  }

  /** Read back from {@link #json}; it must hold every standard and key question of the edition. */
  public static Outcome<RatingsTree> read(byte[] json, Framework framework) {
    return Reply.read(json, (answer, faults) -> read(answer, framework));
  }

  static Optional<RatingsTree> read(Fields answer, Framework framework) {
    RatingRowsReading reading = new RatingRowsReading(framework);
    String edition = answer.needed("framework", ID_CHARACTERS);
    if (!edition.equals(framework.id())) {
      return answer.fault("framework", "value", framework.id() + " is expected here");
    }
    answer.needs("overall");
    Map<String, Fields> rows = byCode(answer, "standards");
    List<StandardRatings> standards = new ArrayList<>();
    for (Standard standard : framework.standards()) {
      Fields row = rows.get(standard.code().toString());
      if (row == null) {
        return answer.fault("standards", "required", "Standard " + standard.code() + " is missing");
      }
      Map<String, Fields> questions = byCode(row, "keyQuestions");
      List<KeyQuestionRatings> keyQuestions = new ArrayList<>();
      for (KeyQuestion keyQuestion : standard.keyQuestions()) {
        Fields question = questions.get(keyQuestion.code().toString());
        if (question == null) {
          return row.fault(
              "keyQuestions", "required", "Key question " + keyQuestion.code() + " is missing");
        }
        keyQuestions.add(reading.keyQuestion(question, standard, keyQuestion));
      }
      standards.add(reading.standard(row, standard, keyQuestions));
    }
    List<GroupRatings> groups = new ArrayList<>();
    Map<String, Fields> judged = byCode(answer, "groups");
    for (Group group : framework.groups().stream().filter(Group::judged).toList()) {
      Fields row = judged.get(group.code().toString());
      if (row == null) {
        return answer.fault("groups", "required", "Group " + group.code() + " is missing");
      }
      groups.add(reading.group(row, group));
    }
    Overall overall = reading.overall(answer.object("overall"));
    return Optional.of(
        new RatingsTree(state(answer), new Ratings(framework, overall, groups, standards)));
  }

  private static Optional<State> state(Fields answer) {
    return answer
        .string("inspection", ID_CHARACTERS)
        .flatMap(InspectionId::parse)
        .flatMap(id -> answer.revision("revision").map(revision -> new State(id, revision)));
  }

  private static Map<String, Fields> byCode(Fields parent, String name) {
    Map<String, Fields> rows = new HashMap<>();
    parent.objects(name).forEach(row -> rows.put(row.needed("code", CODE_CHARACTERS), row));
    return rows;
  }
}
