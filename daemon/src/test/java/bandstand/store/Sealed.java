package bandstand.store;

import bandstand.wire.BackupManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A backup taken apart, and put together again by somebody who knows how to seal one. */
final class Sealed {
  final Map<String, byte[]> files = new LinkedHashMap<>();
  BackupManifest manifest;

  Sealed(Path backup) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    byte[] json = files.remove(Backup.MANIFEST);
    manifest = Read.done(BackupManifest.read(json));
  }

  static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Seal.sha256().digest(bytes));
  }

  /** With a manifest that lists what is there. */
  Sealed listed() {
    List<BackupManifest.Entry> entries = new ArrayList<>();
    files.forEach(
        (name, bytes) -> entries.add(new BackupManifest.Entry(name, bytes.length, digest(bytes))));
    return with(entries, manifest.inspections());
  }

  Sealed with(List<BackupManifest.Entry> entries, List<BackupManifest.Chain> chains) {
    manifest =
        new BackupManifest(
            manifest.madeAt(),
            manifest.by(),
            manifest.version(),
            manifest.folder(),
            manifest.sequence(),
            entries,
            chains);
    return this;
  }

  Path at(Path file) throws IOException {
    return at(file, manifest.json());
  }

  Path at(Path file, byte[] manifestJson) throws IOException {
    return at(file, Optional.of(manifestJson));
  }

  /** The same without its manifest. */
  Path withoutManifest(Path file) throws IOException {
    return at(file, Optional.empty());
  }

  private Path at(Path file, Optional<byte[]> manifestJson) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Seal seal = new Seal(bytes);
    ZipOutputStream zip = new ZipOutputStream(seal);
    for (Map.Entry<String, byte[]> one : files.entrySet()) {
      put(zip, one.getKey(), one.getValue());
    }
    if (manifestJson.isPresent()) {
      put(zip, Backup.MANIFEST, manifestJson.get());
    }
    end(zip, seal, bytes);
    return Files.write(file, bytes.toByteArray());
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void end(ZipOutputStream zip, Seal seal, OutputStream bytes) throws IOException {
    zip.setComment(Seal.blank());
    seal.hold();
    zip.close();
    seal.end(bytes);
  }

  /** Any bytes with the digits behind them. */
  static Path sealed(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes);
    all.write(digest(bytes).getBytes(StandardCharsets.US_ASCII));
    return Files.write(file, all.toByteArray());
  }
}
