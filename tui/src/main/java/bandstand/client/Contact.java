package bandstand.client;

import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.state.Message;
import bandstand.wire.PeopleJson;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether the daemon answers: asks it who this client is, at the start and whenever something went
 * unanswered, until it says.
 */
final class Contact implements AutoCloseable {
  private final DaemonClient client;
  private final Consumer<Message> messages;
  private final Consumer<Answered<Person>> failed;
  private final Revival revival;
  private final Time time;
  private final Backoff backoff = new Backoff();
  private boolean met;
  private Optional<Message> broken = Optional.empty();
  private boolean asking;
  private boolean failing;
  private boolean closed;

  /**
   * A contact that is not yet made.
   *
   * @param messages hears of connections, made and lost
   * @param failed hears if the first contact fails; nothing is tried after it
   * @param revival tried while nobody answers
   */
  Contact(
      DaemonClient client,
      Consumer<Message> messages,
      Consumer<Answered<Person>> failed,
      Revival revival,
      Time time) {
    this.client = client;
    this.messages = messages;
    this.failed = failed;
    this.revival = revival;
    this.time = time;
  }

  /** Makes the first contact. */
  void begin() {
    ask();
  }

  /** A request went unanswered: the connection is lost, whatever the next one meets. */
  synchronized void lost(String why) {
    if (broken.isEmpty()) {
      tellBroken(new Message.ConnectionLost(why));
    }
    ask();
  }

  /** A stream broke, which need not mean more than that. */
  void doubt() {
    ask();
  }

  /** A request was answered. */
  synchronized void answered() {
    failing = false;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  /** A loss is told once, and so is that it has become another. */
  private void tellBroken(Message how) {
    boolean told = broken.filter(one -> one.getClass() == how.getClass()).isPresent();
    if (!told && met && !closed) {
      broken = Optional.of(how);
      messages.accept(how);
    }
  }

  private synchronized void ask() {
    if (!asking && !closed) {
      asking = true;
      Thread.ofPlatform().daemon().name("contact").start(this::askUntilAnswered);
    }
  }

  private void askUntilAnswered() {
    try {
      if (failsAgain()) {
        time.pause(backoff.next());
      }
      Answered<Person> answer = client.ask(Request.get("me"), PeopleJson::readPerson);
      while (!settled(answer)) {
        if (answer instanceof Answered.Lost<Person>) {
          revival.attempt();
        }
        time.pause(backoff.next());
        answer = client.ask(Request.get("me"), PeopleJson::readPerson);
      }
      revival.succeeded();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** This question is answered time and again, and others are not: then there is no hurry. */
  private synchronized boolean failsAgain() {
    boolean again = failing;
    failing = true;
    if (!again) {
      backoff.reset();
    }
    return again;
  }

  /** Whether there is nothing more to ask. */
  private synchronized boolean settled(Answered<Person> answer) {
    switch (answer) {
      case Answered.Done<Person>(Person me, _, _) -> {
        asking = false;
        if ((broken.isPresent() || !met) && !closed) {
          messages.accept(new Message.Connected(client.address().shown(), me));
        }
        met = true;
        broken = Optional.empty();
        return true;
      }
      case Answered.Refused<Person>(Problem problem) ->
          tellBroken(
              Refusals.ofToken(problem)
                  ? new Message.TurnedAway()
                  : new Message.ConnectionLost(problem.detail()));
      case Answered.Lost<Person>(String why) -> tellBroken(new Message.ConnectionLost(why));
    }
    if (!met && !closed) {
      failed.accept(answer);
    }
    return closed || !met;
  }
}
