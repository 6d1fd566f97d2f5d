package bandstand.view;

/** A cell's row and column, both from 0. */
public record Place(int row, int column) {

  public Place {
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException("no such place: " + row + ", " + column);
    }
  }
}
