package bandstand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every file of the repository keeps to, in all modules and beside them. */
class TreeTest {

  /** Above this a file has more than one subject (the house's style). */
  private static final int FILE_LINES = 300;

  /** As many consecutive words of an official document are a quotation. */
  private static final int QUOTED_WORDS = 9;

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final List<Path> FILES = files();

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:static |final |abstract |sealed |non-sealed )*"
              + "(?:class|interface|@interface|record|enum) .*");

  private static final Pattern NAME_OUT_OF_FASHION =
      Pattern.compile(".*(?:Manager|Helper|Utils?|Impl|Base|Data|Info|Processor)\\.java");

  private static final Pattern PLACE_OF_ONE_MACHINE =
      Pattern.compile("(?<![\\w.~}$-])/(?:root|work|Users)/");

  @Test
  void noJavaFileIsTooLong() {
    var found = new ArrayList<String>();
    for (Path file : javaFiles("")) {
      long lines = text(file).lines().count();
      if (lines > FILE_LINES) {
        found.add(ROOT.relativize(file) + ": " + lines + " lines");
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void everyPublicTypeSaysWhatItIs() {
    var found = new ArrayList<String>();
    for (Path file : javaFiles("src/main/")) {
      var before = "";
      for (String line : text(file).lines().toList()) {
        if (PUBLIC_TYPE.matcher(line).matches() && !before.endsWith("*/")) {
          found.add(ROOT.relativize(file) + ": " + line);
        }
        boolean annotation = line.startsWith("@") || line.startsWith(" ") || line.startsWith(")");
        boolean comment = line.startsWith(" *");
        if ((!annotation || comment) && !line.isBlank()) {
          before = line.startsWith("///") ? "*/" : line;
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void noTypeIsNamedForNothing() {
    var found =
        javaFiles("src/main/").stream()
            .filter(file -> NAME_OUT_OF_FASHION.matcher(file.getFileName().toString()).matches())
            .map(ROOT::relativize)
            .toList();
    assertEquals(List.of(), found);
  }

  @Test
  void noFileKnowsThePlacesOfOneMachine() {
    var found = new ArrayList<String>();
    for (Path file : FILES) {
      var place = PLACE_OF_ONE_MACHINE.matcher(text(file));
      while (place.find()) {
        found.add(ROOT.relativize(file) + ": " + place.group());
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void nothingIsQuotedFromAnOfficialDocument() throws IOException {
    var documents = OfficialDocuments.files();
    assumeTrue(!documents.isEmpty(), "no official documents beside the repository");
    Set<String> official = new HashSet<>();
    for (Path document : documents) {
      official.addAll(runs(text(document)));
    }
    var found = new ArrayList<String>();
    for (Path file : FILES) {
      for (String run : runs(text(file))) {
        if (official.contains(run)) {
          found.add(ROOT.relativize(file) + ": " + run);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void aQuotationIsSeenThroughCasePunctuationAndNumbers() {
    assertEquals(
        runs("One, two; three — four\n5. five six seven eight nine"),
        runs("ONE two three ‘four’ five six seven-eight 9 nine"));
    assertEquals(List.of(), runs("one two three four five six seven eight"));
  }

  /** Every run of nine consecutive words, in lower case and without numbers and punctuation. */
  private static List<String> runs(String text) {
    var plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^\\p{L}]+", " ")
            .strip();
    var words = List.of(plain.split(" "));
    var runs = new ArrayList<String>();
    for (int end = QUOTED_WORDS; end <= words.size(); end++) {
      runs.add(String.join(" ", words.subList(end - QUOTED_WORDS, end)));
    }
    return runs;
  }

  private static List<Path> javaFiles(String under) {
    return FILES.stream()
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> ROOT.relativize(file).toString().contains(under))
        .toList();
  }

  /** What a clone holds: no build output, nothing of version control or an editor. */
  private static List<Path> files() {
    var files = new ArrayList<Path>();
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean ours = !name.startsWith(".") || name.equals(".ci");
            return ours && !name.equals("target")
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(ROOT, visitor);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return List.copyOf(files);
  }

  /** The file's text, whatever its bytes. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
