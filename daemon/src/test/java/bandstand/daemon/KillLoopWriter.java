package bandstand.daemon;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One writer of a {@link KillLoop}: has cases of its own, says something new each time, and
 * remembers each write as acknowledged, refused or unknown, and what stands by that. One thread at
 * a time, but for the counts.
 */
final class KillLoopWriter {
  /** The attribute that imports set. */
  static final String MARK = "mark";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int UNDOS_KNOWN = 50;

  /** A daemon that answers no more is as good as gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final String token;
  private final List<String> references = new ArrayList<>();
  private final KillLoopWishes wishes;
  private final Map<String, String> standing = new TreeMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Deque<KillLoopWishes.Wish> undoable = new ArrayDeque<>();
  private Optional<KillLoopWishes.Wish> underWay = Optional.empty();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong highestRevision = new AtomicLong();

  /** Revisions acknowledged since the daemon was last looked at, in order. */
  private final List<Long> since = new ArrayList<>();

  private long imports;
  private long unanswered;
  private long found;

  KillLoopWriter(String name, String token, int cases, SplittableRandom random) {
    this.name = name;
    this.token = token;
    this.wishes = new KillLoopWishes(name, references, random, standing, undoable);
    for (int i = 0; i < cases; i++) {
      references.add("%s-%02d".formatted(name, i));
    }
  }

  String name() {
    return name;
  }

  long acknowledged() {
    return acknowledged.get();
  }

  /** Of those acknowledged. */
  long imports() {
    return imports;
  }

  long unanswered() {
    return unanswered;
  }

  /** Of those unanswered. */
  long found() {
    return found;
  }

  long highestRevision() {
    return highestRevision.get();
  }

  void makeCases(DaemonProcess daemon) {
    for (String reference : references) {
      daemon.taken(
          "PUT",
          KillLoop.INSPECTION + "/cases/" + reference,
          "{\"type\":\"court\",\"attributes\":{\"mark\":\"new\"}}");
    }
    casesAreMade();
  }

  /** As {@link #makeCases}, where they are there already. */
  void casesAreMade() {
    references.forEach(reference -> standing.put(reference + "/" + MARK, "new"));
  }

  /** What became of a request. */
  private enum Met {
    TAKEN,
    REFUSED,
    GONE
  }

  /** Also until it takes no more. */
  void writeUntilItDies(int port) {
    Met met = Met.TAKEN;
    while (met == Met.TAKEN) {
      met = met(port, wishes.any());
    }
  }

  /** So many requests, whether they are taken or refused, unless it dies. */
  void write(int port, int times) {
    Met met = Met.TAKEN;
    for (int i = 0; i < times && met != Met.GONE; i++) {
      met = met(port, wishes.any());
    }
  }

  /** So many imports, as {@link #write}. */
  void load(int port, int times) {
    Met met = Met.TAKEN;
    for (int i = 0; i < times && met != Met.GONE; i++) {
      met = met(port, wishes.load());
    }
  }

  private Met met(int port, KillLoopWishes.Wish wish) {
    underWay = Optional.of(wish);
    try {
      boolean taken = answered(wish, client.send(request(port, wish), BodyHandlers.ofString()));
      underWay = Optional.empty();
      return taken ? Met.TAKEN : Met.REFUSED;
    } catch (IOException gone) {
      unanswered++;
      return Met.GONE;
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** False when it is refused for the daemon's sake. */
  private boolean answered(KillLoopWishes.Wish wish, HttpResponse<String> response)
      throws IOException {
    if (response.statusCode() == 503) {
      return false;
    }
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(wish + " is refused: " + response.body());
    }
    acknowledged.incrementAndGet();
    imports += wish.mediaType().equals(KillLoopWishes.CSV) ? 1 : 0;
    long revision = MAPPER.readTree(response.body()).path("revision").asLong();
    highestRevision.set(revision);
    since.add(revision);
    happened(wish);
    return true;
  }

  private void happened(KillLoopWishes.Wish wish) {
    wish.after().forEach(this::stand);
    if (wish.undo()) {
      undoable.removeLast();
    } else {
      undoable.addLast(wish);
      if (undoable.size() > UNDOS_KNOWN) {
        undoable.removeFirst();
      }
    }
  }

  private void stand(String field, String value) {
    if (value.isEmpty()) {
      standing.remove(field);
    } else {
      standing.put(field, value);
    }
  }

  /**
   * What differs from what was acknowledged; what was under way must be there whole or not.
   *
   * @param own the revisions that are found to be this writer's, since the last look, in order
   */
  List<String> compare(Map<String, String> all, List<Long> own) {
    List<String> lost = new ArrayList<>();
    int most = since.size() + (underWay.isPresent() ? 1 : 0);
    if (own.size() < since.size()
        || own.size() > most
        || !own.subList(0, since.size()).equals(since)) {
      lost.add("%s: acknowledged revisions %s, there are %s".formatted(name, since, own));
    }
    if (own.size() > since.size()) {
      found++;
      underWay.ifPresent(this::happened);
    }
    underWay = Optional.empty();
    since.clear();
    for (String reference : references) {
      compare(reference + "/" + MARK, all, lost);
      KillLoopWishes.CODES.forEach(code -> compare(reference + "/" + code, all, lost));
    }
    return lost;
  }

  private void compare(String field, Map<String, String> all, List<String> lost) {
    String expected = standing.getOrDefault(field, "");
    String there = all.getOrDefault(field, "");
    if (!expected.equals(there)) {
      lost.add("%s %s: acknowledged '%s', there is '%s'".formatted(name, field, expected, there));
    }
  }

  private HttpRequest request(int port, KillLoopWishes.Wish wish) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + wish.path()))
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE)
            .method(wish.method(), BodyPublishers.ofString(wish.body()));
    if (!wish.mediaType().isEmpty()) {
      request.header("Content-Type", wish.mediaType());
    }
    return request.build();
  }
}
