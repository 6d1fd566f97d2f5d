package bandstand.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that happened to an inspection: its edits take effect together or not at all.
 *
 * <p>Without edits it is a no-op: nothing is recorded, and no revision is used. An erasure alone is
 * something without them, where nothing remains.
 *
 * @param of the revision an undo takes back, or a redo brings back
 * @param reason given by the person; empty when none is needed
 * @param once what its sender calls the request; kept, so that it is known when it comes again
 * @param erasure what an {@link Kind#ERASE} makes unreadable; empty for every other kind
 */
public record Change(
    Kind kind,
    List<Edit> edits,
    Optional<Long> of,
    String reason,
    Optional<Once> once,
    Optional<Erasure> erasure) {

  /** What was done, as a person would name it. */
  public enum Kind {
    CREATE,
    DETAILS,
    ANSWER,
    CLEAR,
    BATCH,
    IMPORT,
    CASE,
    REMOVE_CASE,
    JUDGE,
    DISCRETION,
    ALERT,
    MARK,
    SIGN_OFF,
    REOPEN,
    DELETE,
    RESTORE,
    UNDO,
    REDO,
    /** A case, or all there is, made unreadable for good; what was counted stays. */
    ERASE,
    /** Nobody can tell any more: what was done, or part of it, was erased. */
    ERASED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> ofWord(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The least role that makes such a change, and so takes it back or brings it back. */
    public Role role() {
      return switch (this) {
        case CREATE, DETAILS, ANSWER, CLEAR, BATCH, IMPORT, CASE, REMOVE_CASE, ALERT, UNDO, REDO ->
            Role.INSPECTOR;
        case JUDGE, DISCRETION, MARK, SIGN_OFF, REOPEN, DELETE, RESTORE, ERASE, ERASED -> Role.LEAD;
      };
    }

    /** Whether undo may take it back; the rest have ways of their own. */
    public boolean undoable() {
      return switch (this) {
        case DETAILS, ANSWER, CLEAR, BATCH, IMPORT, CASE, REMOVE_CASE, JUDGE, DISCRETION, ALERT ->
            true;
        case CREATE, MARK, SIGN_OFF, REOPEN, DELETE, RESTORE, UNDO, REDO, ERASE, ERASED -> false;
      };
    }
  }

  public Change {
    edits = List.copyOf(edits);
  }

  public Change(Kind kind, List<Edit> edits, Optional<Long> of, String reason) {
    this(kind, edits, of, reason, Optional.empty(), Optional.empty());
  }

  /** One that erases. */
  public static Change erasing(Erasure erasure, List<Edit> edits, String reason) {
    return new Change(
        Kind.ERASE, edits, Optional.empty(), reason, Optional.empty(), Optional.of(erasure));
  }

  public static Change of(Kind kind, List<? extends Edit> edits) {
    return new Change(kind, List.copyOf(edits), Optional.empty(), "");
  }

  public static Change of(Kind kind, Edit edit) {
    return of(kind, List.of(edit));
  }

  public static Change none(Kind kind) {
    return of(kind, List.of());
  }

  public Change because(String given) {
    return new Change(kind, edits, of, given, once, erasure);
  }

  public Change asked(Optional<Once> request) {
    return new Change(kind, edits, of, reason, request, erasure);
  }

  public boolean nothing() {
    return edits.isEmpty() && erasure.isEmpty();
  }
}
