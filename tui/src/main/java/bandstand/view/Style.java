package bandstand.view;

/** How a piece of text looks; never the only carrier of a meaning. */
public record Style(Colour colour, boolean bold, boolean dim, boolean reverse) {

  public static final Style PLAIN = new Style(Colour.DEFAULT, false, false, false);
  public static final Style BOLD = PLAIN.asBold();
  public static final Style DIM = PLAIN.asDim();
  public static final Style REVERSE = PLAIN.asReverse();

  /** Plain text in a colour. */
  public static Style of(Colour colour) {
    return PLAIN.with(colour);
  }

  public Style with(Colour other) {
    return new Style(other, bold, dim, reverse);
  }

  public Style asBold() {
    return new Style(colour, true, dim, reverse);
  }

  public Style asDim() {
    return new Style(colour, bold, true, reverse);
  }

  public Style asReverse() {
    return new Style(colour, bold, dim, true);
  }
}
