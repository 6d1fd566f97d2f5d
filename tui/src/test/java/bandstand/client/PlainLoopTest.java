package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Outcome;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.inspection.Role;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.PretendDaemon;
import bandstand.state.Sample;
import bandstand.state.Settings;
import bandstand.state.Write;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainLoopTest {

  private final List<String> said = new ArrayList<>();
  private final PretendDaemon daemon = new PretendDaemon(Sample.toy());
  private boolean reachable = true;
  private final PlainLoop loop =
      new PlainLoop(
          PlainSession.start(new Settings(false, false, ZoneOffset.UTC)), said::add, this::perform);

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.ListInspections _ ->
          loop.bring(new Message.InspectionsListed(List.of(daemon.summary())));
      case Effect.Open _ -> loop.bring(new Message.InspectionOpened(daemon.inspection()));
      case Effect.Send(long request, Write write) when reachable -> {
        if (daemon.write("PB", Instant.EPOCH, write)
            instanceof Outcome.Done<Recorded>(Recorded recorded)) {
          loop.bring(new Message.Saved(request, recorded.revision(), Optional.empty()));
          loop.bring(new Message.ChangeSeen(recorded, true));
        }
      }
      case Effect.Send _ -> loop.bring(new Message.ConnectionLost("gone"));
      case Effect.LeaveList _,
          Effect.LoadEditions _,
          Effect.LoadWording _,
          Effect.Compare _,
          Effect.ReadRatings _,
          Effect.PreviewCarry _,
          Effect.Ring _,
          Effect.Redraw _,
          Effect.Quit _ -> {}
    }
  }

  private Ending run(String input) throws InterruptedException {
    return run(new ByteArrayInputStream(input.getBytes(UTF_8)));
  }

  private Ending run(InputStream input) throws InterruptedException {
    loop.bring(new Message.Connected("127.0.0.1:7117", new Person("PB", Role.INSPECTOR)));
    return loop.run(input);
  }

  @Test
  void eachQuestionIsAskedBeforeItsLineAndTheEffectSaidBeforeTheNext() throws Exception {
    assertInstanceOf(Ending.Left.class, run("toy\nC01\ny\nn\nq\n"));
    int from = said.indexOf("C01 2.1.1.1: Attitudes and motives are analysed? open");
    assertEquals(
        List.of(
            "C01 2.1.1.1: Attitudes and motives are analysed? open",
            "C01 2.1.1.1 now yes",
            "2.1.1 now not rated; with leanings 1 of 1, 100 per cent, Outstanding",
            "C01 2.1.1.2: Diversity is considered? open",
            "C01 2.1.1.2 now no",
            "2.1.1 now not rated"),
        said.subList(from, from + 6));
  }

  @Test
  void theEndOfInputLeaves() throws Exception {
    assertInstanceOf(Ending.Left.class, run("toy\nC01\ny"));
    assertTrue(said.contains("C01 2.1.1.1 now yes"));
    assertInstanceOf(Ending.Left.class, new PlainLoopTest().run(""));
  }

  @Test
  void theEndOfInputWithAnswersThatWaitIsNoSuccess() throws Exception {
    reachable = false;
    var ending = assertInstanceOf(Ending.Unreached.class, run("toy\nC01\ny\n"));
    assertTrue(ending.why().startsWith("the input ended: 1 answer not sent yet"), ending.why());
  }

  @Test
  void aLineWithControlCharactersIsReadWithoutThem() throws Exception {
    run("toy\nC01\n; \u001b[2Jclear\u0007ed\r\n2.1.1.1\nq\n");
    assertTrue(said.stream().anyMatch(line -> line.endsWith("note: [2Jcleared")), said.toString());
  }

  @Test
  void anEndlessLineIsCut() throws Exception {
    run("toy\nC01\n; " + "x".repeat(30_000) + "\n2.1.1.1\nq\n");
    String note = said.stream().filter(line -> line.contains("note: x")).findFirst().orElseThrow();
    assertTrue(note.length() < 10_200, "" + note.length());
  }

  @Test
  void nothingIsAskedBeforeTheDaemonHasAnswered() throws Exception {
    Thread hanging = Thread.ofVirtual().unstarted(() -> loop.end(new Ending.Unreached("hangs")));
    InputStream ending =
        new InputStream() {
          @Override
          public int read() {
            hanging.start();
            return -1;
          }

          @Override
          public int read(byte[] bytes, int from, int most) {
            return read();
          }
        };
    assertEquals(new Ending.Unreached("hangs"), loop.run(ending));
    assertEquals(List.of(), said);
  }

  @Test
  void itEndsAsItIsTold() throws Exception {
    loop.end(new Ending.Unreached("nobody"));
    assertEquals(new Ending.Unreached("nobody"), run(InputStream.nullInputStream()));
  }
}
