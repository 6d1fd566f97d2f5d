package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.view.Text;
import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Where a command writes its lines: what others have written cannot steer the terminal, and in a
 * locale without UTF-8 it is ASCII.
 */
final class Output {
  private final PrintStream stream;
  private final boolean ascii;

  Output(PrintStream stream, boolean ascii) {
    this.stream = stream;
    this.ascii = ascii;
  }

  /** One line, or several parted by {@code \n}. */
  void say(String text) {
    text.lines().map(Text::sanitised).forEach(this::line);
    stream.flush();
  }

  /** A line of our own words in place of the last one so shown, on a terminal; empty: none. */
  void show(String text) {
    byte[] bytes = ("\r" + (ascii ? Text.ascii(text) : text) + "\u001b[K").getBytes(UTF_8);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }

  /** Bytes as they are, for a script. */
  void pass(byte[] bytes) {
    stream.write(bytes, 0, bytes.length);
    stream.println();
    stream.flush();
  }

  /** Bytes as they are, for a file: nothing after them. */
  void copy(byte[] bytes) {
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }

  /** Whether nobody reads any more, as when {@code head} has had enough. */
  boolean broken() {
    return stream.checkError();
  }

  /** For picocli, whose texts are ours. */
  PrintWriter writer() {
    return new PrintWriter(stream, true, UTF_8);
  }

  private void line(String safe) {
    byte[] bytes = (ascii ? Text.ascii(safe) : safe).getBytes(UTF_8);
    stream.write(bytes, 0, bytes.length);
    stream.write('\n');
  }
}
