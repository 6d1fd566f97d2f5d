package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Limits;
import bandstand.wire.Faults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An import: one change whatever its size. After it met a state, {@link #result} tells of it. */
public final class ImportDraft implements Draft {
  private final Rows given;
  private final boolean partial;
  private final boolean overwrite;
  private final String reason;
  private final Precondition precondition;
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
      long errorCount) {}

  /**
   * Rows that were read.
   *
   * @param sound those without faults
   * @param faults of the others
   * @param received how many rows there were
   */
  public record Rows(List<CaseWish> sound, Faults faults, long received) {
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
  public Outcome<Change> against(Moment moment) {
    long now = moment.state().revision();
    Optional<Outcome<Change>> kept =
        Guards.frozen(moment.state())
            .<Outcome<Change>>map(Outcome::refused)
            .or(() -> precondition.refusal("it is at revision " + now, now));
    if (kept.isPresent()) {
      return kept.get();
    }
    Meeting meeting = new Meeting(moment);
    given.sound().forEach(meeting::meet);
    Result found = meeting.result();
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
    result = Optional.of(found);
    return Outcome.done(Change.of(Change.Kind.IMPORT, meeting.edits).because(reason));
  }

  /** Rows of erased cases alone stand against what is recorded; no other input mends that. */
  private static Problem.Kind kind(List<Fault> errors) {
    return errors.stream().allMatch(fault -> fault.code().equals(Guards.LEFT))
        ? Problem.Kind.CONFLICT
        : Problem.Kind.REFUSED;
  }

  /** The rows against one state. */
  private final class Meeting {
    private final Moment moment;
    private final Faults faults = new Faults();
    private final List<Edit> edits = new ArrayList<>();
    private final List<Edit.ToAnswer> overwritten = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;

    Meeting(Moment moment) {
      this.moment = moment;
    }

    void meet(CaseWish row) {
      var met = CaseEditing.of(moment, row, "", faults);
      if (met.isEmpty() || !mayOverwrite(row, met.get()) || isFull(met.get())) {
        return;
      }
      edits.addAll(met.get().edits());
      overwritten.addAll(met.get().overwritten());
      if (met.get().created()) {
        created++;
      } else if (met.get().edits().isEmpty()) {
        unchanged++;
      } else {
        updated++;
      }
    }

    private boolean mayOverwrite(CaseWish row, CaseEditing.Edits met) {
      if (overwrite || met.overwritten().isEmpty()) {
        return true;
      }
      for (Edit.ToAnswer edit : met.overwritten()) {
        faults.add(
            row.place()
                .fault(
                    List.of("answers", edit.code().toString()),
                    edit.after().flatMap(given -> given.answer()).map(answer -> answer.word()),
                    "overwrites",
                    "%s %s stands as %s, by %s; send overwrite=true to change it"
                        .formatted(
                            row.reference(),
                            edit.code(),
                            edit.before()
                                .flatMap(given -> given.answer())
                                .map(answer -> answer.word())
                                .orElse("open"),
                            edit.before().map(given -> given.by()).orElse(""))));
      }
      return false;
    }

    private boolean isFull(CaseEditing.Edits met) {
      if (!met.created() || moment.state().cases().size() + created < Limits.CASES) {
        return false;
      }
      faults.add(CaseEditing.tooMany(moment.state()));
      return true;
    }

    private long answers(boolean standing) {
      return edits.stream()
          .filter(
              edit ->
                  edit instanceof Edit.ToAnswer answer && answer.after().isPresent() == standing)
          .count();
    }

    Result result() {
      List<Fault> errors = new ArrayList<>(given.faults().first());
      errors.addAll(faults.first());
      errors.sort(Comparator.comparingInt(Fault::line));
      long set = answers(true);
      long cleared = answers(false);
      return new Result(
          given.received(),
          created,
          updated,
          unchanged,
          given.received() - created - updated - unchanged,
          set,
          cleared,
          List.copyOf(overwritten),
          errors,
          given.faults().count() + faults.count());
    }
  }
}
