package bandstand.state;

import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import bandstand.wire.CarryRequest;
import java.util.List;
import java.util.Optional;

/** An inspection on its way to another edition: asked for, shown, confirmed. */
final class Carrying {
  private static final String ID = "id";

  private Carrying() {}

  static Turn begin(State state) {
    Optional<Summary> row =
        state.screen() instanceof Screen.Inspections screen
            ? Rows.at(Rows.inspections(state, screen), screen.cursor(), Summary::id)
            : Optional.empty();
    if (row.isEmpty()) {
      return Turn.to(state.saying("no inspection here; c creates one"));
    }
    List<String> ids = state.library().editions().stream().map(Framework::id).toList();
    List<String> others =
        Library.without(state.library().editions(), row.get().edition()).stream()
            .map(Framework::id)
            .toList();
    if (others.isEmpty()) {
      return Turn.to(state.saying("there is no other edition"));
    }
    int next = Math.min(ids.indexOf(row.get().edition().id()), others.size() - 1);
    return Forms.opened(
        state,
        Form.of(
            new Form.About.Carry(row.get().id()),
            List.of(
                Form.Field.choice(
                    Inspection.FRAMEWORK, "edition", others.get(Math.max(0, next)), others),
                Form.Field.line(
                    ID, "id, or nothing to have one made", "", Limits.NAME_CHARACTERS))));
  }

  /** Asks what it would come to. */
  static Turn preview(State state, Form form, Form.About.Carry about) {
    String text = form.value(ID).strip();
    Optional<InspectionId> id = InspectionId.parse(text);
    if (!text.isEmpty() && id.isEmpty()) {
      return Turn.to(
          state.over(
              new Overlay.Writing(
                  form.withFocus(1).withProblem("an id has 1 to 64 of a-z, 0-9 and -"))));
    }
    if (!state.link().connected()) {
      return Turn.to(
          state.over(new Overlay.Writing(form.withProblem("not connected; wait for that"))));
    }
    var asked =
        new Effect.PreviewCarry(
            about.source(),
            new CarryRequest(form.value(Inspection.FRAMEWORK), id, Optional.empty()));
    return Turn.to(state.over(new Overlay.Carrying(form, asked, Optional.empty(), 0)), asked);
  }

  static State previewed(State state, Message.CarryPreviewed previewed) {
    return awaited(state, previewed.asked())
        .map(
            carrying ->
                state.over(
                    new Overlay.Carrying(
                        carrying.form(), carrying.asked(), Optional.of(previewed.told()), 0)))
        .orElse(state);
  }

  static State refused(State state, Effect.PreviewCarry asked, Problem problem) {
    return awaited(state, asked)
        .map(
            carrying ->
                state.over(new Overlay.Writing(carrying.form().withProblem(problem.detail()))))
        .orElse(state);
  }

  private static Optional<Overlay.Carrying> awaited(State state, Effect.PreviewCarry asked) {
    return state
        .display()
        .overlay()
        .filter(Overlay.Carrying.class::isInstance)
        .map(Overlay.Carrying.class::cast)
        .filter(carrying -> carrying.asked().equals(asked));
  }

  /** Enter carries it under the id that was shown. */
  static Turn press(State state, Overlay.Carrying carrying, Key key) {
    if (Typing.leaves(key)) {
      return Turn.to(state.over(new Overlay.Writing(carrying.form())));
    }
    if (key != Key.Named.ENTER) {
      int to = Pressing.scrolled(state, carrying.scrolled(), key);
      return Turn.to(
          state.over(new Overlay.Carrying(carrying.form(), carrying.asked(), carrying.told(), to)));
    }
    if (carrying.told().isEmpty()) {
      return Turn.to(state);
    }
    if (!state.outbox().waiting().isEmpty()) {
      return Turn.to(
          state.saying(Words.waiting(state.outbox().waiting()) + " not saved yet; wait for that"));
    }
    CarryRequest wished = carrying.asked().wished();
    CarryRequest shown =
        new CarryRequest(
            wished.framework(),
            Optional.of(carrying.told().get().inspection()),
            wished.shortName());
    State closed = state.clear().withDrafts(state.drafts().drop(carrying.form().about()));
    return Answering.ask(
        closed, new Write.Carry(carrying.asked().source(), shown), Optional.of(carrying.form()));
  }
}
