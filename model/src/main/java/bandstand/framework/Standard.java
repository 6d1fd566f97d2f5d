package bandstand.framework;

import java.util.List;
import java.util.Set;

/**
 * One standard (2014: criterion).
 *
 * @param counts whether its score is part of the overall (4.1 of 2021 is not)
 * @param caseTypes whose cases answer its key questions; none when only the service does
 */
public record Standard(
    Code code,
    String title,
    Kind kind,
    boolean counts,
    Set<String> caseTypes,
    List<KeyQuestion> keyQuestions) {

  /** Where a standard's rating comes from. */
  public enum Kind {
    /** Computed from the answers of its cases. */
    CASES,
    /** Recommended by the lead inspector. */
    JUDGED
  }

  public Standard {
    caseTypes = Set.copyOf(caseTypes);
    keyQuestions = List.copyOf(keyQuestions);
    if (kind == Kind.CASES && caseTypes.isEmpty()) {
      throw new IllegalArgumentException(code + " is scored by cases of no type");
    }
  }

  public boolean judged() {
    return kind == Kind.JUDGED;
  }
}
