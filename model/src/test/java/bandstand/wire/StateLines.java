package bandstand.wire;

import bandstand.inspection.Inspection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What {@link StateJson#write} writes, in memory. */
public final class StateLines {
  private StateLines() {}

  public static byte[] of(Inspection state) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try {
      StateJson.write(state, lines);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return lines.toByteArray();
  }
}
