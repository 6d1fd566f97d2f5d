package bandstand.rating;

import java.util.Optional;

/**
 * The fewest confirmed answers whose turning moves a rating; for the overall, the fewest points.
 *
 * @param up from no to yes; empty when the rating cannot rise
 * @param down from yes to no; empty when the rating cannot fall
 */
public record Tipping(Optional<Long> up, Optional<Long> down) {
  static final Tipping NEITHER = new Tipping(Optional.empty(), Optional.empty());

  /** The nearer of the two. */
  Optional<Long> nearest() {
    return up.isPresent() && down.isPresent()
        ? Optional.of(Math.min(up.get(), down.get()))
        : up.or(() -> down);
  }
}
