package bandstand.document;

import bandstand.framework.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts lines into pieces: cells of a table, paragraphs in a cell, and what each begins with.
 *
 * <p>Asterisks and the tags of emphasis are markup wherever they stand.
 */
final class Pieces {
  private static final String BULLETS = "-*•·▪●◦‣\uF0B7\u2010\u2011\u2212";

  /** A bullet only before a letter and a bracket; elsewhere it may be a dash of the text. */
  private static final String DASHES = "–—";

  /** Nothing but these is a line drawn across the page. */
  private static final String RULES = "*_=- ";

  private static final Set<String> BREAKS = Set.of("p", "br", "li", "div");
  private static final Set<String> EMPHASES = Set.of("u", "b", "i", "em", "strong", "sup", "sub");

  /** Hashes, a bullet, and a letter or a code: what a line begins with may be a cell each. */
  private static final int MOST_MARKS = 3;

  /** The longest tag above, with its slash and a blank. */
  private static final int TAG_CHARACTERS = 9;

  /** A rating, a percentage or a page number; "Requires improvement" is the longest. */
  private static final int VALUE_CHARACTERS = 30;

  private static final int VALUE_WORDS = 3;

  /** Codes of prompts are printed nowhere. */
  private static final int DEEPEST = 3;

  private final List<Piece> pieces = new ArrayList<>();
  private boolean gap = true;

  private Pieces() {}

  static List<Piece> of(List<Line> lines) {
    Pieces pieces = new Pieces();
    lines.forEach(pieces::cut);
    return List.copyOf(pieces.pieces);
  }

  private void cut(Line line) {
    List<String> cells = cells(line.text());
    if (cells.isEmpty()) {
      gap = true;
      return;
    }
    while (cells.size() > 1 && isValue(cells.getLast())) {
      cells.removeLast();
    }
    List<String> paragraphs = paragraphs(String.join(" ", cells));
    for (int i = 0; i < paragraphs.size(); i++) {
      gap |= i > 0;
      String text = paragraphs.get(i).strip();
      if (text.chars().anyMatch(c -> RULES.indexOf(c) < 0)) {
        Piece piece = begun(text, line.number(), gap);
        if (!(piece instanceof Piece.Plain) || !piece.text().isEmpty()) {
          pieces.add(piece);
          gap = false;
        }
      }
    }
  }

  /** Those that are not blank; what a line begins with is no cell of its own. */
  private static List<String> cells(String line) {
    String bare = line.startsWith("- |") ? line.substring(2) : line;
    boolean piped = bare.startsWith("|");
    if (piped && bare.chars().allMatch(c -> "|-: ".indexOf(c) >= 0)) {
      return List.of();
    }
    List<String> cells = new ArrayList<>();
    for (String cell : bare.split(piped ? "\\|" : "\t", -1)) {
      if (!cell.isBlank()) {
        cells.add(cell.strip());
      }
    }
    for (int marks = 0;
        marks < MOST_MARKS && cells.size() > 1 && body(cells.getFirst()).isEmpty();
        marks++) {
      cells.set(0, cells.getFirst() + " " + cells.remove(1));
    }
    return cells;
  }

  private static String body(String cell) {
    return begun(cell, 0, true).text();
  }

  private static boolean isValue(String cell) {
    boolean figure = cell.chars().allMatch(c -> c >= '0' && c <= '9' || c == '%');
    boolean words =
        Character.isUpperCase(cell.charAt(0))
            && !Passage.isEnded(cell)
            && cell.split(" +", VALUE_WORDS + 1).length <= VALUE_WORDS;
    return cell.length() <= VALUE_CHARACTERS && (figure || words);
  }

  /** The text without tags and asterisks, parted where a tag ends a paragraph. */
  private static List<String> paragraphs(String text) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Optional<String> tag = tag(text, at);
      if (tag.isPresent()) {
        if (BREAKS.contains(tag.get())) {
          paragraphs.add(paragraph.toString());
          paragraph.setLength(0);
        }
        at = text.indexOf('>', at) + 1;
      } else {
        paragraph.append(text.charAt(at++));
      }
    }
    paragraphs.add(paragraph.toString());
    return paragraphs;
  }

  /** The name of the tag that begins here, if it is one of those known. */
  private static Optional<String> tag(String text, int at) {
    if (text.charAt(at) != '<') {
      return Optional.empty();
    }
    int end = text.indexOf('>', at, Math.min(text.length(), at + TAG_CHARACTERS + 1));
    if (end < 0) {
      return Optional.empty();
    }
    String name = text.substring(at + 1, end).replace("/", "").strip().toLowerCase(Locale.ROOT);
    return BREAKS.contains(name) || EMPHASES.contains(name) ? Optional.of(name) : Optional.empty();
  }

  private static Piece begun(String text, int line, boolean gap) {
    String rest = unmarked(text);
    String mark = "";
    if (isBullet(rest)) {
      mark = rest.substring(0, 1);
      rest = unmarked(rest.substring(1));
    }
    String plain = rest.replace("*", "").strip();
    int letterEnd = letterEnd(plain);
    if (letterEnd > 0) {
      String letter = plain.substring(letterEnd - 2, letterEnd - 1).toLowerCase(Locale.ROOT);
      return new Piece.Item(line, gap, mark, letter, plain.substring(letterEnd).strip());
    }
    int codeEnd = codeEnd(plain);
    if (codeEnd > 0) {
      Code code = code(plain.substring(0, codeEnd)).orElseThrow();
      return new Piece.Coded(line, gap, code, plain.substring(codeEnd).strip());
    }
    return mark.isEmpty()
        ? new Piece.Plain(line, gap, plain)
        : new Piece.Item(line, gap, mark, "", plain);
  }

  /** Without the hashes of a heading. */
  private static String unmarked(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '#') {
      at++;
    }
    return text.substring(at).strip();
  }

  private static boolean isBullet(String text) {
    if (text.isEmpty() || text.length() > 1 && text.charAt(1) != ' ') {
      return false;
    }
    return BULLETS.indexOf(text.charAt(0)) >= 0
        || DASHES.indexOf(text.charAt(0)) >= 0
            && letterEnd(text.substring(1).replace("*", "").strip()) > 0;
  }

  /** Where {@code a)} or {@code (a)} at the start ends; 0 where there is none. */
  private static int letterEnd(String text) {
    int at = text.startsWith("(") ? 1 : 0;
    int end = at + 2;
    boolean lettered =
        text.length() >= end
            && Character.toLowerCase(text.charAt(at)) >= 'a'
            && Character.toLowerCase(text.charAt(at)) <= 'z'
            && text.charAt(at + 1) == ')'
            && (text.length() == end || text.charAt(end) == ' ');
    return lettered ? end : 0;
  }

  /** Where a code at the start ends, its full stop included; 0 where there is none. */
  private static int codeEnd(String text) {
    int end = 0;
    while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean alone = end == text.length() || text.charAt(end) == ' ';
    return end > 0 && alone && code(text.substring(0, end)).isPresent() ? end : 0;
  }

  /** A single number is one only before a full stop. */
  private static Optional<Code> code(String printed) {
    boolean stopped = printed.endsWith(".");
    return Code.parse(stopped ? printed.substring(0, printed.length() - 1) : printed)
        .filter(code -> code.depth() <= DEEPEST && (code.depth() > 1 || stopped));
  }
}
