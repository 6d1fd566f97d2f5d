package bandstand.terminal;

import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the terminal and its owner allow, as the environment tells.
 *
 * @param colour {@code NO_COLOR} is not set to anything
 * @param ascii the locale's character set ({@code LC_ALL}, else {@code LC_CTYPE}, else {@code
 *     LANG}) is not UTF-8
 * @param dumb {@code TERM} is missing or {@code dumb}: the cursor cannot be moved
 * @param interactive both input and output are a terminal
 */
public record Surroundings(boolean colour, boolean ascii, boolean dumb, boolean interactive) {

  /** Those of this process. */
  public static Surroundings current() {
    Optional<Console> console = Optional.ofNullable(System.console());
    return of(System.getenv(), console.map(Console::isTerminal).orElse(false));
  }

  /** Those of an environment. */
  public static Surroundings of(Map<String, String> environment, boolean interactive) {
    String term = environment.getOrDefault("TERM", "");
    return new Surroundings(
        environment.getOrDefault("NO_COLOR", "").isEmpty(),
        !characterSet(environment).replace("-", "").toUpperCase(Locale.ROOT).endsWith("UTF8"),
        term.isEmpty() || term.equals("dumb"),
        interactive);
  }

  /** Whether only plain mode can work here. */
  public boolean plain() {
    return dumb || !interactive;
  }

  /** The part after the dot of a locale such as {@code cy_GB.UTF-8@euro}; empty: none is named. */
  private static String characterSet(Map<String, String> environment) {
    Optional<String> locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst();
    String withoutModifier = locale.orElse("").replaceFirst("@.*", "");
    return withoutModifier.substring(withoutModifier.indexOf('.') + 1);
  }
}
