package bandstand.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/**
 * A MapDB file of bytes by name that is built whole and never changed.
 *
 * <p>MapDB cannot be trusted with a change in place (its transactions do not recover), so a file is
 * written under another name, forced, read back, and renamed over the old one. Errors of MapDB
 * surface as any {@link Throwable}; all of them mean doubt.
 */
final class MapFile {
  private static final String MAP = "kept";

  private MapFile() {}

  /**
   * Replaces the file.
   *
   * @throws IOException if it cannot be written, forced or read back; the old file then stands
   */
  static void write(Path file, SortedMap<String, byte[]> entries) throws IOException {
    try {
      Durable.replace(
          file,
          building -> {
            Files.delete(building);
            build(building, entries);
            Files.setPosixFilePermissions(building, PosixFilePermissions.fromString("rw-------"));
            verify(building, entries);
          });
    } catch (RuntimeException | AssertionError doubt) {
      throw new IOException("MapDB could not build " + file.getFileName(), doubt);
    }
  }

  /** Everything in the file in order of name; empty if there is no such file, or on any doubt. */
  static Optional<SortedMap<String, byte[]>> read(Path file, BiConsumer<Path, Throwable> doubted) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(content(file));
    } catch (RuntimeException | AssertionError doubt) {
      doubted.accept(file, doubt);
      return Optional.empty();
    }
  }

  private static void build(Path file, SortedMap<String, byte[]> entries) {
    try (DB db = DBMaker.fileDB(file.toFile()).make()) {
      var sink =
          db.treeMap(MAP, Serializer.STRING, Serializer.BYTE_ARRAY)
              .valuesOutsideNodesEnable()
              .createFromSink();
      entries.forEach(sink::put);
      sink.create();
    }
  }

  private static SortedMap<String, byte[]> content(Path file) {
    try (DB db = DBMaker.fileDB(file.toFile()).readOnly().fileLockDisable().make()) {
      BTreeMap<String, byte[]> map =
          db.treeMap(MAP, Serializer.STRING, Serializer.BYTE_ARRAY)
              .valuesOutsideNodesEnable()
              .open();
      SortedMap<String, byte[]> content = new TreeMap<>();
      for (Map.Entry<String, byte[]> entry : map.getEntries()) {
        content.put(entry.getKey(), entry.getValue());
      }
      return content;
    }
  }

  private static void verify(Path file, SortedMap<String, byte[]> entries) throws IOException {
    SortedMap<String, byte[]> found = content(file);
    boolean same =
        found.keySet().equals(entries.keySet())
            && found.entrySet().stream()
                .allMatch(entry -> Arrays.equals(entry.getValue(), entries.get(entry.getKey())));
    if (!same) {
      throw new IOException(file.getFileName() + " does not read back as written");
    }
  }
}
