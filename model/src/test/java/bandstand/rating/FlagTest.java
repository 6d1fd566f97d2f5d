package bandstand.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Framework;
import bandstand.framework.Sample;
import bandstand.inspection.Tally;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasons to look twice at a standard. */
class FlagTest {
  private static final Framework EDITION = Sample.edition().cases("2.1", "court", 0, 0).framework();

  private final Known known = new Known(EDITION);

  @ParameterizedTest
  @CsvSource({
    "40/50, ONE_CASE NEAR_BOUNDARY", // 39 is 78%
    "41/50, NEAR_BOUNDARY", // 82%, two turned
    "44/50, ''", // 88%, five turned
    "3/5, ONE_CASE FIVE_CASES NEAR_BOUNDARY", // 60%
    "0/5, FIVE_CASES", // two turned give 40%, three 60%
    "0/6, ''",
    "45/50, ''", // 90%, six turned
    "63/90, NEAR_BOUNDARY", // 70%: five turned give 64%
    "71/99, ''", // 72%: eight turned either way
    "11/17, ONE_CASE NEAR_BOUNDARY ROUNDING_DECIDES",
    "0/40, ''"
  })
  void theFlagsOfALowestQuestion(String fraction, String flags) {
    known.counted("2.1.1", fraction).counted("2.1.2", "100/100");
    assertEquals(flags(flags), known.standard("2.1").flags());
  }

  @Test
  void aQuestionThatDoesNotLimitIsNotNearABoundary() {
    known.counted("2.1.1", "72/100").counted("2.1.2", "80/100");
    assertEquals(Set.of(), known.standard("2.1").flags());
  }

  /** One no makes 2/3 Inadequate, while 57% is far from everything. */
  @Test
  void aQuestionThatDoesNotLimitMayStillTurnTheStandard() {
    known.counted("2.1.1", "570/1000").counted("2.1.2", "2/3");
    assertEquals(flags("ONE_CASE"), known.standard("2.1").flags());
  }

  @Test
  void fewCasesOfAQuestionThatDoesNotLimitAreNoReason() {
    known.counted("2.1.1", "44/50").counted("2.1.2", "5/5");
    assertEquals(Set.of(), known.standard("2.1").flags());
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 55, 60, 70, 75, 85})
  void fivePointsFromABoundaryAreNear(int percent) {
    known.stated("2.1.1", percent).stated("2.1.2", 100);
    assertEquals(flags("NEAR_BOUNDARY"), known.standard("2.1").flags());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 44, 86, 95, 100})
  void sixPointsFromEveryBoundaryAreNot(int percent) {
    known.stated("2.1.1", percent).stated("2.1.2", 100);
    assertEquals(Set.of(), known.standard("2.1").flags());
  }

  @Test
  void roundingIsFlaggedWhicheverQuestionItDecides() {
    known.counted("2.1.1", "35/44").counted("2.1.2", "0/44");
    assertEquals(flags("ROUNDING_DECIDES"), known.standard("2.1").flags());
  }

  @Test
  void aQuestionLeftOutIsFlagged() {
    known.counted("2.1.1", new Tally(0, 0, 3, 0, 0, 0)).counted("2.1.2", "100/100");
    assertEquals(flags("QUESTION_LEFT_OUT"), known.standard("2.1").flags());
  }

  private static Set<Flag> flags(String names) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    Arrays.stream(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(Flag::valueOf)
        .forEach(flags::add);
    return flags;
  }
}
