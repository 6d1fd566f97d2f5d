package bandstand.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.BitSet;
import java.util.Optional;

/** Numbers of rows of a file, from 1: a set that says much of a large file in little. */
public final class RowNumbers {
  /** More rows than an import takes, so that no answer asks for much memory. */
  private static final int MOST = 10_000_000;

  private final BitSet numbers = new BitSet();

  public void add(int number) {
    numbers.set(number);
  }

  public void addAll(RowNumbers others) {
    numbers.or(others.numbers);
  }

  public boolean contains(long number) {
    return number <= Integer.MAX_VALUE && numbers.get((int) number);
  }

  public int count() {
    return numbers.cardinality();
  }

  /** In ranges: {@code [[2,2],[7,9]]}. */
  ArrayNode node() {
    ArrayNode ranges = Json.array();
    for (int from = numbers.nextSetBit(0); from >= 0; ) {
      int after = numbers.nextClearBit(from);
      ranges.addArray().add(from).add(after - 1);
      from = numbers.nextSetBit(after);
    }
    return ranges;
  }

  /** Reads what {@link #node} wrote; anything else in it is left out. */
  static RowNumbers read(Optional<JsonNode> ranges) {
    RowNumbers read = new RowNumbers();
    ranges.ifPresent(
        all ->
            all.forEach(
                range -> {
                  int from = range.path(0).asInt();
                  int last = range.path(1).asInt();
                  if (0 < from && from <= last && last <= MOST) {
                    read.numbers.set(from, last + 1);
                  }
                }));
    return read;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowNumbers same && numbers.equals(same.numbers);
  }

  @Override
  public int hashCode() {
    return numbers.hashCode();
  }

  @Override
  public String toString() {
    return node().toString();
  }
}
