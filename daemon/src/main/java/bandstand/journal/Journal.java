package bandstand.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The append-only record of every change, in a folder of segments: what it acknowledged is on disk.
 *
 * <p>One platform thread, the writer, appends, erases and closes; it is never interrupted, since an
 * interrupt would close its file. Everything else may be called from any thread and never waits for
 * the writer, but for an erasure. The folder belongs to this process: whoever opens it holds the
 * lock on the data.
 */
public final class Journal implements AutoCloseable {
  private final Disk disk;
  private final Lock erasing;
  private final Lock writing = new ReentrantLock();
  private final Lookup lookup;
  private final Landmarks landmarks;
  private final Optional<Writer> writer;
  private final Map<String, Head> heads;
  private volatile Mark end;
  private volatile Mark erasedUpTo = Mark.BEGINNING;
  private volatile Optional<String> readOnly;

  Journal(
      Disk disk,
      Lock erasing,
      Landmarks landmarks,
      Optional<Writer> writer,
      Mark end,
      Map<String, Head> heads,
      Optional<String> readOnly) {
    this.disk = disk;
    this.erasing = erasing;
    this.lookup = new Lookup(disk, erasing);
    this.landmarks = landmarks;
    this.writer = writer;
    this.heads = new ConcurrentHashMap<>(heads);
    this.end = end;
    this.readOnly = readOnly;
  }

  /**
   * Opens the journal in a folder, which is made if it is absent, and hands over every whole entry
   * from {@code start} on, in order.
   *
   * <p>A torn tail is saved aside and cut. Damage to what was acknowledged, or a missing end, gives
   * a read-only journal of what precedes it; so does a disk that lets itself be read only.
   *
   * @throws IOException if the folder cannot be made or listed, or an erasure that was interrupted
   *     cannot be ended
   */
  public static Opening open(Path folder, Start start, Consumer<Kept> replay) throws IOException {
    return Recovery.open(FolderDisk.at(folder), Setup.standard(), start, replay);
  }

  /**
   * Reads the journal in a folder to its end and changes nothing, whoever has it open: what is
   * being written meanwhile looks like a torn tail, and what is being erased is read again.
   */
  public static Survey survey(Path folder, Start start) throws IOException {
    return Files.isDirectory(folder)
        ? Recovery.survey(new FolderDisk(folder), start)
        : new Survey.None();
  }

  /**
   * Checks every frame, payload and link of copies.
   *
   * @param sequence of the last frame they should have
   * @param each is handed every whole entry before the first fault
   */
  public static Verification verify(Copies copies, long sequence, Consumer<Kept> each) {
    return Checking.copies(copies, sequence, each);
  }

  /**
   * Records a batch with one force; returns when it is on disk, or when it is certain that none of
   * it will be kept, or when the disk failed.
   *
   * @throws IllegalArgumentException if the batch is empty or exceeds {@link Limits#BATCH_BYTES}
   */
  public Appending append(List<Entry> batch) {
    return append(into -> into.append(batch, this::head));
  }

  /**
   * Records a batch as {@link #append(List)} does, with room made sure of for the erasure that
   * follows; the reserve is given up for it. The next call is {@link #erase}.
   *
   * @param frames how many will be erased, from 1
   */
  public Appending append(List<Entry> batch, int frames) {
    return append(into -> into.append(batch, frames, this::head));
  }

  private Appending append(Function<Writer, Writer.Outcome> appending) {
    writing.lock();
    try {
      if (readOnly.isPresent() || writer.isEmpty()) {
        return new Appending.ReadOnly(readOnly.orElse(""));
      }
      Writer.Outcome outcome = appending.apply(writer.get());
      heads.putAll(outcome.heads());
      end = outcome.end();
      landmarks.note(end);
      return noted(outcome.appending());
    } finally {
      writing.unlock();
    }
  }

  /** The entry whose first frame begins there. */
  public Reading<Kept> read(Position position) {
    return lookup.group(position, end).map(Group::kept);
  }

  /** The frame that begins there: one case of a large import without the others. */
  public Reading<Part> part(Position position) {
    return lookup.frame(position, end).map(located -> Lookup.part(located.frame()));
  }

  /**
   * Hands over the frames of the entry whose first frame begins there, one by one: a large import
   * is never in memory whole. Says what damage it met, after which nothing more was handed over.
   */
  public Optional<Damage> parts(Position position, Consumer<Part> each) {
    return lookup.frames(
        position,
        end,
        (frame, _) -> {
          each.accept(Lookup.part(frame));
          return Optional.empty();
        });
  }

