package bandstand.http;

import bandstand.wire.PageJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What goes back to the client. */
record Reply(int status, String mediaType, Content content, Map<String, String> headers) {
  static final String JSON = "application/json";

  /** How a body comes to be. */
  sealed interface Content {
    /** It is there: its size has a limit that does not grow with the number of cases. */
    record Whole(byte[] bytes) implements Content {}

    /** It is written while it is made, over what does not change any more. */
    record Written(Writing writing) implements Content {}
  }

  /** Writes a body; may be called once for a reply and once for its length. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream output) throws IOException;
  }

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply of(String mediaType, byte[] body) {
    return new Reply(200, mediaType, new Content.Whole(body), Map.of());
  }

  static Reply written(String mediaType, Writing writing) {
    return new Reply(200, mediaType, new Content.Written(writing), Map.of());
  }

  static Reply ok(byte[] json) {
    return of(JSON, json);
  }

  /** A page of a list, as {@link PageJson#write} makes it; rows are taken when it is sent. */
  static <T> Reply page(
      Iterable<T> rows, int limit, Function<T, byte[]> write, Function<T, String> cursor) {
    return written(
        JSON,
        output -> {
          Iterator<T> each = rows.iterator();
          PageJson.write(output, each, limit, write, cursor);
        });
  }

  static Reply created(String location, byte[] json) {
    return new Reply(201, JSON, new Content.Whole(json), Map.of("Location", location));
  }

  static Reply nothing() {
    return new Reply(204, JSON, new Content.Whole(new byte[0]), Map.of());
  }

  Reply tagged(long revision) {
    return with("ETag", "\"" + revision + "\"");
  }

  Reply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Reply(status, mediaType, content, more);
  }
}
