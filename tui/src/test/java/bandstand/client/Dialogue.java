package bandstand.client;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Wordings;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.inspection.Role;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.PretendDaemon;
import bandstand.state.Printed;
import bandstand.state.Sample;
import bandstand.state.Settings;
import bandstand.state.State;
import bandstand.state.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person in plain mode: says a line, hears what comes of it; behind it a pretended daemon. */
final class Dialogue {
  static final Instant NOON = Instant.parse("2022-03-15T12:00:00Z");

  /** The question for a case. */
  static final String ANY_CASE =
      "case? its reference, nothing for the first open one, or a code; ? lists the keys,"
          + " q leaves";

  /** The first question of C01 of the toy inspection. */
  static final String FIRST = "C01 2.1.1.1: Attitudes and motives are analysed? open";

  private PretendDaemon daemon;
  private Optional<Inspection> source = Optional.empty();
  private final List<String> heard = new ArrayList<>();
  private PlainSession session =
      PlainSession.start(State.start(new Settings(false, false, ZoneOffset.UTC), Optional.empty()));
  private Printed printed = new Printed(false, Map.of(), Map.of());
  private boolean reachable = true;
  private boolean left;

  private Dialogue(Inspection inspection) {
    this.daemon = new PretendDaemon(inspection);
    bring(new Message.Connected("127.0.0.1:7117", new Person("PB", Role.INSPECTOR)));
  }

  /** Connected, at the list of inspections. */
  static Dialogue with(Inspection inspection) {
    return new Dialogue(inspection);
  }

  /** With the inspection opened, and what that said forgotten. */
  static Dialogue in(Inspection inspection) {
    Dialogue dialogue = with(inspection);
    dialogue.say("1");
    return dialogue;
  }

  /** At the first question of C01 of the toy inspection. */
  static Dialogue onFirstDesk() {
    Dialogue dialogue = in(Sample.toy());
    dialogue.say("C01");
    return dialogue;
  }

  /** Everything said since the line before, with the next question as the last line. */
  List<String> say(String line) {
    heard.clear();
    take(session.read(line, NOON));
    return heard();
  }

  /** As {@link #say}, without the next question. */
  List<String> effect(String line) {
    List<String> all = say(line);
    return all.subList(0, all.size() - 1);
  }

  List<String> heard() {
    List<String> all = new ArrayList<>(heard);
    all.add(session.prompt());
    return all;
  }

  /** What the daemon has of the published documents from now on. */
  void printed(Printed texts) {
    printed = texts;
  }

  /** The daemon tells of its last verified backup; empty: there is none. */
  Dialogue backup(Optional<Duration> age) {
    bring(new Message.BackupTold(Sample.backupStatus(age)));
    return this;
  }

  /** A colleague or a script changes something. */
  List<String> colleague(String name, Edit edit) {
    heard.clear();
    bring(new Message.ChangeSeen(daemon.change(name, NOON, edit), true));
    return heard();
  }

  List<String> lose() {
    heard.clear();
    reachable = false;
    bring(new Message.ConnectionLost("gone"));
    return heard();
  }

  List<String> reconnect() {
    heard.clear();
    reachable = true;
    bring(new Message.Connected("127.0.0.1:7117", new Person("PB", Role.INSPECTOR)));
    return heard();
  }

  boolean endInput() {
    take(session.leave(NOON));
    return left;
  }

  boolean waits() {
    return session.waits();
  }

  boolean hasLeft() {
    return left;
  }

  private void bring(Message message) {
    take(session.hear(message));
  }

  private void take(PlainStep step) {
    session = step.next();
    heard.addAll(step.said());
    step.effects().forEach(this::perform);
  }

  private void perform(Effect effect) {
    if (effect instanceof Effect.Quit) {
      left = true;
    } else if (reachable) {
      answer(effect);
    }
  }

  private void answer(Effect effect) {
    switch (effect) {
      case Effect.LeaveList _ -> {}
      case Effect.ListInspections _ ->
          bring(new Message.InspectionsListed(List.of(daemon.summary())));
      case Effect.LoadEditions _ ->
          bring(new Message.EditionsLoaded(List.of(Sample.YOS_2018, Sample.YOS_2021, Sample.TOY)));
      case Effect.Compare(Framework from, Framework to) ->
          bring(new Message.Compared(Sample.CROSSWALK.compare(from, to, Wordings.NONE)));
      case Effect.PreviewCarry asked ->
          bring(
              new Message.CarryPreviewed(asked, daemon.carried("PB", NOON, asked.wished()).told()));
      case Effect.ReadRatings(Inspection.Origin of) ->
          bring(new Message.RatingsRead(of, PretendDaemon.ratings(source.orElseThrow())));
      case Effect.Open _ -> bring(new Message.InspectionOpened(daemon.inspection()));
      case Effect.Send(long request, Write write) -> send(request, write);
      case Effect.LoadWording load ->
          bring(new Message.WordingLoaded(load.edition().edition().digest(), printed));
      case Effect.Ring _, Effect.Redraw _, Effect.Quit _ -> {}
    }
  }

  private void send(long request, Write write) {
    if (write instanceof Write.Carry carry) {
      source = Optional.of(daemon.inspection());
      daemon = new PretendDaemon(daemon.carried("PB", NOON, carry.wished()).made());
      bring(new Message.Created(request, daemon.inspection().id()));
      return;
    }
    switch (daemon.write("PB", NOON, write)) {
      case Outcome.Done<Recorded>(Recorded recorded) -> {
        bring(new Message.Saved(request, recorded.revision(), Optional.empty()));
        if (!recorded.change().nothing()) {
          bring(new Message.ChangeSeen(recorded, true));
        }
      }
      case Outcome.Refused<Recorded>(Problem problem) -> {
        var standing =
            write instanceof Write.PutAnswer put
                ? daemon.inspection().given(put.subject(), put.code())
                : Optional.<Given>empty();
        bring(new Message.Refused(request, problem, standing));
      }
    }
  }
}
