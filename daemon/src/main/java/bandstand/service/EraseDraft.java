package bandstand.service;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Erasure;
import bandstand.inspection.Inspection;
import bandstand.inspection.Mentions;
import bandstand.inspection.Reference;
import bandstand.inspection.Remains;
import bandstand.wire.ErasureLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Makes a case, or all of an inspection, unreadable. Neither a sign-off nor a deletion stands in
 * the way: ratings and results stay as they are.
 */
final class EraseDraft implements Draft {
  /** A deleted inspection can be restored for so long, and is not erased meanwhile. */
  static final Duration HIDDEN = Duration.ofDays(30);

  private final History history;
  private final Footprint found;
  private final String reason;
  private final Precondition precondition;
  private final boolean again;
  private Optional<Footprint> met = Optional.empty();

  private EraseDraft(
      History history, Footprint found, String reason, Precondition precondition, boolean again) {
    this.history = history;
    this.found = found;
    this.reason = reason;
    this.precondition = precondition;
    this.again = again;
  }

  /**
   * Of one case, present or removed, or of an inspection that was deleted long enough ago or is
   * kept no longer. Reads the whole history, so it is not for the writer's thread.
   *
   * @param reference empty: everything
   */
  static Draft of(
      History history,
      Snapshot snapshot,
      Optional<Reference> reference,
      String reason,
      Precondition precondition) {
    Footprint found = Footprint.of(history, snapshot, reference);
    return new EraseDraft(history, found, reason, precondition, false);
  }

  /** What was erased before, in data that does not know of it: nothing stands in its way. */
  static Draft again(
      History history, Snapshot snapshot, Optional<Reference> reference, String reason) {
    Footprint found = Footprint.of(history, snapshot, reference);
    return new EraseDraft(history, found, reason, Precondition.NONE, true);
  }

  @Override
  public boolean readsHistory() {
    return true;
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public Optional<Footprint> erases() {
    return met;
  }

  @Override
  public Outcome<Change> against(Moment moment) {
    met = Optional.empty();
    return found.sought().isPresent() ? ofCase(moment, found.sought().get()) : ofEverything(moment);
  }

  private Outcome<Change> ofCase(Moment moment, Reference erased) {
    Inspection state = moment.state();
    if (!again && Mentions.in(reason, erased)) {
      return named("The reason is kept for good, so it must not name the case; say it without");
    }
    long revision = state.file(erased).map(Case::revision).orElse(0L);
    Optional<Outcome<Change>> unseen =
        precondition.refusal(
            "the inspection is at revision " + state.revision(), revision, state.revision());
    if (unseen.isPresent()) {
      return unseen.get();
    }
    if (Guards.isLeftHere(moment, erased)) {
      return Outcome.refused(Problem.conflict(Guards.left(erased), List.of()));
    }
    Footprint now = found.upTo(history, moment.history());
    if (now.made().isEmpty()) {
      return Outcome.refused(
          Problem.Kind.NOT_FOUND,
          "There is no case %s, and nothing is held of one".formatted(erased));
    }
    met = Optional.of(now);
    Reference name = new Reference(Erasure.NAMES + (highest(state, now.earlier()) + 1));
    ErasureLedger.Frame made = now.made().get();
    return Outcome.done(
        Change.erasing(
            Erasure.of(name, now.parts(), new Erasure.Part(made.revision(), made.part())),
            Remains.ofCase(state, erased, name, now.lost(), now.revisions()),
            reason));
  }

  private Outcome<Change> ofEverything(Moment moment) {
    Inspection state = moment.state();
    Optional<Reference> told =
        state.everyReference().stream().filter(one -> Mentions.in(reason, one)).findFirst();
    if (!again && told.isPresent()) {
      return named(
          "The reason is kept for good, so it must not name a case; say it without %s"
              .formatted(told.get()));
    }
    Optional<Outcome<Change>> unseen =
        precondition.refusal("the inspection is at revision " + state.revision(), state.revision());
    if (unseen.isPresent()) {
      return unseen.get();
    }
    Footprint now = found.upTo(history, moment.history());
    if (!now.earlier().isEmpty() && now.earlier().getLast().upTo() == state.revision() - 1) {
      return Outcome.refused(
          Problem.conflict("Everything of it is erased, and nothing was added since", List.of()));
    }
    if (!again && !kept(state, moment.at()).isEmpty()) {
      return Outcome.refused(Problem.conflict(kept(state, moment.at()), List.of()));
    }
    met = Optional.of(now);
    return Outcome.done(
        Change.erasing(
            Erasure.ofEverything(state.revision()),
            Remains.ofEverything(state, highest(state, now.earlier())),
            reason));
  }

  private static Outcome<Change> named(String message) {
    return Outcome.refused(Problem.refused(Fault.at("/reason", "names-case", message)));
  }

  /** Why the whole is not to be erased yet; empty when it may. */
  private static String kept(Inspection state, Instant now) {
    Optional<Instant> deleted = state.detail(Inspection.DELETED_AT).map(Instant::parse);
    Optional<LocalDate> until = state.detail(Inspection.RETAIN_UNTIL).map(LocalDate::parse);
    if (until.isPresent() && until.get().isBefore(today(now))
        || deleted.isPresent() && !now.isBefore(deleted.get().plus(HIDDEN))) {
      return "";
    }
    if (deleted.isPresent()) {
      return "It was deleted at %s and can be restored until %s; erase it after that"
          .formatted(deleted.get(), deleted.get().plus(HIDDEN));
    }
    return until
        .map(
            day ->
                "It is retained until %s; change that date, or delete it and wait %d days"
                    .formatted(day, HIDDEN.toDays()))
        .orElse(
            "It has no retention date that is past; set one with PATCH, or delete it and wait %d"
                    .formatted(HIDDEN.toDays())
                + " days");
  }

  /** The day of the daemon's clock in UTC. */
  static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** The highest number that was ever given; a name is never given twice. */
  private static int highest(Inspection state, List<Erasure> earlier) {
    return earlier.stream()
        .flatMap(one -> one.name().flatMap(Remains::number).stream())
        .reduce(Remains.highestNumber(state), Math::max);
  }
}
