package bandstand.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The append-only record of every change, in a folder of segments: what it acknowledged is on disk.
 *
 * <p>One platform thread, the writer, appends, erases and closes; it is never interrupted, since an
 * interrupt would close its file. Everything else may be called from any thread and never waits for
 * the writer, but for an erasure. The folder belongs to this process: whoever opens it holds the
 * lock on the data.
 */
public final class Journal implements AutoCloseable {
  /**
   * Opens the journal in a folder, which is made if it is absent, and hands over every whole entry
   * from {@code start} on, in order.
   *
   * <p>A torn tail is saved aside and cut. Damage to what was acknowledged, or a missing end, gives
   * a read-only journal of what precedes it; so does a disk that lets itself be read only.
   *
   * @throws IOException if the folder cannot be made or read
   */
  public static Opening open(Path folder, Start start, Consumer<Kept> replay) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Records a batch with one force; returns when it is on disk, or when it is certain that none of
   * it will be kept, or when the disk failed.
   *
   * @throws IllegalArgumentException if the batch is empty or exceeds {@link Limits#BATCH_BYTES}
   */
  public Appending append(List<Entry> batch) {
    throw new UnsupportedOperationException();
  }

  /** The entry whose first frame begins there. */
  public Reading<Kept> read(Position position) {
    throw new UnsupportedOperationException();
  }

  /** The frame that begins there: one case of a large import without the others. */
  public Reading<Part> part(Position position) {
    throw new UnsupportedOperationException();
  }

  /** Checks every frame, payload and link up to the end as it is when called. */
  public Verification verify() {
    throw new UnsupportedOperationException();
  }

  /**
   * Checks one stream whole.
   *
   * @param entries the positions of all its entries, in order
   */
  public Verification verify(String stream, List<Position> entries) {
    throw new UnsupportedOperationException();
  }

  /**
   * Overwrites payload and salt of frames by zeros, for good, leaving chains that verify; also
   * removes the files of torn bytes, which may hold the same content. All or nothing, a crash in
   * between included.
   */
  public Erasing erase(List<Position> frames) {
    throw new UnsupportedOperationException();
  }

  /** The place after the last acknowledged frame. */
  public Mark end() {
    throw new UnsupportedOperationException();
  }

  /** The chain of a stream as acknowledged; empty if it has no frames. */
  public Optional<Head> head(String stream) {
    throw new UnsupportedOperationException();
  }

  /** All heads as acknowledged: those given at the start and what has been replayed and appended. */
  public Map<String, Head> heads() {
    throw new UnsupportedOperationException();
  }

  /** Why nothing is taken; empty while entries are. */
  public Optional<String> readOnly() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() throws IOException {
    throw new UnsupportedOperationException();
  }
}
