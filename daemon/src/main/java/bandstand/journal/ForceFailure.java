package bandstand.journal;

import java.io.IOException;

/** A force that failed: what was written since the last one may never reach the disk. */
final class ForceFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private ForceFailure(IOException cause) {
    super(cause.getMessage(), cause);
  }

  static void force(DiskFile file) throws ForceFailure {
    try {
      file.force();
    } catch (IOException e) {
      throw new ForceFailure(e);
    }
  }

  static void force(Disk disk) throws ForceFailure {
    try {
      disk.force();
    } catch (IOException e) {
      throw new ForceFailure(e);
    }
  }
}
