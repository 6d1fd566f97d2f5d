package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Bands;
import bandstand.framework.Basis;
import bandstand.framework.CaseType;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.OverallTable;
import bandstand.framework.Prompt;
import bandstand.framework.Question;
import bandstand.framework.RatingWord;
import bandstand.framework.Rule;
import bandstand.framework.Standard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each built-in edition holds. */
class BuiltInEditionsTest {
  private static final BuiltInEditions EDITIONS = BuiltInEditions.load();

  @Test
  void theyStandOldestFirst() {
    assertEquals(
        List.of("fji-2014", "yos-2018", "yos-2021", "yjs-2023-draft"),
        List.copyOf(EDITIONS.frameworks().sequencedKeySet()));
  }

  /** 000, counted on its pages. */
  @Test
  void fji2014HasFiveThemes23Criteria29SubCriteriaAnd291QualityIndicators() {
    assertEquals(List.of(5, 23, 29, 291), counts("fji-2014"));
    assertEquals(
        """
        1.1: 8
        1.2: 15 8
        1.3: 14 5 5
        1.4: 10 9 6
        1.5: 15
        2.1: 4
        2.2: 8
        2.3: 12
        2.4: 11
        2.5: 10
        3.1: 3
        3.2: 11
        3.3: 15
        3.4: 11
        3.5: 14
        4.1: 12 5
        4.2: 8
        4.3: 7
        4.4: 11
        5.1: 20
        5.2: 11
        5.3: 14
        5.4: 9
        """,
        promptsOfEachKeyQuestion("fji-2014"));
  }

  /** 000 prints bullets. */
  @Test
  void noQualityIndicatorOf2014HasALetter() {
    assertTrue(
        EDITIONS.frameworks().get("fji-2014").questions().stream()
            .flatMap(question -> question.prompt().stream())
            .allMatch(prompt -> prompt.letter().isEmpty()));
  }

  /** 000 prints no scale, no thresholds and no overall. */
  @Test
  void fji2014HasNeitherBandsNorAnOverallThatAnythingCountsIn() {
    Framework framework = EDITIONS.frameworks().get("fji-2014");
    assertEquals(Optional.empty(), framework.scale().bands());
    assertEquals(Optional.empty(), framework.scale().overall());
    assertTrue(framework.standards().stream().noneMatch(Standard::counts));
  }

  @Test
  void theFourWordsOf2014AreItsOwnAndMarkedAsNotInTheCriteria() {
    Framework.Scale scale = EDITIONS.frameworks().get("fji-2014").scale();
    assertEquals(
        List.of("Poor", "Unsatisfactory", "Satisfactory", "Good"),
        scale.ratings().stream().map(RatingWord::title).toList());
    Rule rule = scale.rules().getFirst();
    assertEquals("the four words", rule.name());
    assertEquals(Basis.PRACTICE, rule.basis());
    assertTrue(rule.says().contains("not in the criteria"));
  }

  @Test
  void casesOfOneTypeAnswerThemesOneToFourOf2014AndTheServiceThemeFive() {
    for (Standard standard : EDITIONS.frameworks().get("fji-2014").standards()) {
      boolean ofService = standard.code().toString().startsWith("5.");
      assertEquals(ofService, standard.judged());
      assertEquals(ofService ? Set.of() : Set.of("case"), standard.caseTypes());
    }
  }

  /** 004 Annex 2. */
  @Test
  void yos2018HasThreeDomainsTwelveStandardsAnd37KeyQuestions() {
    Framework framework = EDITIONS.frameworks().get("yos-2018");
    assertEquals(3, framework.groups().size());
    assertEquals(12, framework.standards().size());
    assertEquals(
        List.of(14, 12, 11),
        framework.groups().stream()
            .map(
                group ->
                    group.standards().stream().mapToInt(row -> row.keyQuestions().size()).sum())
            .toList());
    assertTrue(framework.questions().stream().noneMatch(Question::isPrompt));
  }

  /** 002, counted on its pages. */
  @Test
  void yos2021HasFourDomainsThirteenStandards42KeyQuestionsAnd212Prompts() {
    assertEquals(List.of(4, 13, 42, 212), counts("yos-2021"));
    assertEquals(
        """
        1.1: 8 5 6
        1.2: 5 3 4 4 5
        1.3: 6 4 5
        1.4: 5 3 3 7
        2.1: 9 3 3
        2.2: 7 4 5
        2.3: 8 2 3
        2.4: 7 3 3
        3.1: 9 2 2
        3.2: 8 3 4
        3.3: 6 2 2
        3.4: 8 8 6
        4.1: 8 8 6
        """,
        promptsOfEachKeyQuestion("yos-2021"));
  }

  /** 003, counted on its pages. */
  @Test
  void yjs2023DraftHasTwoDomainsSevenStandards18KeyQuestionsAnd134Prompts() {
    assertEquals(List.of(2, 7, 18, 134), counts("yjs-2023-draft"));
    assertEquals(
        """
        1.1: 9 7 8 8
        1.2: 6 6 6
        1.3: 7 6 8
        2.1: 8 6
        2.2: 9 8
        2.3: 9 8
        2.4: 8 7
        """,
        promptsOfEachKeyQuestion("yjs-2023-draft"));
  }

