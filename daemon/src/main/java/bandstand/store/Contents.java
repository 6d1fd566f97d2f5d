package bandstand.store;

import bandstand.inspection.Change;
import bandstand.inspection.Once;
import bandstand.journal.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of contents as bytes: everything of each line, in order. */
final class Contents {
  /** Of what follows; an older one began with how many lines there are, which is not negative. */
  private static final int FORMAT = -2;

  private Contents() {}

  static byte[] bytes(List<Noted> lines) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeInt(lines.size());
      for (Noted line : lines) {
        out.writeLong(line.revision());
        out.writeLong(line.position().packed());
        out.writeLong(line.closing().packed());
        out.writeLong(line.of());
        out.writeUTF(line.kind().word());
        out.writeUTF(line.by());
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, line.at()));
        out.writeUTF(line.once().map(Once::key).orElse(""));
        out.writeUTF(line.once().map(Once::digest).orElse(""));
        out.writeInt(line.amount().edits());
        out.writeInt(line.amount().cases());
        out.writeInt(line.amount().answers());
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
      if (in.readInt() != FORMAT) {
        throw new IOException("it is of another format");
      }
      for (int left = in.readInt(); left > 0; left--) {
        long revision = in.readLong();
        Position position = Position.unpacked(in.readLong());
        Position closing = Position.unpacked(in.readLong());
        long of = in.readLong();
        Change.Kind kind = Change.Kind.ofWord(in.readUTF()).orElseThrow();
        String by = in.readUTF();
        Instant at = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        String key = in.readUTF();
        String digest = in.readUTF();
        Optional<Once> once = key.isEmpty() ? Optional.empty() : Optional.of(new Once(key, digest));
        Amount amount = new Amount(in.readInt(), in.readInt(), in.readInt());
        lines.add(new Noted(revision, position, closing, by, at, kind, of, once, amount));
      }
    } catch (IOException damage) {
      throw new UncheckedIOException(damage);
    }
    return lines;
  }
}
