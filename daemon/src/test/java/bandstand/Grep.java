package bandstand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for a word in the raw bytes of files, of any case of letters, and in what ZIPs hold. */
public final class Grep {
  private Grep() {}

  /** The files under a folder, or the one file, that hold it; entries of a ZIP by {@code !name}. */
  public static List<String> files(Path root, String word) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (holds(Files.readAllBytes(file), word) || holds(bytes(file.toString()), word)) {
          found.add(root.relativize(file).toString());
        }
        if (file.toString().endsWith(".zip")) {
          entries(file, word, found);
        }
      }
    }
    return found;
  }

  private static void entries(Path zip, String word, List<String> found) throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (holds(entries.readAllBytes(), word)) {
          found.add("!" + entry.getName());
        }
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As Latin-1, in which every byte is a character; and with two bytes a character. */
  private static boolean holds(byte[] bytes, String word) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return text.contains(word.toLowerCase(Locale.ROOT))
        || text.contains(
            new String(word.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT));
  }
}
