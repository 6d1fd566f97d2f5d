package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.framework.Wordings;
import bandstand.inspection.Answer;
import bandstand.inspection.Carrying;
import bandstand.inspection.Change;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.rating.Scorer;
import bandstand.state.Message;
import bandstand.state.Sample;
import bandstand.wire.CarryJson;
import bandstand.wire.ComparisonJson;
import bandstand.wire.FrameworkJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.PageJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.RatingsTree;
import bandstand.wire.StateLines;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Errands on a daemon that has the toy edition and one inspection, and what comes back of them. */
abstract class OnAToyDaemon {
  static final Inspection BEFORE = Sample.toy();
  static final Recorded CHANGE =
      new Recorded(
          BEFORE.id(),
          2,
          "AM",
          Sample.AT,
          Change.of(
              Change.Kind.ANSWER,
              Sample.answer(Optional.of(new Reference("C01")), "2.1.1", Answer.YES)));
  static final Inspection AFTER = BEFORE.after(CHANGE);
  static final String TOY = digest(Sample.TOY);
  static final Comparison SAME = Sample.CROSSWALK.compare(Sample.TOY, Sample.TOY, Wordings.NONE);

  final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  final FakeTime time = new FakeTime();
  final AtomicInteger streams = new AtomicInteger();
  private final CountDownLatch more = new CountDownLatch(1);

  /** If present, the reading of the inspection never ends, and this tells that it began. */
  @Nullable CountDownLatch held;

  /** An earlier daemon says nothing. */
  String backups = "";

  private FakeDaemon daemon;
  private DaemonClient client;
  Errands errands;

  /** What a daemon with the toy edition answers, but for the event streams. */
  final Map<String, String> answers = new ConcurrentHashMap<>(known());

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    String carried =
        text(CarryJson.write(Carrying.of(BEFORE, SAME, Wordings.NONE), ratings(), ratings()));
    known.put("GET /api/v1/me", "{\"name\":\"PB\",\"role\":\"inspector\"}");
    known.put(
        "GET /api/v1/frameworks", text(FrameworkJson.writeList(List.of(Sample.TOY), _ -> true)));
    known.put(
        "GET /api/v1/frameworks/toy-2021",
        text(FrameworkJson.write(Sample.TOY, Optional.empty(), Optional.empty())));
    known.put(
        "GET /api/v1/frameworks/" + TOY,
        text(FrameworkJson.write(Sample.TOY, Optional.empty(), Optional.empty())));
    known.put("GET /api/v1/inspections?limit=1000", text(page(List.of(BEFORE, BEFORE))));
    known.put("GET /api/v1/inspections?limit=1000&after=toy", text(page(List.of(AFTER))));
    known.put("GET /api/v1/inspections/toy/state", text(StateLines.of(AFTER)));
    known.put(
        "GET /api/v1/inspections/toy/framework",
        text(FrameworkJson.write(Sample.TOY, Optional.empty(), Optional.empty())));
    known.put(
        "GET /api/v1/frameworks/" + TOY + "/compare/" + TOY, text(ComparisonJson.write(SAME)));
    known.put("GET /api/v1/inspections/toy", text(InspectionJson.write(AFTER, Scorer.rate(AFTER))));
    known.put("GET /api/v1/inspections/toy/ratings?at=1", text(ratings().json()));
    known.put("POST /api/v1/inspections/toy/carry?dryRun=true", carried);
    known.put("POST /api/v1/inspections/toy/carry", carried);
    known.put("POST /api/v1/inspections", text(InspectionJson.write(BEFORE, Scorer.rate(BEFORE))));
    return known;
  }

  static RatingsTree ratings() {
    return RatingsTree.of(BEFORE.id(), 1, Scorer.rate(BEFORE));
  }

  private static byte[] page(List<Inspection> rows) {
    return PageJson.page(
        rows, 1, one -> InspectionJson.write(one, Scorer.rate(one)), one -> one.id().text());
  }

  static String text(byte[] json) {
    return new String(json, UTF_8);
  }

  static void event(OutputStream output, String type, int id, byte[] json) throws IOException {
    FakeDaemon.chunk(output, "event: %s\nid: %d\ndata: %s\n\n".formatted(type, id, text(json)));
  }

  static void snapshot(OutputStream output) throws IOException {
    event(output, "snapshot", 1, ratings().json());
  }

  static String digest(Framework edition) {
    return edition.edition().digest();
  }

  final void begin(FakeDaemon.Script stream) throws IOException {
    daemon =
        FakeDaemon.onPort(
            (got, output) -> {
              String json =
                  got.target().equals("/api/v1/admin/backups")
                      ? backups
                      : answers.getOrDefault(got.line(), "");
              if (got.target().endsWith("/events")) {
                streams.incrementAndGet();
                return stream.answer(got, output);
              }
              if (held != null && got.target().endsWith("/toy/state")) {
                held.countDown();
                more.await();
                return false;
              }
              if (json.isEmpty()) {
                byte[] problem =
                    ProblemJson.write(Problem.of(Problem.Kind.NOT_FOUND, "There is none"));
                FakeDaemon.reply(output, 404, "application/problem+json", text(problem));
              } else {
                FakeDaemon.reply(output, 200, "application/json", json);
              }
              return true;
            });
    client = new DaemonClient(daemon.address(), "", time);
    Contact contact = new Contact(client, messages::add, _ -> {}, Revival.none(), time);
    errands = new Errands(client, contact, messages::add, time);
    errands.begin();
    assertInstanceOf(Message.Connected.class, next());
  }

  /** What a stream says before it goes on without end. */
  interface Telling {
    void to(OutputStream output) throws IOException;
  }

  /** Tells this on every stream. */
  final FakeDaemon.Script tellingAll(Telling told) {
    return (_, output) -> {
      FakeDaemon.startStream(output);
      told.to(output);
      more.await();
      return false;
    };
  }

  /** Tells this to whoever follows the inspection, and nothing to others. */
  final FakeDaemon.Script telling(Telling told) {
    return (got, output) ->
        tellingAll(got.target().contains("/toy/") ? told : _ -> {}).answer(got, output);
  }

  final FakeDaemon.Script quiet() {
    return tellingAll(_ -> {});
  }

  @AfterEach
  final void close() throws IOException {
    more.countDown();
    errands.close();
    client.close();
    daemon.close();
  }

  final Message next() {
    try {
      return messages.poll(20, TimeUnit.SECONDS);
    } catch (InterruptedException ending) {
      throw new IllegalStateException(ending);
    }
  }

  /** A stream that is left before it has begun never comes to the daemon. */
  final void awaitStreams(int count) {
    Eventually.until(() -> streams.get() >= count);
  }
}
