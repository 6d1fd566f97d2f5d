package bandstand.document;

import static bandstand.document.Judged.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged documents are read whole or refused with their places; nothing else ever happens. */
class MutatedDocumentsTest {
  private static final int DOCUMENTS = 1000;

  private static final List<String> SCRAPS =
      List.of(
          "",
          " ",
          "- ",
          "-",
          "*",
          "a) ",
          "1.",
          "1.1",
          "1.1.1.",
          "127.127.127 ",
          "2. ",
          "999.1",
          "Domain two",
          "Domain two:",
          "|",
          "| |",
          "\t",
          "<p>",
          "</p>",
          "<",
          "#",
          "¹",
          "\u00AD",
          "\uFEFF",
          "\f",
          "\r",
          "\uD83D\uDE00",
          "\uD83D",
          "Good",
          "İ",
          "\u0007",
          "...",
          ":",
          "(");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverAnExceptionAndNeverHalfADocument(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < DOCUMENTS; i++) {
      String mutated = mutated(Invented.DOCUMENT, random);
      switch (PublishedDocument.of(mutated.getBytes(UTF_8))) {
        case Outcome.Refused<PublishedDocument>(Problem problem) -> told(problem);
        case Outcome.Done<PublishedDocument>(PublishedDocument document) -> {
          switch (document.wording(Invented.PONDS)) {
            case Outcome.Refused<Wording>(Problem problem) -> told(problem);
            case Outcome.Done<Wording>(Wording wording) -> {
              assertEquals(5, wording.count(3), () -> "seed " + seed + "\n" + mutated);
              assertEquals(9, wording.count(4), () -> "seed " + seed + "\n" + mutated);
              assertFalse(wording.texts().containsValue(""), () -> "seed " + seed);
            }
          }
          if (document.characteristics(Invented.PONDS)
              instanceof Outcome.Refused<CharacteristicsText>(Problem problem)) {
            told(problem);
          }
        }
      }
    }
  }

  @Test
  void aLargeDocumentThatStartsAgainAndAgainIsRefused() {
    for (String line : List.of("1.\n", "1.1\n", "1.1.1 a\n", "a\n\n", "- a\n", "1.\na\n\nb\n")) {
      String document =
          "1.\n1.1 a\n\nA.\n\n1.1.1 a\n" + line.repeat(19_000 / line.split("\n", -1).length);
      told(
          Judged.refused(
              done(PublishedDocument.of(document.getBytes(UTF_8))).fits(List.of(Invented.PONDS))));
    }
  }

  private static void told(Problem problem) {
    assertFalse(problem.detail().isBlank());
    assertFalse(problem.faults().isEmpty());
    problem
        .faults()
        .forEach(
            fault -> {
              assertFalse(fault.line() < 1, fault::toString);
              assertFalse(fault.message().isBlank(), fault::toString);
            });
  }

  private static String mutated(String document, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(document.split("\n")));
    for (int change = random.nextInt(5); change >= 0; change--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int column = random.nextInt(line.length() + 1);
      String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
      switch (random.nextInt(8)) {
        case 0 -> lines.set(at, "");
        case 1 -> lines.add(at, scrap);
        case 2 -> lines.add(at, lines.get(random.nextInt(lines.size())));
        case 3 -> lines.set(at, line.substring(0, column) + scrap + line.substring(column));
        case 4 -> lines.set(at, line.substring(column));
        case 5 -> lines.set(at, line.substring(0, column));
        case 6 -> lines.set(at, scrap + line);
        default -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
      }
    }
    return String.join("\n", lines);
  }
}
