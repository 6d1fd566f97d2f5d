package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client's own daemon that died is started again, and no other. */
class RevivalTest {
  @TempDir Path home;

  private final FakeTime time = new FakeTime();
  private final AtomicInteger starts = new AtomicInteger();

  private Revival dying() {
    return new Revival(() -> true, starts::incrementAndGet, time);
  }

  private int startsAfter(Revival revival, Duration pause) {
    time.pass(pause);
    revival.attempt();
    return starts.get();
  }

  @Test
  void itIsStartedAtOnceAndThenEverMoreSeldom() {
    Revival revival = dying();
    assertEquals(1, startsAfter(revival, Duration.ZERO));
    assertEquals(1, startsAfter(revival, Duration.ofMillis(999)));
    assertEquals(2, startsAfter(revival, Duration.ofMillis(1)));
    assertEquals(2, startsAfter(revival, Duration.ofMillis(1_999)));
    assertEquals(3, startsAfter(revival, Duration.ofMillis(1)));
    for (int i = 0; i < 10; i++) {
      startsAfter(revival, Revival.LONGEST);
    }
    assertEquals(13, starts.get());
    assertEquals(13, startsAfter(revival, Revival.LONGEST.minusNanos(1)));
  }

  @Test
  void onceItAnswersTheNextDeathIsNewAgain() {
    Revival revival = dying();
    for (int i = 0; i < 10; i++) {
      startsAfter(revival, Revival.LONGEST);
    }
    revival.succeeded();
    assertEquals(11, startsAfter(revival, Revival.FIRST));
  }

  @Test
  void oneThatLeftNoWordOfItselfWasStoppedAndStaysSo() throws IOException {
    Folders folders = Folders.of(Map.of("XDG_RUNTIME_DIR", home + "/r"), home.toString());
    Finding finding = new Finding(Map.of(), folders, this::refused, time);
    finding.revival(Optional.empty()).attempt();
    assertEquals(0, starts.get());
    Files.createDirectories(Path.of(folders.runtime()));
    Files.writeString(Path.of(folders.running()), "{}");
    finding.revival(Optional.empty()).attempt();
    assertEquals(1, starts.get());
    finding.revival(Optional.of("own")).attempt();
    assertEquals(2, starts.get());
    finding.revival(Optional.of("http://127.0.0.1:1")).attempt();
    assertEquals(2, starts.get());
    new Finding(Map.of("BANDSTAND_URL", "/run/team.sock"), folders, this::refused, time)
        .revival(Optional.empty())
        .attempt();
    assertEquals(2, starts.get());
  }

  private Finding.Started refused() throws IOException {
    starts.incrementAndGet();
    throw new IOException("no");
  }

  @Test
  void aContactThatNobodyAnswersBringsItUp() throws Exception {
    LinkedBlockingQueue<Object> told = new LinkedBlockingQueue<>();
    AtomicBoolean alive = new AtomicBoolean(true);
    Revival revival =
        new Revival(
            () -> true,
            () -> {
              starts.incrementAndGet();
              alive.set(true);
            },
            time);
    try (var daemon =
            FakeDaemon.onPort(
                (_, output) -> {
                  if (alive.get()) {
                    FakeDaemon.reply(
                        output,
                        200,
                        "application/json",
                        "{\"name\":\"PB\",\"role\":\"inspector\"}");
                  }
                  return alive.get();
                });
        var client = new DaemonClient(daemon.address(), "", time);
        var contact = new Contact(client, told::add, told::add, revival, time)) {
      contact.begin();
      Object connected = told.poll(60, TimeUnit.SECONDS);
      alive.set(false);
      contact.lost("it broke");
      told.poll(60, TimeUnit.SECONDS);
      assertEquals(connected, told.poll(60, TimeUnit.SECONDS));
      assertEquals(1, starts.get());
    }
  }
}