  /**
   * Hands over every whole entry up to the end as it is when called, in order; says what damage it
   * met, after which nothing more was handed over.
   */
  public Optional<Damage> replay(Consumer<Kept> each) {
    return Checking.replay(disk, erasing, end, each);
  }

  /**
   * The entries that end after a sequence and begin up to another.
   *
   * @param after may lie within an entry, which is then among them
   * @param upTo a sequence that this journal has acknowledged
   */
  public Trail trail(long after, long upTo) {
    return new Trail(disk, erasing, landmarks, after, upTo);
  }

  /** All that stands before a mark that this journal has had as its end, and erasures meanwhile. */
  public Excerpt excerpt(Mark before) {
    return new Excerpt(disk, erasing, before, () -> erasedUpTo);
  }

  /** Looks whether there is space again, where batches are refused for want of it. */
  public void seekSpace() {
    writing.lock();
    try {
      if (readOnly.isEmpty()) {
        writer.ifPresent(Writer::seekSpace);
      }
    } finally {
      writing.unlock();
    }
  }

  /** Checks every frame, payload and link up to the end as it is when called. */
  public Verification verify() {
    return Checking.everything(disk, erasing, end, heads());
  }

  /**
   * Checks one stream whole; how far its chain came is in the result's heads.
   *
   * @param entries the positions of all its entries, in order
   */
  public Verification verify(String stream, List<Position> entries) {
    return Checking.stream(lookup, stream, entries, end, head(stream));
  }

  /**
   * Overwrites payload and salt of frames by zeros, for good, leaving chains that verify; also
   * removes the files of torn bytes, which may hold the same content. Up to {@link
   * Limits#ERASURE_FRAMES} go all or none, a crash in between included; more go so many at a time.
   * Where none of them stands there is nothing to do, in a journal that is read-only too.
   */
  public Erasing erase(List<Position> frames) {
    writing.lock();
    try {
      List<Position> standing = new ArrayList<>();
      for (Position position : new TreeSet<>(frames)) {
        switch (lookup.frame(position, end)) {
          case Reading.Unreadable<Lookup.Located>(Damage damage) -> {
            return new Erasing.Untouched(damage);
          }
          case Reading.Found<Lookup.Located>(Lookup.Located(Frame frame, Segment segment)) -> {
            if (!frame.erased()) {
              standing.add(position);
            }
          }
        }
      }
      if (readOnly.isPresent() || writer.isEmpty()) {
        return standing.isEmpty()
            ? new Erasing.Erased(0)
            : new Appending.ReadOnly(readOnly.orElse(""));
      }
      erasedUpTo = end;
      return noted(writer.get().erase(standing, lookup, erasing));
    } finally {
      writing.unlock();
    }
  }

  /** The place after the last acknowledged frame. */
  public Mark end() {
    return end;
  }

  /** How much there is of it now. */
  public Extent extent() throws IOException {
    List<Long> firsts = Segment.among(disk.names());
    long bytes = 0;
    for (long first : firsts) {
      try (DiskFile file = disk.read(Segment.name(first))) {
        bytes += file.size();
      }
    }
    return new Extent(firsts.size(), bytes);
  }

  /** The chain of a stream as acknowledged; empty if it has no frames. */
  public Optional<Head> head(String stream) {
    return Optional.ofNullable(heads.get(stream));
  }

  /** All heads as acknowledged; those of one batch appear one after another. */
  public Map<String, Head> heads() {
    return Map.copyOf(heads);
  }

  /** Why nothing is taken until the next opening; empty while it is. */
  public Optional<String> readOnly() {
    return readOnly;
  }

  /** Whether space has run out and has not been found again: batches are refused meanwhile. */
  public boolean awaitsSpace() {
    return writer.map(Writer::awaitsSpace).orElse(false);
  }

  @Override
  public void close() throws IOException {
    writing.lock();
    try {
      readOnly = Optional.of(readOnly.orElse("the journal is closed"));
      if (writer.isPresent()) {
        writer.get().close();
      }
    } finally {
      writing.unlock();
    }
  }

  private <T> T noted(T result) {
    if (result instanceof Appending.DiskFailed(String operation, String message)) {
      readOnly = Optional.of("the disk failed (" + operation + "): " + message);
    }
    return result;
  }
}
