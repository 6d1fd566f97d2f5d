package bandstand.store;

import bandstand.inspection.InspectionId;
import bandstand.journal.Excerpt;
import bandstand.wire.BackupManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data folder as one ZIP file, written from front to back while changes go on.
 *
 * <p>First the journal's segments as far as one change, then what lies beside them, which the
 * journal up to there may need and which is there before it does; last the manifest. The MapDB
 * files are left out. What breaks off has neither manifest nor {@link Seal}.
 */
public final class Backup {
  static final String MANIFEST = "manifest.json";

  private static final String COMMENT =
      "A backup by Bandstand. SHA-256 of every byte before these digits: ";

  /** As much as {@code gzip -1}: digests and salts do not shrink, and writers share the machine. */
  private static final int LEVEL = 1;

  private final Seal seal;
  private final OutputStream out;
  private final ZipOutputStream zip;
  private final Made made;
  private final List<BackupManifest.Entry> entries = new ArrayList<>();

  /**
   * The circumstances.
   *
   * @param version of this program
   */
  public record Made(Instant at, String by, String version) {}

  private Backup(OutputStream out, Made made) {
    this.out = out;
    this.seal = new Seal(out);
    this.zip = new ZipOutputStream(seal);
    this.made = made;
    zip.setLevel(LEVEL);
  }

  /**
   * Writes it, and leaves the stream open.
   *
   * @param journal of the same data folder
   * @return the seal's digits
   */
  public static String write(OutputStream out, Path data, Excerpt journal, Made made)
      throws IOException {
    return new Backup(out, made).written(data, journal);
  }

  private String written(Path data, Excerpt journal) throws IOException {
    Optional<String> segment = journal.next(Optional.empty());
    while (segment.isPresent()) {
      String name = segment.get();
      add(Parts.JOURNAL + "/" + name, to -> journal.copy(name, to));
      segment = journal.next(segment);
    }
    for (String name : Parts.files(data)) {
      Optional<InputStream> opened = opened(data.resolve(name));
      if (opened.isPresent()) {
        try (InputStream in = opened.get()) {
          add(name, in::transferTo);
        }
      }
    }
    if (entries.size() > Parts.MOST_FILES) {
      throw new IOException("more than " + Parts.MOST_FILES + " files");
    }
    byte[] manifest = manifest(data, journal).json();
    add(MANIFEST, to -> to.write(manifest));
    zip.setComment(COMMENT + Seal.blank());
    seal.hold();
    zip.close();
    return seal.end(out);
  }

  /** Empty for an edition that was taken away meanwhile: no inspection uses it. */
  private static Optional<InputStream> opened(Path file) throws IOException {
    try {
      return Optional.of(Files.newInputStream(file));
    } catch (NoSuchFileException removed) {
      return Optional.empty();
    }
  }

  private BackupManifest manifest(Path data, Excerpt journal) {
    List<BackupManifest.Chain> chains = new ArrayList<>();
    for (Map.Entry<String, Excerpt.Last> stream : new TreeMap<>(journal.streams()).entrySet()) {
      Excerpt.Last last = stream.getValue();
      chains.add(
          new BackupManifest.Chain(
              new InspectionId(stream.getKey()),
              last.revision(),
              last.head().sequence(),
              last.head().link().toString()));
    }
    return new BackupManifest(
        made.at(),
        made.by(),
        made.version(),
        Optional.of(data.toAbsolutePath().normalize().toString()),
        journal.sequence(),
        entries,
        chains);
  }

  /** Writes the bytes of one file. */
  @FunctionalInterface
  private interface Content {
    void into(OutputStream to) throws IOException;
  }

  private void add(String name, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(made.at(), ZoneOffset.UTC));
    zip.putNextEntry(entry);
    Counted counted = new Counted(zip);
    content.into(counted);
    zip.closeEntry();
    entries.add(counted.entry(name));
  }

  /** What passes on its way into the container, counted and digested. */
  private static final class Counted extends OutputStream {
    private final OutputStream to;
    private final MessageDigest digest = Seal.sha256();
    private long bytes;

    Counted(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
      digest.update(from, offset, count);
      to.write(from, offset, count);
      bytes += count;
    }

    BackupManifest.Entry entry(String name) {
      return new BackupManifest.Entry(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }
  }
}
