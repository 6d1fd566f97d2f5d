package bandstand.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as scripts and people meet it: a process, its files, its signals, its exit codes. */
class ProcessTest {
  private static final String NEW = "{\"id\":\"i\",\"service\":\"S\",\"framework\":\"yos-2018\"}";
  private static final String CASE = "/api/v1/inspections/i/cases/C1";

  private Home home;

  @BeforeEach
  void settle(@TempDir Path folder) {
    home = new Home(folder);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void work(DaemonProcess daemon) {
    daemon.taken("POST", "/api/v1/inspections", NEW);
    daemon.taken("PUT", CASE, "{\"type\":\"court\"}");
    daemon.taken("PUT", CASE + "/answers/2.1.1", "{\"answer\":\"yes\"}");
  }

  private static void assertWorked(DaemonProcess daemon) throws IOException {
    HttpResponse<String> found = daemon.get(CASE);
    assertEquals(200, found.statusCode());
    assertTrue(found.body().contains("\"2.1.1\""), found.body());
  }

  @Test
  void itSaysWhereItListensAndKeepsItsFilesToItsOwner() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      work(daemon);
      assertEquals("rw-------", permissions(home.token()));
      assertEquals("rwx------", permissions(home.token().getParent()));
      assertEquals("rwx------", permissions(home.runtime()));
      assertEquals("rw-------", permissions(home.socket()));
      assertEquals("rwx------", permissions(home.data()));
      assertTrue(Files.readString(home.running()).contains("\"port\":" + daemon.port()));
      int exit = daemon.terminated();
      assertTrue(exit == 0 || exit == 143, "exit " + exit);
      assertEquals(List.of("listening on http://127.0.0.1:" + daemon.port()), daemon.said());
      assertFalse(Files.exists(home.socket()), "the socket is gone");
      assertFalse(Files.exists(home.running()), "and what told of it");
    }
    try (Stream<Path> files = Files.walk(home.data())) {
      for (Path file : files.toList()) {
        String expected = Files.isDirectory(file) ? "rwx------" : "rw-------";
        assertEquals(expected, permissions(file), file.toString());
      }
    }
    try (DaemonProcess again = DaemonProcess.serving(home)) {
      assertWorked(again);
    }
  }

  @Test
  void afterAKillItStartsOverTheOldSocketWithEverythingAcknowledged() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      work(daemon);
      daemon.killed();
    }
    assertTrue(Files.exists(home.socket()));
    try (DaemonProcess again = DaemonProcess.serving(home)) {
      assertWorked(again);
      assertEquals(200, overSocket("/health/live"));
    }
  }

  private int overSocket(String path) throws IOException {
    return over(home.socket(), path);
  }

  private int over(Path socket, String path) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      String request =
          "GET %s HTTP/1.1\r\nHost: bandstand\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(path, home.tokenText());
      channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), UTF_8));
      return Integer.parseInt(reader.readLine().split(" ", -1)[1]);
    }
  }

  @Test
  void itServesOnItsSocketUnderTheSameRules() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      work(daemon);
      assertEquals(200, overSocket(CASE));
      assertEquals(404, overSocket("/nowhere"));
    }
  }

  @Test
  void itServesAGroupOnASocketBesideItsOwn() throws IOException {
    Path folder = Files.createDirectory(home.folder().resolve("team"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    Path shared = folder.resolve("team.sock");
    try (DaemonProcess daemon =
        DaemonProcess.run(
            home, "--data", home.data().toString(), "--port", "0", "--group-socket", "" + shared)) {
      daemon.port();
      work(daemon);
      assertEquals("rw-rw----", permissions(shared));
      assertEquals("rw-------", permissions(home.socket()));
      assertEquals(200, over(shared, CASE));
      assertEquals(200, over(home.socket(), CASE));
      daemon.terminated();
      assertEquals(
          List.of("listening on http://127.0.0.1:" + daemon.port(), "listening on unix:" + shared),
          daemon.said());
      assertFalse(Files.exists(shared));
    }
  }

  @Test
  void twoDaemonsOfOnePersonServeDifferentData() throws IOException {
    try (DaemonProcess first = DaemonProcess.serving(home);
        DaemonProcess second =
            DaemonProcess.run(
                home, "--data", home.folder().resolve("more").toString(), "--port", "0")) {
      second.port();
      work(second);
      assertEquals(404, first.get(CASE).statusCode());
      assertEquals(404, overSocket(CASE), "the socket is the first one's");
      second.terminated();
      assertEquals(200, overSocket("/health/live"), "and stays");
    }
  }

  @Test
  void aTokenThatIsThereAlreadyIsTaken() throws IOException {
    Files.createDirectories(home.token().getParent());
    Files.writeString(home.token(), "x".repeat(43) + "\n");
    Files.setPosixFilePermissions(home.token(), PosixFilePermissions.fromString("rw-------"));
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      assertEquals(200, daemon.get("/api/v1/inspections").statusCode());
    }
    assertEquals("x".repeat(43), home.tokenText());
  }

  @Test
  void anEmptyDataFolderIsClosedToOthers() throws IOException {
    Files.createDirectory(home.data());
    Files.setPosixFilePermissions(home.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      assertEquals(200, daemon.get("/api/v1/me").statusCode());
      assertEquals("rwx------", permissions(home.data()));
    }
  }

  @Test
  void aLockThatNobodyHoldsIsTakenOver() throws IOException {
    Files.createDirectory(
        home.data(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(home.data().resolve("daemon.lock"), "");
    Files.createDirectories(home.runtime());
    Files.writeString(home.runtime().resolve("daemon.lock"), "");
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      work(daemon);
      assertEquals(200, overSocket("/health/live"));
    }
  }

  @Test
  void withoutDataNamedItIsWhereTheEnvironmentSays() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.run(home, "--port", "0")) {
      daemon.port();
      assertTrue(Files.isDirectory(home.folder().resolve("data/bandstand/journal")));
    }
  }

  @Test
  void unusedForSoLongItEndsByItself() throws IOException {
    try (DaemonProcess daemon =
        DaemonProcess.run(
            home, "--data", home.data().toString(), "--port", "0", "--idle-minutes", "0")) {
      assertEquals(0, daemon.exit());
      assertFalse(Files.exists(home.socket()));
    }
  }

  /** A stream of events that is open, and read as far as its first event. */
  private static BufferedReader watching(Home home, Socket socket) throws IOException {
    socket.setSoTimeout(30_000);
    String request =
        "GET /api/v1/inspections/i/events HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer "
            + home.tokenText()
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(UTF_8));
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    for (String line = reader.readLine(); !line.startsWith("event: "); line = reader.readLine()) {
      assertFalse(line.startsWith("HTTP/1.1 4"), line);
    }
    return reader;
  }

  @Test
  void anOpenStreamOfEventsDoesNotDelayItsEnd() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), daemon.port())) {
      work(daemon);
      BufferedReader reader = watching(home, socket);
      int exit = daemon.terminated();
      assertTrue(exit == 0 || exit == 143, "exit " + exit);
      while (reader.readLine() != null) {
        // The stream ends, and not by a broken line.
      }
    }
  }

  @Test
  void aWatcherThatHasStoppedReadingDelaysNeitherWritersNorTheEnd() throws IOException {
    try (DaemonProcess daemon = DaemonProcess.serving(home);
        Socket socket = new Socket()) {
      work(daemon);
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), daemon.port()));
      watching(home, socket);
      String note = "n".repeat(9_900);
      for (int i = 0; i < 400; i++) {
        daemon.taken(
            "PUT",
            CASE + "/answers/2.1.1",
            "{\"answer\":\"%s\",\"note\":\"%d %s\"}".formatted(i % 2 == 0 ? "no" : "yes", i, note));
      }
      int exit = daemon.terminated();
      assertTrue(exit == 0 || exit == 143, "exit " + exit);
    }
  }

  @Test
  void aFullDiskIsToldReadsGoOnAndWritesAreTakenOnceThereIsSpace() throws Exception {
    Path prlimit = Path.of("/usr/bin/prlimit");
    assumeTrue(Files.isExecutable(prlimit), "no prlimit");
    try (DaemonProcess daemon = DaemonProcess.serving(home)) {
      work(daemon);
      limit(prlimit, daemon, "1024:unlimited");
      HttpResponse<String> refused =
          daemon.send("PUT", CASE + "/answers/2.1.1", "application/json", "{\"answer\":\"no\"}");
      assertEquals(503, refused.statusCode(), refused.body());
      assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
      assertTrue(refused.body().contains("urn:bandstand:problem:unavailable"));
      HttpResponse<String> ready = daemon.get("/health/ready");
      assertEquals(503, ready.statusCode());
      assertTrue(ready.body().contains("space"), ready.body());
      assertEquals(200, daemon.get("/health/live").statusCode());
      assertWorked(daemon);
      limit(prlimit, daemon, "unlimited:unlimited");
      daemon.taken("PUT", CASE + "/answers/2.1.1", "{\"answer\":\"no\"}");
      assertEquals(200, daemon.get("/health/ready").statusCode());
    }
  }

  private static void limit(Path prlimit, DaemonProcess daemon, String bytes) throws Exception {
    Process process =
        new ProcessBuilder(prlimit.toString(), "--pid", "" + daemon.pid(), "--fsize=" + bytes)
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
  }
}
