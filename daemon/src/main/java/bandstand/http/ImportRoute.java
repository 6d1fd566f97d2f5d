package bandstand.http;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.service.ImportDraft;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.service.Room;
import bandstand.service.Taken;
import bandstand.wire.Faults;
import bandstand.wire.Format;
import bandstand.wire.ImportJson;
import bandstand.wire.ImportReader;
import bandstand.wire.ImportRow;
import bandstand.wire.PackedRow;
import bandstand.wire.RowNumbers;
import bandstand.wire.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports of cases: streamed row by row, one change in the end. */
final class ImportRoute {
  /** Beside what is packed: the objects that hold it, and its reference among those met. */
  private static final int ROW_BYTES = 160;

  private final Inspections inspections;

  ImportRoute(Inspections inspections) {
    this.inspections = inspections;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            CaseRoutes.CASES,
            Role.INSPECTOR,
            this::handle,
            "dryRun",
            "mode",
            "overwrite",
            "allow-identifying"));
  }

  /**
   * How an import is to be made.
   *
   * @param identifying why columns that look like identifying data are allowed; empty: they are not
   */
  private record Manner(
      boolean dryRun, boolean partial, boolean overwrite, Optional<String> identifying) {}

  private static Outcome<Manner> manner(Exchange exchange) {
    Optional<String> allowed = exchange.query("allow-identifying");
    if (allowed.isPresent() && allowed.get().isBlank()) {
      return Exchange.queryFault("allow-identifying", "", "blank", "say why it is needed");
    }
    Optional<String> unfit = allowed.flatMap(Texts::refusal);
    if (unfit.isPresent()) {
      return Exchange.queryFault(
          "allow-identifying", allowed.get(), "control-character", unfit.get());
    }
    return Parameters.partial(exchange)
        .then(
            partial ->
                exchange
                    .flag("dryRun", false)
                    .then(
                        dryRun ->
                            exchange
                                .flag("overwrite", true)
                                .map(
                                    overwrite -> new Manner(dryRun, partial, overwrite, allowed))));
  }

  /** The rows of a body that are sound, and the faults of the others. */
  private static final class Rows implements ImportReader.Sink {
    private final List<PackedRow> sound = new ArrayList<>();
    private final Faults faults = new Faults();
    private final RowNumbers rejected = new RowNumbers();
    private final Uploads.Waiting waiting;
    private long edits;
    private Optional<Problem> tooMuch = Optional.empty();

    Rows(Uploads.Waiting waiting) {
      this.waiting = waiting;
    }

    @Override
    public void row(ImportRow row) {
      PackedRow packed = PackedRow.of(row);
      edits += 1 + row.request().facts().size() + row.request().answers().size();
      if (tooMuch.isEmpty()) {
        tooMuch = refusal(ROW_BYTES + packed.size());
      }
      if (tooMuch.isPresent()) {
        sound.clear();
      } else {
        sound.add(packed);
      }
    }

    private Optional<Problem> refusal(long more) {
      if (waiting.bytes() + more > Limits.IMPORT_PACKED_BYTES) {
        return Optional.of(
            Problem.of(
                Problem.Kind.TOO_LARGE,
                "The texts of an import have at most %d MiB together; send it in parts"
                    .formatted(Limits.IMPORT_PACKED_BYTES >> 20)));
      }
      return waiting.takes(more)
          ? Optional.empty()
          : Optional.of(
              Problem.of(
                  Problem.Kind.UNAVAILABLE,
                  "Other imports wait to be made, as many as there is room for; nothing was done,"
                      + " send this one again"));
    }

    /** Room for making the change. */
    long room() {
      return Room.made(edits, waiting.bytes());
    }

    @Override
    public void fault(Fault fault) {
      faults.add(fault);
    }

    @Override
    public void rejected(int row) {
      rejected.add(row);
    }
  }

  private Outcome<Reply> handle(Exchange exchange) {
    Optional<Format> format = Format.ofMediaType(exchange.mediaType());
    if (format.isEmpty()) {
      return Outcome.refused(
          Problem.Kind.UNSUPPORTED,
          "Send Content-Type: application/json, application/x-ndjson or text/csv");
    }
    return Found.of(exchange, inspections)
        .then(found -> manner(exchange).then(manner -> read(found, format.get(), manner)));
  }

  private Outcome<Reply> read(Found found, Format format, Manner manner) {
    Rows rows = new Rows(found.exchange().holding().waiting());
    return found.exchange().stream(
            in ->
                ImportReader.read(
                    in, format, found.state().framework(), manner.identifying().isPresent(), rows))
        .then(
            count -> rows.tooMuch.<Outcome<Long>>map(Outcome::refused).orElse(Outcome.done(count)))
        .then(count -> found.room(rows.room()).then(_ -> write(found, manner, rows, count)));
  }

  private Outcome<Reply> write(Found found, Manner manner, Rows rows, long received) {
    return found
        .exchange()
        .precondition()
        .then(precondition -> write(found, manner, rows, received, precondition));
  }

  private Outcome<Reply> write(
      Found found, Manner manner, Rows rows, long received, Precondition precondition) {
    ImportDraft draft =
        new ImportDraft(
            new ImportDraft.Rows(rows.sound, rows.faults, rows.rejected, received),
            manner.partial(),
            manner.overwrite(),
            manner.identifying().orElse(""),
            precondition);
    Outcome<Taken> outcome =
        manner.dryRun()
            ? inspections.preview(found.id(), found.person(), draft)
            : found
                .exchange()
                .once()
                .then(once -> inspections.write(found.id(), found.person(), once, draft));
    return outcome.map(taken -> reply(manner, draft, taken));
  }

  private static Reply reply(Manner manner, ImportDraft draft, Taken taken) {
    ImportDraft.Result result = draft.result().orElseThrow();
    long revision =
        manner.dryRun() ? taken.before().state().revision() : taken.after().state().revision();
    byte[] json =
        ImportJson.write(
            new ImportJson.Result(
                manner.dryRun(),
                manner.partial(),
                result.received(),
                result.created(),
                result.updated(),
                result.unchanged(),
                result.rejected(),
                result.answersSet(),
                result.answersCleared(),
                revision,
                result.errors(),
                result.errorCount(),
                result.overwritten(),
                result.rejectedRows()),
            taken.before().ratings(),
            taken.after().ratings());
    return Reply.ok(json).tagged(revision);
  }
}
