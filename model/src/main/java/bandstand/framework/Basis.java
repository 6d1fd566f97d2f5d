package bandstand.framework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule rests on. */
public enum Basis {
  /** Printed in a document of the Inspectorate. */
  PUBLISHED,
  /** Follows from published figures. */
  INFERRED,
  /** Ours. */
  HOUSE,
  /** Recalled practice, in none of the documents. */
  PRACTICE,
  /** Assumed until the Inspectorate prints it. */
  UNCONFIRMED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Basis> ofWord(String word) {
    return Arrays.stream(values()).filter(basis -> basis.word().equals(word)).findFirst();
  }
}
