package bandstand.inspection;

import java.util.Collection;
import java.util.Optional;

/**
 * How much the cases of an inspection hold; kept by differences, as {@link Tallies} are.
 *
 * @param answers those that are only a note or a mark among them
 * @param characters of notes and facts
 */
public record Volume(long answers, long characters) {
  static final Volume NOTHING = new Volume(0, 0);

  /** Of all of these. */
  public static Volume of(Collection<Case> files) {
    Volume sum = NOTHING;
    for (Case file : files) {
      sum = sum.moved(Optional.empty(), Optional.of(file));
    }
    return sum;
  }

  /** With one case as it is now instead of as it was. */
  Volume moved(Optional<Case> before, Optional<Case> after) {
    Volume less = before.map(Volume::of).orElse(NOTHING);
    Volume more = after.map(Volume::of).orElse(NOTHING);
    return new Volume(
        answers + more.answers - less.answers, characters + more.characters - less.characters);
  }

  private static Volume of(Case file) {
    long characters = 0;
    for (Stamped fact : file.facts().values()) {
      characters += fact.value().length();
    }
    for (Given given : file.answers().values()) {
      characters += given.note().length();
    }
    return new Volume(file.answers().size(), characters);
  }
}
