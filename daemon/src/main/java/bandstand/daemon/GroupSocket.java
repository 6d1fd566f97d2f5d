package bandstand.daemon;

import bandstand.wire.Folders;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;

/**
 * A socket that a group of this host's users may connect to, 0660; each still needs a token.
 *
 * <p>Whoever could put another socket in its place would be sent those tokens, so nobody but this
 * process' user and root may change the folder, or any above it.
 *
 * @param group empty: that of the folder
 */
record GroupSocket(Path path, Optional<String> group) {
  private static final String MODE = "unix:mode";
  private static final String USER_NUMBER = "unix:uid";
  private static final int WRITABLE_BY_OTHERS = 0022;
  private static final int STICKY = 01000;

  /**
   * Makes the path free and sees that a socket can be made there.
   *
   * @return why that cannot be; empty: it can
   */
  Optional<Started.Refused> prepare() throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > Folders.SOCKET_PATH_BYTES) {
      return refused(
          "has a path of more than %d bytes; choose a shorter one"
              .formatted(Folders.SOCKET_PATH_BYTES));
    }
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      return refused("has no folder: make " + folder + " for the user the daemon runs as");
    }
    Optional<Started.Refused> unsafe = unsafe(folder.toRealPath());
    if (unsafe.isPresent()) {
      return unsafe;
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      if (!isSocket()) {
        return refused("is no socket; move it away, or choose another path");
      }
      if (answers()) {
        return Optional.of(
            new Started.Refused(
                ExitCode.PORT_TAKEN,
                "another daemon listens at %s; stop it, or choose another path".formatted(path)));
      }
      Files.delete(path);
    }
    return tried();
  }

  private Path folder() {
    return Optional.ofNullable(path.getParent()).orElseThrow();
  }

  /** From the folder up to the root, since who may rename a folder may replace what is in it. */
  private Optional<Started.Refused> unsafe(Path folder) throws IOException {
    for (Path each = folder; each != null; each = each.getParent()) {
      int mode = (int) Files.getAttribute(each, MODE);
      boolean keepsNames = (mode & STICKY) != 0 && !each.equals(folder);
      if ((mode & WRITABLE_BY_OTHERS) != 0 && !keepsNames) {
        return refused(
            "is not safe: others may change %s; run: chmod go-w %s".formatted(each, each));
      }
      if (Owner.other(each).isPresent() && !Files.getAttribute(each, USER_NUMBER).equals(0)) {
        return refused(
            "is not safe: %s belongs to %s; choose a folder of the daemon's user"
                .formatted(each, Files.getOwner(each)));
      }
    }
    return Optional.empty();
  }

  /** Neither a file, nor a folder, nor a link, nor a device with content. */
  private boolean isSocket() throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isOther();
  }

  private boolean answers() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException nobody) {
      return false;
    }
  }

  /** The server says nothing useful of a socket that it cannot make. */
  private Optional<Started.Refused> tried() throws IOException {
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(path));
      share();
      return Optional.empty();
    } catch (SocketException unmade) {
      return refused("cannot be made: " + unmade.getMessage());
    } catch (UserPrincipalNotFoundException unknown) {
      return refused("cannot be shared: there is no group " + group.orElse("of the folder"));
    } catch (FileSystemException foreign) {
      return refused(
          "cannot be given to its group; the daemon's user must be in it: usermod -aG GROUP USER");
    } finally {
      Files.deleteIfExists(path);
    }
  }

  /** Lets the group in, once the socket is there. */
  void share() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    view.setGroup(owners());
    view.setPermissions(PosixFilePermissions.fromString("rw-rw----"));
  }

  private GroupPrincipal owners() throws IOException {
    return group.isPresent()
        ? path.getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByGroupName(group.get())
        : Files.readAttributes(folder(), PosixFileAttributes.class).group();
  }

  void remove() throws IOException {
    Files.deleteIfExists(path);
  }

  private Optional<Started.Refused> refused(String why) {
    return Optional.of(
        new Started.Refused(ExitCode.NOT_USABLE, "the group socket %s %s".formatted(path, why)));
  }
}
