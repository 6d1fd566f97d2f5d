package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Wordings;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.inspection.Role;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person at the keys: presses them one by one and looks at the screen.
 *
 * <p>Behind it a {@link PretendDaemon} answers at once, unless it is told to be slow or gone.
 */
public final class Walk {
  public static final Person PB = new Person("PB", Role.INSPECTOR);

  private PretendDaemon daemon;
  private final List<PretendDaemon> others = new ArrayList<>();
  private final Deque<Message> stream = new ArrayDeque<>();
  private final List<Effect> effects = new ArrayList<>();
  private State state;
  private Size size = Size.STANDARD;
  private Instant now = Sample.AT;
  private boolean reachable = true;
  private final Deque<Effect.Send> held = new ArrayDeque<>();
  private boolean slow;
  private boolean streamFirst;
  private Printed printed = Printed.NOTHING;

  private Walk(PretendDaemon daemon, State state) {
    this.daemon = daemon;
    this.state = state;
  }

  /** At the list of inspections, connected. */
  public static Walk start(Inspection inspection) {
    return start(inspection, new Settings(false, false, ZoneId.of("Europe/London")));
  }

  public static Walk start(Inspection inspection, Settings settings) {
    Walk walk = new Walk(new PretendDaemon(inspection), State.start(settings, Optional.empty()));
    return walk.bring(new Message.Connected("127.0.0.1:7117", PB));
  }

  /** In the tree of standards. */
  public static Walk open(Inspection inspection) {
    return start(inspection).press("Enter");
  }

  /** What the daemon has of the published documents from now on. */
  public Walk printed(Printed texts) {
    printed = texts;
    return this;
  }

  public State state() {
    return state;
  }

  public PretendDaemon daemon() {
    return daemon;
  }

  /** Everything asked of the rim but sends, in order. */
  public List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** Keys by their labels: {@code y}, {@code Enter}, {@code Ctrl-s}. */
  public Walk press(String... labels) {
    for (String label : labels) {
      key(KeyLabels.key(label));
    }
    return this;
  }

  /** Each character as a key. */
  public Walk type(String text) {
    text.codePoints().forEach(codePoint -> key(new Key.Char(codePoint)));
    return this;
  }

  public Walk paste(String text) {
    return key(new Key.Paste(text, false));
  }

  public Walk key(Key key) {
    return bring(new Message.Pressed(key, now));
  }

  /** After a colon. */
  public Walk command(String line) {
    return press(":").type(line).press("Enter");
  }

  public Walk at(Instant instant) {
    now = instant;
    return this;
  }

  public Walk size(int rows, int columns) {
    size = new Size(rows, columns);
    return bring(new Message.Resized(rows, columns));
  }

  /** The connection goes; what is under way stays unanswered. */
  public Walk loseConnection() {
    reachable = false;
    held.clear();
    return bring(new Message.ConnectionLost("refused"));
  }

  /** The connection comes back, with the changes missed. */
  public Walk connect() {
    reachable = true;
    bring(new Message.Connected("127.0.0.1:7117", PB));
    return this;
  }

  /** The daemon tells of its last verified backup; empty: there is none. */
  public Walk backup(Optional<Duration> age) {
    return bring(new Message.BackupTold(Sample.backupStatus(age)));
  }

  /** From now on sends wait until {@link #answer}. */
  public Walk slow() {
    slow = true;
    return this;
  }

  /** The oldest send is carried out and answered. */
  public Walk answer() {
    send(held.removeFirst());
    return deliver();
  }

  /** The oldest send is carried out, but the connection goes before the answer. */
  public Walk carryOutAndLoseConnection() {
    if (write(held.removeFirst()) instanceof Outcome.Done<Recorded>(Recorded recorded)) {
      stream.add(new Message.ChangeSeen(recorded, true));
    }
    return loseConnection();
  }

  /** From now on the stream is quicker than the answer. */
  public Walk streamFirst() {
    streamFirst = true;
    return this;
  }

  public Walk colleague(String by, Edit edit) {
    Recorded recorded = daemon.change(by, now, edit);
    stream.add(new Message.ChangeSeen(recorded, true));
    return reachable ? deliver() : this;
  }

