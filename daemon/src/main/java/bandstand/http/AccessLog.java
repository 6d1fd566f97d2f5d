package bandstand.http;

import bandstand.service.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Who asked for what kind of thing: a line a request in a file of its owner's alone, and older
 * files {@code .1} to {@code .3} beside it.
 *
 * <p>A thread of its own writes, so that no answer waits for this file; when it cannot keep up or
 * the disk is full, lines are lost and counted.
 */
final class AccessLog implements AutoCloseable {
  /** Some 50,000 requests: a team's day. */
  static final long FILE_BYTES = 4L << 20;

  /** Older files; with the current one 16 MiB in all. */
  static final int OLDER = 3;

  /** Lines that may wait: a few seconds of the most that is served. */
  private static final int WAITING = 20_000;

  private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());

  private final Path file;
  private final long fileBytes;
  private final BlockingQueue<Optional<String>> queue = new ArrayBlockingQueue<>(WAITING + 1);
  private final LongAdder lost = new LongAdder();
  private final Thread thread;
  private volatile boolean closing;
  private Optional<BufferedWriter> open = Optional.empty();
  private long bytes;

  AccessLog(Path file) {
    this(file, FILE_BYTES);
  }

  /**
   * One that is not started.
   *
   * @param fileBytes past which the file becomes an older one
   */
  AccessLog(Path file, long fileBytes) {
    this.file = file;
    this.fileBytes = fileBytes;
    this.thread = Thread.ofPlatform().daemon().name("access-log").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Time, name, method, route, status, bytes, milliseconds; a space between each. */
  static String line(Served served) {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s %d %d %.1f",
        served.at().truncatedTo(ChronoUnit.MILLIS),
        served.who().orElse("-"),
        served.method(),
        served.route(),
        served.status(),
        served.bytes(),
        served.took().toNanos() / 1e6);
  }

  void add(Served served) {
    if (closing || queue.remainingCapacity() <= 1 || !queue.offer(Optional.of(line(served)))) {
      lost.increment();
    }
  }

  /** Lines that are in no file. */
  long lost() {
    return lost.sum();
  }

  /** Writes what waits; one that was never started has nothing. */
  @Override
  public void close() {
    closing = true;
    queue.add(Optional.empty());
    try {
      if (thread.isAlive()) {
        thread.join();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (var next = queue.take(); next.isPresent(); next = queue.take()) {
        written(next.get());
      }
    } catch (InterruptedException impossible) {
      throw new IllegalStateException("the log's thread is never interrupted", impossible);
    }
    ended();
  }

  private void written(String line) {
    try {
      BufferedWriter out = writer();
      out.write(line);
      out.write('\n');
      bytes += line.length() + 1L;
      if (queue.isEmpty()) {
        out.flush();
      }
      if (bytes >= fileBytes) {
        ended();
        rotate();
      }
    } catch (IOException full) {
      lost.increment();
      ended();
    }
  }

  private BufferedWriter writer() throws IOException {
    if (open.isEmpty()) {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      bytes = Files.size(file);
      open = Optional.of(Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    }
    return open.get();
  }

  private void ended() {
    try {
      if (open.isPresent()) {
        open.get().close();
      }
    } catch (IOException full) {
      LOG.log(System.Logger.Level.DEBUG, "The end of the access log is lost: {0}", Trace.of(full));
    }
    open = Optional.empty();
  }

  private void rotate() throws IOException {
    for (int age = OLDER; age >= 1; age--) {
      Path younger = age == 1 ? file : older(age - 1);
      if (Files.exists(younger)) {
        Files.move(younger, older(age), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path older(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }
}
