package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.Outcome;
import bandstand.framework.Question;
import bandstand.framework.Standard;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one change did to the ratings: every row that differs, as it is afterwards.
 *
 * @param standards without their key questions; a standard is here when its own row differs
 * @param groups those that are judged as a whole
 * @param overall empty when it is what it was
 */
public record ChangedRatings(
    List<KeyQuestionRatings> keyQuestions,
    List<StandardRatings> standards,
    List<GroupRatings> groups,
    Optional<Overall> overall) {
  private static final int CODE_CHARACTERS = 20;

  public ChangedRatings {
    keyQuestions = List.copyOf(keyQuestions);
    standards = standards.stream().map(ChangedRatings::bare).toList();
    groups = List.copyOf(groups);
  }

  /** Of two states of one inspection. */
  public static ChangedRatings between(Ratings before, Ratings after) {
    List<KeyQuestionRatings> keyQuestions = new ArrayList<>();
    List<StandardRatings> standards = new ArrayList<>();
    for (int i = 0; i < after.standards().size(); i++) {
      StandardRatings old = before.standards().get(i);
      StandardRatings rated = after.standards().get(i);
      for (int k = 0; k < rated.keyQuestions().size(); k++) {
        if (!rated.keyQuestions().get(k).equals(old.keyQuestions().get(k))) {
          keyQuestions.add(rated.keyQuestions().get(k));
        }
      }
      if (!bare(rated).equals(bare(old))) {
        standards.add(rated);
      }
    }
    boolean same = after.overall().equals(before.overall());
    return new ChangedRatings(
        keyQuestions,
        standards,
        after.groups().stream().filter(rated -> !before.groups().contains(rated)).toList(),
        same ? Optional.empty() : Optional.of(after.overall()));
  }

  /** The ratings afterwards, from those before. */
  public Ratings over(Ratings before) {
    return new Ratings(
        before.framework(),
        overall.orElse(before.overall()),
        before.groups().stream().map(this::over).toList(),
        before.standards().stream().map(this::over).toList());
  }

  private GroupRatings over(GroupRatings before) {
    return groups.stream()
        .filter(rated -> rated.group().code().equals(before.group().code()))
        .findFirst()
        .orElse(before);
  }

  private StandardRatings over(StandardRatings before) {
    StandardRatings row =
        standards.stream()
            .filter(rated -> rated.standard().code().equals(before.standard().code()))
            .findFirst()
            .orElse(before);
    return with(row, before.keyQuestions().stream().map(this::over).toList());
  }

  private KeyQuestionRatings over(KeyQuestionRatings before) {
    return keyQuestions.stream()
        .filter(rated -> rated.keyQuestion().code().equals(before.keyQuestion().code()))
        .findFirst()
        .orElse(before);
  }

  private static StandardRatings bare(StandardRatings rated) {
    return with(rated, List.of());
  }

  private static StandardRatings with(StandardRatings row, List<KeyQuestionRatings> keyQuestions) {
    return new StandardRatings(
        row.standard(),
        row.computed(),
        row.provisional(),
        row.range(),
        row.limiting(),
        row.tipping(),
        row.judgement(),
        row.discretion(),
        row.flags(),
        keyQuestions);
  }

  /**
   * Flat rows as in the tree: key questions, then standards, then judged groups, then the overall
   * with its code.
   */
  public byte[] json(Framework framework) {
    return Json.bytes(rows(framework));
  }

  ArrayNode rows(Framework framework) {
    RatingRows writing = new RatingRows(framework);
    ArrayNode rows = Json.array();
    keyQuestions.forEach(rated -> rows.add(writing.keyQuestion(rated)));
    standards.forEach(rated -> rows.add(writing.standard(rated)));
    groups.forEach(rated -> rows.add(writing.group(rated)));
    overall.ifPresent(
        rated -> {
          ObjectNode row = rows.addObject().put("code", Code.OVERALL.toString());
          row.setAll(writing.overall(rated));
        });
    return rows;
  }

  /**
   * From an answer to a write or an event: its {@code changed} rows, and its {@code overall} where
   * it carries one.
   */
  public static Outcome<ChangedRatings> read(byte[] json, Framework framework) {
    return Reply.read(json, (answer, faults) -> Optional.of(read(answer, framework)));
  }

  static ChangedRatings read(Fields answer, Framework framework) {
    RatingRowsReading reading = new RatingRowsReading(framework);
    List<KeyQuestionRatings> keyQuestions = new ArrayList<>();
    List<StandardRatings> standards = new ArrayList<>();
    List<GroupRatings> groups = new ArrayList<>();
    Optional<Overall> overall =
        answer.node("overall").map(node -> reading.overall(answer.object("overall")));
    for (Fields row : answer.objects("changed")) {
      Optional<Code> code = Code.parse(row.needed("code", CODE_CHARACTERS));
      Optional<Standard> standard = code.flatMap(framework::standard);
      Optional<Group> group = code.flatMap(framework::group).filter(Group::judged);
      Optional<Question> question =
          code.flatMap(framework::question).filter(asked -> !asked.isPrompt());
      if (code.equals(Optional.of(Code.OVERALL))) {
        overall = Optional.of(reading.overall(row));
      } else if (standard.isPresent()) {
        standards.add(reading.standard(row, standard.get(), List.of()));
      } else if (group.isPresent()) {
        groups.add(reading.group(row, group.get()));
      } else if (question.isPresent()) {
        keyQuestions.add(
            reading.keyQuestion(row, question.get().standard(), question.get().keyQuestion()));
      } else {
        row.fault("code", "unknown-code", framework.id() + " has no such row");
      }
    }
    return new ChangedRatings(keyQuestions, standards, groups, overall);
  }
}
