package bandstand.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads {@code text/event-stream} as the HTML standard defines it, from bytes in pieces of any
 * size.
 *
 * <p>Comments and {@code retry} are passed over; an event without data is none.
 */
public final class EventParser {
  /** Most bytes of one event: a ratings tree takes 100 KB, an import's change some megabytes. */
  public static final int EVENT_BYTES = 16 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Consumer<ServerEvent> events;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private String type = "";
  private String id;
  private boolean started;
  private boolean afterReturn;

  /**
   * A parser at the start of a stream.
   *
   * @param lastId of the event the stream resumes after; empty: it starts anew
   * @param events called for each event as its last byte is fed
   */
  public EventParser(String lastId, Consumer<ServerEvent> events) {
    this.id = lastId;
    this.events = events;
  }

  /**
   * The next bytes of the stream.
   *
   * @throws IOException if one event is longer than {@link #EVENT_BYTES}
   */
  public void feed(byte[] bytes, int count) throws IOException {
    int from = 0;
    while (from < count) {
      if (afterReturn && bytes[from] == '\n') {
        from++;
      }
      afterReturn = false;
      int to = from;
      while (to < count && bytes[to] != '\r' && bytes[to] != '\n') {
        to++;
      }
      line.write(bytes, from, to - from);
      if (line.size() + text.length() > EVENT_BYTES) {
        throw new IOException("an event of more than " + EVENT_BYTES + " bytes");
      }
      if (to < count) {
        afterReturn = bytes[to] == '\r';
        endLine();
      }
      from = to + 1;
    }
  }

  private void endLine() {
    String read = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (!started && !read.isEmpty() && read.charAt(0) == BYTE_ORDER_MARK) {
      read = read.substring(1);
    }
    started = true;
    if (read.isEmpty()) {
      endEvent();
      return;
    }
    int colon = read.indexOf(':');
    String field = colon < 0 ? read : read.substring(0, colon);
    String value = colon < 0 ? "" : read.substring(colon + 1);
    take(field, value.startsWith(" ") ? value.substring(1) : value);
  }

  private void take(String field, String value) {
    switch (field) {
      case "data" -> text.append(value).append('\n');
      case "event" -> type = value;
      case "id" -> {
        if (value.indexOf('\0') < 0) {
          id = value;
        }
      }
      default -> {
        // A comment (its field is empty), retry, or what a later daemon may add.
      }
    }
  }

  private void endEvent() {
    if (!text.isEmpty()) {
      text.setLength(text.length() - 1);
      events.accept(new ServerEvent(type.isEmpty() ? "message" : type, text.toString(), id));
    }
    text.setLength(0);
    type = "";
  }
}
