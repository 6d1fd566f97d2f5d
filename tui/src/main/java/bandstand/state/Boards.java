package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Standard;
import bandstand.rating.StandardRatings;
import java.util.List;

/** What the Board looks at. */
public final class Boards {
  private Boards() {}

  /** The key question chosen, else the first that sets the standard, else its first. */
  public static Code question(Opened opened, Screen.Board screen, Standard standard) {
    List<Code> codes = standard.keyQuestions().stream().map(KeyQuestion::code).toList();
    return screen
        .question()
        .filter(codes::contains)
        .or(
            () ->
                opened.ratings().standard(standard.code()).map(StandardRatings::limiting).stream()
                    .flatMap(List::stream)
                    .findFirst())
        .orElseGet(codes::getFirst);
  }
}
