package bandstand.inspection;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an inspection in paths and files: 1 to 64 of {@code a-z 0-9 -}. */
public record InspectionId(String text) implements Comparable<InspectionId> {
  /** A route of its own stands under this name. */
  public static final String RESERVED = "import-archive";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,64}");

  public InspectionId {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("no inspection id: " + text);
    }
  }

  public static Optional<InspectionId> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new InspectionId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(InspectionId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
