package bandstand.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A journal's segments that lie elsewhere, such as in a backup: each is read from front to back.
 *
 * @param bytes how many each file has, by name
 */
public record Copies(Map<String, Long> bytes, Source source) {
  /** Opens a file by its name. */
  @FunctionalInterface
  public interface Source {
    InputStream open(String name) throws IOException;
  }

  public Copies {
    bytes = Map.copyOf(bytes);
  }

  /** Whether a file of this name can be one of them. */
  public static boolean isSegment(String name) {
    return !Segment.among(List.of(name)).isEmpty();
  }

  /**
   * The place after the last frame.
   *
   * @param sequence of the last frame; 0 if there is none
   * @throws IllegalArgumentException if files so many and so long cannot end with that
   */
  Mark end(long sequence) {
    List<Long> segments = Segment.among(List.copyOf(bytes.keySet()));
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("no segment");
    }
    long last = segments.getLast();
    long size = bytes.getOrDefault(Segment.name(last), 0L);
    return new Mark(new Position(last, size), sequence + 1);
  }
}
