package bandstand.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A real daemon in a process of its own, started with the flags of scripts/daemon.jvm. */
final class DaemonProcess implements AutoCloseable {
  private static final String LISTENING = "listening on http://127.0.0.1:";
  private static final long PATIENCE_SECONDS = 60;

  /** What scripts/build made, where a script or the property names it; else this class path. */
  private static final Optional<Path> BUILT =
      Optional.ofNullable(System.getProperty("bandstand.built")).map(Path::of);

  private final Home home;
  private final Process process;
  private final CompletableFuture<List<String>> said;
  private final CompletableFuture<List<String>> complained;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private DaemonProcess(Home home, Process process) {
    this.home = home;
    this.process = process;
    this.said = lines(process.inputReader(UTF_8));
    this.complained = lines(process.errorReader(UTF_8));
  }

  /** Runs it; whether it comes to serve is for {@link #port} or {@link #exit} to tell. */
  static DaemonProcess run(Home home, String... arguments) throws IOException {
    List<String> command = virtualMachine(home.folder());
    command.add("bandstand.daemon.Main");
    command.addAll(List.of(arguments));
    return started(home, command);
  }

  private static String classPath() throws IOException {
    return BUILT.isPresent()
        ? Files.readString(BUILT.get().resolve("daemon.classpath")).strip()
        : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static List<String> virtualMachine(Path home) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("..", "scripts", "daemon.jvm"));
    command.add("-Duser.home=" + home);
    BUILT
        .map(built -> built.resolve("daemon.aot"))
        .filter(Files::exists)
        .ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
    command.add("-cp");
    command.add(classPath());
    return command;
  }

  /** As {@link #run}, every call of it traced; without arguments serving the home's own data. */
  static DaemonProcess traced(Home home, Strace strace, String... arguments) throws IOException {
    List<String> command = virtualMachine(home.folder());
    command.add("bandstand.daemon.Main");
    command.addAll(
        arguments.length > 0
            ? List.of(arguments)
            : List.of("--data", home.data().toString(), "--port", "0"));
    return started(home, strace.before(command));
  }

  /** The same Java with the same flags, which says its version and ends. */
  static DaemonProcess virtualMachine(Home home) throws IOException {
    List<String> command = virtualMachine(home.folder());
    command.add("-version");
    return started(home, command);
  }

  static DaemonProcess started(Home home, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(home.environment());
    return new DaemonProcess(home, builder.start());
  }

  /** Serving the home's own data on a free port. */
  static DaemonProcess serving(Home home) throws IOException {
    DaemonProcess daemon = run(home, "--data", home.data().toString(), "--port", "0");
    daemon.port();
    return daemon;
  }

  private CompletableFuture<List<String>> lines(BufferedReader reader) {
    CompletableFuture<List<String>> all = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              List<String> lines = new ArrayList<>();
              try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                  lines.add(line);
                  if (line.startsWith(LISTENING)) {
                    port.complete(Integer.valueOf(line.substring(LISTENING.length())));
                  }
                }
              } catch (IOException ended) {
                lines.add(ended.toString());
              }
              all.complete(lines);
            });
    return all;
  }

  long pid() {
    return process.pid();
  }

  /** Waits until it listens or has ended; gives whether it listens. */
  boolean serves() {
    try {
      CompletableFuture.anyOf(port, process.onExit()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return port.isDone();
    } catch (Exception never) {
      process.destroyForcibly();
      throw new AssertionError("it neither serves nor ends: " + complained.join(), never);
    }
  }

  /** Waits until it listens. */
  int port() {
    try {
      return port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception never) {
      process.destroyForcibly();
      throw new AssertionError("it does not serve: " + complained.join(), never);
    }
  }

  /** Waits for its end. */
  int exit() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end: " + process.info());
      }
      return process.exitValue();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** All it said, once it has ended. */
  List<String> said() {
    return said.join();
  }

  /** All it said on standard error, once it has ended. */
  List<String> complained() {
    return complained.join();
  }

  /** As SIGTERM ends it; gives the exit code. */
  int terminated() {
    process.destroy();
    return exit();
  }

  /** SIGTERM, without waiting for what comes of it. */
  void stopAsked() {
    process.destroy();
  }

  /** As kill -9 ends it. */
  void killed() {
    process.destroyForcibly();
    exit();
  }

  HttpResponse<String> get(String path) throws IOException {
    return send("GET", path, "", "");
  }

  /** As the lead; without a media type there is no body. */
  HttpResponse<String> send(String method, String path, String mediaType, String body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .header("Authorization", "Bearer " + home.tokenText())
            .method(
                method,
                mediaType.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!mediaType.isEmpty()) {
      request.header("Content-Type", mediaType);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a POST without a body answers with, as the lead, in a file. */
  HttpResponse<Path> fetched(String path, Path file) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .header("Authorization", "Bearer " + home.tokenText())
            .POST(BodyPublishers.noBody())
            .build();
    try {
      return client.send(request, BodyHandlers.ofFile(file));
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Expects that it is taken. */
  HttpResponse<String> taken(String method, String path, String json) {
    try {
      HttpResponse<String> response = send(method, path, "application/json", json);
      if (response.statusCode() / 100 != 2) {
        throw new AssertionError(response.statusCode() + " " + response.body());
      }
      return response;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    client.shutdownNow();
  }
}
