package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.inspection.InspectionId;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.Write;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectingTest {

  private static Effect send(long request) {
    return new Effect.Send(
        request,
        new Write.PatchDetails(
            new InspectionId("practice"), Map.of("notes", Optional.of("n" + request))));
  }

  /** Knows who asks, and refuses the rest. */
  private static boolean answer(FakeDaemon.Got got, OutputStream output) throws IOException {
    String me = "{\"name\":\"PB\",\"role\":\"inspector\"}";
    FakeDaemon.reply(output, 200, "application/json", got.target().endsWith("/me") ? me : "{}");
    return true;
  }

  @Test
  void whatIsAskedBeforeItIsReadyIsDoneInOrder() throws Exception {
    LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    List<Ending> endings = new CopyOnWriteArrayList<>();
    Hearer hearer =
        new Hearer() {
          @Override
          public void bring(Message message) {
            messages.add(message);
          }

          @Override
          public void end(Ending how) {
            endings.add(how);
          }
        };
    var handler = Thread.getDefaultUncaughtExceptionHandler();
    try (var daemon = FakeDaemon.onPort(ConnectingTest::answer);
        var connecting =
            new Connecting(new Found(daemon.address(), "", Optional.empty()), Revival.none())) {
      connecting.accept(send(1));
      connecting.accept(send(2));
      connecting.accept(send(3));
      connecting.begin(hearer);
      List<Long> answered = new ArrayList<>();
      boolean connected = false;
      while (answered.size() < 3 || !connected) {
        switch (messages.poll(20, TimeUnit.SECONDS)) {
          case Message.Refused refused -> answered.add(refused.request());
          case Message.Saved saved -> answered.add(saved.request());
          case Message.Connected _ -> connected = true;
          case null -> throw new AssertionError("only " + answered);
          default -> {}
        }
      }
      assertEquals(List.of(1L, 2L, 3L), answered);
      assertEquals(List.of(), endings);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
  }
}
