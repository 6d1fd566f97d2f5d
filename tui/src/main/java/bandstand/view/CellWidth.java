package bandstand.view;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many columns a code point takes: Unicode's East Asian Width (wide and full-width are two,
 * ambiguous is one), the emoji shown as pictures (two), and what combines with the character before
 * (none).
 */
final class CellWidth {

  /** First and last code points of the wide ranges; the pictures among the emoji are asked for. */
  private static final NavigableMap<Integer, Integer> WIDE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(0x1100, 0x115F), // Hangul leading consonants
              Map.entry(0x2329, 0x232A),
              Map.entry(0x2630, 0x2637), // trigrams
              Map.entry(0x268A, 0x268F),
              Map.entry(0x2E80, 0x303E), // CJK radicals and punctuation
              Map.entry(0x3041, 0x3247), // Kana, Bopomofo, enclosed letters
              Map.entry(0x3250, 0xA4C6), // CJK ideographs, Yi
              Map.entry(0xA960, 0xA97C),
              Map.entry(0xAC00, 0xD7A3), // Hangul syllables
              Map.entry(0xF900, 0xFAFF),
              Map.entry(0xFE10, 0xFE19),
              Map.entry(0xFE30, 0xFE6B),
              Map.entry(0xFF01, 0xFF60), // full-width forms
              Map.entry(0xFFE0, 0xFFE6),
              Map.entry(0x16FE0, 0x18DF2), // Tangut and Khitan
              Map.entry(0x1AFF0, 0x1B2FB),
              Map.entry(0x1D300, 0x1D376),
              Map.entry(0x1F200, 0x1F265),
              Map.entry(0x20000, 0x3FFFD))); // CJK extensions

  private static final int LAST_ALWAYS_NARROW = 0x2FF;

  private CellWidth() {}

  /** 0, 1 or 2. */
  static int of(int codePoint) {
    if (codePoint <= LAST_ALWAYS_NARROW) {
      return 1;
    }
    if (combines(codePoint)) {
      return 0;
    }
    Map.Entry<Integer, Integer> range = WIDE.floorEntry(codePoint);
    boolean wide = range != null && codePoint <= range.getValue();
    return wide || shownAsPicture(codePoint) ? 2 : 1;
  }

  private static boolean combines(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> hangulVowelOrTail(codePoint);
    };
  }

  private static boolean hangulVowelOrTail(int codePoint) {
    return (codePoint >= 0x1160 && codePoint <= 0x11FF)
        || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF);
  }

  /** Regional indicators count one each: a pair makes one flag of two columns. */
  private static boolean shownAsPicture(int codePoint) {
    boolean regionalIndicator = codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    return Character.isEmojiPresentation(codePoint) && !regionalIndicator;
  }
}
