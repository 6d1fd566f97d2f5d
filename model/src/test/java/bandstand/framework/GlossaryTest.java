package bandstand.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Glossary.Term;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlossaryTest {
  private static final Glossary GLOSSARY =
      new Glossary(
          List.of(
              term("Youth caution", "YC"),
              term("Risk of serious harm", "RoSH", "risk of harm"),
              term("Court disposal", "sentence"),
              term("Out-of-court disposal", "OoCD"),
              term("Projected", "~"),
              term("Tally"),
              term("Safety and wellbeing", "S&W")));

  private static Term term(String name, String... also) {
    return new Term(name, List.of(also), "What " + name + " is.", "a test");
  }

  private static String found(String words) {
    return GLOSSARY.find(words).map(Term::name).orElse("");
  }

  private static List<String> names(List<Term> terms) {
    return terms.stream().map(Term::name).toList();
  }

  @Test
  void termsStandByName() {
    assertEquals(
        List.of(
            "Court disposal",
            "Out-of-court disposal",
            "Projected",
            "Risk of serious harm",
            "Safety and wellbeing",
            "Tally",
            "Youth caution"),
        names(GLOSSARY.terms()));
  }

  @Test
  void aTermIsFoundByNameOrSynonymInAnyCase() {
    assertEquals("Risk of serious harm", found("RISK OF SERIOUS HARM"));
    assertEquals("Risk of serious harm", found("rosh"));
    assertEquals("Safety and wellbeing", found("s&w"));
    assertEquals("Projected", found("~"));
    assertEquals("Out-of-court disposal", found("  out of  court disposal "));
  }

  @Test
  void aTermIsFoundByAStartThatNoOtherTermHas() {
    assertEquals("Court disposal", found("court"));
    assertEquals("Court disposal", found("sent"));
    assertEquals("Risk of serious harm", found("risk"));
    Glossary two = new Glossary(List.of(term("Range"), term("Rating")));
    assertEquals(Optional.empty(), two.find("ra"));
    assertEquals("Rating", two.find("rat").orElseThrow().name());
  }

  @Test
  void aWholeNameComesBeforeLongerOnesThatStartSo() {
    Glossary two = new Glossary(List.of(term("Case manager"), term("Case")));
    assertEquals("Case", two.find("case").orElseThrow().name());
  }

  @Test
  void nothingIsFoundByNothing() {
    assertEquals("", found(""));
    assertEquals("", found("  "));
    assertEquals("", found("prompt"));
  }

  @Test
  void theNearestAreThoseThatStartSoThenHoldItThenDifferLeast() {
    assertEquals(List.of("Tally"), names(GLOSSARY.nearest("taly")));
    assertEquals(
        List.of("Court disposal", "Out-of-court disposal"), names(GLOSSARY.nearest("court")));
    assertEquals(List.of(), names(GLOSSARY.nearest("xxxxxxxxxxxx")));
  }

  @Test
  void aSearchHoldsAllWordsAndTakesNamesFirst() {
    assertEquals(List.of("Youth caution"), names(GLOSSARY.search("what CAUTION")));
    assertEquals(
        List.of("Court disposal", "Out-of-court disposal"), names(GLOSSARY.search("court")));
    assertEquals(List.of(), names(GLOSSARY.search("no such thing")));
  }

  @Test
  void termsOccurAsWholeWordsAndInThePlural() {
    assertEquals(List.of("Tally"), names(GLOSSARY.occurring("Tallies, open")));
    assertEquals(List.of("Youth caution"), names(GLOSSARY.occurring("two youth cautions")));
    assertEquals(List.of("Safety and wellbeing"), names(GLOSSARY.occurring("S&W high")));
    assertEquals(List.of(), names(GLOSSARY.occurring("sentencing; tallying")));
  }

  @Test
  void aLongerTermHidesTheShorterOnesWithinIt() {
    assertEquals(
        List.of("Out-of-court disposal"), names(GLOSSARY.occurring("Out-of-court disposals")));
    assertEquals(
        List.of("Court disposal", "Out-of-court disposal"),
        names(GLOSSARY.occurring("Court disposals and out-of-court disposals")));
  }
}
