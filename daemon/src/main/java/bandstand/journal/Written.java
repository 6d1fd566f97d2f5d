package bandstand.journal;

import java.util.List;

/**
 * Where a recorded entry stands.
 *
 * @param first sequence of its first frame
 * @param last sequence of its closing frame
 * @param positions of its frames, one a payload, in order
 * @param head the stream's chain after it
 */
public record Written(long first, long last, List<Position> positions, Link head) {
  public Written {
    positions = List.copyOf(positions);
    if (first < 1 || positions.isEmpty() || last - first + 1 != positions.size()) {
      throw new IllegalArgumentException(
          positions.size() + " positions for " + first + " to " + last);
    }
  }

  /** Of its first frame: what {@link Journal#read} takes. */
  public Position position() {
    return positions.getFirst();
  }

  /** The place before it, from which a replay would begin with it. */
  public Mark mark() {
    return new Mark(position(), first);
  }
}
