package bandstand.client;

import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.state.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Errands that begin beside the first frame, since the HTTP client takes longer to load than the
 * screen; what is asked for meanwhile is done then.
 */
final class Connecting implements Consumer<Effect>, AutoCloseable {
  private final Found found;
  private final Revival revival;
  private final List<Effect> waiting = new ArrayList<>();
  private Optional<Errands> errands = Optional.empty();
  private boolean closed;

  Connecting(Found found, Revival revival) {
    this.found = found;
    this.revival = revival;
  }

  /** Loads, connects, and brings the messages; ends it all if that cannot be done. */
  void begin(Hearer hearer) {
    Thread.setDefaultUncaughtExceptionHandler(
        (_, failure) -> hearer.end(new Ending.Crashed(failure)));
    Thread.ofPlatform()
        .daemon()
        .name("connecting")
        .start(
            () -> {
              DaemonClient client = DaemonClient.renewing(found);
              Contact contact =
                  new Contact(
                      client,
                      hearer::bring,
                      failed -> hearer.end(ending(failed)),
                      revival,
                      Time.system());
              begun(new Errands(client, contact, hearer::bring, Time.system()));
            });
  }

  private static Ending ending(Answered<Person> failed) {
    return switch (failed) {
      case Answered.Lost<Person>(String why) -> new Ending.Unreached(why);
      case Answered.Refused<Person>(Problem problem) -> new Ending.Refused(problem);
      case Answered.Done<Person> done -> throw new IllegalStateException("no failure: " + done);
    };
  }

  private synchronized void begun(Errands loaded) {
    if (closed) {
      loaded.close();
      return;
    }
    errands = Optional.of(loaded);
    loaded.begin();
    waiting.forEach(loaded);
    waiting.clear();
  }

  @Override
  public synchronized void accept(Effect effect) {
    errands.ifPresentOrElse(loaded -> loaded.accept(effect), () -> waiting.add(effect));
  }

  @Override
  public synchronized void close() {
    closed = true;
    errands.ifPresent(Errands::close);
  }
}
