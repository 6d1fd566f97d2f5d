package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateCommandTest extends OnACannedDaemon {
  @Test
  void ratePrintsFractionPercentageRatingThresholdsAndTippingPoints() {
    assertEquals(0, run("rate", "26/35"));
    assertEquals(
        "26/35 74% Good   Outstanding at 28/35, Requires improvement at 22/35   down 4 up 2\n",
        out());
  }

  @Test
  void severalFiguresAreOneStandard() {
    assertEquals(0, run("rate", "25/35", "20/30", "21/35"));
    assertEquals(
        """
        25/35 71% Good   Outstanding at 28/35, Requires improvement at 22/35   down 3 up 3
        20/30 67% Good   Outstanding at 24/30, Requires improvement at 19/30   down 1 up 4
        21/35 60% Requires improvement   Good at 23/35, Inadequate at 17/35   down 4 up 2
        standard: Requires improvement   lowest: 21/35 60% Requires improvement   down 4 up 2
        """,
        out());
  }

  @Test
  void aPercentageStandsForItself() {
    assertEquals(0, run("rate", "77", "50%", "100"));
    assertEquals(
        """
        77% Good   Outstanding at 80%, Requires improvement at 64%
        50% Requires improvement   Good at 65%, Inadequate at 49%
        100% Outstanding   Good at 79%
        standard: Requires improvement   lowest: 50% Requires improvement
        """,
        out());
  }

  @Test
  void aFigureThatRoundingDecidesSaysSo() {
    assertEquals(0, run("rate", "11/17"));
    assertTrue(out().endsWith("rounding decides\n"), out());
  }

  @Test
  void withoutBandsAPercentageStandsAloneAndSaysWhy() {
    assertEquals(0, run("rate", "--framework", "fji-2014", "26/35"));
    assertEquals("26/35 74%\nfji-2014 has no bands: a percentage stands without a rating\n", out());
  }

  @Test
  void whatIsNoFigureOrEditionIsAWrongCommandLine() {
    for (String figure : List.of("5/4", "101", "x", "1/0", "-1")) {
      assertEquals(2, run("rate", "--", figure), figure);
      assertTrue(err().startsWith("bandstand rate: \"" + figure + "\": "), err());
    }
    assertEquals(2, run("rate", "--framework", "yos-1999", "1/2"));
    assertTrue(err().startsWith("bandstand: no edition \"yos-1999\"; built in are "), err());
    assertEquals(2, run("rate"));
    assertEquals(2, run("nonsense"));
    assertTrue(err().endsWith("see bandstand --help\n"), err());
  }
}
