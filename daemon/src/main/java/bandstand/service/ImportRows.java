package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import bandstand.wire.Faults;
import bandstand.wire.ImportRow;
import bandstand.wire.PackedRow;
import bandstand.wire.Place;
import bandstand.wire.RecordedJson;
import bandstand.wire.RowNumbers;
import bandstand.wire.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of an import that have met a state, each with what it does there. */
final class ImportRows {
  /** Of what the import itself gives, until it is known when that is; no change has this time. */
  private static final Instant UNSAID = Instant.MIN;

  private final List<PackedRow> rows;
  private final boolean overwrite;
  private final Sharing sharing = new Sharing();
  private final List<Met> met = new ArrayList<>();
  private int faultsKept;

  /**
   * What one row does.
   *
   * @param standing the case as the row met it: while it is that very case, this holds
   * @param parts the edits as payloads of the journal
   * @param faults some of them, at least one if there are any
   */
  private record Met(
      int number,
      Place place,
      Reference reference,
      Optional<Case> standing,
      List<Edit> edits,
      List<Edit.ToAnswer> overwritten,
      List<byte[]> parts,
      List<Fault> faults,
      long faultCount) {}

  ImportRows(List<PackedRow> rows, boolean overwrite, Moment moment) {
    this.rows = rows;
    this.overwrite = overwrite;
    Moment unsaid = unsaid(moment);
    Stamping sparing = new Stamping(unsaid);
    rows.forEach(row -> met.add(met(PackedRow.unpacked(row, sharing), unsaid, sparing)));
  }

  private Met met(ImportRow row, Moment moment, Stamping sparing) {
    Faults faults = new Faults();
    CaseWish wish = new CaseWish(row.place(), row.reference(), row.request(), false);
    Optional<Case> standing = moment.state().file(row.reference());
    var editing = CaseEditing.of(moment, wish, Optional.empty(), faults);
    if (editing.isEmpty() || refusesToOverwrite(wish, editing.get(), faults)) {
      List<Fault> kept = faultsKept < Problem.MOST_FAULTS ? faults.first() : List.of();
      faultsKept += kept.size();
      return new Met(
          row.number(),
          row.place(),
          row.reference(),
          standing,
          List.of(),
          List.of(),
          List.of(),
          kept,
          faults.count());
    }
    List<Edit> edits = editing.get().edits().stream().map(sparing::stamped).toList();
    return new Met(
        row.number(),
        row.place(),
        row.reference(),
        standing,
        edits,
        List.copyOf(editing.get().overwritten()),
        edits.isEmpty()
            ? List.of()
            : RecordedJson.encodeCase(moment.revision(), moment.by().name(), UNSAID, edits),
        List.of(),
        0);
  }

  private boolean refusesToOverwrite(CaseWish row, CaseEditing.Edits editing, Faults faults) {
    if (overwrite) {
      return false;
    }
    for (Edit.ToAnswer edit : editing.overwritten()) {
      faults.add(
          row.place()
              .fault(
                  List.of("answers", edit.code().toString()),
                  edit.after().flatMap(Given::answer).map(answer -> answer.word()),
                  "overwrites",
                  "%s %s stands as %s, by %s, and nothing is to be overwritten here"
                      .formatted(
                          row.reference(),
                          edit.code(),
                          edit.before()
                                  .flatMap(Given::answer)
                                  .map(answer -> answer.word())
                                  .orElse("open")
                              + edit.before()
                                  .map(Given::note)
                                  .filter(note -> !note.isEmpty())
                                  .map(note -> " with a note")
                                  .orElse(""),
                          edit.before().map(Given::by).orElse(""))));
    }
    return !editing.overwritten().isEmpty();
  }

