package bandstand.view;

/** Height and width of a terminal or a frame, in character cells; 1 to 2,000 each. */
public record Size(int rows, int columns) {

  /** More than any screen shows; a wrong report must not claim gigabytes of cells. */
  private static final int MAXIMUM = 2_000;

  /** What a terminal has that does not say: 24 rows of 80 columns. */
  public static final Size STANDARD = new Size(24, 80);

  public Size {
    if (rows < 1 || rows > MAXIMUM || columns < 1 || columns > MAXIMUM) {
      throw new IllegalArgumentException("no such size: " + rows + " by " + columns);
    }
  }

  /** The nearest possible size. */
  public static Size nearest(int rows, int columns) {
    return new Size(Math.clamp(rows, 1, MAXIMUM), Math.clamp(columns, 1, MAXIMUM));
  }
}
