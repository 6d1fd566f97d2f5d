package bandstand.framework;

/**
 * One prompt under a key question (2014: quality indicator).
 *
 * @param letter as printed, not unique: 002 prints two prompts lettered d in 2.4.1; may be empty
 * @param label a statement in our own words that yes confirms
 */
public record Prompt(Code code, String letter, String label) {
  public int ordinal() {
    return code.ordinal();
  }
}
