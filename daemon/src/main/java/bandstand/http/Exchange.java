package bandstand.http;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Once;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.service.Precondition;
import bandstand.store.Editions;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One request being answered: its parts read and checked once, in one way. */
final class Exchange {
  private static final long NO_REVISION = -1;

  static final String MERGE_PATCH = "application/merge-patch+json";

  private final ServerRequest request;
  private final Optional<Person> person;
  private final Uploads uploads;
  private final MessageDigest digest = sha256();
  private final Holding holding;
  private boolean broken;

  Exchange(ServerRequest request, Optional<Person> person, Uploads uploads) {
    this.request = request;
    this.person = person;
    this.uploads = uploads;
    this.holding = new Holding(uploads.new Waiting());
  }

  /** Who asks; the route needs a role. */
  Person person() {
    return person.orElseThrow();
  }

  /** The memory that the request has until its answer is sent. */
  Holding holding() {
    return holding;
  }

  String path(String name) {
    return request.path().pathParameters().get(name);
  }

  /** An id that is none names no inspection. */
  Outcome<InspectionId> inspection() {
    return named("id", InspectionId::parse, "There is no inspection ");
  }

  Outcome<Reference> reference() {
    return named("ref", Reference::parse, "There is no case ");
  }

  Outcome<Code> code(String name) {
    return named(name, Code::parse, "There is no code ");
  }

  /** The edition in the path, by its id. */
  Outcome<Framework> edition(Editions editions) {
    return editions.byId(path("fw")).map(Outcome::done).orElseGet(FrameworkRoutes::absent);
  }

  /** An edition to read, by its id or its digest: one may have been replaced under its id. */
  Outcome<Framework> anyEdition(Editions editions, String name) {
    return editions.named(path(name)).map(Outcome::done).orElseGet(FrameworkRoutes::absent);
  }

