package bandstand.client;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a daemon listens. */
public sealed interface Address {
  /** An HTTP port, of this machine or at the near end of a tunnel. */
  record Tcp(String host, int port) implements Address {
    /** What a daemon takes for its own address, too. */
    private static final Pattern LOOPBACK =
        Pattern.compile("(?i)localhost|\\[::1]|127(\\.[0-9]{1,3}){3}");

    public Tcp {
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("no port: " + port);
      }
    }

    @Override
    public String shown() {
      return host + ":" + port;
    }

    @Override
    public String url() {
      return "http://" + shown();
    }
  }

  /** A Unix domain socket. */
  record Local(Path socket, String shown) implements Address {
    private static final String DEMO = "demo: nothing is kept";

    public Local(Path socket) {
      this(socket, "this user's daemon");
    }

    /** One that was named, and may be anybody's. */
    static Local named(Path socket) {
      return new Local(socket, socket.toString());
    }

    static Local demo(Path socket) {
      return new Local(socket, DEMO);
    }

    @Override
    public boolean keeps() {
      return !shown.equals(DEMO);
    }

    @Override
    public String url() {
      return "unix:" + socket;
    }
  }

  /** The daemon's name on the screen. */
  String shown();

  /** Whether what is written there outlives the daemon. */
  default boolean keeps() {
    return true;
  }

  /** What {@link #parse} reads back. */
  String url();

  /**
   * An address as {@code http://127.0.0.1:7117}, {@code unix:/path/to/bandstand.sock} or that path
   * alone. No other host is taken: a daemon answers its own alone, and a token would go there
   * readable by everybody on the way.
   */
  static Outcome<Address> parse(String url) {
    try {
      if (url.strip().startsWith("/")) {
        return Outcome.done(Local.named(Path.of(url.strip())));
      }
      URI uri = new URI(url.strip());
      if ("unix".equals(uri.getScheme())) {
        String path = uri.getSchemeSpecificPart();
        return path.startsWith("/") ? Outcome.done(Local.named(Path.of(path))) : refused(url);
      }
      if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !bare(uri)) {
        return refused(url);
      }
      if (!Tcp.LOOPBACK.matcher(uri.getHost()).matches()) {
        return Outcome.refused(
            Problem.Kind.REFUSED,
            "a daemon listens on its own machine alone; for %s use an SSH tunnel, see the README"
                .formatted(uri.getHost()));
      }
      return Outcome.done(new Tcp(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort()));
    } catch (URISyntaxException | IllegalArgumentException unreadable) {
      return refused(url);
    }
  }

  private static boolean bare(URI uri) {
    return (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getRawUserInfo() == null;
  }

  private static Outcome<Address> refused(String url) {
    return Outcome.refused(
        Problem.Kind.REFUSED,
        "\""
            + url
            + "\" is no address of a daemon; it looks like http://127.0.0.1:7117"
            + " or unix:/run/bandstand/bandstand.sock");
  }
}
