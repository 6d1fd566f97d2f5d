package bandstand.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The name and the header of a segment file.
 *
 * @param first the sequence of its first frame, which names it
 * @param nonce begins every checksum in it, so that bytes of another file are never taken for its
 *     own
 */
record Segment(long first, long nonce) {
  static final int HEADER_BYTES = 32;
  static final int FORMAT = 1;

  /** Ends the name of a segment that is not yet whole. */
  static final String UNNAMED = ".new";

  private static final long MAGIC = 0x42414e44_4a524e4cL; // BANDJRNL
  private static final int CHECKSUM_AT = 28;
  private static final Pattern NAME = Pattern.compile("journal-([0-9]{12})\\.log");

  /** What a header says. */
  sealed interface Header {
    record Sound(Segment segment) implements Header {}

    record TooNew(int format) implements Header {}

    record Bad(String detail) implements Header {}
  }

  static String name(long first) {
    return String.format(java.util.Locale.ROOT, "journal-%012d.log", first);
  }

  String name() {
    return name(first);
  }

  /** The first sequences of the segments among some file names, ascending. */
  static List<Long> among(List<String> names) {
    return names.stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Long.valueOf(matcher.group(1)))
        .sorted()
        .toList();
  }

  /** Makes the file: whole before it has its name, so that a bad header is always damage. */
  DiskFile create(Disk disk) throws IOException {
    String unnamed = name() + UNNAMED;
    DiskFile file = disk.create(unnamed);
    try {
      file.write(header(), 0);
      ForceFailure.force(file);
      disk.rename(unnamed, name());
      ForceFailure.force(disk);
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  ByteBuffer header() {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putLong(MAGIC).putInt(FORMAT).putLong(first).putLong(nonce);
    return header.putInt(checksum(header)).flip();
  }

  /** Reads the header of the file named after a first sequence. */
  static Header read(DiskFile file, long first) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    file.read(header, 0);
    if (header.hasRemaining()) {
      return new Header.Bad("the header is cut short");
    }
    header.flip();
    if (header.getLong() != MAGIC) {
      return new Header.Bad("the file does not begin as a journal does");
    }
    if (header.getInt(CHECKSUM_AT) != checksum(header)) {
      return new Header.Bad("the header's checksum differs");
    }
    int format = header.getInt();
    if (format > FORMAT) {
      return new Header.TooNew(format);
    }
    long named = header.getLong();
    if (format != FORMAT || named != first) {
      return new Header.Bad("the header is of format " + format + ", from sequence " + named);
    }
    return new Header.Sound(new Segment(first, header.getLong()));
  }

  private static int checksum(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.slice(0, CHECKSUM_AT));
    return (int) crc.getValue();
  }
}
