package bandstand.document;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a document departs from what is expected of it: the first places, and how many there are.
 */
final class Departures {
  /** Further on, most are consequences of these. */
  static final int FIRST = 20;

  /** A document of another structure departs at every heading; then reading on tells nothing. */
  private static final int ENOUGH = 200;

  private final List<Fault> first = new ArrayList<>();
  private int count;

  boolean none() {
    return count == 0;
  }

  /** Whether to stop reading. */
  boolean enough() {
    return count >= ENOUGH;
  }

  void add(Fault fault) {
    if (count++ < FIRST) {
      first.add(fault);
    }
  }

  /** Something expected that does not come before what is found. */
  void missing(int line, Code expected, String what, String found) {
    add(
        new Fault(
            line,
            "",
            expected.toString(),
            Optional.of(found),
            "missing",
            what + " should stand here"));
  }

  /** Something found that has no place; the expected code is the one that comes next. */
  void unexpected(int line, Code expected, String found, String why) {
    add(new Fault(line, "", expected.toString(), Optional.of(found), "unexpected", why));
  }

  /** A text beyond {@link Passage#MOST_CHARACTERS}. */
  void tooLong(Code code, Passage passage) {
    unexpected(
        passage.line(),
        code,
        passage.text(),
        "A text has at most %d characters".formatted(Passage.MOST_CHARACTERS));
  }

  /** The problem they make; the detail begins with these words. */
  <T> Outcome<T> refused(String words) {
    first.sort(Comparator.comparingInt(Fault::line));
    Fault one = first.getFirst();
    String place =
        one.value()
            .map(found -> "%s, found \"%s\"".formatted(one.message(), found))
            .orElse(one.message());
    String more =
        count == 1 ? "" : "; %d places in all%s".formatted(count, enough() ? " or more" : "");
    String detail = "%s: line %d: %s%s".formatted(words, one.line(), place, more);
    return Outcome.refused(new Problem(Problem.Kind.REFUSED, detail, first, count, List.of()));
  }
}
