package bandstand.journal;

import java.util.function.Function;

/** What came of reading at a position. */
public sealed interface Reading<T> {
  /** The same for what can be made of the value. */
  default <S> Reading<S> map(Function<T, S> made) {
    return switch (this) {
      case Found<T>(T value) -> new Found<>(made.apply(value));
      case Unreadable<T>(Damage damage) -> new Unreadable<>(damage);
    };
  }

  /** What stands there. */
  record Found<T>(T value) implements Reading<T> {}

  /** No such thing begins there, or it is damaged. */
  record Unreadable<T>(Damage damage) implements Reading<T> {}
}
