package bandstand.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The machine while something else is measured: its load, and how fast its disk forces. */
final class Beside implements AutoCloseable {
  /** About a frame of the journal. */
  private static final int RECORD_BYTES = 512;

  private static final int FORCES = 5;

  private final FileChannel file;
  private Samples forces = new Samples();
  private Samples loads = new Samples();

  private Beside(FileChannel file) {
    this.file = file;
  }

  /** Forces a file of its own in this folder, which lies where the daemon's data does. */
  static Beside in(Path folder) throws IOException {
    return new Beside(
        FileChannel.open(
            folder.resolve("forced"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
  }

  /** Looks once; between samples of what is measured, never during one. */
  void look() {
    try {
      for (int i = 0; i < FORCES; i++) {
        file.write(ByteBuffer.allocate(RECORD_BYTES));
        long before = System.nanoTime();
        file.force(false);
        forces.add((System.nanoTime() - before) / 1e6);
      }
      String load = Files.readString(Path.of("/proc/loadavg"));
      loads.add(Double.parseDouble(load.substring(0, load.indexOf(' '))));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What was seen since the last call: median load, and forces a second at their median. */
  String told() {
    String told =
        loads.count() == 0
            ? ""
            : "%6.1f %8.0f".formatted(loads.quantile(0.5), 1e3 / forces.quantile(0.5));
    forces = new Samples();
    loads = new Samples();
    return told;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
