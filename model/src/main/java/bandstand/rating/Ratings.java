package bandstand.rating;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import java.util.List;
import java.util.Optional;

/**
 * Every rating of one state: the tree that all screens, lists and receipts show parts of.
 *
 * @param groups those that are judged as a whole
 */
public record Ratings(
    Framework framework,
    Overall overall,
    List<GroupRatings> groups,
    List<StandardRatings> standards) {
  public Ratings {
    groups = List.copyOf(groups);
    standards = List.copyOf(standards);
  }

  public Optional<GroupRatings> group(Code code) {
    return groups.stream().filter(row -> row.group().code().equals(code)).findFirst();
  }

  public Optional<StandardRatings> standard(Code code) {
    return standards.stream().filter(row -> row.standard().code().equals(code)).findFirst();
  }

  public Optional<KeyQuestionRatings> keyQuestion(Code code) {
    return standard(code.depth() == 3 ? code.parent() : code).stream()
        .flatMap(row -> row.keyQuestions().stream())
        .filter(row -> row.keyQuestion().code().equals(code))
        .findFirst();
  }
}
