package bandstand.store;

import bandstand.journal.Copies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of a data folder that a backup holds; what is at rest is made again from them. */
public final class Parts {
  public static final String JOURNAL = "journal";
  public static final String TOKENS = "tokens";

  /** The ledger of erasures. */
  public static final String ERASURES = "erasures.json";

  /** Editions, those added in a folder of their own, and the documents attached to them. */
  public static final String EDITIONS = "editions";

  /** Ten editions added a year, and a segment a day, for a quarter of a century. */
  static final int MOST_FILES = 10_000;

  private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final Pattern FILE = Pattern.compile("%s(/%s){1,2}".formatted(EDITIONS, WORD));

  private static final int DEPTH = 2;

  private Parts() {}

  /** Whether a backup may hold a file of this name: no other is ever written to a disk. */
  static boolean isName(String name) {
    return name.equals(TOKENS)
        || name.equals(ERASURES)
        || isSegment(name)
        || FILE.matcher(name).matches();
  }

  /** Whether it names a segment of the journal. */
  static boolean isSegment(String name) {
    return name.startsWith(JOURNAL + "/") && Copies.isSegment(inJournal(name));
  }

  /** A segment's name within the journal's folder. */
  static String inJournal(String name) {
    return name.substring(JOURNAL.length() + 1);
  }

  /** What a data folder holds beside its journal, by name. */
  static List<String> files(Path data) throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : List.of(TOKENS, ERASURES)) {
      if (Files.isRegularFile(data.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        names.add(name);
      }
    }
    if (Files.isDirectory(data.resolve(EDITIONS), LinkOption.NOFOLLOW_LINKS)) {
      names.addAll(files(data, data.resolve(EDITIONS)));
    }
    return names;
  }

  private static List<String> files(Path data, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> data.relativize(file).toString())
          .filter(name -> isName(name) && !name.endsWith(Durable.BUILDING))
          .sorted()
          .toList();
    }
  }
}
