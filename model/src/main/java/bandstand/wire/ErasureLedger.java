package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every erasure, without a reference: what a restore needs to do them again in an older backup.
 *
 * @param rows in order of time
 */
public record ErasureLedger(List<Row> rows) {
  /** A hundred thousand erasures. */
  public static final int MOST_BYTES = 32 << 20;

  /** What stands where a case's new name would: the whole inspection was erased. */
  public static final String EVERYTHING = "everything";

  private static final String FRAME = "frame";

  /**
   * One erasure.
   *
   * @param revision the one it made
   * @param erased what the case is called since, or {@value #EVERYTHING}
   * @param frame what made the case, or the inspection
   */
  public record Row(
      InspectionId inspection, long revision, Instant at, String by, String erased, Frame frame) {
    public boolean ofEverything() {
      return erased.equals(EVERYTHING);
    }
  }

  /**
   * A frame of the journal, the same in every backup that holds it.
   *
   * @param sequence over all inspections
   * @param revision of its change
   * @param part its place in the change, from 0
   * @param chain the inspection's link after that change, in hex
   */
  public record Frame(long sequence, long revision, int part, String chain) {}

  public ErasureLedger {
    rows = List.copyOf(rows);
  }

  /**
   * All rows of several, each case's once: by the earliest. Everything may be erased several times,
   * each time with what came since.
   */
  public static ErasureLedger merged(Collection<ErasureLedger> ledgers) {
    record What(Frame frame, long everythingAt) {}
    Map<What, Row> byWhat = new HashMap<>();
    for (ErasureLedger ledger : ledgers) {
      for (Row row : ledger.rows()) {
        What what = new What(row.frame(), row.ofEverything() ? row.revision() : 0);
        byWhat.merge(what, row, (one, other) -> one.at().isAfter(other.at()) ? other : one);
      }
    }
    return new ErasureLedger(
        byWhat.values().stream()
            .sorted(
                Comparator.comparing(Row::at)
                    .thenComparing(Row::inspection)
                    .thenComparingLong(row -> row.frame().sequence()))
            .toList());
  }

  public byte[] json() {
    ObjectNode node = Json.object();
    ArrayNode items = node.putArray("items");
    for (Row row : rows) {
      ObjectNode item =
          items
              .addObject()
              .put("inspection", row.inspection().text())
              .put("revision", row.revision())
              .put("at", row.at().toString())
              .put("by", row.by())
              .put("erased", row.erased());
      item.putObject(FRAME)
          .put("sequence", row.frame().sequence())
          .put("revision", row.frame().revision())
          .put("part", row.frame().part())
          .put("chain", row.frame().chain());
    }
    return Json.bytes(node);
  }

  /** Read back from {@link #json}; refused with every fault. */
  public static Outcome<ErasureLedger> read(byte[] json) {
    return Json.parse(json)
        .then(
            node -> {
              List<Fault> faults = new ArrayList<>();
              Fields fields = Fields.of(node, "", faults);
              List<Optional<Row>> rows =
                  fields.neededObjects("items").stream().map(ErasureLedger::row).toList();
              fields.finish();
              return faults.isEmpty()
                  ? Outcome.done(
                      new ErasureLedger(rows.stream().flatMap(Optional::stream).toList()))
                  : Outcome.refused(Problem.refused(faults));
            });
  }

  private static Optional<Row> row(Fields item) {
    Optional<InspectionId> id =
        InspectionId.parse(item.needed("inspection", Limits.NAME_CHARACTERS))
            .or(() -> item.fault("inspection", "value", "It is no inspection's id"));
    Optional<Long> revision = item.required("revision", item::revision);
    Optional<Instant> at = BackupManifest.instant(item, "at");
    String by = item.line("by", Limits.NAME_CHARACTERS);
    String erased = item.line("erased", Limits.NAME_CHARACTERS);
    item.needs(FRAME);
    Fields frame = item.object(FRAME);
    Optional<Long> sequence = frame.required("sequence", frame::revision);
    Optional<Long> made = frame.required("revision", frame::revision);
    Optional<Integer> part =
        frame.required("part", name -> frame.integer(name, 0, Integer.MAX_VALUE));
    String chain = frame.matching("chain", BackupManifest.DIGEST, BackupManifest.DIGEST_SHAPE);
    frame.finish();
    item.finish();
    return id.isPresent()
            && revision.isPresent()
            && at.isPresent()
            && sequence.isPresent()
            && made.isPresent()
            && part.isPresent()
        ? Optional.of(
            new Row(
                id.get(),
                revision.get(),
                at.get(),
                by,
                erased,
                new Frame(sequence.get(), made.get(), part.get(), chain)))
        : Optional.empty();
  }
}
