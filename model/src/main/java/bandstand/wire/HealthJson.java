package bandstand.wire;

/** What the daemon says of itself. */
public final class HealthJson {
  private HealthJson() {}

  public static byte[] status(String status) {
    return Json.bytes(Json.object().put("status", status));
  }

  public static byte[] version(String version) {
    return Json.bytes(Json.object().put("name", "Bandstand").put("version", version));
  }

  /**
   * What a running daemon leaves for whoever looks for it.
   *
   * @param socket path of the Unix socket; empty when there is none
   */
  public static byte[] running(long pid, int port, String data, String socket, String version) {
    return Json.bytes(
        Json.object()
            .put("pid", pid)
            .put("port", port)
            .put("url", "http://127.0.0.1:" + port)
            .put("data", data)
            .put("socket", socket.isEmpty() ? null : socket)
            .put("version", version));
  }
}
