package bandstand.wire;

import bandstand.framework.Characteristics;
import bandstand.framework.Glossary;

/**
 * What comes with the program to be read beside the editions, from the class path; each is read
 * once, when it is first asked for.
 */
public final class BuiltInGuidance {
  private BuiltInGuidance() {}

  /** Read by the first who asks: a start of the client has no time for it. */
  private static final class March2018 {
    static final Characteristics CHARACTERISTICS =
        BuiltInEditions.sound("characteristics-2018.json", CharacteristicsFile::read);
  }

  private static final class Terms {
    static final Glossary GLOSSARY = BuiltInEditions.sound("glossary.json", GlossaryFile::read);
  }

  /** The characteristics of March 2018 (001). */
  public static Characteristics characteristics() {
    return March2018.CHARACTERISTICS;
  }

  /** The terms of 004 and of the method. */
  public static Glossary glossary() {
    return Terms.GLOSSARY;
  }
}
