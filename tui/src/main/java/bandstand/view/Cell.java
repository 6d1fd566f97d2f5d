package bandstand.view;

/**
 * One character cell of a frame.
 *
 * @param glyph what stands in it, sanitised: one character with its combining marks; empty in the
 *     right half of a character two cells wide
 */
public record Cell(String glyph, Style style) {

  /** A plain blank. */
  public static final Cell BLANK = new Cell(" ", Style.PLAIN);

  public Cell {
    if (!glyph.isEmpty() && !plainAscii(glyph) && !oneGlyph(glyph)) {
      throw new IllegalArgumentException("not one sanitised character: " + Text.sanitised(glyph));
    }
  }

  /** The right half of the wide character in the cell before. */
  public boolean rightHalf() {
    return glyph.isEmpty();
  }

  /**
   * Whether terminals may disagree how wide it is, as they do about emoji, combining marks and many
   * scripts; they agree about Latin, Greek and Cyrillic letters, punctuation, arrows and bars.
   */
  public boolean unusual() {
    char first = glyph.isEmpty() ? ' ' : glyph.charAt(0);
    boolean usual = first < 0x300 || (first >= 0x370 && first <= 0x482) || symbol(first);
    return glyph.length() > 1 || !usual;
  }

  Cell with(Style other) {
    return style.equals(other) ? this : new Cell(glyph, other);
  }

  Cell uncoloured() {
    return with(style.with(Colour.DEFAULT));
  }

  private static boolean symbol(char c) {
    return c >= 0x2010 && c <= 0x25FF && CellWidth.of(c) == 1 || c == '\uFFFD';
  }

  private static boolean plainAscii(String glyph) {
    return glyph.length() == 1 && glyph.charAt(0) >= ' ' && glyph.charAt(0) <= '~';
  }

  private static boolean oneGlyph(String glyph) {
    return Text.sanitised(glyph).equals(glyph) && Text.glyphs(glyph).size() == 1;
  }
}
