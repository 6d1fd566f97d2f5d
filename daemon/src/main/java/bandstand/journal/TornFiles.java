package bandstand.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The files in which torn bytes are set aside before they are cut. */
final class TornFiles {
  private static final int CHUNK_BYTES = 256 * 1024;
  private static final Pattern NAME = Pattern.compile("torn-[0-9]{12}(-[0-9]+)?\\.bytes");

  private TornFiles() {}

  /**
   * Copies a file's bytes from an offset to its end; returns the name they have now. Of many such
   * files those with the lowest sequences go.
   */
  static String save(Disk disk, long sequence, DiskFile from, long offset) throws IOException {
    List<String> torn = names(disk);
    for (String old : torn.subList(0, Math.max(0, torn.size() - Limits.TORN_FILES + 1))) {
      disk.delete(old);
    }
    String plain = String.format(Locale.ROOT, "torn-%012d", sequence);
    String name = plain + ".bytes";
    for (int again = 2; torn.contains(name); again++) {
      name = plain + "-" + again + ".bytes";
    }
    try (DiskFile copy = disk.create(name)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
      long size = from.size();
      for (long at = offset; at < size; at += CHUNK_BYTES) {
        chunk.clear();
        from.read(chunk, at);
        copy.write(chunk.flip(), at - offset);
      }
      ForceFailure.force(copy);
    }
    ForceFailure.force(disk);
    return name;
  }

  static void deleteAll(Disk disk) throws IOException {
    for (String name : names(disk)) {
      disk.delete(name);
    }
  }

  private static List<String> names(Disk disk) throws IOException {
    return disk.names().stream().filter(NAME.asMatchPredicate()).sorted().toList();
  }
}
