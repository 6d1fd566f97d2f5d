package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.wire.EventJson;
import bandstand.wire.StateJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows what is looked at: the daemon as a whole, and one inspection, which is read whole and
 * then told change by change.
 */
final class Follower implements AutoCloseable {
  private static final String SNAPSHOT = "snapshot";
  private static final String CHANGE = "change";
  private static final String RESET = "reset";

  private final DaemonClient client;
  private final Editions editions;
  private final Contact contact;
  private final Consumer<Message> messages;
  private final Time time;
  private Optional<EventStream> ofAll = Optional.empty();
  private Optional<EventStream> ofOne = Optional.empty();
  private Optional<Reading> reading = Optional.empty();
  private boolean closed;

  Follower(
      DaemonClient client,
      Editions editions,
      Contact contact,
      Consumer<Message> messages,
      Time time) {
    this.client = client;
    this.editions = editions;
    this.contact = contact;
    this.messages = messages;
    this.time = time;
  }

  /**
   * Follows the daemon as a whole, if it does not yet.
   *
   * @param changed called after any change
   */
  synchronized void followAll(Runnable changed) {
    if (ofAll.isEmpty()) {
      ofAll =
          started(
              Request.get("events"),
              news -> {
                switch (news) {
                  case EventStream.News.Following _ -> {}
                  case EventStream.News.Happened(ServerEvent event) -> {
                    if (event.type().equals(CHANGE)) {
                      changed.run();
                    }
                  }
                  case EventStream.News.Lost _ -> contact.doubt();
                  case EventStream.News.Refused _ -> contact.doubt();
                }
              });
    }
  }

  synchronized void leaveAll() {
    ofAll.ifPresent(EventStream::close);
    ofAll = Optional.empty();
  }

  /** Follows one inspection in place of the one before; one that is being read is left to it. */
  synchronized void follow(InspectionId id) {
    if (reading.filter(current -> current.id.equals(id) && !current.done).isEmpty()) {
      reading.ifPresent(Reading::leave);
      Reading next = new Reading(id);
      reading = Optional.of(next);
      ofOne.ifPresent(EventStream::close);
      ofOne = started(Request.get("inspections", id.text(), "events"), next);
    }
  }

  private Optional<EventStream> started(Request request, Consumer<EventStream.News> news) {
    if (closed) {
      return Optional.empty();
    }
    EventStream next = new EventStream(client, request, news, time);
    next.start();
    return Optional.of(next);
  }

  @Override
  public synchronized void close() {
    closed = true;
    reading.ifPresent(Reading::leave);
    ofOne.ifPresent(EventStream::close);
    leaveAll();
  }

  /** One inspection being followed; called by its stream's thread alone. */
  private final class Reading implements Consumer<EventStream.News> {
    private final InspectionId id;
    private volatile boolean done;
    private volatile boolean left;

    /** Of what was read last; nothing yet: less than any. */
    private long revision = -1;

    Reading(InspectionId id) {
      this.id = id;
    }

    /** Nobody is told any more; a request that is cut short is no lost connection. */
    void leave() {
      left = true;
    }

    @Override
    public void accept(EventStream.News news) {
      switch (news) {
        case EventStream.News.Following _ -> {}
        case EventStream.News.Lost _ -> contact.doubt();
        case EventStream.News.Refused(Problem problem) -> refused(problem);
        case EventStream.News.Happened(ServerEvent event) -> {
          switch (event.type()) {
            case SNAPSHOT -> {
              if (!isRead(event)) {
                readWhole();
              }
            }
            case RESET -> readWhole();
            case CHANGE -> change(event.text());
            default -> {
              // What a later daemon may tell.
            }
          }
        }
      }
    }

    /** After a reset a snapshot of the same may follow, or none. */
    private boolean isRead(ServerEvent event) {
      return event.id().matches("[0-9]{1,18}") && Long.parseLong(event.id()) <= revision;
    }

    /** Read after the stream has begun, so that no change falls between. */
    private void readWhole() {
      Request state = Request.get("inspections", id.text(), "state");
      Backoff backoff = new Backoff();
      try {
        while (!left) {
          switch (client.ask(state, Outcome::done).then(this::inspection)) {
            case Answered.Done<Inspection>(Inspection inspection, _, _) -> {
              done = true;
              revision = inspection.revision();
              tell(new Message.InspectionOpened(inspection));
              return;
            }
            case Answered.Refused<Inspection>(Problem problem) -> {
              refused(problem);
              return;
            }
            case Answered.Lost<Inspection>(String why) -> {
              if (!left) {
                contact.lost(why);
              }
            }
          }
          time.pause(backoff.next());
        }
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
    }

    private Answered<Inspection> inspection(byte[] lines) {
      try {
        return editions
            .madeWith(id, StateJson.frameworkDigest(lines))
            .then(edition -> new Answered.Done<>(StateJson.readLines(lines, edition), 200, ""));
      } catch (RuntimeException unreadable) {
        return new Answered.Refused<>(notUnderstood());
      }
    }

    private void change(String text) {
      byte[] json = text.getBytes(StandardCharsets.UTF_8);
      switch (seen(json)) {
        case Outcome.Done<EventJson.Seen>(EventJson.Seen seen) ->
            tell(new Message.ChangeSeen(seen.recorded(), seen.complete()));
        case Outcome.Refused<EventJson.Seen>(Problem problem) -> refused(problem);
      }
    }

    private Outcome<EventJson.Seen> seen(byte[] json) {
      try {
        return EventJson.read(json);
      } catch (RuntimeException unreadable) {
        return Outcome.refused(notUnderstood());
      }
    }

    private void refused(Problem problem) {
      done = true;
      if (Refusals.ofToken(problem)) {
        contact.doubt();
        return;
      }
      tell(new Message.ReadRefused(new Effect.Open(id), problem));
    }

    private void tell(Message message) {
      if (!left) {
        messages.accept(message);
      }
    }

    private static Problem notUnderstood() {
      return Problem.of(
          Problem.Kind.UNREADABLE, "the daemon's answer is not understood; another version?");
    }
  }
}
