package bandstand.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How rows are written in a body. */
public enum Format {
  JSON("application/json"),
  /** One JSON value a line. */
  NDJSON("application/x-ndjson"),
  /** RFC 4180 with a header row. */
  CSV("text/csv");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** By media type without parameters, in any case. */
  public static Optional<Format> ofMediaType(String mediaType) {
    String wanted = mediaType.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.mediaType.equals(wanted)).findFirst();
  }
}
