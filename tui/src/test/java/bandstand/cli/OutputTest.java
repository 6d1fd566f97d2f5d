package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class OutputTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String out() {
    return out.toString(UTF_8);
  }

  @Test
  void whatOthersWroteCannotSteerTheTerminal() throws IOException {
    Output hostile = new Output(new PrintStream(out), false);
    hostile.say("Leicester\u001b[2J\u009bm\u202e");
    assertEquals("Leicester␛[2J�m�\n", out());
  }

  @Test
  void withoutUtf8ItIsAscii() throws IOException {
    new Output(new PrintStream(out), true).say("Llŷn – 24/36");
    assertEquals("Llyn - 24/36\n", out());
  }
}
