package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.client.FakeDaemon.Script;
import bandstand.framework.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Requests over TCP and over a Unix domain socket, which must come to the same. */
abstract class OverBothTransports {
  @TempDir Path folder;

  static Outcome<String> text(byte[] bytes) {
    return Outcome.done(new String(bytes, UTF_8));
  }

  interface Check {
    void on(FakeDaemon daemon, DaemonClient client) throws Exception;
  }

  /** The same over both transports. */
  final void onBoth(Script script, Check check) throws Exception {
    try (var daemon = FakeDaemon.onPort(script);
        var client = new DaemonClient(daemon.address(), "secret")) {
      check.on(daemon, client);
    }
    try (var daemon = FakeDaemon.onSocket(folder.resolve("s"), script);
        var client = new DaemonClient(daemon.address(), "secret")) {
      check.on(daemon, client);
    }
    Files.delete(folder.resolve("s"));
  }

  static Answered<String> ask(DaemonClient client) {
    return client.ask(Request.get("inspections"), OverBothTransports::text);
  }
}
