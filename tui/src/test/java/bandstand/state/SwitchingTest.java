package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.view.Size;
import bandstand.view.View;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From one inspection to another while the first one's writes are on their way. */
class SwitchingTest {
  private static final Inspection FIRST = at("first", 500);
  private static final Inspection SECOND = at("second", 20);

  private State state =
      State.start(new Settings(false, false, ZoneId.of("Europe/London")), Optional.of(FIRST.id()));

  SwitchingTest() {
    bring(new Message.Connected("127.0.0.1:7117", Walk.PB));
    open(FIRST);
  }

  private static Inspection at(String id, long revision) {
    List<Edit> edits = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      edits.add(new Edit.ToCase(Sample.reference(number), false, true));
      Sample.fact(edits, Sample.reference(number), "type", "court");
    }
    Inspection inspection = Sample.made(id, Sample.TOY, edits);
    while (inspection.revision() < revision) {
      Edit note =
          new Edit.ToDetail(
              Inspection.NOTES, Optional.empty(), Optional.of("n" + inspection.revision()));
      inspection =
          inspection.after(
              new Recorded(
                  inspection.id(),
                  inspection.revision() + 1,
                  "AM",
                  Sample.AT,
                  Change.of(Change.Kind.DETAILS, note)));
    }
    return inspection;
  }

  private List<Effect> bring(Message message) {
    Turn turn = Update.update(state, message);
    state = turn.state();
    return turn.effects();
  }

  private List<Effect> press(String... labels) {
    List<Effect> effects = new ArrayList<>();
    for (String label : labels) {
      effects.addAll(bring(new Message.Pressed(KeyLabels.key(label), Sample.AT)));
    }
    return effects;
  }

  private void open(Inspection inspection) {
    state = state.withOpening(Optional.of(inspection.id()));
    bring(new Message.InspectionOpened(inspection));
    press(":", "c", "a", "s", "e", " ", "C", "0", "1", "Enter");
    assertTrue(state.screen() instanceof Screen.Desk, () -> "no desk: " + state.screen());
  }

  private static Effect.Send sent(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Send.class::isInstance)
        .map(Effect.Send.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is sent: " + effects));
  }

  private List<Effect> saved(Effect.Send send, long revision) {
    return bring(new Message.Saved(send.request(), revision, Optional.empty()));
  }

  private String screen() {
    return View.view(state, Size.STANDARD).text();
  }

  @Test
  void whatTheFirstOnesStreamStillOwesHoldsNothingUpInTheSecond() {
    saved(sent(press("y")), 501);
    assertEquals(1, state.outbox().acknowledged().size());
    open(SECOND);
    assertEquals(List.of(), state.outbox().acknowledged());
    Effect.Send inSecond = sent(press("y"));
    assertEquals(SECOND.id(), ((Write.PutAnswer) inSecond.write()).inspection());
  }

  @Test
  void aWriteOfTheFirstThatIsSavedLateIsNotTheSecondsToTakeBack() {
    Effect.Send inFirst = sent(press("y"));
    open(SECOND);
    saved(inFirst, 501);
    assertEquals(Outbox.EMPTY.acknowledged(), state.outbox().acknowledged());
    assertEquals(List.of(), state.outbox().waiting());
    assertEquals(List.of(), state.theOpened().undoable());
    assertEquals(List.of(), press("u"));
    assertTrue(screen().contains("nothing of your own to take back"), this::screen);
  }

  @Test
  void whatTheSecondWaitsToSendIsNotDroppedForTheFirst() {
    Effect.Send inFirst = sent(press("y"));
    open(SECOND);
    press("n");
    Effect.Send inSecond = sent(saved(inFirst, 501));
    assertEquals(SECOND.id(), ((Write.PutAnswer) inSecond.write()).inspection());
    saved(inSecond, 21);
    assertEquals(1, state.theOpened().undoable().size());
  }

  @Test
  void aSecondAnswerToAQuestionOfTheFirstIsGivenInTheSightOfItsFirst() {
    Effect.Send yes = sent(press("y"));
    press("k", "n");
    open(SECOND);
    Write.PutAnswer no = (Write.PutAnswer) sent(saved(yes, 501)).write();
    assertEquals(FIRST.id(), no.inspection());
    assertEquals(501, no.standing());
  }

  @Test
  void anUndoAskedInTheFirstTakesNothingBackInTheSecond() {
    Effect.Send yes = sent(press("y"));
    press("u");
    open(SECOND);
    assertEquals(List.of(), saved(yes, 501));
    assertEquals(List.of(), state.outbox().waiting());
  }

  @Test
  void whatIsUnsentInTheFirstIsNotTheSecondsToDrop() {
    bring(new Message.ConnectionLost("refused"));
    press("y");
    open(SECOND);
    press("u");
    assertEquals(1, state.outbox().waiting().size());
    assertEquals(List.of(), state.theOpened().redoable());
  }

  @Test
  void aRefusalInTheFirstForgetsNothingOfTheSecond() {
    Effect.Send yes = sent(press("y"));
    press("u");
    Effect.Send undo = sent(saved(yes, 501).isEmpty() ? seen(yes) : List.of());
    open(SECOND);
    state = state.withOpened(state.theOpened().did(new Opened.Own(20, undo.write(), 0)));
    bring(
        new Message.Refused(
            undo.request(), Problem.of(Problem.Kind.CONFLICT, "changed since"), Optional.empty()));
    assertEquals(1, state.theOpened().undoable().size());
  }

  private List<Effect> seen(Effect.Send yes) {
    Write.PutAnswer put = (Write.PutAnswer) yes.write();
    Edit edit =
        Sample.answer(put.subject(), put.code().toString(), put.wanted().answer().orElseThrow());
    Recorded recorded =
        new Recorded(FIRST.id(), 501, "PB", Sample.AT, Change.of(Change.Kind.ANSWER, edit));
    return bring(new Message.ChangeSeen(recorded, true));
  }

  @Test
  void aRefusedReadingOfTheFirstEndsNotTheOpeningOfTheSecond() {
    State opening = state.withOpening(Optional.of(SECOND.id())).saying("opening it");
    state = opening;
    Problem problem = Problem.of(Problem.Kind.NOT_FOUND, "gone");
    bring(new Message.ReadRefused(new Effect.Open(FIRST.id()), problem));
    assertEquals(Optional.of(SECOND.id()), state.opening());
    state = opening;
    bring(new Message.ReadRefused(new Effect.Open(new InspectionId("third")), problem));
    assertEquals(opening, state);
    bring(new Message.ReadRefused(new Effect.Open(SECOND.id()), problem));
    assertEquals(Optional.empty(), state.opening());
  }
}
