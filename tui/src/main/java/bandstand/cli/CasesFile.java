package bandstand.cli;

import bandstand.client.Request;
import bandstand.client.Spool;
import bandstand.wire.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of cases, and how they are written in it.
 *
 * @param name what it is called to a person
 * @param source gives its bytes
 * @param size in bytes; 0 when there is no such file
 */
record CasesFile(Path path, String name, Format format, Request.Source source, long size) {
  /** As much as the daemon takes. */
  static final long MOST_BYTES = 256L << 20;

  /** What stands for the standard input on a command line. */
  static final Path INPUT = Path.of("-");

  /**
   * By the file's ending, whatever its case.
   *
   * @param named a format's name in place of the ending; empty when that decides
   */
  static Optional<CasesFile> of(Path path, Optional<String> named) {
    return format(path, named)
        .map(
            format ->
                new CasesFile(
                    path,
                    path.toString(),
                    format,
                    () -> Files.newInputStream(path),
                    path.toFile().length()));
  }

  private static Optional<Format> format(Path path, Optional<String> named) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    String wanted =
        named.orElse(name.substring(name.lastIndexOf('.') + 1)).replace("jsonl", "ndjson");
    return Arrays.stream(Format.values())
        .filter(one -> one.name().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** The same, its bytes from elsewhere. */
  CasesFile from(Spool spool, long size) {
    return new CasesFile(path, "standard input", format, spool, size);
  }

  /** That of a bundle: it lies beside, under the same name. */
  static Optional<CasesFile> beside(Path bundle) {
    String name = String.valueOf(bundle.getFileName()).replaceFirst("(?i)\\.json$", "");
    return Stream.of(Format.CSV, Format.NDJSON)
        .map(
            format ->
                CasesFile.of(
                    bundle.resolveSibling(name + "." + format.name().toLowerCase(Locale.ROOT)),
                    Optional.empty()))
        .flatMap(Optional::stream)
        .filter(file -> Files.exists(file.path()))
        .findFirst();
  }

  /** Imports it into an inspection; the file is read while it is sent. */
  Request request(String inspection, Request.Passing passing) {
    return Request.of("POST", "inspections", inspection, "cases")
        .carrying(new Request.Content.File(format.mediaType(), source, passing))
        .patient(Request.LONG_PATIENCE);
  }
}