  /** The rows at the state that the change is made from: those of changed cases meet it anew. */
  Meeting against(Moment moment) {
    Moment unsaid = unsaid(moment);
    Stamping sparing = new Stamping(unsaid);
    for (int i = 0; i < met.size(); i++) {
      if (!isAsMet(met.get(i), moment.state())) {
        met.set(i, met(PackedRow.unpacked(rows.get(i), sharing), unsaid, sparing));
      }
    }
    Meeting meeting = new Meeting(moment);
    met.forEach(meeting::take);
    return meeting;
  }

  private static Moment unsaid(Moment moment) {
    return new Moment(moment.state(), moment.history(), moment.by(), UNSAID);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isAsMet(Met row, Inspection state) {
    Optional<Case> now = state.file(row.reference());
    return row.standing().isPresent() && now.isPresent()
        ? row.standing().get() == now.get()
        : row.standing().isEmpty() && now.isEmpty();
  }

  /** What the rows come to, all together. */
  static final class Meeting {
    private final Moment moment;
    private final Stamping stamping;
    private final Faults faults = new Faults();
    private final RowNumbers rejected = new RowNumbers();
    private final List<Edit> edits = new ArrayList<>();
    private final List<byte[]> parts = new ArrayList<>();
    private final List<Edit.ToAnswer> overwritten = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;

    private Meeting(Moment moment) {
      this.moment = moment;
      this.stamping = new Stamping(moment);
    }

    private void take(Met row) {
      if (row.faultCount() > 0) {
        faults.add(row.faults(), row.faultCount());
        rejected.add(row.number());
        return;
      }
      boolean creates = row.standing().isEmpty();
      if (creates && moment.state().cases().size() + created >= Limits.CASES) {
        faults.add(CaseEditing.tooMany(moment.state()).onLine(row.place().line()));
        rejected.add(row.number());
        return;
      }
      row.edits().forEach(edit -> edits.add(stamping.stamped(edit)));
      overwritten.addAll(row.overwritten());
      parts.addAll(row.parts());
      if (creates) {
        created++;
      } else if (row.edits().isEmpty()) {
        unchanged++;
      } else {
        updated++;
      }
    }

    List<Edit> edits() {
      return edits;
    }

    /** The payloads of all rows that change something, without a closing one. */
    List<byte[]> parts() {
      return parts;
    }

    Faults faults() {
      return faults;
    }

    RowNumbers rejected() {
      return rejected;
    }

    List<Edit.ToAnswer> overwritten() {
      return overwritten;
    }

    long created() {
      return created;
    }

    long updated() {
      return updated;
    }

    long unchanged() {
      return unchanged;
    }

    /** How many answers are set, or cleared. */
    long answers(boolean standing) {
      return edits.stream()
          .filter(
              edit ->
                  edit instanceof Edit.ToAnswer answer && answer.after().isPresent() == standing)
          .count();
    }
  }

  /** Answers given by the import being given at its moment; those alike are one, to save room. */
  private static final class Stamping {
    private final Moment moment;
    private final Map<Answer, Optional<Given>> bare = new EnumMap<>(Answer.class);

    Stamping(Moment moment) {
      this.moment = moment;
      for (Answer answer : Answer.values()) {
        bare.put(answer, Optional.of(given(Optional.of(answer), "", false)));
      }
    }

    Edit stamped(Edit edit) {
      if (!(edit instanceof Edit.ToAnswer(var subject, var code, var before, var after))
          || after.isEmpty()
          || !after.get().at().equals(UNSAID)) {
        return edit;
      }
      Given said = after.get();
      boolean plain = said.note().isEmpty() && !said.ask() && said.answer().isPresent();
      Optional<Given> given =
          plain
              ? bare.getOrDefault(said.answer().get(), Optional.empty())
              : Optional.of(given(said.answer(), said.note(), said.ask()));
      return new Edit.ToAnswer(subject, code, before, given);
    }

    private Given given(Optional<Answer> answer, String note, boolean ask) {
      return new Given(answer, note, ask, moment.revision(), moment.by().name(), moment.at());
    }
  }
}
