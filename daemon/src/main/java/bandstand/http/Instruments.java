package bandstand.http;

import java.nio.file.Path;

/**
 * What the daemon notes of its own work.
 *
 * @param data the folder of the inspections, where the access log lies too
 */
record Instruments(Path data, Metrics metrics, AccessLog accessLog) {
  static Instruments in(Path data) {
    return new Instruments(data, new Metrics(), new AccessLog(data.resolve("access.log")));
  }

  void served(Served served) {
    metrics.served(served);
    accessLog.add(served);
  }
}