  public Walk bring(Message message) {
    Turn turn = Update.update(state, message);
    state = turn.state();
    for (Effect effect : turn.effects()) {
      carryOut(effect);
    }
    return deliver();
  }

  public Frame frame() {
    return View.view(state, size);
  }

  public String screen() {
    return frame().text();
  }

  public String row(int row) {
    return frame().row(row < 0 ? size.rows() + row : row);
  }

  /** The first row that holds a text; empty: none does. */
  public String rowWith(String text) {
    return screen().lines().filter(row -> row.contains(text)).findFirst().orElse("");
  }

  public Screen.Desk desk() {
    return (Screen.Desk) state.screen();
  }

  /** The line of the desk the cursor is on; {@code end} after the last. */
  public String line() {
    return desk().cursor().map(Code::toString).orElse("end");
  }

  private Walk deliver() {
    while (reachable && !stream.isEmpty()) {
      bring(stream.removeFirst());
    }
    return this;
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.Send send when slow -> held.add(send);
      case Effect.Send send -> send(send);
      case Effect.LeaveList leave -> {}
      case Effect.ListInspections list ->
          stream.add(
              new Message.InspectionsListed(
                  Stream.concat(Stream.of(daemon), others.stream())
                      .map(PretendDaemon::summary)
                      .toList()));
      case Effect.LoadEditions load ->
          stream.add(new Message.EditionsLoaded(List.of(Sample.YOS_2018, Sample.YOS_2021)));
      case Effect.LoadWording load ->
          stream.add(new Message.WordingLoaded(load.edition().edition().digest(), printed));
      case Effect.Open open -> stream.add(new Message.InspectionOpened(daemon.inspection()));
      case Effect.Compare(Framework from, Framework to) ->
          stream.add(new Message.Compared(Sample.CROSSWALK.compare(from, to, Wordings.NONE)));
      case Effect.ReadRatings(Inspection.Origin of) ->
          others.stream()
              .map(PretendDaemon::inspection)
              .filter(one -> one.id().equals(of.inspection()))
              .forEach(one -> stream.add(new Message.RatingsRead(of, PretendDaemon.ratings(one))));
      case Effect.PreviewCarry asked when slow -> effects.add(asked);
      case Effect.PreviewCarry asked -> stream.add(preview(asked));
      case Effect.Ring ring -> effects.add(ring);
      case Effect.Redraw redraw -> effects.add(redraw);
      case Effect.Quit quit -> effects.add(quit);
    }
  }

  /** What the daemon answers to a dry run. */
  Message preview(Effect.PreviewCarry asked) {
    return new Message.CarryPreviewed(asked, daemon.carried(PB.name(), now, asked.wished()).told());
  }

  private void send(Effect.Send send) {
    if (send.write() instanceof Write.Carry carry) {
      Inspection made = daemon.carried(PB.name(), now, carry.wished()).made();
      others.add(daemon);
      daemon = new PretendDaemon(made);
      stream.add(new Message.Created(send.request(), made.id()));
      return;
    }
    switch (write(send)) {
      case Outcome.Done<Recorded>(Recorded recorded) -> {
        Message seen = new Message.ChangeSeen(recorded, true);
        Message saved =
            new Message.Saved(send.request(), recorded.revision(), change(send, recorded));
        if (streamFirst) {
          stream.add(seen);
          stream.add(saved);
        } else {
          stream.add(saved);
          stream.add(seen);
        }
      }
      case Outcome.Refused<Recorded>(Problem problem) ->
          stream.add(
              new Message.Refused(
                  send.request(),
                  problem,
                  send.write() instanceof Write.PutAnswer put
                      ? daemon.inspection().given(put.subject(), put.code())
                      : Optional.empty()));
    }
  }

  private Outcome<Recorded> write(Effect.Send send) {
    return daemon.write(PB.name(), now, send.write());
  }

  /** The answer to a PUT tells what stands now; other answers tell the revision alone. */
  private static Optional<Recorded> change(Effect.Send send, Recorded recorded) {
    return send.write() instanceof Write.PutAnswer && !recorded.change().nothing()
        ? Optional.of(recorded)
        : Optional.empty();
  }
}
