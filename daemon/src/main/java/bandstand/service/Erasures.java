package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Erasure;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.wire.ErasedJson;
import bandstand.wire.ErasureLedger;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Erasure: cases and inspections made unreadable in every file of the data folder.
 *
 * <p>Once a change of it is recorded the content is gone from the journal and from memory. Where a
 * file beside it cannot be written then, the same request once more ends what is left.
 */
public final class Erasures {
  /** Begun and not ended that are remembered: nobody asks for more while the disk is full. */
  private static final int BEGUN = 1_000;

  private final Inspections inspections;

  /** In memory alone, since it names cases; a start ends what it finds by itself. */
  private final Map<Wanted, Begun> begun = new LinkedHashMap<>();

  /**
   * What somebody wants erased.
   *
   * @param reference empty: everything
   */
  private record Wanted(InspectionId id, Optional<Reference> reference) {}

  /**
   * An erasure that is recorded.
   *
   * @param frames that were overwritten
   * @param sequence of its change: older backups hold what it erased
   */
  private record Begun(Taken taken, int frames, long sequence) {}

  public Erasures(Inspections inspections) {
    this.inspections = inspections;
  }

  /**
   * Erases a case, present, removed, signed off or hidden; gone from every file when it returns.
   */
  public Outcome<ErasedJson.Erased> erase(
      InspectionId id, Person by, Reference reference, String reason, Precondition precondition) {
    return erase(new Wanted(id, Optional.of(reference)), by, reason, precondition);
  }

  /** Erases an inspection that was deleted long enough ago, or whose last day is past. */
  public Outcome<ErasedJson.Erased> eraseEverything(
      InspectionId id, Person by, String reason, Precondition precondition) {
    return erase(new Wanted(id, Optional.empty()), by, reason, precondition);
  }

  private Outcome<ErasedJson.Erased> erase(
      Wanted wanted, Person by, String reason, Precondition precondition) {
    Optional<Snapshot> found = inspections.evenDeleted(wanted.id());
    if (found.isEmpty()) {
      return Outcome.refused(
          Problem.Kind.NOT_FOUND, "There is no inspection %s".formatted(wanted.id()));
    }
    Optional<Begun> earlier = begun(wanted, found.get());
    if (earlier.isPresent()) {
      return ended(wanted, earlier.get());
    }
    Draft draft =
        EraseDraft.of(inspections.history(), found.get(), wanted.reference(), reason, precondition);
    return inspections
        .write(wanted.id(), by, Optional.empty(), draft)
        .then(
            taken ->
                ended(
                    wanted,
                    new Begun(
                        taken,
                        draft.erases().orElseThrow().frames().size(),
                        inspections.sequence())));
  }

  /** What the same request began before, unless there is something new to erase. */
  private Optional<Begun> begun(Wanted wanted, Snapshot now) {
    synchronized (begun) {
      return Optional.ofNullable(begun.get(wanted))
          .filter(
              one ->
                  wanted
                      .reference()
                      .map(reference -> now.state().lastMade(reference).isEmpty())
                      .orElse(now.state().revision() == one.taken().after().state().revision()));
    }
  }

  private Outcome<ErasedJson.Erased> ended(Wanted wanted, Begun one) {
    synchronized (begun) {
      if (begun.size() < BEGUN) {
        begun.put(wanted, one);
      }
    }
    return switch (inspections.keeper().afterErasure(Set.of(wanted.id()))) {
      case MADE_ANEW -> {
        ErasedJson.Erased told = told(wanted, one);
        synchronized (begun) {
          begun.remove(wanted);
        }
        yield Outcome.done(told);
      }
      case GONE ->
          unended(
              "nobody can read it any more, but the ledger of erasures or the new file at rest"
                  + " cannot be written");
      case STANDS -> unended("the journal holds it no more, but its old file at rest does");
    };
  }

  private static Outcome<ErasedJson.Erased> unended(String what) {
    return Outcome.refused(
        Problem.Kind.UNAVAILABLE,
        "It is erased: %s. Make space, then send the same request again, which ends it"
            .formatted(what));
  }

  private ErasedJson.Erased told(Wanted wanted, Begun one) {
    Recorded recorded = one.taken().recorded().orElseThrow();
    Erasure erasure = recorded.change().erasure().orElseThrow();
    SubjectReport report = new SubjectReport(inspections);
    return new ErasedJson.Erased(
        recorded.revision(),
        Ledger.name(erasure),
        one.frames(),
        wanted.reference().map(each -> report.holders(each, wanted.id())).orElse(List.of()),
        wanted
            .reference()
            .map(each -> report.held(one.taken().after(), each).mentions().size())
            .orElse(0),
        "A backup made before change %d holds it still: make a new one and destroy the older, or"
                .formatted(one.sequence())
            + " keep the ledger of erasures (GET /api/v1/admin/erasures) beside it; restore erases"
            + " again what stands there");
  }

  /**
   * Every erasure in the data folder, those in hidden inspections too.
   *
   * @throws IOException if the ledger cannot be read
   */
  public ErasureLedger ledger() throws IOException {
    return inspections.ledger().all();
  }

  /**
   * Writes the ledger, unless it stands there so.
   *
   * @throws IOException if there is something to write and it cannot be; the next call tries again
   */
  public void keep() throws IOException {
    inspections.ledger().keep();
  }
}
