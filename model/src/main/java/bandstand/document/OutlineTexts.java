package bandstand.document;

import bandstand.framework.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of an outline that was read, each checked: what stands under headings, and what is
 * asked.
 */
final class OutlineTexts {
  private final SortedMap<Code, Headed> headed;
  private final SortedMap<Code, Passage> asked;
  private final Departures faults;
  private final SortedMap<Code, String> texts = new TreeMap<>();

  private OutlineTexts(
      SortedMap<Code, Headed> headed, SortedMap<Code, Passage> asked, Departures faults) {
    this.headed = headed;
    this.asked = asked;
    this.faults = faults;
  }

  /** By code; what is wrong with one is added to the faults. */
  static SortedMap<Code, String> of(
      SortedMap<Code, Headed> headed, SortedMap<Code, Passage> asked, Departures faults) {
    return new OutlineTexts(headed, asked, faults).joined();
  }

  private SortedMap<Code, String> joined() {
    asked.forEach((code, passage) -> put(code, passage.text(), passage));
    boolean statements = printsStatements();
    headed.forEach(
        (code, one) -> {
          if (code.depth() == 1 || statements) {
            statement(code, one);
          } else {
            one.paragraphs()
                .forEach(
                    stray ->
                        faults.unexpected(
                            stray.line(), code, stray.text(), "Most standards have no statement"));
            put(code, one.heading().text(), one.heading());
          }
        });
    return texts;
  }

  /** Whether a standard is a name with a statement under it, or a sentence of its own. */
  private boolean printsStatements() {
    List<Headed> standards = new ArrayList<>();
    headed.forEach(
        (code, one) -> {
          if (code.depth() == 2) {
            standards.add(one);
          }
        });
    long with = standards.stream().filter(one -> !one.paragraphs().isEmpty()).count();
    return 2 * with > standards.size();
  }

  /** Words under a group that make no sentence are the head of a table. */
  private void statement(Code code, Headed one) {
    List<Passage> paragraphs =
        one.paragraphs().stream()
            .filter(passage -> code.depth() > 1 || Passage.isEnded(passage.text()))
            .toList();
    String statement = Headed.joined(paragraphs);
    if (statement.length() > Passage.MOST_CHARACTERS) {
      faults.tooLong(code, paragraphs.getFirst());
    } else if (!paragraphs.isEmpty()) {
      texts.put(code, statement);
    }
  }

  private void put(Code code, String text, Passage passage) {
    if (text.isBlank()) {
      faults.missing(passage.line(), code, "The text of " + code, "no words");
    } else if (passage.isTooLong()) {
      faults.tooLong(code, passage);
    } else {
      texts.put(code, text);
    }
  }
}
