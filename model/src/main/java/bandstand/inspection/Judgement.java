package bandstand.inspection;

import bandstand.framework.Rating;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's rating of a standard, with the reason.
 *
 * @param rating empty when the standard is declared not rated
 * @param reason 1 to {@value Limits#NOTE_CHARACTERS} characters
 * @param agreed who agreed a recommendation and when; empty while only recommended
 */
public record Judgement(
    Optional<Rating> rating, String reason, Signature by, Optional<Signature> agreed) {

  /** Who, and when by the daemon's clock. */
  public record Signature(String name, Instant at) {}

  public boolean notRated() {
    return rating.isEmpty();
  }

  /** Whether two say the same, whoever said it and when. */
  public boolean says(Judgement other) {
    return rating.equals(other.rating)
        && reason.equals(other.reason)
        && agreed.isPresent() == other.agreed.isPresent();
  }
}
