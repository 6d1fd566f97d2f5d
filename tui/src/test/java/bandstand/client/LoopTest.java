package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.state.Effect;
import bandstand.state.Key;
import bandstand.state.Message;
import bandstand.state.PretendDaemon;
import bandstand.state.Sample;
import bandstand.state.Settings;
import bandstand.state.State;
import bandstand.view.Frame;
import bandstand.view.Size;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {

  private static final Message CONNECTED =
      new Message.Connected("127.0.0.1:7117", new Person("PB", Role.INSPECTOR));

  private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final List<Effect> effects = new ArrayList<>();
  private final PretendDaemon daemon = new PretendDaemon(Sample.toy());
  private int rings;
  private int redrawn;
  private final Loop loop =
      new Loop(
          State.start(new Settings(false, false, ZoneOffset.UTC), Optional.empty()), this::perform);

  private final Loop.Stage stage =
      new Loop.Stage() {
        @Override
        public Size size() {
          return Size.STANDARD;
        }

        @Override
        public void show(Frame frame) {
          frames.add(frame.text());
        }

        @Override
        public void ring() {
          rings++;
        }

        @Override
        public void redraw() {
          redrawn++;
        }
      };

  private void perform(Effect effect) {
    effects.add(effect);
    if (effect instanceof Effect.ListInspections) {
      loop.bring(new Message.InspectionsListed(List.of(daemon.summary())));
    }
    if (effect instanceof Effect.Open) {
      loop.bring(new Message.InspectionOpened(daemon.inspection()));
    }
  }

  private void press(char... keys) {
    for (char key : keys) {
      press(new Key.Char(key));
    }
  }

  private void press(Key key) {
    loop.bring(new Message.Pressed(key, Instant.EPOCH));
  }

  private CompletableFuture<Ending> running() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return loop.run(stage);
          } catch (InterruptedException ending) {
            throw new IllegalStateException(ending);
          }
        });
  }

  private String frameWith(String text) throws InterruptedException {
    String frame = frames.poll(60, TimeUnit.SECONDS);
    while (frame != null && !frame.contains(text)) {
      frame = frames.poll(60, TimeUnit.SECONDS);
    }
    assertTrue(frame != null, "no frame with " + text);
    return frame;
  }

  @Test
  void theFirstFrameComesBeforeAnythingHappens() throws Exception {
    var ending = running();
    assertTrue(frameWith("Inspections").contains("connecting"));
    press('q');
    assertInstanceOf(Ending.Left.class, ending.get());
  }

  @Test
  void messagesAndKeysBecomeFramesAndEffects() throws Exception {
    var ending = running();
    loop.bring(CONNECTED);
    frameWith("Toytown");
    press(Key.Named.ENTER);
    frameWith("Standards  Toytown");
    press(':', 'c', 'a', 's', 'e', 's');
    press(Key.Named.ENTER);
    frameWith("C04");
    press('q');
    ending.get();
    assertTrue(effects.contains(new Effect.Open(Sample.toy().id())));
  }

  @Test
  void aNewSizeIsShownAtOnce() throws Exception {
    var ending = running();
    frameWith("Inspections");
    loop.bring(new Message.Resized(30, 100));
    assertEquals(30, frameWith("Inspections").lines().count());
    press('q');
    ending.get();
  }

  @Test
  void whatAnotherProgramWroteOnTheScreenIsDrawnOver() throws Exception {
    press(new Key.Control('l'));
    press('q');
    running().get();
    assertEquals(1, redrawn);
  }

  @Test
  void aStormOfMessagesIsAFewFrames() throws Exception {
    for (int i = 0; i < 5_000; i++) {
      loop.bring(new Message.ConnectionLost("gone"));
    }
    press('q');
    long from = System.nanoTime();
    assertInstanceOf(Ending.Left.class, running().get());
    long most = 10 + (System.nanoTime() - from) / 16_000_000;
    assertTrue(frames.size() <= most, frames.size() + " frames, at most " + most);
  }

  @Test
  void whatRingsIsRung() throws Exception {
    var ending = running();
    loop.bring(new Message.Connected("127.0.0.1:7117", new Person("V", Role.VIEWER)));
    frameWith("Toytown");
    press(Key.Named.ENTER);
    frameWith("Standards");
    press(':', 'd', 'e', 's', 'k');
    press(Key.Named.ENTER);
    frameWith("Desk");
    press('y');
    frameWith("your role may read, not write");
    press('q');
    ending.get();
    assertEquals(1, rings);
  }

  @Test
  void itEndsAsItIsTold() throws Exception {
    var why = new Ending.Unreached("cannot reach 127.0.0.1:1");
    loop.end(why);
    assertEquals(why, running().get());
  }

  @Test
  void aTerminalThatIsGoneEndsIt() throws Exception {
    press(new Key.Closed());
    assertInstanceOf(Ending.Left.class, running().get());
  }
}
