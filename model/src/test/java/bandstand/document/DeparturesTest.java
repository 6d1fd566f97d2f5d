package bandstand.document;

import static bandstand.document.Invented.DOCUMENT;
import static bandstand.document.Invented.PONDS;
import static bandstand.document.Invented.changed;
import static bandstand.document.Invented.document;
import static bandstand.document.Invented.line;
import static bandstand.document.Judged.done;
import static bandstand.document.Judged.faults;
import static bandstand.document.Judged.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Framework;
import bandstand.framework.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever does not fit an edition is told with its line, and nothing is read then. */
class DeparturesTest {
  private static List<String> departures(String document) {
    return faults(document(document).wording(PONDS));
  }

  @Test
  void halfADocumentIsRefusedWithAllThatIsMissing() {
    String half = DOCUMENT.substring(0, DOCUMENT.indexOf("1.2 Tools"));
    int end = half.stripTrailing().split("\n").length;
    assertEquals(List.of(end + " 1.2 missing"), departures(half));
    assertTrue(
        refused(document(half).wording(PONDS))
            .detail()
            .endsWith(
                "standard 1.2 to 2.1.2 should stand here, found \"the end of the document\""));
  }

  @Test
  void aMissingPromptIsToldWhereItsPlaceEnds() {
    String document = changed("- b) Is there a rake of full-\nlength reach?\n", "");
    assertEquals(List.of(line(document, "Domain two") + " 1.2.1.2 missing"), departures(document));
  }

  @Test
  void aPromptTooManyIsTold() {
    String document = changed("have a key?\n", "have a key?\n- b) And a torch?\n- c) And a hat?\n");
    assertEquals(List.of(line(document, "- b) And") + " 1.2 unexpected"), departures(document));
    String last = DOCUMENT + "- And opens\n";
    assertEquals(List.of(line(last, "- And") + " 2.1.2 unexpected"), departures(last));
  }

  @Test
  void anotherLetterIsTold() {
    String document = changed("- b) Is the keeper's", "- c) Is the keeper's");
    assertEquals(
        List.of(line(document, "- c) Is the") + " 1.1.1.2 unexpected"), departures(document));
  }

  @Test
  void aHeadingOutOfTurnIsToldAndWhatStandsUnderItIsLeft() {
    String document =
        changed("1.2 Tools\n\nNets", "1.9 Boats\n\nBoats float.\n\n1.2 Tools\n\nNets");
    assertEquals(List.of(line(document, "1.9") + " 1.2 unexpected"), departures(document));
    String more = DOCUMENT + "\n2.2 Fish\n\nFish swim.\n";
    assertEquals(List.of(line(more, "2.2") + " 2.2 unexpected"), departures(more));
  }

  @Test
  void textThatBelongsToNothingIsTold() {
    String document = changed("have a key?\n", "have a key?\n\nKeepers sleep at night.\n");
    assertEquals(
        List.of(line(document, "Keepers sleep") + " 1.2 unexpected"), departures(document));
  }

  @Test
  void aListWhereNoneBelongsIsTold() {
    String document = changed("Nets and rakes are sound.", "- Nets and rakes are sound.");
    assertEquals(List.of(line(document, "- Nets") + " 1.2.1 unexpected"), departures(document));
  }

  @Test
  void aStatementThatOnlyOneStandardHasIsTold() {
    String document =
        changed("Every pond has a keeper who knows it.\n", "")
            .replace("Nets and rakes are sound.\n\nThey are kept dry.\n", "");
    assertEquals(List.of(line(document, "The bottom") + " 2.1 unexpected"), departures(document));
  }

  @Test
  void aTextWithoutWordsIsTold() {
    String document = changed("1.1.2 Is somebody there when the keeper is away?", "1.1.2");
    assertEquals(List.of(line(document, "1.1.2") + " 1.1.2 missing"), departures(document));
  }

  @Test
  void everyDepartureIsToldInTheOrderOfLines() {
    String document =
        changed("- *a)* Does the deputy have a key?\n", "").replace("2.1.2 Is", "2.1.3 Is");
    assertEquals(
        List.of(
            line(document, "1.2 Tools") + " 1.1.2.1 missing",
            line(document, "2.1.3") + " 2.1.2 unexpected",
            document.split("\n").length + " 2.1.2 missing"),
        departures(document));
    assertEquals(
        "The document does not fit the standards of sample: line %d: prompt 1.1.2.1 should stand here, found \"1.2 Tools\"; 3 places in all"
            .formatted(line(document, "1.2 Tools")),
        refused(document(document).wording(PONDS)).detail());
  }

  @Test
  void ofManyDeparturesTheFirstAreTold() {
    List<String> numbers = new ArrayList<>();
    for (int number = 10; number < 50; number++) {
      numbers.add("1.1.%d More?".formatted(number));
    }
    var problem =
        refused(
            document(
                    changed(
                        "1.2 Tools\n\nNets", String.join("\n", numbers) + "\n1.2 Tools\n\nNets"))
                .wording(PONDS));
    assertEquals(20, problem.faults().size());
    assertEquals(40, problem.faultCount());
  }

  @Test
  void aTextOfAnyLengthIsRefused() {
    String longer =
        changed("Is the water clear?", "Is the water clear\n" + "and wet\n".repeat(2000));
    assertEquals(List.of(line(longer, "2.1.1") + " 2.1.1 unexpected"), departures(longer));
  }

  @Test
  void manyParagraphsAreNoStatement() {
    String longer =
        changed(
            "They are kept dry.\n", ("They are kept dry, " + "a".repeat(999) + ".\n\n").repeat(10));
    assertEquals(List.of(line(longer, "Nets and") + " 1.2 unexpected"), departures(longer));
  }

  @Test
  void aDocumentOfNothingIsRefused() {
    assertEquals(List.of("1 1.1 missing"), departures(""));
    assertEquals(List.of("1 1.1 missing"), departures("Dear all,\nsee you at the pond.\n"));
  }

  @Test
  void theEditionIsRecognised() {
    Framework cats = Sample.edition().cases("1.1", "court", 1).framework();
    List<PublishedDocument.Fit> fits = done(document(DOCUMENT).fits(List.of(cats, PONDS)));
    assertEquals(1, fits.size());
    assertSame(PONDS, fits.getFirst().framework());
  }

  @Test
  void whatFitsNoEditionIsComparedWithTheNearest() {
    Framework cats = Sample.edition().cases("1.1", "court", 1).framework();
    String document = changed("have a key?\n", "have a key?\n- b) And a torch?\n");
    var problem = refused(document(document).fits(List.of(cats, PONDS)));
    assertEquals(
        "It is of none of the editions; nearest: The document does not fit the standards of sample:"
            + " line %d: 1.1.2 has 1 prompt; standard 1.2 comes next, found \"b) And a torch?\""
                .formatted(line(document, "- b) And")),
        problem.detail());
    assertEquals(1, problem.faultCount());
    assertEquals(
        "It is of none of the editions: no line begins with the code of a standard",
        refused(document("Dear all,\n").fits(List.of(cats, PONDS))).detail());
    assertEquals(0, refused(document(DOCUMENT).fits(List.of())).faultCount());
  }
}
