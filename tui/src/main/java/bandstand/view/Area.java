package bandstand.view;

/** A stretch of rows of the canvas. */
record Area(int top, int height) {

  /** Without so many rows at its top. */
  Area below(int rows) {
    return new Area(top + rows, height - rows);
  }

  /** Only so many rows at its top. */
  Area first(int rows) {
    return new Area(top, Math.min(rows, height));
  }

  static void rule(Canvas canvas, int row) {
    canvas.fill(row, 0, canvas.size().columns(), '─', Style.DIM);
  }
}
