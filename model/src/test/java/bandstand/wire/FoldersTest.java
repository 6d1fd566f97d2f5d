package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldersTest {

  private static final Folders HOME = Folders.of(Map.of(), "/home/pb");

  @Test
  void withoutVariablesEverythingIsUnderHome() {
    assertEquals(
        new Folders(
            "/home/pb/.config/bandstand",
            "/home/pb/.local/share/bandstand",
            "/home/pb/.local/state/bandstand",
            "/home/pb/.local/state/bandstand/run"),
        HOME);
  }

  @Test
  void eachVariableMovesItsOwnFolder() {
    var folders =
        Folders.of(
            Map.of(
                "XDG_CONFIG_HOME", "/c",
                "XDG_DATA_HOME", "/d",
                "XDG_STATE_HOME", "/s",
                "XDG_RUNTIME_DIR", "/run/user/7"),
            "/home/pb");
    assertEquals(
        new Folders("/c/bandstand", "/d/bandstand", "/s/bandstand", "/run/user/7/bandstand"),
        folders);
  }

  @Test
  void theRuntimeFolderFollowsTheStateFolder() {
    var folders = Folders.of(Map.of("XDG_STATE_HOME", "/s"), "/home/pb");
    assertEquals("/s/bandstand/run", folders.runtime());
  }

  @Test
  void anEmptyOrRelativeVariableCountsAsUnset() {
    assertEquals(
        HOME, Folders.of(Map.of("XDG_DATA_HOME", "", "XDG_CONFIG_HOME", "here"), "/home/pb"));
  }

  @Test
  void aSlashAtTheEndIsNotDoubled() {
    assertEquals("/d/bandstand", Folders.of(Map.of("XDG_DATA_HOME", "/d/"), "/home/pb").data());
  }

  @Test
  void everyFileHasItsPlace() {
    assertEquals("/home/pb/.config/bandstand/token", HOME.token());
    assertEquals(Optional.of("/home/pb/.local/state/bandstand/run/bandstand.sock"), HOME.socket());
    assertEquals("/home/pb/.local/state/bandstand/run/daemon.json", HOME.running());
    assertEquals("/home/pb/.local/state/bandstand/run/start.lock", HOME.startLock());
    assertEquals("/home/pb/.local/state/bandstand/daemon.log", HOME.daemonLog());
    assertEquals("/home/pb/.local/state/bandstand/client.log", HOME.clientLog());
  }

  @Test
  void aPathTooLongForASocketIsNoSocket() {
    var fits = "/" + "r".repeat(Folders.SOCKET_PATH_BYTES - "//bandstand/bandstand.sock".length());
    assertEquals(
        Optional.of(fits + "/bandstand/bandstand.sock"),
        Folders.of(Map.of("XDG_RUNTIME_DIR", fits), "/").socket());
    assertEquals(Optional.empty(), Folders.of(Map.of("XDG_RUNTIME_DIR", fits + "r"), "/").socket());
  }

  @Test
  void aSocketsLengthIsInBytes() {
    assertEquals(
        Optional.empty(),
        Folders.of(Map.of("XDG_RUNTIME_DIR", "/" + "ŵ".repeat(40)), "/").socket());
  }
}
