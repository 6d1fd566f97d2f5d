package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Recorded;
import bandstand.wire.Faults;
import bandstand.wire.PackedRow;
import bandstand.wire.RecordedJson;
import bandstand.wire.RowNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An import: one change whatever its size. After it met a state, {@link #result} tells of it.
 *
 * <p>When it meets another state after that, only the rows of cases that changed meanwhile do so: a
 * large import delays nobody for long.
 */
public final class ImportDraft implements Draft {
  private final Rows given;
  private final boolean partial;
  private final boolean overwrite;
  private final String reason;
  private final Precondition precondition;
  private Optional<ImportRows> rows = Optional.empty();
  private List<byte[]> parts = List.of();
  private Optional<Result> result = Optional.empty();

  /**
   * What an import does.
   *
   * @param overwritten answers that stood and are changed
   * @param errors the first of them in the input's order; {@code rejected} rows have some
   */
  public record Result(
      long received,
      long created,
      long updated,
      long unchanged,
      long rejected,
      long answersSet,
      long answersCleared,
      List<Edit.ToAnswer> overwritten,
      List<Fault> errors,
      long errorCount,
      RowNumbers rejectedRows) {}

  /**
   * Rows that were read.
   *
   * @param sound those without faults
   * @param faults of the others
   * @param rejected the numbers of the others
   * @param received how many rows there were
   */
  public record Rows(List<PackedRow> sound, Faults faults, RowNumbers rejected, long received) {
    public Rows {
      sound = List.copyOf(sound);
    }
  }

  /**
   * An import of rows.
   *
   * @param reason why identifying columns were allowed; empty when none is needed
   */
  public ImportDraft(
      Rows given, boolean partial, boolean overwrite, String reason, Precondition precondition) {
    this.given = given;
    this.partial = partial;
    this.overwrite = overwrite;
    this.reason = reason;
    this.precondition = precondition;
  }

  public Optional<Result> result() {
    return result;
  }

  @Override
  public boolean large() {
    return true;
  }

  @Override
  public Outcome<Change> against(Moment moment) {
    long now = moment.state().revision();
    Optional<Outcome<Change>> kept =
        Guards.frozen(moment.state())
            .<Outcome<Change>>map(Outcome::refused)
            .or(() -> precondition.refusal("it is at revision " + now, now));
    if (kept.isPresent()) {
      return kept.get();
    }
    ImportRows.Meeting met = meeting(moment);
    Result found = result(met);
    if (found.errorCount() > 0 && !partial) {
      return Outcome.refused(
          new Problem(
              kind(found.errors()),
              "%d of %d rows have errors, nothing was changed; mend them, or send mode=partial"
                  .formatted(found.rejected(), given.received()),
              found.errors(),
              found.errorCount(),
              List.of()));
    }
    parts = met.parts();
    result = Optional.of(found);
    return Outcome.done(Change.of(Change.Kind.IMPORT, met.edits()).because(reason));
  }

  private ImportRows.Meeting meeting(Moment moment) {
    if (rows.isEmpty()) {
      rows = Optional.of(new ImportRows(given.sound(), overwrite, moment));
    }
    return rows.orElseThrow().against(moment);
  }

  @Override
  public void again(Moment met) {
    result = Optional.of(result(meeting(met)));
  }

  /** Rows of erased cases alone stand against what is recorded; no other input mends that. */
  private static Problem.Kind kind(List<Fault> errors) {
    return errors.stream().allMatch(fault -> fault.code().equals(Guards.LEFT))
        ? Problem.Kind.CONFLICT
        : Problem.Kind.REFUSED;
  }

  /** Its cases were written out when they met the state: what is left is the closing payload. */
  @Override
  public List<byte[]> payloads(Recorded recorded) {
    if (parts.size() < 2) {
      return RecordedJson.encode(recorded);
    }
    Change change = recorded.change();
    Change closing = Change.none(change.kind()).because(change.reason()).asked(change.once());
    List<byte[]> payloads = new ArrayList<>(parts);
    payloads.addAll(
        RecordedJson.encode(
            new Recorded(
                recorded.inspection(),
                recorded.revision(),
                recorded.by(),
                recorded.at(),
                closing)));
    return payloads;
  }

  private Result result(ImportRows.Meeting met) {
    List<Fault> errors = new ArrayList<>(given.faults().first());
    errors.addAll(met.faults().first());
    errors.sort(Comparator.comparingInt(Fault::line));
    RowNumbers rejected = new RowNumbers();
    rejected.addAll(given.rejected());
    rejected.addAll(met.rejected());
    return new Result(
        given.received(),
        met.created(),
        met.updated(),
        met.unchanged(),
        rejected.count(),
        met.answers(true),
        met.answers(false),
        met.overwritten(),
        List.copyOf(errors.subList(0, Math.min(errors.size(), Problem.MOST_FAULTS))),
        given.faults().count() + met.faults().count(),
        rejected);
  }
}
