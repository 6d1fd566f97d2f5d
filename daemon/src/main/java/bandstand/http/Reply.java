package bandstand.http;

import java.util.Map;
import java.util.TreeMap;

/** What goes back to the client, whole. */
record Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {
  static final String JSON = "application/json";

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply ok(byte[] json) {
    return new Reply(200, JSON, json, Map.of());
  }

  static Reply created(String location, byte[] json) {
    return new Reply(201, JSON, json, Map.of("Location", location));
  }

  static Reply nothing() {
    return new Reply(204, JSON, new byte[0], Map.of());
  }

  Reply tagged(long revision) {
    return with("ETag", "\"" + revision + "\"");
  }

  Reply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Reply(status, mediaType, body, more);
  }
}
