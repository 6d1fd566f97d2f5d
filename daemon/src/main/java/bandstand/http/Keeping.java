package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.io.IOException;

/** Something that writes to the disk. */
@FunctionalInterface
interface Keeping<T> {
  Outcome<T> keep() throws IOException;

  /**
   * What comes of it; unavailable when the disk fails, which may be before or after it has taken
   * the new file.
   *
   * @param what is written, such as {@code The document}
   * @param seen where one sees what stands now
   */
  static <T> Outcome<T> kept(String what, String seen, Keeping<T> keeping) {
    try {
      return keeping.keep();
    } catch (IOException failed) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE,
          "%s cannot be written: the disk is full or failed; see GET %s for what stands"
              .formatted(what, seen));
    }
  }
}
