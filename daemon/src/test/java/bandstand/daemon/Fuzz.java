package bandstand.daemon;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import bandstand.http.Spoken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A real daemon that is sent malformed and mutated requests, of the description of its API and of
 * chance, while a well-behaved client goes on asking. The number of a request makes it, with the
 * seed: whichever thread sends it.
 */
final class Fuzz {
  private static final int SENDERS = 4;
  private static final Duration IDLE = Duration.ofSeconds(3);

  /** Two seeds have no request in common. */
  private static final long APART = 1_000_000_007;

  /** Faults shown; the count says the rest. */
  private static final int SHOWN = 20;

  private final DaemonProcess daemon;
  private final Probe probe;
  private final Grammar grammar;
  private final int port;
  private final long seed;
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  /**
   * What came of it.
   *
   * @param statuses how many answers of each; 0: an end without one
   * @param faults answers that must not be, silences and deaths
   */
  record Result(
      int requests,
      Map<Integer, Long> statuses,
      List<String> faults,
      Probe.Took idle,
      Probe.Took meanwhile,
      String memory) {
    @Override
    public String toString() {
      return "%d requests, answers by status %s, faults %d%nprobe idle: %s%nprobe meanwhile: %s%n%s"
          .formatted(requests, statuses, faults.size(), idle, meanwhile, memory);
    }
  }

  private Fuzz(DaemonProcess daemon, String token, long seed) throws IOException {
    this.daemon = daemon;
    this.port = daemon.port();
    this.seed = seed;
    this.probe = new Probe(port, token);
    begin("probe");
    this.grammar =
        new Grammar(new ObjectMapper().readTree(daemon.get("/openapi.json").body()), token);
  }

  /** {@code Fuzz REQUESTS [SEED [FIRST]]}; ends with 1 if anything went wrong. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int requests = Integer.parseInt(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    Path folder = Files.createTempDirectory("fuzz");
    System.out.printf("seed %d%n", seed);
    Result result = run(folder, requests, seed, first);
    System.out.println(result);
    result.faults().stream().limit(SHOWN).forEach(System.out::println);
    Home.remove(folder);
    System.exit(result.faults().isEmpty() ? 0 : 1);
  }

  /** Sends so many on a data folder of their own. */
  static Result run(Path folder, int requests, long seed, int first)
      throws IOException, InterruptedException {
    Home home = new Home(folder);
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      return new Fuzz(daemon, home.tokenText(), seed).run(requests, first);
    }
  }

  private void begin(String id) {
    daemon.taken(
        "POST",
        "/api/v1/inspections",
        "{\"id\":\"%s\",\"service\":\"S\",\"framework\":\"yos-2018\"}".formatted(id));
    daemon.taken(
        "PUT",
        "/api/v1/inspections/" + id + "/cases/C01",
        "{\"type\":\"court\",\"answers\":{\"2.1.1\":\"no\"}}");
  }

  private Result run(int requests, int first) throws IOException, InterruptedException {
    begin("i");
    begin("j");
    String before = memory();
    Probe.Took idle = probe.during(IDLE);
    AtomicInteger next = new AtomicInteger(first);
    List<Thread> senders = new ArrayList<>();
    probe.start();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(Thread.ofPlatform().start(() -> sendUpTo(next, first + requests)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    Probe.Took meanwhile = probe.stop();
    meanwhile.failures().forEach(failure -> faults.add("probe: " + failure));
    sound();
    Map<Integer, Long> counts = new ConcurrentSkipListMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.sum()));
    return new Result(
        requests,
        counts,
        List.copyOf(faults),
        idle,
        meanwhile,
        "before: %s; after: %s".formatted(before, memory()));
  }

  private String memory() throws IOException {
    return "heap %d MB, resident %d MB"
        .formatted(probe.megabytes("heap_used_bytes"), probe.megabytes("resident_bytes"));
  }

  private void sendUpTo(AtomicInteger next, int end) {
    for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
      send(number);
    }
  }

  private void send(int number) {
    Grammar.Request request = grammar.request(new SplittableRandom(seed * APART + number));
    try {
      Spoken.Heard heard =
          request.streams()
              ? Spoken.begun(port, request.bytes())
              : Spoken.said(port, request.bytes());
      String fault = fault(request, heard);
      if (!fault.isEmpty()) {
        faults.add(told(number, request, fault));
      }
    } catch (IOException lost) {
      faults.add(told(number, request, lost.toString()));
    }
  }

  private static String told(int number, Grammar.Request request, String fault) {
    String text =
        new String(request.bytes(), ISO_8859_1).replaceAll("Bearer [\\w-]{20,}", "Bearer TOKEN");
    return "request %d: %s%n  %s"
        .formatted(number, fault, text.substring(0, Math.min(600, text.length())));
  }

  /** What is wrong with an answer; empty: nothing. A full disk is no fault, and none is full. */
  private String fault(Grammar.Request request, Spoken.Heard heard) throws IOException {
    List<Integer> all = heard.statuses().stream().filter(status -> status != 100).toList();
    int status = all.isEmpty() ? 0 : all.getFirst();
    statuses.computeIfAbsent(status, first -> new LongAdder()).increment();
    if (!heard.ended()) {
      return "silence after " + heard.text();
    }
    if (all.stream().anyMatch(each -> each >= 500 && each != 503)) {
      return heard.text();
    }
    boolean whole = all.size() == 1 && heard.statuses().size() == 1 && !request.headAlone();
    return whole && status >= 400 && !request.streams() ? heard.noProblem() : "";
  }

  private void sound() throws IOException {
    for (String path :
        List.of("/health/live", "/health/ready", "/api/v1/inspections/probe/history/verify")) {
      HttpResponse<String> answer = probe.get(path);
      if (answer.statusCode() != 200 || answer.body().contains("\"ok\":false")) {
        faults.add(path + ": " + answer.statusCode() + " " + answer.body());
      }
    }
  }
}