  /** 003 letters every prompt from a) on, without a slip. */
  @Test
  void lettersOf2023AreTheirOrdinals() {
    for (Question question : EDITIONS.frameworks().get("yjs-2023-draft").questions()) {
      question
          .prompt()
          .ifPresent(
              prompt ->
                  assertEquals(
                      "abcdefghi".substring(prompt.ordinal() - 1, prompt.ordinal()),
                      prompt.letter()));
    }
  }

  @Test
  void onlyTheConsultationDraftIsADraft() {
    assertEquals(
        List.of("yjs-2023-draft"),
        EDITIONS.frameworks().values().stream()
            .filter(Framework::draft)
            .map(Framework::id)
            .toList());
  }

  /** 003: one set of questions in domain two; 2.4 is triangulated with cases. */
  @Test
  void everyTypeOfCaseAnswersAllOfDomainTwoOf2023() {
    Framework framework = EDITIONS.frameworks().get("yjs-2023-draft");
    Set<String> types = Set.of("court", "out-of-court", "bail-and-remand", "resettlement");
    assertEquals(
        types,
        framework.scale().caseTypes().stream().map(CaseType::id).collect(Collectors.toSet()));
    for (Standard standard : framework.standards()) {
      boolean ofCases = standard.code().toString().startsWith("2.");
      assertEquals(ofCases ? types : Set.of(), standard.caseTypes());
    }
  }

  /** 002 prints d) twice, so seven prompts end at f). */
  @Test
  void bothPromptsLetteredDIn241Live() {
    KeyQuestion keyQuestion =
        EDITIONS
            .frameworks()
            .get("yos-2021")
            .question(Code.of("2.4.1"))
            .orElseThrow()
            .keyQuestion();
    assertEquals(
        List.of("a", "b", "c", "d", "d", "e", "f"),
        keyQuestion.prompts().stream().map(Prompt::letter).toList());
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7), keyQuestion.prompts().stream().map(Prompt::ordinal).toList());
  }

  @Test
  void whereThereIsAnOverallOnlyResettlementOf2021DoesNotCount() {
    assertEquals(
        List.of("4.1"),
        EDITIONS.frameworks().values().stream()
            .filter(framework -> framework.scale().overall().isPresent())
            .flatMap(framework -> framework.standards().stream())
            .filter(standard -> !standard.counts())
            .map(standard -> standard.code().toString())
            .toList());
  }

  @Test
  void theJudgedStandardsAreThoseOfTheMethod() {
    assertEquals(List.of("1.1", "1.2", "1.3", "1.4"), judged("yos-2018"));
    assertEquals(List.of("1.1", "1.2", "1.3", "1.4", "3.4", "4.1"), judged("yos-2021"));
    assertEquals(List.of("1.1", "1.2", "1.3", "2.4"), judged("yjs-2023-draft"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yos-2018", "yos-2021", "yjs-2023-draft"})
  void bandsStartAt50And65And80Rounded(String id) {
    Bands bands = EDITIONS.frameworks().get(id).scale().bands().orElseThrow();
    assertEquals(new Bands(Bands.Reading.ROUNDED, List.of(0, 50, 65, 80)), bands);
  }

  /** 004 Annex 2 for twelve standards; 003 prints no table. */
  @Test
  void theOverallOf2018And2021IsPublishedAndThatOf2023Unconfirmed() {
    var twelve = new OverallTable(12, List.of(6, 18, 30, 36), Basis.PUBLISHED);
    var seven = new OverallTable(7, List.of(3, 10, 17, 21), Basis.UNCONFIRMED);
    assertEquals(Optional.of(twelve), overall("yos-2018"));
    assertEquals(Optional.of(twelve), overall("yos-2021"));
    assertEquals(Optional.of(seven), overall("yjs-2023-draft"));
    assertEquals(seven, twelve.forStandards(7));
  }

  /** Groups, standards, key questions, prompts. */
  private static List<Integer> counts(String id) {
    Framework framework = EDITIONS.frameworks().get(id);
    int prompts =
        Math.toIntExact(framework.questions().stream().filter(Question::isPrompt).count());
    return List.of(
        framework.groups().size(),
        framework.standards().size(),
        framework.questions().size() - prompts,
        prompts);
  }

  /** A line for each standard. */
  private static String promptsOfEachKeyQuestion(String id) {
    return EDITIONS.frameworks().get(id).standards().stream()
        .map(
            standard ->
                standard.keyQuestions().stream()
                    .map(row -> " " + row.prompts().size())
                    .collect(Collectors.joining("", standard.code() + ":", "\n")))
        .collect(Collectors.joining());
  }

  private static Optional<OverallTable> overall(String id) {
    return EDITIONS.frameworks().get(id).scale().overall();
  }

  private static List<String> judged(String id) {
    return EDITIONS.frameworks().get(id).standards().stream()
        .filter(Standard::judged)
        .map(standard -> standard.code().toString())
        .toList();
  }
}
