package bandstand.framework;

import java.util.function.Function;

/** What came of something asked for: a value, or why not. */
public sealed interface Outcome<T> {

  /** It is done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It is not done. */
  record Refused<T>(Problem problem) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Problem problem) {
    return new Refused<>(problem);
  }

  static <T> Outcome<T> refused(Problem.Kind kind, String detail) {
    return new Refused<>(Problem.of(kind, detail));
  }

  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Problem problem) -> new Refused<>(problem);
    };
  }

  default <R> Outcome<R> map(Function<? super T, R> change) {
    return then(value -> new Done<>(change.apply(value)));
  }
}
