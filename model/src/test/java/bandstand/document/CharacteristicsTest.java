package bandstand.document;

import static bandstand.document.Invented.document;
import static bandstand.document.Invented.line;
import static bandstand.document.Judged.done;
import static bandstand.document.Judged.faults;
import static bandstand.document.Judged.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from a document of characteristics. */
class CharacteristicsTest {
  private static final Framework EDITION =
      Sample.edition().judged("1.1", 1).judged("1.2", 2, 1).cases("2.1", "court", 1).framework();

  private static final String DOCUMENT =
      """
      Characteristics of ponds

      1.1\tKeepers\t3
      1.2\tTools\t5

      A good pond is:

      - wet; and
      - deep.

      1.1 Keepers

      Every pond has a keeper.

      Outstanding

      The keeper is a joy. Newts come from

      far away to see him.

      He sings.

      Good

      The keeper is there.

      He hums.

      Requires improvement

      The keeper is seen at times.

      He mumbles.

      Inadequate

      Nobody has seen the keeper.

      It is quiet.

      1.2 Tools

      Nets are sound.

      Outstanding

      Nets of silk.

      Good

      Nets of
      string.

      Requires improvement

      Nets with holes.

      INADEQUATE

      Holes.
      """;

  private static String changed(String from, String to) {
    assertTrue(DOCUMENT.contains(from), from);
    return DOCUMENT.replace(from, to);
  }

  private static List<String> departures(String document) {
    return faults(document(document).characteristics(EDITION));
  }

  @Test
  void everyParagraphStandsUnderItsStandardAndRating() {
    CharacteristicsText text = done(document(DOCUMENT).characteristics(EDITION));
    assertEquals(
        Map.of(Code.of("1.1"), "Every pond has a keeper.", Code.of("1.2"), "Nets are sound."),
        text.statements());
    assertEquals(
        List.of("The keeper is a joy. Newts come from far away to see him.", "He sings."),
        text.of(Code.of("1.1"), Rating.OUTSTANDING));
    assertEquals(List.of("Nets of string."), text.of(Code.of("1.2"), Rating.GOOD));
    assertEquals(List.of("Holes."), text.of(Code.of("1.2"), Rating.INADEQUATE));
    assertEquals(List.of(), text.of(Code.of("2.1"), Rating.GOOD));
    assertEquals(8, text.cells());
    assertEquals(12, text.paragraphCount());
  }

  @Test
  void aMissingRatingIsTold() {
    String document = changed("Requires improvement\n\nNets with holes.\n\n", "");
    assertEquals(List.of(line(document, "INADEQUATE") + " 1.2 missing"), departures(document));
  }

  @Test
  void aRatingOutOfTurnIsTold() {
    String document = changed("Good\n\nNets of\nstring.", "Outstanding\n\nNets of\nstring.");
    assertEquals(
        List.of(
            line(document, "string.") - 3 + " 1.2 unexpected",
            line(document, "Nets with holes.") - 2 + " 1.2 missing"),
        departures(document));
  }

  @Test
  void aParagraphTooFewIsTold() {
    String document = changed("He mumbles.\n\n", "");
    int rating = line(document, "The keeper is seen at times.") - 2;
    assertEquals(List.of(rating + " 1.1 missing"), departures(document));
    String empty = changed("Holes.\n", "");
    assertEquals(List.of(line(empty, "INADEQUATE") + " 1.2 missing"), departures(empty));
  }

  @Test
  void halfADocumentIsRefused() {
    String half = DOCUMENT.substring(0, DOCUMENT.indexOf("1.2 Tools"));
    assertEquals(5, refused(document(half).characteristics(EDITION)).faultCount());
  }

  @Test
  void aListIsToldAndSoIsAStandardTooMany() {
    String list = changed("He sings.", "- He sings.");
    assertTrue(departures(list).contains(line(list, "- He sings.") + " 1.1 unexpected"));
    String more = DOCUMENT + "\n1.3 Boats\n";
    assertTrue(departures(more).contains(line(more, "1.3") + " 1.2 unexpected"));
  }

  @Test
  void anEditionThatJudgesNothingInItsFirstGroupHasNone() {
    Framework edition = Sample.edition().cases("1.1", "court", 1).framework();
    assertEquals(
        "sample judges no standard of its first domain: there is nothing to characterise",
        refused(document(DOCUMENT).characteristics(edition)).detail());
  }

  @Test
  void theWrongKindOfDocumentIsRefused() {
    refused(document(DOCUMENT).wording(EDITION));
    refused(document(Invented.DOCUMENT).characteristics(Invented.PONDS));
  }
}
