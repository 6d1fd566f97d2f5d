package bandstand.wire;

import java.util.Locale;

/** Why a stream of events does not go on where its reader was, but begins anew. */
public enum ResetReason {
  BEHIND("You read too slowly and missed changes; begin anew with the snapshot that follows"),
  TOO_OLD("More was missed than is told one by one; begin anew with the snapshot that follows"),
  UNKNOWN_ID("No change here has this Last-Event-ID; begin anew with the snapshot that follows"),
  ERASED("Part of what was missed is erased; begin anew with the snapshot that follows"),
  UNREADABLE(
      "What was missed cannot be read: the journal is damaged; begin anew with the snapshot that"
          + " follows");

  private final String detail;

  ResetReason(String detail) {
    this.detail = detail;
  }

  /** As in {@code too-old}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One sentence for a person. */
  String detail() {
    return detail;
  }
}
