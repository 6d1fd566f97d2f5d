package bandstand.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/**
 * A MapDB file of bytes by name that is built whole and never changed.
 *
 * <p>MapDB cannot be trusted with a change in place (its transactions do not recover), so a file is
 * written under another name, forced, read back, and renamed. Nor does it notice bytes that
 * changed, and may loop or ask for all memory over them: so a file's name ends with its checksum,
 * and MapDB sees no other bytes than those it wrote. What it throws may be any {@link Throwable};
 * all of it means doubt.
 */
final class MapFile {
  /** How every name ends. */
  static final String SUFFIX = ".mapdb";

  private static final String MAP = "kept";
  private static final int BUFFER_BYTES = 64 * 1024;

  private MapFile() {}

  /**
   * Makes a file and gives its name: the stem, and the checksum of its bytes.
   *
   * @param entries by ascending name; gone through twice and not held, so that a large inspection
   *     is never in memory as bytes
   * @throws IOException if it cannot be written, forced or read back
   */
  static String write(Path folder, String stem, Iterable<Map.Entry<String, byte[]>> entries)
      throws IOException {
    try {
      Path file =
          Durable.make(
              folder.resolve(stem + SUFFIX + Durable.BUILDING),
              building -> {
                Files.delete(building);
                build(building, entries);
                Files.setPosixFilePermissions(
                    building, PosixFilePermissions.fromString("rw-------"));
                verify(building, entries);
              },
              building -> folder.resolve(stem + "." + checksum(building) + SUFFIX));
      return String.valueOf(file.getFileName());
    } catch (RuntimeException | Error doubt) {
      throw new IOException("MapDB could not build " + stem, doubt);
    }
  }

  /** Everything in the file in order of name; empty if there is no such file, or on any doubt. */
  static Optional<SortedMap<String, byte[]>> read(Path file, BiConsumer<Path, Throwable> doubted) {
    try {
      if (!String.valueOf(file.getFileName()).endsWith("." + checksum(file) + SUFFIX)) {
        throw new IOException("its bytes are not those that were written");
      }
      return Optional.of(content(file));
    } catch (IOException | RuntimeException | Error doubt) {
      doubted.accept(file, doubt);
      return Optional.empty();
    }
  }

  private static String checksum(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        checksum.update(buffer, 0, count);
      }
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private static void build(Path file, Iterable<Map.Entry<String, byte[]>> entries) {
    try (DB db = DBMaker.fileDB(file.toFile()).make()) {
      var sink =
          db.treeMap(MAP, Serializer.STRING, Serializer.BYTE_ARRAY)
              .valuesOutsideNodesEnable()
              .createFromSink();
      entries.forEach(entry -> sink.put(entry.getKey(), entry.getValue()));
      sink.create();
    }
  }

  private static SortedMap<String, byte[]> content(Path file) {
    TreeMap<String, byte[]> content = new TreeMap<>();
    forEach(file, content::put);
    return content;
  }

  /** In order of name. */
  private static void forEach(Path file, BiConsumer<String, byte[]> each) {
    try (DB db = DBMaker.fileDB(file.toFile()).readOnly().fileLockDisable().make()) {
      BTreeMap<String, byte[]> map =
          db.treeMap(MAP, Serializer.STRING, Serializer.BYTE_ARRAY)
              .valuesOutsideNodesEnable()
              .open();
      for (Map.Entry<String, byte[]> entry : map.getEntries()) {
        each.accept(entry.getKey(), entry.getValue());
      }
    }
  }

  /** Entry by entry: a large inspection is not in memory twice. */
  private static void verify(Path file, Iterable<Map.Entry<String, byte[]>> entries)
      throws IOException {
    Iterator<Map.Entry<String, byte[]>> written = entries.iterator();
    AtomicBoolean same = new AtomicBoolean(true);
    forEach(
        file,
        (name, bytes) -> {
          if (!written.hasNext()) {
            same.set(false);
            return;
          }
          Map.Entry<String, byte[]> expected = written.next();
          if (!expected.getKey().equals(name) || !Arrays.equals(expected.getValue(), bytes)) {
            same.set(false);
          }
        });
    if (!same.get() || written.hasNext()) {
      throw new IOException(file.getFileName() + " does not read back as written");
    }
  }
}
