package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Given;
import bandstand.inspection.Reference;
import java.util.Optional;

/**
 * What the screen shows at a question: what stands there, or what this client has asked for since.
 *
 * @param standing as the daemon last told
 * @param pending asked for and not yet on disk
 */
public record Shown(Wanted wanted, Optional<Given> standing, boolean pending) {

  /** At a question of the opened inspection. */
  public static Shown of(State state, Opened opened, Optional<Reference> subject, Code code) {
    Optional<Given> standing = opened.inspection().given(subject, code);
    Outbox outbox = state.outbox();
    if (outbox.waiting().isEmpty() && outbox.acknowledged().isEmpty()) {
      return new Shown(Wanted.of(standing), standing, false);
    }
    return outbox
        .latest(opened.id(), subject, code)
        .map(entry -> new Shown(wanted(entry), standing, entry.pending()))
        .orElseGet(() -> new Shown(Wanted.of(standing), standing, false));
  }

  private static Wanted wanted(Outbox.Entry entry) {
    return ((Write.PutAnswer) entry.write()).wanted();
  }

  public boolean open() {
    return wanted.answer().isEmpty();
  }
}
