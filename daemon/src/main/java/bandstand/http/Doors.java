package bandstand.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server listens, and to how many at once.
 *
 * @param port on loopback; 0: any free one
 * @param socket empty: no Unix socket
 * @param connections through both together
 */
public record Doors(int port, Optional<Path> socket, int connections) {
  /** With the usual limit. */
  public Doors(int port, Optional<Path> socket) {
    this(port, socket, Limits.CONNECTIONS);
  }
}
