package bandstand.http;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a server listens, and to how many at once.
 *
 * @param port on loopback; 0: any free one
 * @param sockets paths of Unix sockets
 * @param connections through all of them together
 */
public record Doors(int port, List<Path> sockets, int connections) {
  public Doors {
    sockets = List.copyOf(sockets);
  }

  /** With the usual limit. */
  public Doors(int port, List<Path> sockets) {
    this(port, sockets, Limits.CONNECTIONS);
  }
}
