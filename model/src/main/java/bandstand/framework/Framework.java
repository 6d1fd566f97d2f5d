package bandstand.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One edition of the standards: its structure, its words and the rules it is rated by.
 *
 * <p>Its data is checked where it is read, before one is made: codes run without gaps under their
 * parents, case types are known, labels are single lines.
 */
public final class Framework {
  private final Edition edition;
  private final Scale scale;
  private final List<Group> groups;
  private final List<Question> questions;
  private final Map<Code, Question> questionByCode;
  private final Map<Code, Standard> standardByCode;

  /**
   * What an edition is called.
   *
   * @param published year and month, or year, as the document says
   * @param status {@code superseded}, {@code in-force} or {@code draft}
   * @param levels names of the four levels, highest first
   * @param notes printed quirks worth knowing
   * @param digest SHA-256 of the data file, in hex
   */
  public record Edition(
      String id,
      String title,
      String published,
      String status,
      List<String> levels,
      List<String> notes,
      String digest) {
    public Edition {
      levels = List.copyOf(levels);
      notes = List.copyOf(notes);
    }
  }

  /**
   * What an edition rates with.
   *
   * @param bands empty when percentages stand without bands (2014)
   * @param overall empty when there is no overall (2014)
   */
  public record Scale(
      List<CaseType> caseTypes,
      List<RatingWord> ratings,
      Optional<Bands> bands,
      Optional<OverallTable> overall,
      List<Rule> rules) {
    public Scale {
      caseTypes = List.copyOf(caseTypes);
      ratings = List.copyOf(ratings);
      rules = List.copyOf(rules);
    }

    /** Whether a percentage is worth a rating. */
    public boolean banded() {
      return bands.isPresent();
    }
  }

  public Framework(Edition edition, Scale scale, List<Group> groups) {
    this.edition = edition;
    this.scale = scale;
    this.groups = List.copyOf(groups);
    List<Question> list = new ArrayList<>();
    Map<Code, Standard> standards = new LinkedHashMap<>();
    for (Group group : groups) {
      for (Standard standard : group.standards()) {
        standards.put(standard.code(), standard);
        for (KeyQuestion keyQuestion : standard.keyQuestions()) {
          list.add(new Question(list.size(), standard, keyQuestion, Optional.empty()));
          for (Prompt prompt : keyQuestion.prompts()) {
            list.add(new Question(list.size(), standard, keyQuestion, Optional.of(prompt)));
          }
        }
      }
    }
    this.questions = List.copyOf(list);
    this.standardByCode = Map.copyOf(standards);
    Map<Code, Question> byCode = new LinkedHashMap<>();
    list.forEach(question -> byCode.put(question.code(), question));
    this.questionByCode = Map.copyOf(byCode);
  }

  public String id() {
    return edition.id();
  }

  public Edition edition() {
    return edition;
  }

  public Scale scale() {
    return scale;
  }

  public List<Group> groups() {
    return groups;
  }

  public List<Standard> standards() {
    return groups.stream().flatMap(group -> group.standards().stream()).toList();
  }

  /** Key questions and prompts in code order, each key question before its prompts. */
  public List<Question> questions() {
    return questions;
  }

  public Optional<Question> question(Code code) {
    return Optional.ofNullable(questionByCode.get(code));
  }

  public Optional<Standard> standard(Code code) {
    return Optional.ofNullable(standardByCode.get(code));
  }

  public Optional<Group> group(Code code) {
    return groups.stream().filter(group -> group.code().equals(code)).findFirst();
  }

  /** Standards and, where they are rated as a whole, groups: what the lead inspector judges. */
  public boolean takesJudgement(Code code) {
    return code.depth() == 1
        ? group(code).map(Group::judged).orElse(false)
        : standard(code).map(Standard::judged).orElse(false) && !takesJudgement(code.parent());
  }

  /** Whether a final rating of it may be supposed: of what is judged, a standard, the overall. */
  public boolean decides(Code code) {
    return takesJudgement(code) || standard(code).isPresent() || code.equals(Code.OVERALL);
  }

  public boolean knowsCaseType(String type) {
    return scale.caseTypes().stream().anyMatch(known -> known.id().equals(type));
  }

  /** What this edition calls the level of a code, which is not the overall. */
  public String level(Code code) {
    return edition.levels().get(code.depth() - 1);
  }

  /** How this edition writes a rating. */
  public RatingWord word(Rating rating) {
    return scale.ratings().get(rating.score());
  }

  /** The rating this edition writes with that word. */
  public Optional<Rating> rating(String word) {
    return Arrays.stream(Rating.values())
        .filter(rating -> word(rating).word().equals(word))
        .findFirst();
  }

  public boolean draft() {
    return edition.status().equals("draft");
  }
}
