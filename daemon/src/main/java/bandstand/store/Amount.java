package bandstand.store;

import bandstand.inspection.Edit;
import bandstand.inspection.Reference;
import bandstand.wire.EventJson;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much a change is.
 *
 * @param edits all of them
 * @param cases how many different ones they touch
 * @param answers how many of them are of answers
 */
public record Amount(int edits, int cases, int answers) {
  public static Amount of(List<Edit> edits) {
    Set<Reference> cases = new HashSet<>();
    int answers = 0;
    Optional<Reference> last = Optional.empty();
    for (Edit edit : edits) {
      Optional<Reference> subject = edit.touches();
      if (!subject.equals(last)) {
        subject.ifPresent(cases::add);
        last = subject;
      }
      answers += edit instanceof Edit.ToAnswer ? 1 : 0;
    }
    return new Amount(edits.size(), cases.size(), answers);
  }

  /** Whether {@link EventJson} tells of it by these numbers alone, so that nobody reads it. */
  public boolean large() {
    return edits > EventJson.ENTRY_EDITS && cases > 1 && answers > 1;
  }
}
