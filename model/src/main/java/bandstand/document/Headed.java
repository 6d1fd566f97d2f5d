package bandstand.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A heading and the paragraphs under it. */
final class Headed {
  /** A heading at least so long was wrapped if the next line follows at once. */
  private static final int WRAPPED_CHARACTERS = 60;

  private final Passage heading;
  private final List<Passage> paragraphs = new ArrayList<>();

  /** Whether the only paragraph stands right under the heading, without a gap. */
  private boolean touched;

  Headed(int line, String heading) {
    this.heading = new Passage(line, heading);
  }

  /** Takes a line: more of the heading, of the last paragraph, or a paragraph of its own. */
  void take(Piece.Plain plain) {
    if (plain.afterGap() && headingWentOn(plain.text())) {
      heading.add(paragraphs.removeLast().text());
    }
    if (paragraphs.isEmpty() && !plain.afterGap() && headingGoesOn(plain.text())) {
      heading.add(plain.text());
    } else if (!paragraphs.isEmpty()
        && (!plain.afterGap() || paragraphs.getLast().goesOnWith(plain.text()))) {
      paragraphs.getLast().add(plain.text());
    } else {
      touched = paragraphs.isEmpty() && !plain.afterGap();
      paragraphs.add(new Passage(plain.line(), plain.text()));
    }
  }

  /** Whether the words right under the heading, no sentence, were the rest of it. */
  private boolean headingWentOn(String next) {
    return touched
        && paragraphs.size() == 1
        && !Passage.isLower(next)
        && !Passage.isEnded(paragraphs.getFirst().text());
  }

  private boolean headingGoesOn(String next) {
    return heading.isEmpty()
        || Passage.isLower(next)
        || heading.text().length() >= WRAPPED_CHARACTERS;
  }

  Passage heading() {
    return heading;
  }

  List<Passage> paragraphs() {
    return paragraphs;
  }

  /** Paragraphs parted by a newline; empty when there are none. */
  static String joined(List<Passage> paragraphs) {
    return paragraphs.stream().map(Passage::text).collect(Collectors.joining("\n"));
  }
}
