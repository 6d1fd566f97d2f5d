package bandstand.document;

import static bandstand.document.Judged.done;
import static bandstand.document.Judged.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bandstand.OfficialDocuments;
import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Wording;
import bandstand.wire.BuiltInEditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published documents as they are, where they lie beside the repository. */
class OfficialDocumentsTest {
  private static final Map<String, Framework> EDITIONS = BuiltInEditions.load().frameworks();

  private static final String CHARACTERISTICS = "001";

  /** Prints rows of tables, which no program wraps. */
  private static final String TABLES = "004";

  private static byte[] bytes(String number) throws IOException {
    Optional<Path> file = OfficialDocuments.numbered(number);
    assumeTrue(file.isPresent(), "no official documents beside the repository");
    return Files.readAllBytes(file.orElseThrow());
  }

  private static PublishedDocument document(String number) throws IOException {
    return done(PublishedDocument.of(bytes(number)));
  }

  private static Framework edition(String id) {
    return Optional.ofNullable(EDITIONS.get(id)).orElseThrow();
  }

  private static List<String> fits(PublishedDocument document) {
    return done(document.fits(EDITIONS.values())).stream()
        .map(fit -> fit.getClass().getSimpleName() + " " + fit.framework().id())
        .toList();
  }

  /** Counts of groups, standards, key questions and prompts with a text: all the edition has. */
  @ParameterizedTest
  @CsvSource({
    "000, fji-2014, 5, 23, 29, 291",
    "002, yos-2021, 0, 13, 42, 212",
    "003, yjs-2023-draft, 2, 7, 18, 134",
    "004, yos-2018, 0, 12, 37, 0"
  })
  void everyTextIsMatchedAndTheEditionKnown(
      String number, String id, int groups, int standards, int keyQuestions, int prompts)
      throws IOException {
    PublishedDocument document = document(number);
    Wording wording = done(document.wording(edition(id)));
    assertEquals(
        List.of(groups, standards, keyQuestions, prompts),
        Stream.of(1, 2, 3, 4).map(wording::count).toList());
    assertEquals(List.of(), wording.unmatched(edition(id)));
    assertEquals(List.of("Standards " + id), fits(document));
  }

  @ParameterizedTest
  @CsvSource({"000, fji-2014", "002, yos-2021", "003, yjs-2023-draft", "004, yos-2018"})
  void everyWordStandsInTheDocumentInThisOrder(String number, String id) throws IOException {
    verbatim(number, done(document(number).wording(edition(id))).texts().values());
  }

  /**
   * Every key question and prompt of 002 and 003 ends in a question mark, and nothing else does.
   */
  @ParameterizedTest
  @CsvSource({"002, yos-2021, 254", "003, yjs-2023-draft, 152"})
  void noQuestionOfTheDocumentIsLeftOut(String number, String id, int questions)
      throws IOException {
    String joined = String.join("", done(document(number).wording(edition(id))).texts().values());
    assertEquals(questions, joined.chars().filter(c -> c == '?').count());
    assertEquals(questions, new String(bytes(number), UTF_8).chars().filter(c -> c == '?').count());
  }

  @Test
  void theIndicatorSplitOverAPageIsWhole() throws IOException {
    Map<Code, String> texts = done(document("000").wording(edition("fji-2014"))).texts();
    String split = texts.getOrDefault(Code.of("4.1.2.1"), "");
    assertTrue(split.contains("learning needs, disability and other potential"), split);
    assertTrue(split.endsWith("mitigate their impact."), split);
  }

  @Test
  void theTwoPromptsOfOneLetterAreBothThere() throws IOException {
    Map<Code, String> texts = done(document("002").wording(edition("yos-2021"))).texts();
    assertTrue(texts.getOrDefault(Code.of("2.4.1.4"), "").contains("personal circumstances"));
    assertTrue(texts.getOrDefault(Code.of("2.4.1.5"), "").contains("motivation and engagement"));
  }

