package bandstand.client;

import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.Summary;
import bandstand.state.Write;
import bandstand.wire.InspectionJson;
import bandstand.wire.PageJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Does what the state asks for, on threads of its own, and brings back messages. */
final class Errands implements Consumer<Effect>, AutoCloseable {
  /** Rows of a list asked for at once: the most the API gives. */
  private static final String PAGE = "1000";

  /** A list that others change is read again this often at most. */
  private static final Duration LISTING_PACE = Duration.ofSeconds(1);

  private final Consumer<Message> messages;
  private final Time time;
  private final Contact contact;
  private final Editions editions;
  private final Writer writer;
  private final Readings readings;
  private final Follower follower;
  private final AtomicBoolean listing = new AtomicBoolean();
  private final ExecutorService reads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("read-", 0).factory());
  private final ExecutorService writes =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("write").factory());

  Errands(DaemonClient client, Contact contact, Consumer<Message> messages, Time time) {
    this.messages = messages;
    this.time = time;
    this.contact = contact;
    this.editions = new Editions(client);
    this.writer = new Writer(client, editions);
    this.readings = new Readings(client, editions);
    this.follower = new Follower(client, editions, contact, messages, time);
  }

  /**
   * Makes the first contact. The editions, which the list of inspections cannot be read without,
   * are asked for meanwhile.
   */
  void begin() {
    reads.execute(editions::all);
    contact.begin();
  }

  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.ListInspections list -> {
        follower.followAll(this::listSoon);
        reads.execute(() -> list(list));
      }
      case Effect.LeaveList _ -> follower.leaveAll();
      case Effect.LoadEditions load -> reads.execute(() -> load(load));
      case Effect.Compare(Framework from, Framework to) ->
          reads.execute(() -> finish(readings.compare(effect, from, to)));
      case Effect.ReadRatings(Inspection.Origin of) ->
          reads.execute(() -> finish(readings.ratings(effect, of)));
      case Effect.PreviewCarry asked -> reads.execute(() -> finish(readings.previewCarry(asked)));
      case Effect.LoadWording(Framework edition) ->
          reads.execute(() -> finish(readings.wording(effect, edition)));
      case Effect.Open(InspectionId id) -> follower.follow(id);
      case Effect.Send(long request, Write write) -> writes.execute(() -> send(request, write));
      case Effect.Ring _, Effect.Redraw _, Effect.Quit _ ->
          throw new IllegalArgumentException("not here: " + effect);
    }
  }

  private void send(long request, Write write) {
    finish(writer.write(request, write));
  }

  private void load(Effect.LoadEditions effect) {
    finish(
        switch (editions.fresh()) {
          case Answered.Done<List<Framework>>(List<Framework> all, int status, String tag) ->
              new Answered.Done<Message>(new Message.EditionsLoaded(all), status, tag);
          case Answered.Refused<List<Framework>>(Problem problem) -> refused(effect, problem);
          case Answered.Lost<List<Framework>>(String why) -> new Answered.Lost<>(why);
        });
  }

  private void list(Effect.ListInspections effect) {
    List<Summary> all = new ArrayList<>();
    Request first = Request.get("inspections").with("limit", PAGE);
    Request request = first;
    while (true) {
      switch (editions.page(request)) {
        case Answered.Done<PageJson.Page<InspectionJson.Row>>(var page, int status, String tag) -> {
          page.rows().forEach(row -> all.add(summary(row)));
          if (page.next().isEmpty()) {
            readings.backup().ifPresent(messages);
            finish(new Answered.Done<>(new Message.InspectionsListed(all), status, tag));
            return;
          }
          request = first.with("after", page.next().get());
        }
        case Answered.Refused<PageJson.Page<InspectionJson.Row>>(Problem problem) -> {
          finish(refused(effect, problem));
          return;
        }
        case Answered.Lost<PageJson.Page<InspectionJson.Row>>(String why) -> {
          finish(new Answered.Lost<>(why));
          return;
        }
      }
    }
  }

  private static Summary summary(InspectionJson.Row row) {
    return new Summary(
        row.id(),
        row.service(),
        row.edition(),
        row.cases(),
        row.complete(),
        Optional.of(row.overall()),
        row.carriedFrom(),
        row.retainUntil(),
        row.signedOffBy());
  }

  private void listSoon() {
    if (listing.compareAndSet(false, true)) {
      Runnable read =
          () -> {
            listing.set(false);
            accept(new Effect.ListInspections());
          };
      time.after(LISTING_PACE, read);
    }
  }

  static Answered<Message> refused(Effect effect, Problem problem) {
    return Refusals.ofToken(problem)
        ? new Answered.Lost<>(problem.detail())
        : new Answered.Done<>(
            new Message.ReadRefused(effect, problem), problem.kind().status(), "");
  }

  private void finish(Answered<Message> answered) {
    switch (answered) {
      case Answered.Done<Message>(Message message, _, _) -> {
        contact.answered();
        messages.accept(message);
      }
      case Answered.Lost<Message>(String why) -> contact.lost(why);
      case Answered.Refused<Message>(Problem problem) ->
          throw new IllegalStateException("a refusal is a message: " + problem);
    }
  }

  @Override
  public void close() {
    contact.close();
    follower.close();
    reads.shutdownNow();
    writes.shutdownNow();
  }
}
