package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.terminal.Surroundings;
import bandstand.wire.BuiltInGuidance;
import bandstand.wire.Folders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    String[] all = new String[arguments.length + 1];
    all[0] = "glossary";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Main.run(
        new Setting(
            Map.of(),
            Folders.of(Map.of(), "/nowhere"),
            new Surroundings(false, false, true, false),
            new ByteArrayInputStream(new byte[0]),
            new Output(new PrintStream(out, true, StandardCharsets.UTF_8), false),
            new Output(new PrintStream(err, true, StandardCharsets.UTF_8), false)),
        all);
  }

  private List<String> said() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void withoutATermAllAreListedOneALine() {
    assertEquals(0, run());
    assertEquals(BuiltInGuidance.glossary().terms().size(), said().size());
    assertTrue(said().contains("Youth rehabilitation order, also YRO"), () -> said().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"referral order", "REFERRAL ORDER", "ro", "referral", "Referral-order"})
  void aTermGoesByNameSynonymAndStartInAnyCase(String words) {
    assertEquals(0, run(words));
    assertEquals("Referral order, also RO", said().getFirst());
    assertEquals("  source: Leicester report of 2019, Annex 3", said().getLast());
    assertTrue(said().stream().allMatch(row -> row.length() <= 80), () -> said().toString());
  }

  @Test
  void severalWordsAreOneTermOrSeveral() {
    assertEquals(0, run("youth", "caution"));
    assertEquals("Youth caution, also YC, caution", said().getFirst());
    assertEquals(0, run("band", "tally"));
    assertEquals(2, said().stream().filter(row -> row.startsWith("  source: ")).count());
  }

  @Test
  void anUnknownTermNamesTheNearestAndIsAWrongCommandLine() {
    assertEquals(2, run("desistence"));
    assertEquals(List.of(), said());
    assertEquals(
        "bandstand glossary: no one term \"desistence\"; did you mean: Desistance\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aStartOfSeveralTermsNamesThem() {
    assertEquals(2, run("youth"));
    String told = err.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("Youth caution, Youth conditional caution"), told);
  }

  @Test
  void whatIsNearNothingSaysHowToListAll() {
    assertEquals(2, run("zzzzzzzzzzzzzzzzzz"));
    String told = err.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("bandstand glossary lists all"), told);
    assertEquals(2, run("z".repeat(61)));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("at most 60 characters"));
  }

  @Test
  void oneUnknownWordAmongSeveralIsNotPassedOver() {
    assertEquals(2, run("band", "zzzzzzzzzzzzzzzzzz"));
    assertEquals(List.of(), said());
  }
}
