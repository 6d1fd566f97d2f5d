package bandstand.rating;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import java.util.List;
import java.util.Optional;

/** Every rating of one state: the tree that all screens, lists and receipts show parts of. */
public record Ratings(Framework framework, Overall overall, List<StandardRatings> standards) {
  public Ratings {
    standards = List.copyOf(standards);
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
