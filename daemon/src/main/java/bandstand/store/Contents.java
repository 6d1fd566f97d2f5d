package bandstand.store;

import bandstand.inspection.Change;
import bandstand.journal.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A table of contents as bytes: revision, position, of, kind and author of each line. */
final class Contents {
  private Contents() {}

  static byte[] bytes(List<Noted> lines) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(lines.size());
      for (Noted line : lines) {
        out.writeLong(line.revision());
        out.writeLong(line.position().packed());
        out.writeLong(line.of());
        out.writeUTF(line.kind().word());
        out.writeUTF(line.by());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws UncheckedIOException if it is anything else
   */
  static List<Noted> lines(byte[] bytes) {
    List<Noted> lines = new ArrayList<>();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      for (int left = in.readInt(); left > 0; left--) {
        long revision = in.readLong();
        Position position = Position.unpacked(in.readLong());
        long of = in.readLong();
        Change.Kind kind = Change.Kind.ofWord(in.readUTF()).orElseThrow();
        lines.add(new Noted(revision, position, in.readUTF(), kind, of));
      }
    } catch (IOException damage) {
      throw new UncheckedIOException(damage);
    }
    return lines;
  }
}
