package bandstand.inspection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where people write of a case by its reference. */
public final class Mentions {
  private Mentions() {}

  /** Whether a text names a case: its reference stands there as a word, in any case of letters. */
  public static boolean in(String text, Reference reference) {
    String lower = text.toLowerCase(Locale.ROOT);
    String word = reference.text().toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
      boolean ends = end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  /** What somebody wrote in an edit's new value, in words of their own. */
  public static List<String> words(Edit edit) {
    return switch (edit) {
      case Edit.ToAnswer(_, _, _, var after) -> after.map(Given::note).stream().toList();
      case Edit.ToFact(_, _, _, var after) -> after.stream().toList();
      case Edit.ToDetail(_, _, var after) -> after.stream().toList();
      case Edit.ToJudgement(_, _, var after) -> after.map(Judgement::reason).stream().toList();
      case Edit.ToDiscretion(_, _, var after) -> after.map(Judgement::reason).stream().toList();
      case Edit.ToAlert(_, _, var after) ->
          after.stream()
              .flatMap(
                  alert ->
                      Stream.of(
                          alert.risk(), alert.organisation(), alert.toldRole(), alert.outcome()))
              .toList();
      case Edit.ToMark(var name, _, _) -> List.of(name);
      case Edit.ToCase _ -> List.of();
    };
  }
}
