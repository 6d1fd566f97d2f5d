package bandstand.framework;

import java.util.List;
import java.util.Locale;

/**
 * Why something asked for is not done.
 *
 * @param detail one sentence for a person: what, where, what to do
 * @param faults at most {@value #MOST_FAULTS}, in the input's order
 * @param faultCount how many there are in truth
 * @param conflicts revisions that stand in the way, oldest first
 */
public record Problem(
    Kind kind, String detail, List<Fault> faults, long faultCount, List<Long> conflicts) {
  /** A screenful for a script to mend; the count says the rest. */
  public static final int MOST_FAULTS = 1000;

  /** The stable name of a problem, and the HTTP status that carries it. */
  public enum Kind {
    UNREADABLE(400, "The request cannot be read"),
    UNAUTHORIZED(401, "A token is needed"),
    FORBIDDEN(403, "This is not allowed"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method does not fit"),
    CONFLICT(409, "It stands against what is recorded"),
    ERASED(410, "It was erased"),
    PRECONDITION_FAILED(412, "It has changed since"),
    TOO_LARGE(413, "It is too large"),
    UNSUPPORTED(415, "The media type does not fit"),
    REFUSED(422, "It is understood but refused"),
    PRECONDITION_REQUIRED(428, "A precondition is required"),
    TOO_MANY(429, "Too many attempts"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "The daemon failed"),
    UNAVAILABLE(503, "It cannot be written now");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    public int status() {
      return status;
    }

    public String title() {
      return title;
    }

    /** As in {@code urn:bandstand:problem:precondition-failed}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Problem {
    faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    conflicts = List.copyOf(conflicts);
    if (faultCount < faults.size()) {
      throw new IllegalArgumentException(faultCount + " faults of " + faults.size());
    }
  }

  /** The same in other words. */
  public Problem saying(String words) {
    return new Problem(kind, words, faults, faultCount, conflicts);
  }

  public static Problem of(Kind kind, String detail) {
    return new Problem(kind, detail, List.of(), 0, List.of());
  }

  public static Problem refused(List<Fault> faults) {
    String detail =
        faults.size() == 1 ? faults.getFirst().message() : faults.size() + " errors; see errors";
    return new Problem(Kind.REFUSED, detail, faults, faults.size(), List.of());
  }

  public static Problem refused(Fault fault) {
    return refused(List.of(fault));
  }

  public static Problem conflict(String detail, List<Long> conflicts) {
    return new Problem(Kind.CONFLICT, detail, List.of(), 0, conflicts);
  }
}
