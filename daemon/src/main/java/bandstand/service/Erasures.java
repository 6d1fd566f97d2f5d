package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Erasure;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.journal.Kept;
import bandstand.journal.Payload;
import bandstand.store.Durable;
import bandstand.store.Noted;
import bandstand.wire.ErasedJson;
import bandstand.wire.ErasureLedger;
import bandstand.wire.RecordedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Erasure: cases and inspections made unreadable in every file of the data folder, and the ledger
 * of it, which lies there for backups to take along.
 */
public final class Erasures {
  private final Inspections inspections;
  private final Path file;

  /**
   * Over the inspections of one data folder.
   *
   * @param file the ledger's place; written anew at each erasure and before each backup
   */
  public Erasures(Inspections inspections, Path file) {
    this.inspections = inspections;
    this.file = file;
  }

  /**
   * Erases a case, present, removed, signed off or hidden; gone from every file when it returns.
   */
  public Outcome<ErasedJson.Erased> erase(
      InspectionId id, Person by, Reference reference, String reason, Precondition precondition) {
    return erased(id, by, EraseDraft.ofCase(inspections.history(), reference, reason, precondition))
        .map(taken -> told(taken, Optional.of(reference)));
  }

  /** Erases an inspection that was deleted long enough ago, or whose last day is past. */
  public Outcome<ErasedJson.Erased> eraseEverything(
      InspectionId id, Person by, String reason, Precondition precondition) {
    return erased(id, by, EraseDraft.ofEverything(inspections.history(), reason, precondition))
        .map(taken -> told(taken, Optional.empty()));
  }

  private Outcome<Taken> erased(InspectionId id, Person by, Draft draft) {
    Outcome<Taken> erased = inspections.erase(id, by, draft);
    if (erased instanceof Outcome.Done<Taken>) {
      try {
        keep();
      } catch (IOException full) {
        return Outcome.refused(
            Problem.Kind.UNAVAILABLE,
            "It is erased, but the ledger of erasures cannot be written; make space, then make a"
                + " backup, which writes it");
      }
    }
    return erased;
  }

  private ErasedJson.Erased told(Taken taken, Optional<Reference> reference) {
    Recorded recorded = taken.recorded().orElseThrow();
    Erasure erasure = recorded.change().erasure().orElseThrow();
    SubjectReport report = new SubjectReport(inspections);
    List<InspectionId> elsewhere =
        reference.map(one -> report.holders(one, recorded.inspection())).orElse(List.of());
    return new ErasedJson.Erased(
        recorded.revision(),
        name(erasure),
        new Overwriting(inspections.journal()).frames(taken.after().history(), erasure),
        elsewhere,
        reference.map(one -> report.held(taken.after(), one).mentions().size()).orElse(0),
        "A backup made before change %d holds it still: make a new one and destroy the older, or"
                .formatted(inspections.sequence())
            + " keep the ledger of erasures (GET /api/v1/admin/erasures) beside it; restore erases"
            + " again what stands there");
  }

  private static String name(Erasure erasure) {
    return erasure.name().map(Reference::text).orElse(ErasureLedger.EVERYTHING);
  }

  /** Every erasure in the data folder, those in hidden inspections too; reads all of them. */
  public ErasureLedger ledger() {
    List<ErasureLedger> each = new ArrayList<>();
    for (InspectionId id : inspections.allIds()) {
      Snapshot snapshot = inspections.evenDeleted(id).orElseThrow();
      List<ErasureLedger.Row> rows =
          snapshot.history().stream()
              .filter(line -> line.kind() == Change.Kind.ERASE)
              .map(line -> row(snapshot, inspections.history().read(line)))
              .toList();
      each.add(new ErasureLedger(rows));
    }
    return ErasureLedger.merged(each);
  }

  private ErasureLedger.Row row(Snapshot snapshot, Recorded recorded) {
    Erasure erasure = recorded.change().erasure().orElseThrow();
    Erasure.Part first = erasure.made();
    Kept made = kept(snapshot, first.revision());
    return new ErasureLedger.Row(
        recorded.inspection(),
        recorded.revision(),
        recorded.at(),
        recorded.by(),
        name(erasure),
        new ErasureLedger.Frame(
            made.written().first() + first.number(),
            first.revision(),
            first.number(),
            made.written().head().toString()));
  }

  private Kept kept(Snapshot snapshot, long revision) {
    Noted line = snapshot.history().get(Math.toIntExact(revision - 1));
    return inspections.history().kept(line);
  }

  /** The ledger as it was written last: after a restore it knows more than the data. */
  public ErasureLedger written() throws IOException {
    return Files.exists(file)
            && ErasureLedger.read(Files.readAllBytes(file))
                instanceof Outcome.Done<ErasureLedger>(ErasureLedger ledger)
        ? ledger
        : new ErasureLedger(List.of());
  }

  public void keep() throws IOException {
    keep(new ErasureLedger(List.of()));
  }

  /**
   * Writes the ledger, unless it stands there so or there is nothing in it; what was written stays.
   *
   * @param more what is known from elsewhere
   */
  public synchronized void keep(ErasureLedger more) throws IOException {
    ErasureLedger ledger = ErasureLedger.merged(List.of(written(), ledger(), more));
    byte[] json = ledger.json();
    boolean stands = Files.exists(file) && Arrays.equals(Files.readAllBytes(file), json);
    if (!stands && !ledger.rows().isEmpty()) {
      Durable.replace(file, json);
    }
  }

  /** What became of a row of a ledger in data that may not know of it. */
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

  /** Erases what was erased in other data of the same origin, found by the frame that made it. */
  public Again again(ErasureLedger.Row row) {
    Optional<Snapshot> found = inspections.evenDeleted(row.inspection());
    long revision = row.frame().revision();
    if (found.isEmpty() || found.get().state().revision() < revision) {
      return new Again.Needless();
    }
    Kept made = kept(found.get(), revision);
    int part = row.frame().part();
    if (!made.written().head().toString().equals(row.frame().chain())
        || part >= made.payloads().size()) {
      return new Again.Foreign();
    }
    Optional<Reference> reference = Optional.empty();
    if (row.ofEverything()) {
      if (knows(found.get(), row.revision() - 1)) {
        return new Again.Needless();
      }
    } else {
      if (!(made.payloads().get(part) instanceof Payload.Present(byte[] bytes))) {
        return new Again.Needless();
      }
      reference = subject(made, bytes);
      if (reference.isEmpty()) {
        return new Again.Foreign();
      }
    }
    Optional<Reference> subject = reference;
    String reason = "Erased at %s and now again, in data restored from before".formatted(row.at());
    Outcome<ErasedJson.Erased> done =
        erased(
                row.inspection(),
                new Person(row.by(), Role.LEAD),
                EraseDraft.again(inspections.history(), subject, reason))
            .map(taken -> told(taken, subject));
    return switch (done) {
      case Outcome.Done<ErasedJson.Erased>(ErasedJson.Erased erased) ->
          new Again.Done(erased.frames());
      case Outcome.Refused<ErasedJson.Erased>(Problem problem) -> new Again.Refused(problem);
    };
  }

  /** Whether everything up to a revision is erased, or as much of it as there is. */
  private boolean knows(Snapshot snapshot, long upTo) {
    long all = Math.min(upTo, snapshot.state().revision() - 1);
    return snapshot.history().stream()
        .filter(line -> line.kind() == Change.Kind.ERASE)
        .flatMap(line -> inspections.history().read(line).change().erasure().stream())
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
}
