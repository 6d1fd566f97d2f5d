package bandstand.state;

/**
 * A list searched as one types.
 *
 * @param chosen its row, from 0; what is typed chooses the first again
 */
record Searching(TextField text, int chosen) {
  /** Longer than any word or sentence that is searched. */
  private static final int MOST_CHARACTERS = 60;

  /** Rows of the terminal that are not the list. */
  private static final int ROWS_AROUND = 6;

  /** Nothing is typed yet. */
  static final TextField NOTHING = TextField.of("", MOST_CHARACTERS);

  /** After a key; rows run from 0 to {@code last}. */
  Searching after(Key key, int last, State state) {
    int page = Math.max(1, state.display().rows() - ROWS_AROUND);
    int to =
        key instanceof Key.Named named
            ? switch (named) {
              case UP -> chosen - 1;
              case DOWN -> chosen + 1;
              case PAGE_UP -> chosen - page;
              case PAGE_DOWN -> chosen + page;
              default -> chosen;
            }
            : chosen;
    TextField typed = Typing.typed(text, key, false);
    boolean same = typed.text().equals(text.text());
    return new Searching(typed, same ? Math.clamp(to, 0, last) : 0);
  }
}
