package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.wire.Folders;
import bandstand.wire.HealthJson;
import bandstand.wire.ProblemJson;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What lies around a data folder: the token, the daemon that runs, and what one has left. */
record Surroundings(Folders folders) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int READY = 200;

  /** Of the user who asks. */
  Finding token() throws IOException {
    Path file = Path.of(folders.token());
    if (!Files.exists(file)) {
      return Finding.warn(
          "token",
          "there is none in " + file,
          "the first start makes it; for a team's daemon, ask your lead for one");
    }
    return LeadToken.unusable(file)
        .map(Surroundings::unusable)
        .orElseGet(() -> Finding.ok("token", file + " is yours alone"));
  }

  private static Finding unusable(String why) {
    String[] parts = why.split("; ", 2);
    return Finding.fail("token", parts[0], parts[1]);
  }

  /** Whether a daemon has the data. */
  boolean used(Places places) throws IOException {
    if (!Files.isWritable(places.lock())) {
      return false;
    }
    Optional<Held> lock = Held.of(places.lock());
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isEmpty();
  }

  /** The one that has the data, or what is left of one. */
  Finding daemon(Places places) throws IOException {
    Optional<HealthJson.Running> running = running();
    if (used(places)) {
      return running
          .filter(one -> one.data().equals(places.data().toString()))
          .map(Surroundings::serving)
          .orElseGet(
              () ->
                  Finding.ok("daemon", "one serves it, and is not the one of your runtime folder"));
    }
    Optional<Path> socket = folders.socket().map(Path::of).filter(Files::exists);
    return socket.isPresent() && !answers(socket.get())
        ? Finding.warn(
            "daemon",
            "none runs; %s was left by one that was killed".formatted(socket.get()),
            "nothing to do, the next start replaces it")
        : Finding.ok("daemon", "none runs on this data");
  }

  /** What it says of itself. */
  private static Finding serving(HealthJson.Running one) {
    String who = "process %d serves it at %s".formatted(one.pid(), one.url());
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> ready =
          client.send(
              HttpRequest.newBuilder(URI.create(one.url() + "/health/ready"))
                  .timeout(PATIENCE)
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return ready.statusCode() == READY
          ? Finding.ok("daemon", who)
          : Finding.fail(
              "daemon",
              who + ", but " + ProblemJson.read(ready.body()).detail(),
              "mend what it says, then stop it, and start it again");
    } catch (IOException silent) {
      return Finding.fail(
          "daemon", who + ", but does not answer", "wait a minute, then: kill " + one.pid());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return Finding.ok("daemon", who);
    }
  }

  private Optional<HealthJson.Running> running() throws IOException {
    Path file = Path.of(folders.running());
    return Files.exists(file)
            && HealthJson.readRunning(Files.readAllBytes(file))
                instanceof Outcome.Done<HealthJson.Running>(HealthJson.Running one)
        ? Optional.of(one)
        : Optional.empty();
  }

  private static boolean answers(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException nobody) {
      return false;
    }
  }
}
