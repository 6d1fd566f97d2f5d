package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Outcome;
import bandstand.wire.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is open while its person logs in again or rotates the token. */
class RenewedTokenTest {
  private static final Request ME = Request.get("me");

  @TempDir Path home;
  private String known = "first";

  private Folders folders;

  @BeforeEach
  void folders() {
    folders = Folders.of(Map.of("HOME", home.toString()), home.toString());
  }

  /** Knows one token alone. */
  private FakeDaemon daemon() throws IOException {
    return FakeDaemon.onPort(
        (got, output) -> {
          boolean right = ("Bearer " + known).equals(got.headers().get("Authorization"));
          FakeDaemon.reply(output, right ? 200 : 401, "application/json", "{}");
          return true;
        });
  }

  private static DaemonClient client(FakeDaemon daemon, KeptToken kept) {
    return DaemonClient.renewing(new Found(daemon.address(), "first", Optional.of(kept)));
  }

  private static Answered<byte[]> asked(DaemonClient client) {
    return client.ask(ME, Outcome::done);
  }

  private static List<String> shown(FakeDaemon daemon) {
    return daemon.got.stream().map(got -> got.headers().get("Authorization")).toList();
  }

  @Test
  void aTokenRotatedMeanwhileIsTakenUpAndAsksAgainUnseen() throws IOException {
    KeptToken kept = new KeptToken.InFile(home.resolve("token"));
    kept.replace("first");
    try (var daemon = daemon();
        var client = client(daemon, kept)) {
      assertInstanceOf(Answered.Done.class, asked(client));
      known = "second";
      kept.replace("second");
      assertInstanceOf(Answered.Done.class, asked(client));
      assertInstanceOf(Answered.Done.class, asked(client));
      assertEquals(
          List.of("Bearer first", "Bearer first", "Bearer second", "Bearer second"), shown(daemon));
    }
  }

  @Test
  void aLoginToTheSameDaemonIsTakenUp() throws IOException {
    try (var daemon = daemon()) {
      Login login = new Login(daemon.address(), "first");
      login.keep(folders);
      try (var client = client(daemon, new KeptToken.InLogin(folders, login))) {
        known = "second";
        new Login(daemon.address(), "second").keep(folders);
        assertInstanceOf(Answered.Done.class, asked(client));
      }
    }
  }

  @Test
  void aTokenForAnotherDaemonIsNotShown() throws IOException {
    try (var daemon = daemon()) {
      Login login = new Login(daemon.address(), "first");
      try (var client = client(daemon, new KeptToken.InLogin(folders, login))) {
        known = "second";
        new Login(new Address.Tcp("127.0.0.1", 1), "second").keep(folders);
        assertInstanceOf(Answered.Refused.class, asked(client));
        assertEquals(List.of("Bearer first"), shown(daemon));
      }
    }
  }

  @Test
  void whereNothingElseLiesTheRefusalStands() throws IOException {
    KeptToken kept = new KeptToken.InFile(home.resolve("token"));
    kept.replace("first");
    try (var daemon = daemon();
        var client = client(daemon, kept)) {
      known = "second";
      assertInstanceOf(Answered.Refused.class, asked(client));
      Files.delete(home.resolve("token"));
      assertInstanceOf(Answered.Refused.class, asked(client));
      assertEquals(List.of("Bearer first", "Bearer first"), shown(daemon));
    }
  }
}
