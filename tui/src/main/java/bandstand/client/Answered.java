package bandstand.client;

import bandstand.framework.Problem;

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
}
