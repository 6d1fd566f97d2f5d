package bandstand.daemon;

/**
 * One thing that the doctor looked at.
 *
 * @param what it is, in a word or two
 * @param next what to do about it; empty when it is well
 */
record Finding(Grade grade, String what, String found, String next) {
  /** How it stands. */
  enum Grade {
    OK("ok"),
    WARN("warn"),
    FAIL("FAIL");

    private final String word;

    Grade(String word) {
      this.word = word;
    }
  }

  static Finding ok(String what, String found) {
    return new Finding(Grade.OK, what, found, "");
  }

  static Finding warn(String what, String found, String next) {
    return new Finding(Grade.WARN, what, found, next);
  }

  static Finding fail(String what, String found, String next) {
    return new Finding(Grade.FAIL, what, found, next);
  }

  String line() {
    String step = next.isEmpty() ? "" : " Next: " + next;
    return "%-4s  %s: %s.%s".formatted(grade.word, what, found, step);
  }
}
