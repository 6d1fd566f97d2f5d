package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.state.Message;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContactTest {

  private static final String ME = "{\"name\":\"PB\",\"role\":\"inspector\"}";
  private static final Person PB = new Person("PB", Role.INSPECTOR);

  private final LinkedBlockingQueue<Object> told = new LinkedBlockingQueue<>();
  private final FakeTime time = new FakeTime();
  private final AtomicInteger status = new AtomicInteger(200);

  private FakeDaemon daemon() throws Exception {
    return FakeDaemon.onPort(
        (_, output) -> {
          if (status.get() == 0) {
            return false;
          }
          FakeDaemon.reply(output, status.get(), "application/json", ME);
          return true;
        });
  }

  private Contact contact(DaemonClient client) {
    return new Contact(client, told::add, told::add, Revival.none(), time);
  }

  private Object next() throws InterruptedException {
    return told.poll(60, TimeUnit.SECONDS);
  }

  private Message connected(FakeDaemon daemon) {
    return new Message.Connected(daemon.address().shown(), PB);
  }

  @Test
  void theFirstAnswerSaysWhoOneIs() throws Exception {
    try (var daemon = daemon();
        var client = new DaemonClient(daemon.address(), "", time)) {
      contact(client).begin();
      assertEquals(connected(daemon), next());
      assertEquals("GET /api/v1/me", daemon.got.remove().line());
    }
  }

  @Test
  void aFirstContactThatIsRefusedIsTheEnd() throws Exception {
    status.set(401);
    try (var daemon = daemon();
        var client = new DaemonClient(daemon.address(), "", time)) {
      contact(client).begin();
      assertInstanceOf(Answered.Refused.class, next());
      assertNull(told.peek());
    }
  }

  @Test
  void aFirstContactWithNobodyIsTheEnd() throws Exception {
    status.set(0);
    try (var daemon = daemon();
        var client = new DaemonClient(daemon.address(), "", time)) {
      contact(client).begin();
      assertInstanceOf(Answered.Lost.class, next());
    }
  }

  @Test
  void aLostRequestIsToldAndTheDaemonAskedUntilItAnswers() throws Exception {
    try (var daemon = daemon();
        var client = new DaemonClient(daemon.address(), "", time)) {
      var contact = contact(client);
      contact.begin();
      next();
      contact.answered();
      status.set(0);
      contact.lost("it broke");
      assertEquals(new Message.ConnectionLost("it broke"), next());
      for (int i = 0; i < 3; i++) {
        time.pauses.take();
      }
      status.set(200);
      assertEquals(connected(daemon), next());
    }
  }

  @Test
  void aBrokenStreamWhoseDaemonAnswersIsNoLoss() throws Exception {
    try (var daemon = daemon();
        var client = new DaemonClient(daemon.address(), "", time)) {
      var contact = contact(client);
      contact.begin();
      next();
      daemon.got.clear();
      contact.doubt();
      Eventually.until(() -> !daemon.got.isEmpty());
      contact.lost("it broke");
      assertEquals(new Message.ConnectionLost("it broke"), next());
      assertEquals(connected(daemon), next());
      assertNull(told.peek());
    }
  }

  @Test
  void aBrokenStreamWhoseDaemonIsGoneIsALoss() throws Exception {
    try (var daemon = daemon();
        var client = new DaemonClient(daemon.address(), "", time)) {
      var contact = contact(client);
      contact.begin();
      next();
      status.set(503);
      contact.doubt();
      assertInstanceOf(Message.ConnectionLost.class, next());
      status.set(200);
      assertEquals(connected(daemon), next());
    }
  }

  @Test
  void aTokenThatIsNotKnownAnyMoreIsAnotherLossThanNobodyThere() throws Exception {
    try (var daemon = daemon();
        var client = new DaemonClient(daemon.address(), "", time)) {
      var contact = contact(client);
      contact.begin();
      next();
      status.set(0);
      contact.lost("it broke");
      assertEquals(new Message.ConnectionLost("it broke"), next());
      status.set(401);
      assertEquals(new Message.TurnedAway(), next());
      status.set(0);
      assertInstanceOf(Message.ConnectionLost.class, next());
      status.set(200);
      assertEquals(connected(daemon), next());
    }
  }

  @Test
  void requestsThatFailTimeAndAgainWaitLonger() throws Exception {
    try (var daemon = daemon();
        var client = new DaemonClient(daemon.address(), "", time)) {
      var contact = contact(client);
      contact.begin();
      next();
      contact.answered();
      for (int i = 0; i < 3; i++) {
        contact.lost("it broke");
        assertInstanceOf(Message.ConnectionLost.class, next());
        assertEquals(connected(daemon), next());
      }
      assertEquals(Duration.ofMillis(200), time.pauses.remove());
      assertEquals(Duration.ofMillis(400), time.pauses.remove());
      assertNull(time.pauses.peek());
    }
  }
}
