package bandstand.wire;

import bandstand.framework.Characteristics;
import bandstand.framework.Glossary;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What comes with the program to be read beside the editions, from the class path; each is read
 * once, when it is first asked for.
 */
public final class BuiltInGuidance {
  private BuiltInGuidance() {}

  /** Read by the first who asks: a start of the client has no time for it. */
  private static final class March2018 {
    static final Characteristics CHARACTERISTICS =
        read("characteristics-2018.json", CharacteristicsFile::read);
  }

  private static final class Terms {
    static final Glossary GLOSSARY = read("glossary.json", GlossaryFile::read);
  }

  /** The characteristics of March 2018 (001). */
  public static Characteristics characteristics() {
    return March2018.CHARACTERISTICS;
  }

  /** The terms of 004 and of the method. */
  public static Glossary glossary() {
    return Terms.GLOSSARY;
  }

  private static <T> T read(String name, Function<byte[], Outcome<T>> reading) {
    byte[] file =
        BuiltInEditions.resource(name)
            .orElseThrow(() -> new IllegalStateException(name + ": there is no such file"));
    return switch (reading.apply(file)) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Problem problem) ->
          throw new IllegalStateException(
              problem.faults().stream()
                  .map(BuiltInEditions::shown)
                  .collect(Collectors.joining("\n", name + " is not sound:\n", "")));
    };
  }
}
