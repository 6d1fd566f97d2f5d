package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a backup says of itself: when it was made, up to where, and of what it consists.
 *
 * @param by the name of whoever asked for it
 * @param version of the program that made it
 * @param folder the data folder it was made of; empty in backups of before that was kept
 * @param sequence of the last change in it, over all inspections; 0 if there is none
 * @param entries every file in it but this one, in order
 * @param inspections every inspection in it, deleted ones too, in order of id
 */
public record BackupManifest(
    Instant madeAt,
    String by,
    String version,
    Optional<String> folder,
    long sequence,
    List<Entry> entries,
    List<Chain> inspections) {
  /** Ten thousand inspections and as many files several times over. */
  public static final int MOST_BYTES = 16 << 20;

  static final String DIGEST = "[0-9a-f]{64}";
  static final String DIGEST_SHAPE = "64 lower-case hexadecimal digits";

  private static final int FORMAT = 1;
  private static final int NAME_CHARACTERS = 200;

  /** The longest path there is. */
  private static final int PATH_CHARACTERS = 4_096;

  /** One file: its name in the backup, its size, and the SHA-256 of its bytes in hex. */
  public record Entry(String name, long bytes, String sha256) {}

  /**
   * How far one inspection has come.
   *
   * @param sequence of its last change
   * @param head the last link of its hash chain, in hex
   */
  public record Chain(InspectionId id, long revision, long sequence, String head) {}

  public BackupManifest {
    entries = List.copyOf(entries);
    inspections = List.copyOf(inspections);
  }

  public byte[] json() {
    ObjectNode node =
        Json.object()
            .put("format", FORMAT)
            .put("madeAt", madeAt.toString())
            .put("by", by)
            .put("version", version)
            .put("sequence", sequence);
    folder.ifPresent(path -> node.put("folder", path));
    ArrayNode files = node.putArray("entries");
    for (Entry entry : entries) {
      files
          .addObject()
          .put("name", entry.name())
          .put("bytes", entry.bytes())
          .put("sha256", entry.sha256());
    }
    ArrayNode chains = node.putArray("inspections");
    for (Chain chain : inspections) {
      chains
          .addObject()
          .put("id", chain.id().text())
          .put("revision", chain.revision())
          .put("sequence", chain.sequence())
          .put("head", chain.head());
    }
    return Json.bytes(node);
  }

  /** Read back from {@link #json}; one of a later format is refused in words. */
  public static Outcome<BackupManifest> read(byte[] json) {
    return Json.parse(json)
        .then(
            node ->
                node.path("format").asInt() > FORMAT
                    ? Outcome.refused(
                        Problem.Kind.UNSUPPORTED,
                        "The backup is of format %d, made by a newer Bandstand; this one reads %d"
                            .formatted(node.path("format").asInt(), FORMAT))
                    : manifest(node));
  }

  private static Outcome<BackupManifest> manifest(JsonNode node) {
    List<Fault> faults = new ArrayList<>();
    Fields fields = Fields.of(node, "", faults);
    fields.required("format", name -> fields.integer(name, FORMAT, FORMAT));
    Optional<Instant> madeAt = instant(fields, "madeAt");
    String by = fields.line("by", Limits.NAME_CHARACTERS);
    String version = fields.line("version", NAME_CHARACTERS);
    Optional<String> folder = fields.string("folder", PATH_CHARACTERS);
    Optional<Long> sequence = sequence(fields, "sequence");
    List<Entry> entries =
        fields.neededObjects("entries").stream().map(BackupManifest::entry).toList();
    List<Optional<Chain>> chains =
        fields.neededObjects("inspections").stream().map(BackupManifest::chain).toList();
    fields.finish();
    return faults.isEmpty()
        ? Outcome.done(
            new BackupManifest(
                madeAt.orElseThrow(),
                by,
                version,
                folder,
                sequence.orElseThrow(),
                entries,
                chains.stream().map(Optional::orElseThrow).toList()))
        : Outcome.refused(Problem.refused(faults));
  }

  private static Entry entry(Fields fields) {
    Entry entry =
        new Entry(
            fields.line("name", NAME_CHARACTERS),
            sequence(fields, "bytes").orElse(0L),
            fields.matching("sha256", DIGEST, DIGEST_SHAPE));
    fields.finish();
    return entry;
  }

  private static Optional<Chain> chain(Fields fields) {
    Optional<InspectionId> id =
        InspectionId.parse(fields.needed("id", NAME_CHARACTERS))
            .or(() -> fields.fault("id", "value", "It is no inspection's id"));
    Optional<Long> revision = fields.required("revision", fields::revision);
    Optional<Long> sequence = fields.required("sequence", fields::revision);
    String head = fields.matching("head", DIGEST, DIGEST_SHAPE);
    fields.finish();
    return id.isPresent() && revision.isPresent() && sequence.isPresent()
        ? Optional.of(new Chain(id.get(), revision.get(), sequence.get(), head))
        : Optional.empty();
  }

  /** A whole number from 0 that must be there. */
  static Optional<Long> sequence(Fields fields, String name) {
    return fields.required(
        name,
        given ->
            fields
                .node(given)
                .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
                .map(JsonNode::longValue)
                .filter(number -> number >= 0)
                .or(() -> fields.fault(given, "range", "A whole number from 0 is needed here")));
  }

  /** A time in ISO 8601 that must be there. */
  static Optional<Instant> instant(Fields fields, String name) {
    String text = fields.needed(name, NAME_CHARACTERS);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      return fields.fault(name, "time", "A time such as 2026-11-22T10:00:00Z is needed here");
    }
  }
}
