package bandstand.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are written whole under another name and then take the place of the old one. */
public final class Durable {
  /** What a file is called that has no name yet: nobody reads it, and it may be removed. */
  static final String BUILDING = ".building";

  private Durable() {}

  /** Makes the content; whatever it throws, the old file stands. */
  @FunctionalInterface
  interface Making {
    void into(Path building) throws IOException;
  }

  /** Finds the name for a file that is built. */
  @FunctionalInterface
  interface Naming {
    Path of(Path building) throws IOException;
  }

  /** Replaces a file by these bytes, for its owner alone; on disk when it returns. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path building = file.resolveSibling(file.getFileName() + BUILDING);
    make(building, made -> Files.write(made, bytes), made -> file);
  }

  /** Makes a folder for its owner alone, unless it is there; on disk when it returns. */
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      forceFolderOf(folder);
    }
  }

  /** Removes a file if it is there; gone from the disk when it returns. */
  static void remove(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      forceFolderOf(file);
    }
  }

  /** Makes a file, names it, and replaces what had that name; gives the file with its name. */
  static Path make(Path building, Making making, Naming naming) throws IOException {
    Files.deleteIfExists(building);
    try {
      Files.createFile(
          building,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      making.into(building);
      try (FileChannel channel = FileChannel.open(building, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Path file = naming.of(building);
      Files.move(building, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolderOf(file);
      return file;
    } finally {
      Files.deleteIfExists(building);
    }
  }

  /** Returns when the names in the folder that holds a file are on disk. */
  public static void forceFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder holds " + file);
    }
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }
}
