package bandstand.document;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading a document from one place on.
 *
 * @param found how many of the expected texts there are
 */
record Attempt<T>(T result, Departures faults, int found) {
  /** Lists of contents, a summary and a narrative come before the body; each looks like a start. */
  private static final int MOST_STARTS = 32;

  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  /**
   * The first that finds everything, else the one that finds most; empty if nothing looks like a
   * start.
   */
  static <T> Optional<Attempt<T>> best(
      Framework framework, List<Piece> pieces, Function<List<Piece>, Attempt<T>> reading) {
    Optional<Attempt<T>> best = Optional.empty();
    int starts = 0;
    for (int at = 0; at < pieces.size() && starts < MOST_STARTS; at++) {
      if (starts(framework, pieces.get(at))) {
        starts++;
        Attempt<T> attempt = reading.apply(pieces.subList(at, pieces.size()));
        if (attempt.faults().none()) {
          return Optional.of(attempt);
        }
        if (best.isEmpty() || attempt.found() > best.get().found()) {
          best = Optional.of(attempt);
        }
      }
    }
    return best;
  }

  /** Whether the first group or the first standard may begin here. */
  private static boolean starts(Framework framework, Piece piece) {
    Code group = framework.groups().getFirst().code();
    Optional<Code> code = heading(framework, piece);
    return code.isPresent()
        && (code.get().equals(group) || code.get().equals(framework.standards().getFirst().code()));
  }

  /** The code of a heading, also of one that says the level's name: {@code Domain two - …}. */
  static Optional<Code> heading(Framework framework, Piece piece) {
    return switch (piece) {
      case Piece.Coded coded -> Optional.of(coded.code());
      case Piece.Plain plain -> named(framework.edition().levels().getFirst(), plain.text());
      case Piece.Item _ -> Optional.empty();
    };
  }

  private static Optional<Code> named(String level, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.startsWith(level.toLowerCase(Locale.ROOT) + " ")) {
      return Optional.empty();
    }
    String rest = lower.substring(level.length() + 1);
    int end = 0;
    while (end < rest.length() && Character.isLetterOrDigit(rest.charAt(end))) {
      end++;
    }
    boolean parted = end == rest.length() || rest.charAt(end) != ' ' || isDash(rest, end + 1);
    String number = rest.substring(0, end);
    int word = NUMBERS.indexOf(number) + 1;
    return parted
        ? Code.parse(word > 0 ? Integer.toString(word) : number).filter(code -> code.depth() == 1)
        : Optional.empty();
  }

  private static boolean isDash(String text, int at) {
    return at < text.length() && "-–—:".indexOf(text.charAt(at)) >= 0;
  }

  /** The result, or the refusal with the first places. */
  Outcome<T> outcome(String refusal) {
    return faults.none() ? Outcome.done(result) : faults.refused(refusal);
  }
}