  @Test
  void characteristicsFitTheEditionsOfTheFourStandards() throws IOException {
    PublishedDocument document = document(CHARACTERISTICS);
    assertEquals(List.of("Characteristics yos-2018", "Characteristics yos-2021"), fits(document));
    CharacteristicsText text = done(document.characteristics(edition("yos-2018")));
    assertEquals(4, text.statements().size());
    assertEquals(16, text.cells());
    assertEquals(72, text.paragraphCount());
    Map<String, Integer> perRating = new TreeMap<>(Map.of("1.1", 4, "1.2", 5, "1.3", 4, "1.4", 5));
    perRating.forEach(
        (code, paragraphs) -> {
          for (Rating rating : Rating.values()) {
            assertEquals(paragraphs, text.of(Code.of(code), rating).size(), code + " " + rating);
          }
        });
    verbatim(CHARACTERISTICS, text.statements().values());
    verbatim(
        CHARACTERISTICS,
        text.paragraphs().values().stream()
            .flatMap(ratings -> ratings.values().stream())
            .flatMap(List::stream)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"000", "001", "002", "003", "004"})
  void halfADocumentFitsNothing(String number) throws IOException {
    String text = new String(bytes(number), UTF_8);
    for (int tenth = 1; tenth < 9; tenth++) {
      String head = text.substring(0, text.length() * tenth / 10);
      String tail = text.substring(text.length() * (10 - tenth) / 10);
      if (!number.equals(TABLES)) {
        refused(Invented.document(head).fits(EDITIONS.values()));
      }
      if (!number.equals(TABLES) || tenth == 1) {
        refused(Invented.document(tail).fits(EDITIONS.values()));
      }
    }
  }

  /** The results stand in the last sixth of 004, before its glossary. */
  @Test
  void theReportWithoutItsResultsFitsNothing() throws IOException {
    String text = new String(bytes("004"), UTF_8);
    for (String code : List.of("1.1.1.", "2.3.2.", "3.4.2.")) {
      refused(Invented.document(text.substring(0, text.indexOf(code))).fits(EDITIONS.values()));
    }
  }

  @ParameterizedTest
  @CsvSource({"000, fji-2014", "002, yos-2021", "003, yjs-2023-draft", "004, yos-2018"})
  void printOfOtherProgramsIsReadAlike(String number, String id) throws IOException {
    String text = new String(bytes(number), UTF_8);
    Map<Code, String> texts = done(Invented.document(text).wording(edition(id))).texts();
    List<String> others =
        new ArrayList<>(
            List.of(
                text.replace("\n", "\r\n"),
                "\uFEFF" + text,
                text.replace(" the ", " the\u00A0"),
                text.replace("ment", "ment\u00AD"),
                text.replace("- a) ", "• a) ")));
    if (!number.equals(TABLES)) {
      others.add(text.replace(" and ", " and\n").replace("\n\n", "\n\f\n"));
    }
    for (String other : others) {
      Map<Code, String> read = done(Invented.document(other).wording(edition(id))).texts();
      assertEquals(List.of(), differing(texts, read));
      assertEquals(texts.keySet(), read.keySet());
    }
    String curly = text.replace('\'', '’');
    assertEquals(
        texts.values().stream().map(one -> one.replace('\'', '’')).toList(),
        List.copyOf(done(Invented.document(curly).wording(edition(id))).texts().values()));
  }

  private static List<String> differing(Map<Code, String> texts, Map<Code, String> others) {
    return texts.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(others.get(entry.getKey())))
        .map(entry -> entry.getKey() + ": " + others.get(entry.getKey()))
        .toList();
  }

  /** Each text, or each paragraph of it, without a word more or less. */
  private static void verbatim(String number, Collection<String> texts) throws IOException {
    String printed = flat(new String(bytes(number), UTF_8).replaceAll("</?[a-z]{1,6}>|[*]", ""));
    List<String> foreign =
        texts.stream()
            .flatMap(String::lines)
            .filter(text -> !printed.contains(text))
            .collect(Collectors.toList());
    assertEquals(List.of(), foreign);
  }

  private static String flat(String text) {
    return text.replaceAll("[ \\t\\n]+", " ");
  }
}
