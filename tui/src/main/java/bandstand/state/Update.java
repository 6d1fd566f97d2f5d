package bandstand.state;

import bandstand.inspection.InspectionId;
import java.util.Optional;

/** The one way the state changes. Pure. */
public final class Update {
  private Update() {}

  /** The state after a message, and what is to be done. */
  public static Turn update(State state, Message message) {
    return answered(state, message)
        .then(Sending::next)
        .then(after -> inSight(state.screen(), after));
  }

  /** The list of inspections is live while it is looked at, however one comes there. */
  private static Turn inSight(Screen before, State after) {
    boolean was = before instanceof Screen.Inspections;
    boolean is = after.screen() instanceof Screen.Inspections;
    if (was == is) {
      return Turn.to(after);
    }
    return Turn.to(after, is ? new Effect.ListInspections() : new Effect.LeaveList());
  }

  private static Turn answered(State state, Message message) {
    return switch (message) {
      case Message.Pressed pressed -> Pressing.press(state.withNow(pressed.at()), pressed.key());
      case Message.Resized resized -> Turn.to(state.with(state.display().withRows(resized.rows())));
      case Message.Connected connected -> Linking.connected(state, connected);
      case Message.ConnectionLost _ -> Turn.to(Linking.broken(state, Link.Status.LOST));
      case Message.TurnedAway _ -> Turn.to(Linking.broken(state, Link.Status.TURNED_AWAY));
      case Message.InspectionsListed listed ->
          Turn.to(state.withLibrary(state.library().withInspections(listed.inspections())));
      case Message.BackupTold told ->
          Turn.to(state.withLibrary(state.library().withBackup(told.status())));
      case Message.EditionsLoaded loaded -> Turn.to(Forms.withEditions(state, loaded.editions()));
      case Message.WordingLoaded(String digest, Printed printed) ->
          Turn.to(state.withLibrary(state.library().withPrinted(digest, printed)));
      case Message.InspectionOpened opened -> Turn.to(Following.opened(state, opened.inspection()));
      case Message.ChangeSeen seen -> Following.seen(state, seen);
      case Message.Compared compared -> Turn.to(Comparing.compared(state, compared.comparison()));
      case Message.RatingsRead read -> Turn.to(Comparing.read(state, read));
      case Message.CarryPreviewed previewed -> Turn.to(Carrying.previewed(state, previewed));
      case Message.ReadRefused refused -> Turn.to(readRefused(state, refused));
      case Message.Saved saved -> Turn.to(Sending.saved(state, saved));
      case Message.Created created -> Sending.created(state, created);
      case Message.Refused refused -> Sending.refused(state, refused);
    };
  }

  /** One left for another that is being opened is nobody's concern any more. */
  private static State readRefused(State state, Message.ReadRefused refused) {
    if (refused.effect() instanceof Effect.PreviewCarry asked) {
      return Carrying.refused(state, asked, refused.problem());
    }
    State told = state.saying("not read: " + refused.problem().detail());
    if (refused.effect() instanceof Effect.Open(InspectionId id)) {
      Optional<InspectionId> asked = Optional.of(id);
      if (state.opening().equals(asked)) {
        return told.withOpening(Optional.empty());
      }
      boolean left = state.opening().isPresent() && !state.opened().map(Opened::id).equals(asked);
      return left ? state : told;
    }
    return told;
  }
}
