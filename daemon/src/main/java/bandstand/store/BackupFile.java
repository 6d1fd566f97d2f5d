package bandstand.store;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.journal.Copies;
import bandstand.journal.Damage;
import bandstand.journal.Head;
import bandstand.journal.Journal;
import bandstand.journal.Verification;
import bandstand.wire.BackupJson;
import bandstand.wire.BackupManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A backup as it lies on a disk: nothing in it is trusted, its names least of all.
 *
 * <p>Opened, its seal holds, and it consists of exactly the files that its manifest lists.
 */
public final class BackupFile implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String NONE = "";

  private final ZipFile zip;
  private final BackupManifest manifest;
  private final String seal;

  private BackupFile(ZipFile zip, BackupManifest manifest, String seal) {
    this.zip = zip;
    this.manifest = manifest;
    this.seal = seal;
  }

  public BackupManifest manifest() {
    return manifest;
  }

  /**
   * Opens it, having read every byte once.
   *
   * @throws IOException if the disk does not give it
   */
  public static Outcome<BackupFile> open(Path file) throws IOException {
    Optional<String> seal;
    try (InputStream in = Files.newInputStream(file)) {
      seal = Seal.of(in, Files.size(file));
    }
    if (seal.isEmpty()) {
      return refused(
          "%s is no whole backup: its bytes do not come to the digits a backup ends with. It was"
                  .formatted(file)
              + " cut short, changed, or is another kind of file");
    }
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException damaged) {
      return refused("%s is no backup: %s".formatted(file, damaged.getMessage()));
    }
    Outcome<BackupFile> opened = opened(zip, seal.get());
    if (opened instanceof Outcome.Refused<BackupFile>) {
      zip.close();
    }
    return opened;
  }

  private static Outcome<BackupFile> opened(ZipFile zip, String seal) throws IOException {
    ZipEntry entry = zip.getEntry(Backup.MANIFEST);
    if (entry == null) {
      return refused("It has no " + Backup.MANIFEST);
    }
    byte[] json;
    try (InputStream in = zip.getInputStream(entry)) {
      json = in.readNBytes(BackupManifest.MOST_BYTES + 1);
    }
    if (json.length > BackupManifest.MOST_BYTES) {
      return refused(
          "%s has more than %d bytes".formatted(Backup.MANIFEST, BackupManifest.MOST_BYTES));
    }
    return BackupManifest.read(json)
        .then(
            manifest -> {
              List<Fault> faults = names(zip, manifest);
              return faults.isEmpty()
                  ? Outcome.done(new BackupFile(zip, manifest, seal))
                  : Outcome.refused(Problem.refused(faults));
            });
  }

  /** Every name that is not allowed, not listed, listed and not there, or there twice. */
  private static List<Fault> names(ZipFile zip, BackupManifest manifest) {
    Map<String, Integer> found = new TreeMap<>();
    zip.stream().forEach(entry -> found.merge(entry.getName(), 1, Integer::sum));
    found.remove(Backup.MANIFEST, 1);
    List<Fault> faults = new ArrayList<>();
    for (BackupManifest.Entry listed : manifest.entries()) {
      if (!Parts.isName(listed.name())) {
        faults.add(fault(listed.name(), "name", "no backup holds a file of this name"));
      } else if (!found.remove(listed.name(), 1)) {
        faults.add(fault(listed.name(), "missing", "it is listed and not there, or there twice"));
      }
    }
    found.keySet().forEach(name -> faults.add(fault(name, "unlisted", "it is not listed")));
    return faults;
  }

  /** Checks every file's digest, every frame of the journal, and every inspection's chain. */
  public Outcome<BackupJson.Verified> verify() throws IOException {
    List<Fault> faults = new ArrayList<>();
    for (BackupManifest.Entry entry : manifest.entries()) {
      if (!digest(entry, OutputStream.nullOutputStream()).equals(entry.sha256())) {
        faults.add(
            fault(entry.name(), "digest", "its bytes are not those that the manifest tells of"));
      }
    }
    Map<String, Long> revisions = new HashMap<>();
    switch (journal(revisions)) {
      case Verification.Broken(Damage damage) -> faults.add(fault(damage));
      case Verification.Sound sound -> faults.addAll(chains(sound.heads(), revisions));
    }
    var claim = new BackupJson.Claim(manifest.sequence(), seal);
    return faults.isEmpty()
        ? Outcome.done(
            new BackupJson.Verified(claim, manifest.madeAt(), manifest.inspections().size()))
        : Outcome.refused(Problem.refused(faults));
  }

  private Verification journal(Map<String, Long> revisions) {
    Map<String, Long> bytes = new HashMap<>();
    for (BackupManifest.Entry entry : manifest.entries()) {
      if (Parts.isSegment(entry.name())) {
        bytes.put(Parts.inJournal(entry.name()), entry.bytes());
      }
    }
    return Journal.verify(
        new Copies(bytes, name -> content(Parts.JOURNAL + "/" + name)),
        manifest.sequence(),
        kept -> revisions.put(kept.stream(), kept.revision()));
  }

  private List<Fault> chains(Map<String, Head> heads, Map<String, Long> revisions) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Head> unlisted = new TreeMap<>(heads);
    for (BackupManifest.Chain chain : manifest.inspections()) {
      Optional<Head> head = Optional.ofNullable(unlisted.remove(chain.id().text()));
      boolean same =
          head.filter(found -> found.sequence() == chain.sequence())
                  .filter(found -> found.link().toString().equals(chain.head()))
                  .isPresent()
              && revisions.getOrDefault(chain.id().text(), 0L) == chain.revision();
      if (!same) {
        faults.add(
            fault(chain.id().text(), "chain", "its chain does not end as the manifest tells"));
      }
    }
    unlisted.keySet().forEach(id -> faults.add(fault(id, "chain", "the manifest lacks it")));
    return faults;
  }

  /**
   * Writes every file into a folder that is empty, for its owner alone; on disk when it returns.
   *
   * @throws IOException also if a file is not what the manifest tells of
   */
  public void unpack(Path folder) throws IOException {
    for (BackupManifest.Entry entry : manifest.entries()) {
      Path file = folder;
      for (String step : entry.name().split("/", -1)) {
        if (!file.equals(folder)) {
          Durable.folder(file);
        }
        file = file.resolve(step);
      }
      Path named = file;
      Durable.make(
          named.resolveSibling(named.getFileName() + Durable.BUILDING),
          building -> unpack(entry, building),
          building -> named);
    }
  }

  private void unpack(BackupManifest.Entry entry, Path file) throws IOException {
    String digest;
    try (OutputStream to = Files.newOutputStream(file)) {
      digest = digest(entry, to);
    }
    if (!digest.equals(entry.sha256())) {
      throw new IOException(entry.name() + " is not what the manifest tells of");
    }
  }

  /** Of the bytes that are passed on; none, if they cannot be read or are more than listed. */
  private String digest(BackupManifest.Entry entry, OutputStream to) throws IOException {
    MessageDigest digest = Seal.sha256();
    long left = entry.bytes();
    try (InputStream in = content(entry.name())) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        left -= count;
        if (left < 0) {
          return NONE;
        }
        digest.update(buffer, 0, count);
        to.write(buffer, 0, count);
      }
    } catch (ZipException damaged) {
      return NONE;
    }
    return left == 0 ? HexFormat.of().formatHex(digest.digest()) : NONE;
  }

  private InputStream content(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(name + " is not there");
    }
    return zip.getInputStream(entry);
  }

  private static Fault fault(Damage damage) {
    return fault(
        Parts.JOURNAL + "/" + damage.segment(),
        damage.fault().name().toLowerCase(Locale.ROOT),
        "at byte %d: %s".formatted(damage.offset(), damage.detail()));
  }

  private static Fault fault(String name, String code, String message) {
    return Fault.at(name, code, name + ": " + message);
  }

  private static Outcome<BackupFile> refused(String detail) {
    return Outcome.refused(Problem.Kind.REFUSED, detail);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
