package bandstand.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Files and folders that nobody but their owner may read. */
public final class PrivateFiles {
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER = attribute("rwx------");
  private static final FileAttribute<Set<PosixFilePermission>> FILE = attribute("rw-------");

  private PrivateFiles() {}

  /** Makes the folder and those above it that are missing, 0700. */
  static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, FOLDER);
  }

  /** Makes the file, 0600, unless it is there. */
  public static void makeFile(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      makeFolder(folder);
    }
    try {
      Files.createFile(file, FILE);
    } catch (FileAlreadyExistsException there) {
      Files.setPosixFilePermissions(file, FILE.value());
    }
  }

  /** Replaces the file, 0600, at once and whole; on disk when it returns. */
  static void replace(Path file, String text) throws IOException {
    Path whole = file.toAbsolutePath();
    Path folder = Optional.ofNullable(whole.getParent()).orElseThrow();
    Path building = whole.resolveSibling(whole.getFileName() + ".building");
    makeFolder(folder);
    Files.deleteIfExists(building);
    Files.createFile(building, FILE);
    try {
      try (FileChannel channel = FileChannel.open(building, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(building, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(building);
    }
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  /**
   * A new file, 0600.
   *
   * @throws FileAlreadyExistsException if there is anything of that name
   */
  public static OutputStream newFile(Path file) throws IOException {
    return Channels.newOutputStream(
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE));
  }

  /** A new file, 0600, with a name nobody has. */
  static Path newTemporaryFile(Path folder, String prefix) throws IOException {
    return Files.createTempFile(folder, prefix, "", FILE);
  }

  /** A new folder, 0700, with a name nobody has. */
  static Path makeTemporaryFolder(Path parent, String prefix) throws IOException {
    return Files.createTempDirectory(parent, prefix, FOLDER);
  }

  /** Whether anybody else may read it; never on a system without such permissions. */
  static boolean readableByOthers(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return false;
    }
    Set<PosixFilePermission> others =
        EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    others.retainAll(Files.getPosixFilePermissions(file));
    return !others.isEmpty();
  }

  private static FileAttribute<Set<PosixFilePermission>> attribute(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
