package bandstand.client;

import bandstand.framework.Problem;
import java.util.function.Function;

/** What came of a request. */
public sealed interface Answered<T> {

  /**
   * The daemon did it.
   *
   * @param status from 200 to 299
   * @param tag of what was asked for, without its quotation marks; empty when it has none
   */
  record Done<T>(T value, int status, String tag) implements Answered<T> {}

  /** The daemon said no. */
  record Refused<T>(Problem problem) implements Answered<T> {}

  /**
   * No answer came: nobody knows whether it was done.
   *
   * @param why in words, for a person
   */
  record Lost<T>(String why) implements Answered<T> {}

  /** Another request that needs the first one's answer. */
  default <R> Answered<R> then(Function<? super T, Answered<R>> next) {
    return switch (this) {
      case Done<T>(T value, _, _) -> next.apply(value);
      case Refused<T>(Problem problem) -> new Refused<>(problem);
      case Lost<T>(String why) -> new Lost<>(why);
    };
  }
}
