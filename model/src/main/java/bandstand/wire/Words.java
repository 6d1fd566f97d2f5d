package bandstand.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the members of a closed set are written: {@code ONE_CASE} as {@code one-case}. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Optional<E> read(Class<E> set, String word) {
    return Arrays.stream(set.getEnumConstants())
        .filter(value -> of(value).equals(word))
        .findFirst();
  }

  static <E extends Enum<E>> String choices(Class<E> set) {
    return List.of(set.getEnumConstants()).stream()
        .map(Words::of)
        .collect(Collectors.joining(", "));
  }
}
