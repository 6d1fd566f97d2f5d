package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Fault;
import bandstand.inspection.Tally;
import bandstand.rating.Measure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorInputTest {

  @ParameterizedTest
  @ValueSource(strings = {"26/35", " 26/35 ", "26 / 35", "026/35"})
  void aFractionIsYesOutOfYesAndNo(String text) {
    assertEquals(new Measure.Counted(Tally.of(26, 9)), Reads.done(CalculatorInput.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"77", "77%", " 77 % "})
  void aBareNumberIsAWholePercentage(String text) {
    assertEquals(new Measure.Stated(77), Reads.done(CalculatorInput.parse(text)));
  }

  @Test
  void theEndsOfTheScaleAreTaken() {
    assertEquals(new Measure.Stated(0), Reads.done(CalculatorInput.parse("0")));
    assertEquals(new Measure.Stated(100), Reads.done(CalculatorInput.parse("100%")));
    assertEquals(new Measure.Counted(Tally.of(0, 1)), Reads.done(CalculatorInput.parse("0/1")));
    assertEquals(new Measure.Counted(Tally.of(1, 0)), Reads.done(CalculatorInput.parse("1/1")));
  }

  @ParameterizedTest
  @CsvSource({
    "'',value", "many,value", "26/,value", "/35,value", "26\\35,value", "-26/35,value",
    "26/35%,value", "77.5,value", "'77,5',value", "٧٧,value", "1e2,value", "9999999999,value",
    "101,range", "101%,range", "1/200001,range", "36/35,yes-above-all", "0/0,zero", "5/0,zero"
  })
  void whatMakesNoSenseIsRefusedWithWhatWasTyped(String text, String code) {
    Fault fault = Reads.refused(CalculatorInput.parse(text)).faults().getFirst();
    assertEquals(code, fault.code());
    assertEquals(Optional.of(text), fault.value());
  }
}
