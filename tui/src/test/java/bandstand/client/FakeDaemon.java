package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of canned answers on a port or a Unix domain socket, for what a real one never does. */
public final class FakeDaemon implements AutoCloseable {

  /** A request as it came. */
  public record Got(String method, String target, Map<String, String> headers, String body) {
    public String line() {
      return method + " " + target;
    }
  }

  /** Answers one request by writing on the connection; ends it if it returns false. */
  public interface Script {
    boolean answer(Got got, OutputStream output) throws IOException, InterruptedException;
  }

  private final ServerSocketChannel server;
  private final Script script;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  public final Queue<Got> got = new ConcurrentLinkedQueue<>();
  public final AtomicInteger connections = new AtomicInteger();

  private FakeDaemon(ServerSocketChannel server, Script script) {
    this.server = server;
    this.script = script;
    Thread.ofVirtual().start(this::accept);
  }

  public static FakeDaemon onPort(Script script) throws IOException {
    return onPort(0, script);
  }

  public static FakeDaemon onPort(int port, Script script) throws IOException {
    var server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return new FakeDaemon(server, script);
  }

  public static FakeDaemon onSocket(Path socket, Script script) throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    return new FakeDaemon(server, script);
  }

  /** The same answer to everything. */
  public static Script always(int status, String type, String body) {
    return (_, output) -> {
      reply(output, status, type, body);
      return true;
    };
  }

  public static void reply(OutputStream output, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    output.write(
        "HTTP/1.1 %d Said\r\nContent-Type: %s\r\nETag: \"7\"\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, type, bytes.length)
            .getBytes(UTF_8));
    output.write(bytes);
    output.flush();
  }

  /** The head of an endless answer; {@link #chunk} goes on. */
  public static void startStream(OutputStream output) throws IOException {
    output.write(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(UTF_8));
    output.flush();
  }

  public static void chunk(OutputStream output, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    output.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
    output.write(bytes);
    output.write("\r\n".getBytes(UTF_8));
    output.flush();
  }

  public Address address() {
    try {
      return switch (server.getLocalAddress()) {
        case InetSocketAddress inet ->
            new Address.Tcp(inet.getAddress().getHostAddress(), inet.getPort());
        case UnixDomainSocketAddress unix -> new Address.Local(unix.getPath());
        default -> throw new IllegalStateException();
      };
    } catch (IOException closed) {
      throw new IllegalStateException(closed);
    }
  }

  /** Breaks every connection, and goes on listening. */
  public void hangUp() throws IOException {
    for (SocketChannel channel : open) {
      channel.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    hangUp();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel channel = server.accept();
        connections.incrementAndGet();
        open.add(channel);
        Thread.ofVirtual().start(() -> serve(channel));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      InputStream input = new BufferedInputStream(Channels.newInputStream(channel));
      OutputStream output = Channels.newOutputStream(channel);
      boolean more = true;
      while (more) {
        String first = line(input);
        if (first.isEmpty()) {
          return;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(input); !header.isEmpty(); header = line(input)) {
          int colon = header.indexOf(':');
          headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        String[] words = first.split(" ");
        Got request = new Got(words[0], words[1], headers, body(headers, input));
        got.add(request);
        more = script.answer(request, output);
      }
    } catch (IOException | InterruptedException gone) {
      // The client left, or the test is over.
    } finally {
      open.remove(channel);
    }
  }

  private static String body(Map<String, String> headers, InputStream input) throws IOException {
    if (headers.containsKey("Content-Length")) {
      return new String(input.readNBytes(Integer.parseInt(headers.get("Content-Length"))), UTF_8);
    }
    var body = new ByteArrayOutputStream();
    if (headers.containsKey("Transfer-Encoding")) {
      for (int size = size(input); size > 0; size = size(input)) {
        body.write(input.readNBytes(size));
        line(input);
      }
      line(input);
    }
    return body.toString(UTF_8);
  }

  private static int size(InputStream input) throws IOException {
    return Integer.parseInt(line(input), 16);
  }

  private static String line(InputStream input) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(UTF_8);
  }
}