  private <T> Outcome<T> named(String name, Function<String, Optional<T>> parse, String refusal) {
    String text = path(name);
    return parse
        .apply(text)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.Kind.NOT_FOUND,
                    refusal + text.substring(0, Math.min(80, text.length()))));
  }

  Optional<String> query(String name) {
    return request.query().contains(name) ? Optional.of(values(name).getFirst()) : Optional.empty();
  }

  /** The names of all parameters that are sent. */
  Set<String> queryNames() {
    return request.query().names();
  }

  /** A name alone has the empty value; so has the empty name between two ampersands. */
  List<String> values(String name) {
    List<String> values = request.query().all(name, List::of);
    return values.isEmpty() ? List.of("") : values;
  }

  /** A whole number in a query; absent is empty. */
  Outcome<Optional<Long>> number(String name, long lowest, long highest) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return Outcome.done(Optional.empty());
    }
    if (text.get().matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text.get());
      if (number >= lowest && number <= highest) {
        return Outcome.done(Optional.of(number));
      }
    }
    return queryFault(
        name, text.get(), "range", "A whole number from %d to %d".formatted(lowest, highest));
  }

  Outcome<Boolean> flag(String name, boolean otherwise) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return Outcome.done(otherwise);
    }
    return switch (text.get()) {
      case "true" -> Outcome.done(true);
      case "false" -> Outcome.done(false);
      default -> queryFault(name, text.get(), "value", "true or false");
    };
  }

  static <T> Outcome<T> queryFault(String name, String value, String code, String message) {
    return Outcome.refused(Problem.refused(fault(name, value, code, message)));
  }

  static Fault fault(String name, String value, String code, String message) {
    return new Fault(0, "", name, Optional.of(value), code, "?" + name + "= " + message);
  }

  Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  /** The media type without parameters, in lower case; empty when none is sent. */
  String mediaType() {
    String type = header("Content-Type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** The body as JSON bytes; empty only if {@code optional}. */
  Outcome<byte[]> json() {
    return body(Set.of(Reply.JSON));
  }

  /** The body if it is of one of these media types. */
  Outcome<byte[]> body(Set<String> mediaTypes) {
    Outcome<byte[]> body = bytes();
    boolean unsaid =
        body instanceof Outcome.Done<byte[]>(byte[] bytes)
            && bytes.length == 0
            && mediaType().isEmpty();
    if (!unsaid && !mediaTypes.contains(mediaType())) {
      return Outcome.refused(
          Problem.Kind.UNSUPPORTED,
          "Send Content-Type: %s"
              .formatted(String.join(" or ", mediaTypes.stream().sorted().toList())));
    }
    return body;
  }

  private Outcome<byte[]> bytes() {
    return request.content().hasEntity()
        ? read(Optional.empty(), in -> whole(in.readNBytes(Limits.BODY_BYTES + 1)))
        : Outcome.done(new byte[0]);
  }

  private static Outcome<byte[]> whole(byte[] bytes) {
    return bytes.length > Limits.BODY_BYTES
        ? Outcome.refused(
            Problem.Kind.TOO_LARGE, "A body has at most " + Limits.BODY_BYTES + " bytes here")
        : Outcome.done(bytes);
  }

  /**
   * The body as it comes, in turns with others; refused if it breaks off, is framed wrongly, or is
   * one too many of its person.
   */
  <T> Outcome<T> stream(Body.Reading<T> reading) {
    return uploads.of(person().name(), () -> read(Optional.of(new Turn()), reading));
  }

  private <T> Outcome<T> read(Optional<Turn> turn, Body.Reading<T> reading) {
    Body body = new Body(new DigestInputStream(request.content().inputStream(), digest), turn);
    Outcome<T> outcome = body.read(reading);
    broken = body.broken();
    return outcome;
  }

  /** Whether nobody can tell where the next request on the same line would begin. */
  boolean bodyBroken() {
    return broken;
  }

  /** What a POST is called by its sender, for when it comes again; the body has been read. */
  Outcome<Optional<Once>> once() {
    Optional<String> key = header("Idempotency-Key");
    if (key.isEmpty() || !request.prologue().method().text().equals("POST")) {
      return Outcome.done(Optional.empty());
    }
    if (!Once.isKey(key.get())) {
      return Outcome.refused(
          Problem.refused(
              new Fault(
                  0,
                  "",
                  "Idempotency-Key",
                  key,
                  "key",
                  "Idempotency-Key takes 1 to %d printable ASCII characters"
                      .formatted(Once.KEY_CHARACTERS))));
    }
    String line = request.path().rawPath() + "?" + request.query().rawValue() + " " + mediaType();
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    return Outcome.done(
        Optional.of(new Once(key.get(), HexFormat.of().formatHex(digest.digest()))));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** That a write of what has no revision is asked to match one; {@code *} asks for none. */
  Optional<Fault> unmatchable() {
    return header("If-Match")
        .filter(tag -> !tag.strip().equals("*"))
        .map(
            tag ->
                new Fault(
                    0,
                    "",
                    "If-Match",
                    Optional.of(tag),
                    "no-revision",
                    "This has no revision that If-Match could name; send it without"));
  }

  /** If-Match: strong tags are revisions, weak ones match nothing, {@code *} anything. */
  Outcome<Precondition> precondition() {
    String header = String.join(",", request.headers().values(HeaderNames.IF_MATCH));
    if (header("If-Match").isEmpty() || header.strip().equals("*")) {
      return Outcome.done(Precondition.NONE);
    }
    Set<Long> tags = new HashSet<>();
    for (String tag : header.split(",", -1)) {
      if (tag.strip().startsWith("W/")) {
        tags.add(NO_REVISION);
        continue;
      }
      if (!tag.strip().matches("\"[0-9]{1,18}\"")) {
        return Outcome.refused(
            Problem.refused(
                new Fault(
                    0,
                    "",
                    "If-Match",
                    Optional.of(tag.strip()),
                    "etag",
                    "If-Match takes a revision in quotes, as ETag gives it")));
      }
      tags.add(Long.valueOf(tag.strip().replace("\"", "")));
    }
    return Outcome.done(new Precondition(tags));
  }
}
