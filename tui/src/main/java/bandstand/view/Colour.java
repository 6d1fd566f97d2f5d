package bandstand.view;

/** A text colour out of the terminal's own sixteen, so that its owner's theme decides the shade. */
public enum Colour {
  DEFAULT,
  RED,
  GREEN,
  YELLOW,
  BLUE,
  MAGENTA,
  CYAN
}
