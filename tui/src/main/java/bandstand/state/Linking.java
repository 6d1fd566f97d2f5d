package bandstand.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The connection coming and going. */
final class Linking {
  private Linking() {}

  static Turn connected(State state, Message.Connected connected) {
    boolean back = state.link().broken();
    Outbox outbox = state.outbox();
    State linked =
        state
            .withLink(
                new Link(Link.Status.CONNECTED, connected.daemon(), Optional.of(connected.me())))
            .withOutbox(outbox.withOwed(back ? outbox.waiting().size() : 0, 0));
    List<Effect> effects = new ArrayList<>();
    if (state.library().editions().isEmpty()) {
      effects.add(new Effect.LoadEditions());
    }
    effects.add(new Effect.ListInspections());
    state.opening().ifPresent(id -> effects.add(new Effect.Open(id)));
    return new Turn(back ? linked.saying("connected") : linked, effects);
  }

  /** What was under way may or may not be on disk. */
  static State broken(State state, Link.Status how) {
    Outbox outbox = state.outbox().withLeaving(false).withOwed(0, 0);
    State broken = state.withLink(state.link().broken(how)).withOutbox(outbox).saying("");
    return outbox.head().filter(Outbox.Entry::underWay).isPresent()
        ? broken.withOutbox(outbox.withHead(Outbox.Entry::unanswered))
        : broken;
  }
}
