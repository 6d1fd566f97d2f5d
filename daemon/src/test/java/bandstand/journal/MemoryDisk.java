package bandstand.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A disk in memory that knows what has been forced: power loss keeps any part of the rest, sector
 * by sector and name by name. The k-th operation can fail, or be the last one before the power
 * goes.
 */
public final class MemoryDisk implements Disk {
  /** Thrown where the power goes, and by every operation after it. */
  public static final class PowerLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final SplittableRandom random;
  private final Map<String, Contents> seen = new HashMap<>();
  private final Map<String, Contents> forced = new HashMap<>();
  private final List<Consumer<Map<String, Contents>>> pendingNames = new ArrayList<>();
  private Fate.Fates fates = (number, operation) -> Fate.DONE;
  private int operations;
  private int openFiles;
  private boolean lost;
  private boolean unreadable;
  private long usableBytes = Long.MAX_VALUE / 2;

  public MemoryDisk(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A journal on this disk, as it is in earnest but for a small reserve, which is soon written. */
  public Opening open(Start start, Consumer<Kept> replay) throws IOException {
    Setup setup = new Setup(Limits.SEGMENT_BYTES, Trial.RESERVE_BYTES, random.split());
    return Recovery.open(this, setup, start, replay);
  }

  /** Decides over what follows; operations are counted from 1 again. */
  public synchronized void fates(Fate.Fates next) {
    fates = next;
    operations = 0;
  }

  public synchronized void usableBytes(long bytes) {
    usableBytes = bytes;
  }

  synchronized void unreadable(boolean now) {
    unreadable = now;
  }

  synchronized int openFiles() {
    return openFiles;
  }

  synchronized int operations() {
    return operations;
  }

  /** The disk when the power is back: what was forced, and any part of what was not. */
  public synchronized MemoryDisk afterPowerLoss() {
    MemoryDisk after = new MemoryDisk(random.nextLong());
    Map<Contents, Contents> copies = new HashMap<>();
    Map<String, Contents> names = new HashMap<>(forced);
    int bias = random.nextInt(3);
    for (Consumer<Map<String, Contents>> change : pendingNames) {
      if (bias == 0 || bias == 1 && random.nextBoolean()) {
        change.accept(names);
      }
    }
    names.forEach(
        (name, contents) ->
            after.settle(name, copies.computeIfAbsent(contents, each -> each.surviving(random))));
    return after;
  }

  /** Another process finds the disk as this one left it when it was killed: nothing is lost. */
  public synchronized void afterKill() {
    lost = false;
    fates((number, operation) -> Fate.DONE);
  }

  synchronized byte[] bytes(String name) {
    return seen.get(name).bytes();
  }

  /** Puts a file there, forced. */
  synchronized void put(String name, byte[] bytes) {
    settle(name, new Contents(bytes));
  }

  private void settle(String name, Contents contents) {
    seen.put(name, contents);
    forced.put(name, contents);
  }

  @Override
  public synchronized List<String> names() throws IOException {
    readable();
    return List.copyOf(seen.keySet());
  }

  @Override
  public synchronized DiskFile create(String name) throws IOException {
    fate("create");
    Contents contents = new Contents(new byte[0]);
    rename(names -> names.put(name, contents));
    return new OpenFile(contents);
  }

  @Override
  public synchronized DiskFile write(String name) throws IOException {
    return read(name);
  }

  @Override
  public synchronized DiskFile read(String name) throws IOException {
    readable();
    Contents contents = seen.get(name);
    if (contents == null) {
      throw new FileNotFoundException(name);
    }
    return new OpenFile(contents);
  }

  @Override
  public synchronized void rename(String from, String to) throws IOException {
    fate("rename");
    Contents contents = seen.get(from);
    if (contents == null) {
      throw new FileNotFoundException(from);
    }
    rename(
        names -> {
          names.remove(from);
          names.put(to, contents);
        });
  }

  @Override
  public synchronized void delete(String name) throws IOException {
    fate("delete");
    rename(names -> names.remove(name));
  }

  private void rename(Consumer<Map<String, Contents>> change) {
    change.accept(seen);
    pendingNames.add(change);
  }

  @Override
  public synchronized void force() throws IOException {
    fate("force folder");
    pendingNames.clear();
    forced.clear();
    forced.putAll(seen);
  }

  @Override
  public synchronized long usableBytes() throws IOException {
    readable();
    return usableBytes;
  }

  private void readable() throws IOException {
    if (lost) {
      throw new PowerLost();
    }
    if (unreadable) {
      throw new IOException("Input/output error");
    }
  }

  private void fate(String operation) throws IOException {
    Fate fate = lost ? Fate.POWER_LOST : fates.of(++operations, operation);
    switch (fate) {
      case DONE -> {}
      case NO_SPACE -> throw new IOException("No space left on device");
      case FILE_TOO_LARGE -> throw new IOException("File too large");
      case INPUT_OUTPUT_ERROR -> throw new IOException("Input/output error");
      case POWER_LOST -> {
        lost = true;
        throw new PowerLost();
      }
    }
  }

  private final class OpenFile implements DiskFile {
    private final Contents contents;
    private boolean open = true;

    OpenFile(Contents contents) {
      this.contents = contents;
      openFiles++;
    }

    @Override
    public long size() throws IOException {
      synchronized (MemoryDisk.this) {
        usable();
        return contents.size();
      }
    }

    @Override
    public void read(ByteBuffer into, long offset) throws IOException {
      synchronized (MemoryDisk.this) {
        usable();
        contents.read(into, offset);
      }
    }

    @Override
    public void write(ByteBuffer from, long offset) throws IOException {
      synchronized (MemoryDisk.this) {
        usable();
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        try {
          fate("write");
        } catch (IOException | PowerLost e) {
          contents.change(
              new Change.Write(
                  (int) offset, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))));
          throw e;
        }
        contents.change(new Change.Write((int) offset, bytes));
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      synchronized (MemoryDisk.this) {
        usable();
        fate("truncate");
        contents.change(new Change.Truncate((int) size));
      }
    }

    /** Where a force fails, what was to be forced counts as clean and never gets to the disk. */
    @Override
    public void force() throws IOException {
      synchronized (MemoryDisk.this) {
        usable();
        try {
          fate("force");
        } catch (IOException e) {
          contents.failToForce(random);
          throw e;
        }
        contents.force();
      }
    }

    @Override
    public void close() {
      synchronized (MemoryDisk.this) {
        openFiles -= open ? 1 : 0;
        open = false;
      }
    }

    private void usable() throws IOException {
      readable();
      if (!open) {
        throw new IOException("closed");
      }
    }
  }
}
