package bandstand.client;

import java.util.Optional;

/**
 * Which daemon is meant, and who says so.
 *
 * @param address empty: this user's own daemon, wherever it listens
 */
public record Choice(By by, Optional<Address> address) {

  /** Who says which daemon is meant: the first that does. */
  public enum By {
    OPTION("--url says so"),
    ENVIRONMENT("BANDSTAND_URL says so"),
    LOGIN("you are logged in to it; bandstand logout forgets it"),
    NOBODY("it is your own; bandstand login chooses a team's");

    private final String words;

    By(String words) {
      this.words = words;
    }

    /** For a person. */
    public String words() {
      return words;
    }
  }

  public boolean own() {
    return address.isEmpty();
  }
}
