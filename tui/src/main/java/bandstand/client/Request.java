package bandstand.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One request to a daemon.
 *
 * @param path below the daemon's root, encoded, with its query
 * @param headers beside those every request has
 * @param patience from the start to the last byte of the answer
 */
public record Request(
    String method,
    String path,
    Optional<Content> content,
    SortedMap<String, String> headers,
    Duration patience) {
  /** An answer takes milliseconds, a list of everything a second; past this the daemon hangs. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  /** An import of the largest permitted file on a slow disk. */
  public static final Duration LONG_PATIENCE = Duration.ofMinutes(10);

  private static final String API = "/api/v1";

  /** What a request carries. */
  public sealed interface Content {
    String mediaType();

    /** A text at hand. */
    record Text(String mediaType, String text) implements Content {}

    /** A file, read while it is sent; again from its beginning if it is sent again. */
    record File(String mediaType, Source source, Passing passing) implements Content {
      /** One that nobody looks at meanwhile. */
      public File(String mediaType, Source source) {
        this(mediaType, source, Passing.UNSEEN);
      }
    }
  }

  /** A file that can be read more than once. */
  @FunctionalInterface
  public interface Source {
    /** From its beginning. */
    InputStream open() throws IOException;
  }

  /** Sees a file go by. */
  public interface Passing {
    /** Nobody looks. */
    Passing UNSEEN =
        new Passing() {
          @Override
          public void begun() {}

          @Override
          public void passed(byte[] bytes, int count) {}

          @Override
          public void ended() {}
        };

    /** It is sent from its beginning. */
    void begun();

    /** The first {@code count} of these bytes were handed to the connection; not to be kept. */
    void passed(byte[] bytes, int count);

    /** All of it was handed over: from now on the daemon may have it whole. */
    void ended();
  }

  public Request {
    headers = new TreeMap<>(headers);
  }

  /** Of a path below the API's root, whose parts are encoded here. */
  public static Request of(String method, String... parts) {
    String path =
        Stream.of(parts).map(part -> "/" + encoded(part)).collect(Collectors.joining("", API, ""));
    return new Request(method, path, Optional.empty(), new TreeMap<>(), PATIENCE);
  }

  public static Request get(String... parts) {
    return of("GET", parts);
  }

  /** At the daemon's root itself, as {@code /health/ready}. */
  public static Request root(String path) {
    return new Request("GET", path, Optional.empty(), new TreeMap<>(), PATIENCE);
  }

  public Request with(String parameter, String value) {
    String joined = path + (path.indexOf('?') < 0 ? '?' : '&');
    return new Request(
        method, joined + encoded(parameter) + '=' + encoded(value), content, headers, patience);
  }

  /** With a body of JSON in UTF-8. */
  public Request json(byte[] body) {
    return json(new String(body, StandardCharsets.UTF_8));
  }

  /** With a body of JSON. */
  public Request json(String body) {
    return carrying(new Content.Text("application/json", body));
  }

  public Request carrying(Content other) {
    return new Request(method, path, Optional.of(other), headers, patience);
  }

  public Request header(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Request(method, path, content, more, patience);
  }

  public Request patient(Duration other) {
    return new Request(method, path, content, headers, other);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
