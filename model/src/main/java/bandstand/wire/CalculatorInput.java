package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Limits;
import bandstand.inspection.Tally;
import bandstand.rating.Measure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person types for one key question: {@code 26/35}, {@code 77} or {@code 77%}. */
public final class CalculatorInput {
  /** Two numbers, a stroke and some spaces. */
  static final int MOST_CHARACTERS = 40;

  private static final Pattern FRACTION =
      Pattern.compile("\\s*([0-9]{1,9})\\s*/\\s*([0-9]{1,9})\\s*");

  private static final Pattern PERCENTAGE = Pattern.compile("\\s*([0-9]{1,9})\\s*%?\\s*");

  private CalculatorInput() {}

  /** A fraction is yes out of yes and no together; a bare number is a whole percentage. */
  public static Outcome<Measure> parse(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      return fraction(
          text, Integer.parseInt(fraction.group(1)), Integer.parseInt(fraction.group(2)));
    }
    Matcher percentage = PERCENTAGE.matcher(text);
    if (!percentage.matches()) {
      return refused(text, "value", "A fraction such as 26/35 or a whole percentage such as 77");
    }
    int percent = Integer.parseInt(percentage.group(1));
    return percent <= 100
        ? Outcome.done(new Measure.Stated(percent))
        : refused(text, "range", "A percentage is a whole number from 0 to 100");
  }

  private static Outcome<Measure> fraction(String text, int yes, int counted) {
    if (counted == 0) {
      return refused(text, "zero", "Out of 0 says nothing; leave out what is not known");
    }
    if (counted > Limits.CASES) {
      return refused(text, "range", "At most " + Limits.CASES + " cases can be counted");
    }
    if (yes > counted) {
      return refused(text, "yes-above-all", "More yes than cases: the smaller number comes first");
    }
    return Outcome.done(new Measure.Counted(Tally.of(yes, counted - yes)));
  }

  private static Outcome<Measure> refused(String text, String code, String message) {
    return Outcome.refused(Problem.refused(new Fault(0, "", "", Optional.of(text), code, message)));
  }
}
