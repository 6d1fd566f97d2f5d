package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Characteristics;
import bandstand.framework.Characteristics.Described;
import bandstand.framework.Characteristics.Use;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Glossary;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the built-in characteristics and glossary hold. */
class BuiltInGuidanceTest {
  private static final Characteristics BUILT_IN = BuiltInGuidance.characteristics();
  private static final BuiltInEditions EDITIONS = BuiltInEditions.load();

  /** 001: standards 1.1 to 1.4 at four ratings. */
  @Test
  void theFourStandardsOfOrganisationalDeliveryAreDescribedAtEveryRating() {
    assertEquals(
        Set.of(Code.of("1.1"), Code.of("1.2"), Code.of("1.3"), Code.of("1.4")),
        BUILT_IN.standards().keySet());
    for (Described described : BUILT_IN.standards().values()) {
      for (Rating rating : Rating.values()) {
        int points = described.points(rating).size();
        assertTrue(points >= 3 && points <= 6, rating::word);
        assertEquals(rating != Rating.INADEQUATE, described.beyondLower(rating).isPresent());
      }
    }
  }

  /** Title page of 001. */
  @Test
  void theyAreOfMarch2018AndGuideIn2018AndStillIn2021() {
    assertEquals("2018-03", BUILT_IN.published());
    assertEquals(List.of(new Use("yos-2018", false), new Use("yos-2021", true)), BUILT_IN.uses());
  }

  @Test
  void everyStandardTheyDescribeIsJudgedAndCalledAlikeInBothEditions() {
    for (Code code : BUILT_IN.standards().keySet()) {
      for (Use use : BUILT_IN.uses()) {
        Framework framework = EDITIONS.frameworks().get(use.edition());
        assertTrue(BUILT_IN.of(framework, code).isPresent(), code::toString);
        assertEquals(title(EDITIONS.frameworks().get("yos-2018"), code), title(framework, code));
      }
    }
  }

  @Test
  void noOtherEditionAndNoOtherStandardHasAny() {
    for (String id : List.of("fji-2014", "yjs-2023-draft")) {
      assertEquals(Optional.empty(), BUILT_IN.use(id));
      assertEquals(Optional.empty(), BUILT_IN.of(EDITIONS.frameworks().get(id), Code.of("1.1")));
    }
    Framework yos2021 = EDITIONS.frameworks().get("yos-2021");
    for (Standard standard : yos2021.standards()) {
      assertEquals(
          standard.code().toString().startsWith("1."),
          BUILT_IN.of(yos2021, standard.code()).isPresent());
    }
  }

  /** 001 lists general qualities of these two only. */
  @Test
  void onlyOutstandingAndInadequateHaveGeneralQualities() {
    assertEquals(Set.of(Rating.INADEQUATE, Rating.OUTSTANDING), BUILT_IN.general().keySet());
    assertEquals(6, BUILT_IN.general().getOrDefault(Rating.OUTSTANDING, List.of()).size());
    assertEquals(5, BUILT_IN.general().getOrDefault(Rating.INADEQUATE, List.of()).size());
  }

  /** 004 Annex 3 has 25. */
  @Test
  void theGlossaryHasEveryTermOfTheReportOf2019() {
    Glossary glossary = BuiltInGuidance.glossary();
    assertEquals(
        25,
        glossary.terms().stream()
            .filter(term -> term.source().equals("Leicester report of 2019, Annex 3"))
            .count());
    for (String name :
        ("Adverse Childhood Experiences|AssetPlus|CAMHS|Community resolution|Court disposals"
                + "|Child sexual exploitation|Criminal exploitation|Desistance"
                + "|Detention and training order|Enforcement|Education, training and employment"
                + "|First-time entrant|Local authority|MAPPA|Out-of-court disposal|Personalised"
                + "|Risk of serious harm|Referral order|Safeguarding|Safety and wellbeing"
                + "|Youth caution|Youth conditional caution|YOT|YOS|Youth rehabilitation order|YJB")
            .split("\\|")) {
      String singular = name.endsWith("disposals") ? name.substring(0, name.length() - 1) : name;
      assertTrue(
          glossary
              .find(singular)
              .filter(one -> one.source().equals("Leicester report of 2019, Annex 3"))
              .isPresent(),
          name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard",
        "key question",
        "prompt",
        "case",
        "answer",
        "tally",
        "fraction",
        "band",
        "rating",
        "leaning",
        "confirmed",
        "projected",
        "provisional",
        "limiting",
        "range",
        "settled",
        "tipping point",
        "discretion",
        "judged",
        "case-scored",
        "indicative",
        "rounding flag",
        "not rated",
        "alert",
        "strata",
        "RoSH",
        "S&W",
        "n/a",
        "~",
        "overall",
        "receipt",
        "what-if",
        "mark",
        "sign-off",
        "sample",
        "evidence"
      })
  void theWordsOfTheMethodAreThere(String word) {
    assertTrue(BuiltInGuidance.glossary().find(word).isPresent());
  }

  private static String title(Framework framework, Code code) {
    return framework.standard(code).orElseThrow().title();
  }
}
