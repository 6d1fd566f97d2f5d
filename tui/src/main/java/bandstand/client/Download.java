package bandstand.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file on its way from the daemon: it lies beside its name, for its owner alone, until it is
 * {@link #name named}; one that never is does not stay.
 */
public final class Download implements AutoCloseable {
  /** Ends the name of a file that is not whole. */
  private static final String PART = ".part";

  private final Path file;
  private final Path part;

  private Download(Path file) {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + PART);
  }

  /** For a file in a folder that exists; what an earlier one has left of itself is removed. */
  public static Download of(Path file) throws IOException {
    Download download = new Download(file.toAbsolutePath().normalize());
    Path folder = download.file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    Files.deleteIfExists(download.part);
    PrivateFiles.makeFile(download.part);
    return download;
  }

  /** Where it lies until it is named. */
  public Path part() {
    return part;
  }

  /**
   * Asks for it and writes it; on disk when it returns.
   *
   * @throws IOException if it cannot be written here
   */
  public Answered<Long> from(DaemonClient client, Request request) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      Sink sink = new Sink(Channels.newOutputStream(channel));
      Answered<Long> answered = client.save(request, sink);
      if (sink.failure.isPresent()) {
        throw sink.failure.get();
      }
      channel.force(true);
      return answered;
    }
  }

  /** Gives it its name, in place of whatever had it; for good when it returns. */
  public void name() throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    Path folder = file.getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }

  /** Remembers that it was the disk that failed, and not the daemon. */
  private static final class Sink extends OutputStream {
    private final OutputStream to;
    private Optional<IOException> failure = Optional.empty();

    Sink(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      try {
        to.write(bytes, offset, count);
      } catch (IOException full) {
        failure = Optional.of(full);
        throw full;
      }
    }
  }
}
