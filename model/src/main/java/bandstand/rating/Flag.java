package bandstand.rating;

import java.util.Locale;

/** A reason to look twice at a standard; recalled practice but for the last two (house rules). */
public enum Flag {
  /** One answer turned would change it. */
  ONE_CASE,
  /** A question that sets its rating rests on five cases or fewer. */
  FIVE_CASES,
  /** Its lowest question is within five percentage points of a threshold; quiet by default. */
  NEAR_BOUNDARY,
  /** A question's rating depends on reading the percentage rounded. */
  ROUNDING_DECIDES,
  /** A question is not applicable in every case and has left the standard. */
  QUESTION_LEFT_OUT;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
