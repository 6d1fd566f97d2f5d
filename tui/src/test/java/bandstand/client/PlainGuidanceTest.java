package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Rating;
import bandstand.state.Sample;
import bandstand.wire.BuiltInGuidance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The glossary and the characteristics in plain mode. */
class PlainGuidanceTest {

  @Test
  void aTermIsExplainedByName() {
    List<String> heard = Dialogue.in(Sample.toy()).effect("K rosh");
    assertEquals(1, heard.size());
    assertTrue(heard.getFirst().startsWith("Risk of serious harm, also RoSH"), heard::toString);
  }

  @Test
  void anUnknownTermNamesTheNearest() {
    assertEquals(
        List.of("no term desistence; there are Desistance"),
        Dialogue.in(Sample.toy()).effect("K desistence"));
  }

  @Test
  void theKeyAloneExplainsTheTermsOfTheQuestion() {
    Dialogue dialogue = Dialogue.in(Sample.toy());
    dialogue.say("C01");
    List<String> heard = dialogue.effect("K");
    assertTrue(heard.stream().anyMatch(line -> line.startsWith("Prompt, also ")), heard::toString);
    assertEquals("C01 2.1.1.1", dialogue.heard().getLast().split(":")[0]);
  }

  @Test
  void theCharacteristicsOfAllRatingsAreToldOnTheServicesDesk() {
    Dialogue dialogue = Dialogue.in(Sample.practice());
    dialogue.say("1.1");
    for (String key : List.of("<", ">")) {
      List<String> heard = dialogue.effect(key);
      assertTrue(heard.getFirst().contains("predating this edition"), heard::toString);
      for (Rating rating : Rating.values()) {
        for (String point :
            BuiltInGuidance.characteristics().standards().get(Code.of("1.1")).points(rating)) {
          assertTrue(heard.contains("- " + point), point);
        }
      }
    }
  }

  @Test
  void whereThereAreNoneTheKeySaysSo() {
    Dialogue dialogue = Dialogue.in(Sample.practice());
    dialogue.say("C01");
    List<String> heard = dialogue.effect(">");
    assertEquals(List.of("only 1.1, 1.2, 1.3, 1.4 have characteristics"), heard);
    assertFalse(dialogue.heard().isEmpty());
  }
}
