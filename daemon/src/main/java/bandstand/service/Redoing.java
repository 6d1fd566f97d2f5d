package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.journal.Kept;
import bandstand.journal.Payload;
import bandstand.store.Noted;
import bandstand.wire.ErasureLedger;
import bandstand.wire.RecordedJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The erasures of a ledger done again in restored data that may not know of them. */
public final class Redoing {
  private final Inspections inspections;
  private final Set<InspectionId> erased = new HashSet<>();

  public Redoing(Inspections inspections) {
    this.inspections = inspections;
  }

  /** What became of a row. */
  public sealed interface Again {
    /** It is erased now; {@code frames} were overwritten. */
    record Done(int frames) implements Again {}

    /** It stood nowhere: the data is older than what was erased, or knows of the erasure. */
    record Needless() implements Again {}

    /** The row is of other data: its inspection has another history here. */
    record Foreign() implements Again {}

    /** It could not be erased. */
    record Refused(Problem problem) implements Again {}
  }

  /** The ledger that came with the data; all rows there are, once {@link #end} has added them. */
  public ErasureLedger known() throws IOException {
    return inspections.ledger().all();
  }

  /** Erases one row's case, found by the frame that made it, in the journal and in memory. */
  public Again again(ErasureLedger.Row row) {
    Optional<Snapshot> found = inspections.evenDeleted(row.inspection());
    long revision = row.frame().revision();
    if (found.isEmpty() || found.get().state().revision() < revision) {
      return new Again.Needless();
    }
    Kept made =
        inspections.history().kept(found.get().history().get(Math.toIntExact(revision - 1)));
    int part = row.frame().part();
    if (!made.written().head().toString().equals(row.frame().chain())
        || part >= made.payloads().size()) {
      return new Again.Foreign();
    }
    if (row.ofEverything()) {
      return knows(found.get(), row.revision() - 1)
          ? new Again.Needless()
          : erased(row, found.get(), Optional.empty());
    }
    if (!(made.payloads().get(part) instanceof Payload.Present(byte[] bytes))) {
      return new Again.Needless();
    }
    Optional<Reference> subject = subject(made, bytes);
    return subject.isPresent() ? erased(row, found.get(), subject) : new Again.Foreign();
  }

  private Again erased(ErasureLedger.Row row, Snapshot found, Optional<Reference> subject) {
    String reason = "Erased at %s and now again, in data restored from before".formatted(row.at());
    Draft draft = EraseDraft.again(inspections.history(), found, subject, reason);
    Person by = new Person(row.by(), Role.LEAD);
    return switch (inspections.write(row.inspection(), by, Optional.empty(), draft)) {
      case Outcome.Done<Taken> done -> {
        erased.add(row.inspection());
        yield new Again.Done(draft.erases().orElseThrow().frames().size());
      }
      case Outcome.Refused<Taken>(Problem problem) -> new Again.Refused(problem);
    };
  }

  /** Whether everything up to a revision is erased, or as much of it as there is. */
  private boolean knows(Snapshot snapshot, long upTo) {
    long all = Math.min(upTo, snapshot.state().revision() - 1);
    return snapshot.history().stream()
        .filter(line -> line.kind() == Change.Kind.ERASE)
        .flatMap((Noted line) -> inspections.history().read(line).change().erasure().stream())
        .anyMatch(erasure -> erasure.upTo() > 0 && erasure.upTo() >= all);
  }

  /** The case that a part of a change is of. */
  private static Optional<Reference> subject(Kept made, byte[] part) {
    return RecordedJson.decode(
            Replay.id(made), made.revision(), made.author(), made.at(), List.of(Optional.of(part)))
        .change()
        .edits()
        .stream()
        .map(Edit::touches)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Makes every file say what is left, once for all that was erased.
   *
   * @param known rows from elsewhere, which the ledger has from now on
   * @return false if a file at rest still says more
   * @throws IOException if the ledger cannot be written
   */
  public boolean end(ErasureLedger known) throws IOException {
    known.rows().forEach(inspections.ledger()::add);
    inspections.ledger().keep();
    return inspections.keeper().afterErasure(erased) == Keeper.Rest.MADE_ANEW;
  }
}
