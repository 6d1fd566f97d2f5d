package bandstand.state;

/** What the screens write in signs or set words, and what it means: the one table of the help. */
public enum Sign {
  PROJECTED("~", "~", "projected: prompts' leanings where not judged"),
  SETS("*", "*", "sets the standard: its lowest question"),
  SETTLED_ROW("=", "=", "settled: nothing open can change this rating"),
  CHANGED("•", "*", "changed since the last key"),
  MOVED("▲ ▼", "^ v", "rose, fell since the last key"),
  RANGE("I-O", "I-O", "reachable range while open, by letters: I R G O"),
  SETTLED("settled", "settled", "nothing open can change the overall"),
  SAVED("saved N", "saved N", "all is on disk, as revision N of the inspection"),
  WAS("was", "was", "the figure before your last answer"),
  PENDING("(yes)", "(yes)", "answered, not yet on disk"),
  NOTED("; ?", "; ?", "a note; marked to be asked about"),
  REFUSED("REFUSED n", "REFUSED n", "refused: another came first; answer it anew there"),
  OPEN("---", "---", "open: not answered");

  private final String sign;
  private final String ascii;
  private final String says;

  Sign(String sign, String ascii, String says) {
    this.sign = sign;
    this.ascii = ascii;
    this.says = says;
  }

  /** As the screens write it; several with a blank between them. */
  public String sign() {
    return sign;
  }

  /** The same on a terminal of ASCII alone. */
  public String ascii() {
    return ascii;
  }

  /** What it means, in words. */
  public String says() {
    return says;
  }
}
