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

  /** The right half of the wide character in the cell before. */
  public boolean rightHalf() {
    return glyph.isEmpty();
  }

  /** Two cells wide, or of more than one character: terminals disagree about some of these. */
  public boolean unusual() {
    return glyph.length() != 1 || Text.width(glyph) != 1;
  }

  Cell with(Style other) {
    return style.equals(other) ? this : new Cell(glyph, other);
  }
}
