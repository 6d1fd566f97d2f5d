package bandstand.wire;

import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who, when and at which revision: what stands around values and need not be said in each. */
final class Envelope {
  /** Around values that say everything themselves. */
  static final Envelope NONE = new Envelope(0, "", Instant.EPOCH);

  private final long revision;
  private final String by;
  private final Instant at;

  /** By ordinal; shared, since an import is read back as millions of them. */
  private final List<Optional<Given>> bare;

  private final Sharing sharing = new Sharing();

  Envelope(long revision, String by, Instant at) {
    this.revision = revision;
    this.by = by;
    this.at = at;
    this.bare =
        Arrays.stream(Answer.values())
            .map(answer -> new Given(Optional.of(answer), "", false, revision, by, at))
            .map(Optional::of)
            .toList();
  }

  long revision() {
    return revision;
  }

  String by() {
    return by;
  }

  Instant at() {
    return at;
  }

  /** Whether it is nothing but an answer, given by who and when this says. */
  boolean bears(Given given) {
    return given.answer().isPresent() && given.equals(bare(given.answer().get()).orElseThrow());
  }

  /** Nothing but an answer, given by who and when this says. */
  Optional<Given> bare(Answer answer) {
    return bare.get(answer.ordinal());
  }

  /** What is read of a value within, kept once however often it comes. */
  <T> T shared(T value) {
    return sharing.of(value);
  }
}
