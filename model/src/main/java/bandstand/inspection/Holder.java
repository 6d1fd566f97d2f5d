package bandstand.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who has a token, without the token.
 *
 * @param made empty where nobody wrote it down: a token of before that was kept
 * @param lastUsed the day, in UTC; empty when it was not used yet
 */
public record Holder(Person person, Optional<Made> made, Optional<LocalDate> lastUsed) {

  /**
   * When the token was made.
   *
   * @param by the name of whoever made it
   */
  public record Made(Instant at, String by) {}
}
