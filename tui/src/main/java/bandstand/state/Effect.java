package bandstand.state;

import bandstand.framework.Framework;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.wire.CarryRequest;

/** What the rim is asked to do; each is answered by the messages it names. */
public sealed interface Effect {

  /**
   * → {@link Message.InspectionsListed}, now and after every change of any of them, until {@link
   * LeaveList}.
   */
  record ListInspections() implements Effect {}

  /** The list is out of sight: it need not be kept up to date. */
  record LeaveList() implements Effect {}

  /** → {@link Message.EditionsLoaded}. */
  record LoadEditions() implements Effect {}

  /** Read the official texts of an edition. → {@link Message.WordingLoaded}. */
  record LoadWording(Framework edition) implements Effect {}

  /**
   * Read all of an inspection, follow its changes and leave the one followed before; asked again
   * for the one followed, read it anew. → {@link Message.InspectionOpened}, then {@link
   * Message.ChangeSeen} until another is opened, across lost connections too.
   */
  record Open(InspectionId id) implements Effect {}

  /** → {@link Message.Compared}, or {@link Message.ReadRefused}. */
  record Compare(String from, String to) implements Effect {}

  /** The ratings of a past revision. → {@link Message.RatingsRead}, or refused as above. */
  record ReadRatings(Inspection.Origin of) implements Effect {}

  /**
   * What carrying an inspection would come to. → {@link Message.CarryPreviewed}, or refused as
   * above.
   */
  record PreviewCarry(InspectionId source, CarryRequest wished) implements Effect {}

  /**
   * Write. → {@link Message.Saved}, {@link Message.Created}, {@link Message.Refused} or {@link
   * Message.ConnectionLost}. At most one is under way; after {@link Message.Connected} it comes
   * again with the same request.
   *
   * @param request never used twice by one client, so it serves as an idempotency key
   */
  record Send(long request, Write write) implements Effect {}

  /** Ring the terminal's bell. */
  record Ring() implements Effect {}

  /** Draw all anew: another program has written on the screen. */
  record Redraw() implements Effect {}

  /** Restore the terminal and end. */
  record Quit() implements Effect {}
}
