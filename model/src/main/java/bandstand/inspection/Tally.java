package bandstand.inspection;

/**
 * How the answers to one question count up.
 *
 * @param open without an entered answer, those that lean among them
 * @param leansYes open, and the prompts lean to yes
 * @param leansNo open, and the prompts lean to no
 */
public record Tally(int yes, int no, int na, int open, int leansYes, int leansNo) {
  public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

  public Tally {
    if (Math.min(Math.min(yes, no), Math.min(na, open)) < 0
        || Math.min(leansYes, leansNo) < 0
        || leansYes + leansNo > open) {
      throw new IllegalArgumentException(
          "tally %d %d %d %d %d %d".formatted(yes, no, na, open, leansYes, leansNo));
    }
  }

  public static Tally of(int yes, int no) {
    return new Tally(yes, no, 0, 0, 0, 0);
  }

  /** Yes and no together: the denominator. */
  public int counted() {
    return yes + no;
  }

  public int total() {
    return yes + no + na + open;
  }

  /** Entered answers only: what leans is just open. */
  public Tally confirmed() {
    return new Tally(yes, no, na, open, 0, 0);
  }

  /** With leanings taken for answers. */
  public Tally projected() {
    return new Tally(yes + leansYes, no + leansNo, na, open - leansYes - leansNo, 0, 0);
  }

  public Tally plus(Tally other) {
    return new Tally(
        yes + other.yes,
        no + other.no,
        na + other.na,
        open + other.open,
        leansYes + other.leansYes,
        leansNo + other.leansNo);
  }
}
