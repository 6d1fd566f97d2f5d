package bandstand.wire;

import java.util.Optional;

/** What a request says of a value that need not be there. */
public sealed interface Update<T> {

  /** Nothing; what stands is kept. */
  record Unsaid<T>() implements Update<T> {}

  /** That it goes: JSON null. */
  record Removal<T>() implements Update<T> {}

  /** What it becomes. */
  record Value<T>(T value) implements Update<T> {}

  /** What stands afterwards. */
  default Optional<T> over(Optional<T> standing) {
    return switch (this) {
      case Unsaid<T>() -> standing;
      case Removal<T>() -> Optional.empty();
      case Value<T>(T value) -> Optional.of(value);
    };
  }
}
