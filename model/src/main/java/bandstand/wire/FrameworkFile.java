package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data file of one edition. */
public final class FrameworkFile {
  /** The shape of the file that is read here. */
  public static final int FORMAT = 1;

  /** Twenty times the largest edition; one request body. */
  public static final int MOST_BYTES = 1 << 20;

  private FrameworkFile() {}

  /**
   * The edition in these bytes, with their SHA-256 as its digest; or everything wrong with it, each
   * with its line and pointer, in the order of the lines.
   */
  public static Outcome<Framework> read(byte[] file) {
    if (file.length > MOST_BYTES) {
      return Outcome.refused(
          Problem.Kind.TOO_LARGE,
          "An edition has at most %d bytes; this has %d".formatted(MOST_BYTES, file.length));
    }
    return Json.parse(file)
        .then(
            root -> {
              List<Fault> faults = new ArrayList<>();
              Optional<Framework> framework = checked(root, Sha256.hex(file), faults);
              return framework.isPresent() && faults.isEmpty()
                  ? Outcome.done(framework.get())
                  : Outcome.refused(Problem.refused(JsonLines.placed(file, faults)));
            });
  }

  private static Optional<Framework> checked(JsonNode root, String digest, List<Fault> faults) {
    Fields fields = Fields.of(root, "", faults);
    if (!faults.isEmpty() || !ofThisFormat(fields)) {
      return Optional.empty();
    }
    Optional<Framework> framework = new EditionReading(fields, faults).framework(digest);
    fields.finish();
    return framework;
  }

  /** Another format means other members: then nothing else is worth a word. */
  private static boolean ofThisFormat(Fields fields) {
    return fields.needs("format") && fields.integer("format", FORMAT, FORMAT).isPresent();
  }
}
