package bandstand.service;

import bandstand.framework.Problem;
import bandstand.journal.Appending;

/** Why nothing of a batch was recorded, told to everyone in it. */
final class Unrecorded {
  private Unrecorded() {}

  static Problem of(Appending.Refusal refusal) {
    return Problem.of(
        Problem.Kind.UNAVAILABLE,
        switch (refusal) {
          case Appending.NoSpace full ->
              "The disk is full, nothing was changed; make space and send it again";
          case Appending.DiskFailed failed ->
              "The disk failed, so nothing more is written until the daemon is started again";
          case Appending.ReadOnly closed ->
              "Nothing is written: %s. %s".formatted(closed.reason(), Unreadable.NEXT);
        });
  }
}
