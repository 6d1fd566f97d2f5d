package bandstand.document;

import static bandstand.document.Invented.DOCUMENT;
import static bandstand.document.Invented.PONDS;
import static bandstand.document.Invented.TEXTS;
import static bandstand.document.Invented.changed;
import static bandstand.document.Invented.document;
import static bandstand.document.Judged.done;
import static bandstand.document.Judged.shown;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Sample;
import bandstand.framework.Sha256;
import bandstand.framework.Wording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the standards' own document, whatever its print has done to it. */
class WordingTest {
  private static Map<String, String> texts(String document) {
    return shown(done(document(document).wording(PONDS)).texts());
  }

  @Test
  void everySlipOfPrintIsRead() {
    assertEquals(TEXTS, texts(DOCUMENT));
  }

  @Test
  void itIsKnownByTheDigestOfItsBytes() {
    Wording wording = done(document(DOCUMENT).wording(PONDS));
    assertEquals(Sha256.hex(DOCUMENT.getBytes(UTF_8)), wording.digest());
    assertEquals(1, wording.count(1));
    assertEquals(3, wording.count(2));
    assertEquals(5, wording.count(3));
    assertEquals(9, wording.count(4));
  }

  @Test
  void groupsWithoutAStatementAreToldWhereAnotherHasOne() {
    Wording wording = done(document(DOCUMENT).wording(PONDS));
    assertEquals(List.of(Code.of("1")), wording.unmatched(PONDS));
    String none = changed("This part looks at the water itself.\n", "");
    assertEquals(List.of(), done(document(none).wording(PONDS)).unmatched(PONDS));
  }

  @Test
  void aStandardWithoutItsStatementIsTold() {
    Wording wording = done(document(changed("The bottom can be seen.\n", "")).wording(PONDS));
    assertEquals(Sample.codes("1 2.1"), wording.unmatched(PONDS));
    assertEquals(2, wording.count(2));
  }

  @Test
  void lineEndsAndAByteOrderMarkChangeNothing() {
    assertEquals(TEXTS, texts(DOCUMENT.replace("\n", "\r\n")));
    assertEquals(TEXTS, texts(DOCUMENT.replace('\n', '\r')));
    assertEquals(TEXTS, texts("\uFEFF" + DOCUMENT));
  }

  @Test
  void aPageMayEndAnywhere() {
    assertEquals(TEXTS, texts(changed("spring, and again\nin", "spring,\n\f\nand again\n\n\fin")));
  }

  @Test
  void blanksOfEveryKindAreSpaces() {
    assertEquals(TEXTS, texts(changed("Are the newts", "Are\u00A0the\u2009newts")));
    assertEquals(TEXTS, texts(changed("- a) Are the", "-\u00A0a)\u00A0Are the")));
    assertEquals(TEXTS, texts(changed("1.1.2 Is somebody", "1.1.2\u00A0Is\u200B somebody")));
  }

  @Test
  void softHyphensJoinTheirWord() {
    assertEquals(TEXTS, texts(changed("neighbours", "neigh\u00ADbours")));
    assertEquals(TEXTS, texts(changed("neighbours", "neigh\u00AD\nbours")));
  }

  @Test
  void curlyQuotesStayAsPrinted() {
    assertEquals(
        "Is the keeper’s “book” up to date?",
        texts(changed("keeper's book", "keeper’s “book”")).get("1.1.1.2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"• a) ", "a) ", "(a) ", "– a) ", "*a)* ", "* a) ", "- "})
  void anItemIsKnownByItsBulletOrItsLetter(String mark) {
    assertEquals(TEXTS, texts(changed("- a) Are nets", mark + "Are nets")));
  }

  @Test
  void aWrappedLineMayBeginWithADash() {
    assertEquals(
        "Is the keeper's book - the green one - up to date?",
        texts(changed("keeper's book up", "keeper's book - the green one\n- up")).get("1.1.1.2"));
  }

  @Test
  void aNumberAtALineStartIsNoHeadingUnlessItComesNext() {
    assertEquals(
        "Does the keeper know what lives in pond 24. The answer counts?",
        texts(changed("in the pond?", "in pond\n24. The answer counts?")).get("1.1.1"));
  }

  @Test
  void whereNoStandardHasAStatementItsHeadingIsTheText() {
    Framework edition = Sample.edition().cases("1.1", "court", 1).framework();
    String document =
        """
        1. CATS

        Cats are well.

        1.1 Cats sleep where it is warm and quiet, and where nobody will step
        on them in the dark

        1.1.1 The cat has a bed.

        Signs of it;

        - *Hairs are found on it.*
        """;
    assertEquals(
        Map.of(
            "1", "Cats are well.",
            "1.1",
                "Cats sleep where it is warm and quiet, and where nobody will step on them in the"
                    + " dark",
            "1.1.1", "The cat has a bed.",
            "1.1.1.1", "Hairs are found on it."),
        shown(done(document(document).wording(edition)).texts()));
  }

  @Test
  void tablesAreReadCellByCell() {
    Framework edition = Sample.edition().judged("1.1", 0, 0).cases("2.1", "court", 0).framework();
    String document =
        """
        2. The number of a list
        1.1 Cats\tGood
        A story about cats.
        1. Cats

        What was asked\tRating and % yes
        <p>1.1. Cats</p> <p>Cats are well.</p> <p>1.1.1. Are they fed?</p>\tGood

        - 1.1.2. Do they purr?

        2. Dogs

        What was asked\tRating and % yes
        2.1. Walks\tRequires improvement
        Dogs are walked.\t

        - | | |
        |--|-----|
        | 2.1.1. Do they run? | 92% |

        Annex 3 - words
        1.1 of these is about cats
        """;
    assertEquals(
        Map.of(
            "1.1", "Cats are well.",
            "1.1.1", "Are they fed?",
            "1.1.2", "Do they purr?",
            "2.1", "Dogs are walked.",
            "2.1.1", "Do they run?"),
        shown(done(document(document).wording(edition)).texts()));
  }

  @Test
  void aWrappedTitleIsNoStatement() {
    assertEquals(TEXTS, texts(changed("2.1 Clear water", "2.1 Clear and Fresh\nWater")));
    assertEquals(
        "The bottom can be seen.",
        texts(changed("2.1 Clear water\n\nThe", "2.1 Clear water\nThe")).get("2.1"));
  }
}
