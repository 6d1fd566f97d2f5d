package bandstand.cli;

import bandstand.client.Request;
import bandstand.wire.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of cases, and how they are written in it. */
record CasesFile(Path path, Format format) {

  /**
   * By the file's ending, whatever its case.
   *
   * @param named a format's name in place of the ending; empty when that decides
   */
  static Optional<CasesFile> of(Path path, Optional<String> named) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    String wanted =
        named.orElse(name.substring(name.lastIndexOf('.') + 1)).replace("jsonl", "ndjson");
    return Arrays.stream(Format.values())
        .filter(one -> one.name().equalsIgnoreCase(wanted))
        .findFirst()
        .map(format -> new CasesFile(path, format));
  }

  /** That of a bundle: it lies beside, under the same name. */
  static Optional<CasesFile> beside(Path bundle) {
    String name = String.valueOf(bundle.getFileName()).replaceFirst("(?i)\\.json$", "");
    return Stream.of(Format.CSV, Format.NDJSON)
        .map(
            format ->
                new CasesFile(
                    bundle.resolveSibling(name + "." + format.name().toLowerCase(Locale.ROOT)),
                    format))
        .filter(file -> Files.exists(file.path()))
        .findFirst();
  }

  /** Imports it into an inspection; the file is read while it is sent. */
  Request request(String inspection) {
    return Request.of("POST", "inspections", inspection, "cases")
        .carrying(new Request.Content.File(format.mediaType(), path))
        .patient(Request.LONG_PATIENCE);
  }
}
