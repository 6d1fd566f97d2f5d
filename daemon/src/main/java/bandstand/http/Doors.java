package bandstand.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param port on loopback; 0: any free one
 * @param socket empty: no Unix socket
 */
public record Doors(int port, Optional<Path> socket) {}
