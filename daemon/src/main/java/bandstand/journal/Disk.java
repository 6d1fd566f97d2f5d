package bandstand.journal;

import java.io.IOException;
import java.util.List;

/**
 * What the journal does with its folder, and nothing more: the seam at which tests lose power, run
 * out of space and fail.
 */
interface Disk {
  /** The file names in the folder, in no order. */
  List<String> names() throws IOException;

  /** An empty file for reading and writing in place of whatever had the name; owner only. */
  DiskFile create(String name) throws IOException;

  /** An existing file for reading and writing. */
  DiskFile write(String name) throws IOException;

  /** An existing file for reading. */
  DiskFile read(String name) throws IOException;

  /** Takes the place of whatever had the new name. */
  void rename(String from, String to) throws IOException;

  /** An absent file is no error. */
  void delete(String name) throws IOException;

  /** Returns when names made, changed and deleted are on disk. */
  void force() throws IOException;

  /** Bytes this process could still write, as far as the file system tells. */
  long usableBytes() throws IOException;
}
