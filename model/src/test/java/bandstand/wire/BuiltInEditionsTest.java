package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Bands;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Question;
import bandstand.framework.Standard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuiltInEditionsTest {
  private static final BuiltInEditions EDITIONS = BuiltInEditions.load();

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

  /** 002. */
  @Test
  void yos2021HasFourDomainsThirteenStandards42KeyQuestionsAnd212Prompts() {
    Framework framework = EDITIONS.frameworks().get("yos-2021");
    assertEquals(4, framework.groups().size());
    assertEquals(13, framework.standards().size());
    assertEquals(42, framework.questions().stream().filter(row -> !row.isPrompt()).count());
    assertEquals(212, framework.questions().stream().filter(Question::isPrompt).count());
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
  void onlyResettlementOf2021DoesNotCount() {
    assertEquals(
        List.of("4.1"),
        EDITIONS.frameworks().values().stream()
            .flatMap(framework -> framework.standards().stream())
            .filter(standard -> !standard.counts())
            .map(standard -> standard.code().toString())
            .toList());
  }

  @Test
  void theJudgedStandardsAreThoseOfTheMethod() {
    assertEquals(List.of("1.1", "1.2", "1.3", "1.4"), judged("yos-2018"));
    assertEquals(List.of("1.1", "1.2", "1.3", "1.4", "3.4", "4.1"), judged("yos-2021"));
  }

  @Test
  void bothRateBy50And65And80RoundedAndTheSameTable() {
    for (Framework framework : EDITIONS.frameworks().values()) {
      Bands bands = framework.scale().bands().orElseThrow();
      assertEquals(new Bands(Bands.Reading.ROUNDED, List.of(0, 50, 65, 80)), bands);
      assertEquals(List.of(6, 18, 30, 36), framework.scale().overall().orElseThrow().upTo());
    }
  }

  @Test
  void aFileIsKeptAsItWasRead() {
    for (Framework framework : EDITIONS.frameworks().values()) {
      byte[] file = EDITIONS.file(framework.id());
      assertEquals(framework.edition().digest(), FrameworkFile.sha256(file));
      file[0] = 0;
      assertFalse(file[0] == EDITIONS.file(framework.id())[0]);
    }
  }

  @Test
  void aBrokenEditionStopsTheStartWithEveryFaultOfEveryOne() {
    String yos2018 = new String(EDITIONS.file("yos-2018"), UTF_8);
    Map<String, String> resources =
        Map.of(
            "editions.txt",
            "one\nmissing\nyos-2018\ntwo\n",
            "one.json",
            yos2018.replace("\"superseded\"", "\"old\"").replace("\"2.4.3\"", "\"2.4\""),
            "yos-2018.json",
            yos2018,
            "two.json",
            "{");
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                BuiltInEditions.load(
                    name ->
                        Optional.ofNullable(resources.get(name))
                            .map(text -> text.getBytes(UTF_8))));
    List<String> lines = thrown.getMessage().lines().toList();
    assertEquals("Built-in editions are not sound:", lines.getFirst());
    assertTrue(lines.contains("missing: there is no such file"));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("one: /status: ")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("one: /groups/1/standards/3/keyQ")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("two: Not readable as JSON")));
  }

  @Test
  void anEditionUnderAnotherNameStopsTheStart() {
    byte[] file = EDITIONS.file("yos-2018");
    assertThrows(
        IllegalStateException.class,
        () ->
            BuiltInEditions.load(
                name -> Optional.of(name.endsWith(".txt") ? "yos-1999".getBytes(UTF_8) : file)));
  }

  @Test
  void aListWithoutEditionsStopsTheStart() {
    assertThrows(IllegalStateException.class, () -> BuiltInEditions.load(name -> Optional.empty()));
  }

  private static List<String> judged(String id) {
    return EDITIONS.frameworks().get(id).standards().stream()
        .filter(Standard::judged)
        .map(standard -> standard.code().toString())
        .toList();
  }
}
