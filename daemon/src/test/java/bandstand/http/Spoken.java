package bandstand.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes said on a line of their own, whatever they are, and what came back. */
public final class Spoken {
  private static final int PATIENCE_MILLISECONDS = 60_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final String PROBLEM = "application/problem+json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Spoken() {}

  /**
   * What came back, every byte as a character.
   *
   * @param ended by the daemon; false: it was silent for too long
   */
  public record Heard(String text, boolean ended) {
    /** Of every answer, in order. */
    public List<Integer> statuses() {
      List<Integer> statuses = new ArrayList<>();
      for (Matcher each = STATUS.matcher(text); each.find(); ) {
        statuses.add(Integer.valueOf(each.group(1)));
      }
      return statuses;
    }

    public String head() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? text : text.substring(0, end);
    }

    public String rest() {
      return text.substring(Math.min(text.length(), head().length() + 4));
    }

    public JsonNode body() throws IOException {
      return MAPPER.readTree(rest().getBytes(ISO_8859_1));
    }

    /** Why its last answer is no problem as the contract has it; empty if it is one. */
    public String noProblem() throws IOException {
      if (!head().contains(PROBLEM)) {
        return "no " + PROBLEM;
      }
      JsonNode problem = body();
      boolean whole =
          problem.path("type").asText().startsWith("urn:bandstand:problem:")
              && !problem.path("title").asText().isEmpty()
              && !problem.path("detail").asText().isEmpty()
              && problem.path("status").asInt() == statuses().getFirst();
      return whole ? "" : "not whole: " + problem;
    }
  }

  /** Says something, closes its own direction, and listens to the end. */
  public static Heard said(int port, byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      Thread.ofVirtual().start(() -> say(socket, bytes));
      return heard(socket.getInputStream(), Long.MAX_VALUE);
    }
  }

  /** Says something and listens until an answer's head has come. */
  public static Heard begun(int port, byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      socket.getOutputStream().write(bytes);
      return heard(socket.getInputStream(), 1);
    }
  }

  /** Stops where the daemon has heard enough. */
  private static void say(Socket socket, byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      socket.shutdownOutput();
    } catch (IOException refused) {
      Thread.currentThread().interrupt();
    }
  }

  private static Heard heard(InputStream in, long enough) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    boolean ended = true;
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLISECONDS);
    try {
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        heard.write(some, 0, count);
        if (heard.size() >= enough || System.nanoTime() > until) {
          ended = heard.size() >= enough;
          break;
        }
      }
    } catch (SocketTimeoutException silence) {
      ended = false;
    } catch (IOException reset) {
      heard.size();
    }
    return new Heard(heard.toString(ISO_8859_1), ended);
  }
}
