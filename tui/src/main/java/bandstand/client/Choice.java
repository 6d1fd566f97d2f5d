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

  /** What to do when nobody answers there, to go behind why; empty where that is clear. */
  public String away() {
    return own()
        ? ""
        : switch (by) {
          case OPTION -> "\nis it running, and there? own is your own: --url own";
          case ENVIRONMENT ->
              "\nBANDSTAND_URL names it: start it, or unset BANDSTAND_URL for your own";
          case LOGIN ->
              "\nyou are logged in to it: ask whoever runs it; bandstand --url own is your own";
          case NOBODY -> "";
        };
  }

  public boolean own() {
    return address.isEmpty();
  }
}
