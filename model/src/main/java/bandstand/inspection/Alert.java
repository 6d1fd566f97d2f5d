package bandstand.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A concern for a child that needs immediate action.
 *
 * @param number from 1, in the order raised
 * @param at when the organisation was told, ISO 8601 as the inspector gave it
 * @param outcome what came of it; empty until known
 */
public record Alert(
    int number,
    Optional<Reference> subject,
    String risk,
    String organisation,
    String toldRole,
    String at,
    Status status,
    String outcome,
    String by) {

  /** How far the concern is dealt with. */
  public enum Status {
    RAISED,
    ACTING,
    RESOLVED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> ofWord(String word) {
      return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
    }
  }

  public boolean open() {
    return status != Status.RESOLVED;
  }
}
