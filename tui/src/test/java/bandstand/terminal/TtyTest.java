package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.view.Canvas;
import bandstand.view.Colour;
import bandstand.view.Frame;
import bandstand.view.Size;
import bandstand.view.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TtyTest {

  /** So that a typed answer is on the screen of a slow line at once. */
  private static final int ANSWER_BYTES = 400;

  private final List<String> commands = new ArrayList<>();
  private final List<String> writes = new ArrayList<>();
  private final OutputStream line =
      new OutputStream() {
        @Override
        public void write(int b) {
          throw new AssertionError("one byte at a time");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }
      };

  private String stty(List<String> arguments) {
    commands.add(String.join(" ", arguments));
    return switch (arguments.getFirst()) {
      case "-g" -> "500:5:bf:8a3b\n";
      case "size" -> "24 80\n";
      default -> "";
    };
  }

  private Tty tty() throws IOException {
    return new Tty(InputStream.nullInputStream(), line, new Stty(this::stty));
  }

  @Test
  void theTerminalIsTakenOverAndGivenBack() throws IOException {
    Tty tty = tty();
    assertEquals(new Size(24, 80), tty.size());
    assertEquals(
        List.of("-g", "size", "-icanon -echo -isig -iexten -ixon -icrnl min 1 time 0"), commands);
    assertEquals("\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[?7l", String.join("", writes));
    commands.clear();
    writes.clear();
    tty.restore();
    assertEquals(List.of("500:5:bf:8a3b"), commands);
    assertEquals(
        "\u0018\u001b[?2026l\u001b[0m\u001b[r\u001b[?7h\u001b[?2004l\u001b[?25h\u001b[?1049l",
        String.join("", writes));
  }

  @Test
  void theTerminalIsGivenBackOnce() throws IOException {
    Tty tty = tty();
    tty.restore();
    writes.clear();
    commands.clear();
    tty.restore();
    tty.close();
    tty.restoreTerminalSettings();
    tty.paint(new Canvas(new Size(24, 80)).frame());
    assertEquals(List.of(), writes);
    assertEquals(List.of(), commands);
  }

  @Test
  void aFailureToTakeTheTerminalOverLeavesItAsItWas() {
    Stty refusing =
        new Stty(
            arguments -> {
              stty(arguments);
              if (arguments.getFirst().equals("-icanon")) {
                throw new IOException("not all modes could be set");
              }
              return "saved";
            });
    assertThrows(IOException.class, () -> new Tty(InputStream.nullInputStream(), line, refusing));
    assertEquals("saved", commands.getLast());
    assertEquals(List.of(), writes);
  }

  @Test
  void aTerminalThatIsGoneDoesNotStopTheEnd() throws IOException {
    OutputStream gone =
        new ByteArrayOutputStream() {
          private boolean taken;

          @Override
          public void write(byte[] bytes) throws IOException {
            if (taken) {
              throw new IOException("input/output error");
            }
          }

          @Override
          public void flush() {
            taken = true;
          }
        };
    Tty tty = new Tty(InputStream.nullInputStream(), gone, new Stty(this::stty));
    tty.restore();
    tty.restore();
    assertTrue(commands.size() >= 3);
  }

  @Test
  void aFrameIsOneWrite() throws IOException {
    Tty tty = tty();
    writes.clear();
    tty.paint(desk("---", "24/34 71% Good", "3138"));
    assertEquals(1, writes.size());
    assertTrue(writes.getFirst().startsWith("\u001b[?2026h"), writes.getFirst());
    assertTrue(writes.getFirst().endsWith("\u001b[?2026l"), writes.getFirst());
  }

  @Test
  void theSameFrameIsNoWrite() throws IOException {
    Tty tty = tty();
    tty.paint(desk("---", "24/34 71% Good", "3138"));
    writes.clear();
    tty.paint(desk("---", "24/34 71% Good", "3138"));
    assertEquals(List.of(), writes);
  }

  @Test
  void oneAnswerIsRepaintedInFewBytes() throws IOException {
    Tty tty = tty();
    tty.paint(desk("---", "24/34 71% Good", "3138"));
    writes.clear();
    tty.paint(desk("yes", "25/35 71% Good ~26/35 74% Good", "3139"));
    int bytes = String.join("", writes).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < ANSWER_BYTES, bytes + " bytes: " + writes.getFirst());
  }

  @Test
  void textIsWrittenInUtf8AndWhole() throws IOException {
    Tty tty = tty();
    writes.clear();
    Canvas canvas = new Canvas(new Size(24, 80));
    canvas.put(0, 0, "Gŵyr 👍 …", Style.PLAIN);
    tty.paint(canvas.frame());
    assertTrue(writes.getFirst().contains("Gŵyr 👍"), writes.getFirst());
    assertTrue(writes.getFirst().indexOf('\0') < 0);
  }

  /** A desk of the real one's density; the answer moves the marker, a tally and the status line. */
  private static Frame desk(String answer, String tally, String revision) {
    boolean answered = !answer.equals("---");
    Canvas canvas = new Canvas(new Size(24, 80));
    canvas.put(0, 0, "Desk  Leicester City (practice)  yos-2021  24/36 Good", Style.BOLD);
    canvas.put(1, 0, "C17 court YRO  male  RoSH medium  S&W high  CM07", Style.PLAIN);
    canvas.put(2, 0, "2.4 Reviewing  prompts 1" + (answered ? "2" : "1") + "/13", Style.PLAIN);
    canvas.fill(3, 0, 80, '─', Style.DIM);
    for (int prompt = 0; prompt < 6; prompt++) {
      int row = 4 + prompt;
      boolean selected = prompt == (answered ? 3 : 2);
      canvas.put(row, 0, selected ? "> " : "  ", Style.PLAIN);
      canvas.put(row, 2, (prompt + 1) + " ", Style.PLAIN);
      canvas.put(row, 4, prompt == 2 ? answer : "no ", Style.of(Colour.GREEN));
      canvas.put(row, 10, "Changes in what this case needs are seen and acted on", Style.PLAIN);
      if (selected) {
        canvas.restyle(row, 0, 80, Style::asReverse);
      }
    }
    canvas.fill(15, 0, 80, '─', Style.DIM);
    canvas.put(16, 0, "2.4.1 " + tally, answered ? Style.BOLD : Style.PLAIN);
    canvas.put(16, 44, answered ? "was 24/34 71% Good" : "", Style.DIM);
    canvas.put(17, 0, "2.4.2 20/30 67% Good", Style.PLAIN);
    canvas.fill(20, 0, 80, '─', Style.DIM);
    canvas.put(21, 0, "saved " + revision, Style.PLAIN);
    canvas.put(22, 0, "y yes  n no  a n/a  Y N reason  ; note  m ask  i wording", Style.DIM);
    return canvas.frame();
  }
}
