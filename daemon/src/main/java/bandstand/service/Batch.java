package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.journal.Appending;
import bandstand.journal.Entry;
import bandstand.journal.Journal;
import bandstand.journal.Limits;
import bandstand.journal.Written;
import bandstand.rating.Scorer;
import bandstand.store.Noted;
import bandstand.store.Outline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Wishes that share one force, and the private next state they are folded into. */
final class Batch {
  private static final System.Logger LOG = System.getLogger(Batch.class.getName());

  /** A fault of this program in one wish must not stop the writer. */
  private static final Problem FAILED =
      Problem.of(Problem.Kind.INTERNAL, "The daemon failed; nothing was changed");

  private final Register register;
  private final Ledger ledger;
  private final KnownKeys keys;
  private final InstantSource clock;

  /** As published; held here, so that none leaves memory before its wishes are answered. */
  private final Map<InspectionId, Snapshot> published = new HashMap<>();

  private final Map<InspectionId, Inspection> next = new HashMap<>();
  private final List<Answered> answered = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * Names and keys of its wishes: one under a key that another has waits for what becomes of it.
   */
  private final Set<String> asked = new HashSet<>();

  private long bytes;
  private boolean full;

  Batch(Register register, Ledger ledger, KnownKeys keys, InstantSource clock) {
    this.register = register;
    this.ledger = ledger;
    this.keys = keys;
    this.clock = clock;
  }

  /** Takes wishes from the front until the batch is full; gives how many, at least one. */
  int take(List<Writer.Job> jobs) {
    int taken = 0;
    for (Writer.Job job : jobs) {
      if (!met(job)) {
        break;
      }
      taken++;
    }
    return taken;
  }

  /** False when the wish has to wait for the next batch. */
  private boolean met(Writer.Job job) {
    if (full || job.draft().alone() && !answered.isEmpty()) {
      return false;
    }
    if ((job.draft().readsHistory() || job.once().isPresent()) && next.containsKey(job.id())) {
      return false;
    }
    if (job.once().isPresent() && !asked.add(job.by().name() + " " + job.once().get().key())) {
      return false;
    }
    full = job.draft().alone();
    try {
      return drafted(job);
    } catch (RuntimeException fault) {
      LOG.log(System.Logger.Level.ERROR, "A wish failed: {0}", Trace.of(fault));
      answered.add(new Answered.Refused(job, FAILED));
      return true;
    }
  }

  private boolean drafted(Writer.Job job) {
    Optional<Earlier> earlier =
        job.once().flatMap(once -> keys.earlier(job, once, clock.instant(), this::published));
    if (earlier.isPresent()) {
      answered.add(
          earlier.map(Earlier::once).equals(job.once())
              ? new Answered.Repeats(job, earlier.get())
              : new Answered.Refused(job, Repeats.OTHER_REQUEST));
      return true;
    }
    Optional<Inspection> state = stateFor(job);
    if (state.isEmpty()) {
      answered.add(new Answered.Refused(job, absentOrTaken(job)));
      return true;
    }
    Optional<Problem> refused =
        job.draft()
            .source()
            .flatMap(this::moved)
            .or(() -> job.creates().flatMap(_ -> oneTooMany()));
    if (refused.isPresent()) {
      answered.add(new Answered.Refused(job, refused.get()));
      return true;
    }
    switch (prepared(job, state.get()).outcome()) {
      case Outcome.Refused<Optional<Prepared.Made>>(Problem problem) ->
          answered.add(new Answered.Refused(job, problem));
      case Outcome.Done<Optional<Prepared.Made>>(Optional<Prepared.Made> made) -> {
        if (made.isEmpty()) {
          answered.add(new Answered.Stands(job, clock.instant()));
          return true;
        }
        Entry entry = made.get().entry();
        if (bytes > 0 && bytes + entry.bytes() > Limits.BATCH_BYTES) {
          return false;
        }
        bytes += entry.bytes();
        entries.add(entry);
        next.put(job.id(), made.get().after());
        answered.add(new Answered.Drafted(job, made.get().recorded(), made.get().after()));
      }
    }
    return true;
  }

  /** As it was met beforehand, if nothing has changed since. */
  @SuppressWarnings("ReferenceEquality")
  private Prepared prepared(Writer.Job job, Inspection state) {
    return job.prepared()
        .filter(met -> met.state() == state)
        .orElseGet(
            () ->
                Prepared.of(
                    job.draft(), job.once(), Moment.now(state, lines(job.id()), job.by(), clock)));
  }

  private Optional<Problem> oneTooMany() {
    long made = next.keySet().stream().filter(id -> register.slot(id).isEmpty()).count();
    return Bounds.exceeded(register.slots().size() + made);
  }

  private Optional<Inspection> stateFor(Writer.Job job) {
    Optional<Inspection> known =
        Optional.ofNullable(next.get(job.id())).or(() -> published(job.id()).map(Snapshot::state));
    if (job.creates().isEmpty()) {
      return known;
    }
    return known.isPresent()
        ? Optional.empty()
        : Optional.of(Inspection.blank(job.id(), job.creates().get()));
  }

  private Optional<Snapshot> published(InspectionId id) {
    if (!published.containsKey(id)) {
      register.snapshot(id).ifPresent(snapshot -> published.put(id, snapshot));
    }
    return Optional.ofNullable(published.get(id));
  }

  private static Problem absentOrTaken(Writer.Job job) {
    return job.creates().isEmpty()
        ? Problem.of(Problem.Kind.NOT_FOUND, "There is no inspection " + job.id())
        : taken(job.id());
  }

  /** That what a wish was made out of has changed: something of it may be erased. */
  private Optional<Problem> moved(Draft.Source source) {
    boolean stands =
        !next.containsKey(source.id())
            && register
                .slot(source.id())
                .map(Slot::revision)
                .equals(Optional.of(source.revision()));
    return stands
        ? Optional.empty()
        : Optional.of(
            Problem.conflict(source.id() + " changed meanwhile; send it again", List.of()));
  }

  static Problem taken(InspectionId id) {
    return Problem.conflict("The id " + id + " is taken; choose another", List.of());
  }

  private PVector<Noted> lines(InspectionId id) {
    return published(id).map(Snapshot::history).orElseGet(TreePVector::empty);
  }

  /** Tells everyone that the daemon failed them; whether it is recorded is not known. */
  void fail(Problem problem) {
    answered.forEach(one -> one.job().answer().complete(Outcome.refused(problem)));
  }

  /** Forces what was drafted, publishes it, and answers everyone; on a failure, refuses it all. */
  void record(Journal journal, Hub hub, Work work) {
    if (entries.isEmpty()) {
      publish(List.of(), journal, hub);
      return;
    }
    switch (work.of(entries.size(), () -> appended(journal))) {
      case Appending.Appended(List<Written> written) -> publish(written, journal, hub);
      case Appending.Refusal refusal -> fail(Unrecorded.of(refusal));
    }
  }

  /** An erasure is alone in its batch, and recorded only where there is room to end it. */
  private Appending appended(Journal journal) {
    return answered.getFirst().job().draft().erases().isPresent()
        ? journal.append(entries, answered.getFirst().job().draft().erases().get().frames().size())
        : journal.append(entries);
  }

  /** Watchers are told first: who watches after an answer begins with what was answered. */
  private void publish(List<Written> written, Journal journal, Hub hub) {
    int at = 0;
    List<Runnable> answers = new ArrayList<>();
    List<Published> changes = new ArrayList<>();
    for (Answered one : answered) {
      switch (one) {
        case Answered.Refused(Writer.Job job, Problem problem) ->
            answers.add(() -> job.answer().complete(Outcome.refused(problem)));
        case Answered.Stands(Writer.Job job, Instant metAt) -> {
          Snapshot now = published(job.id()).orElseThrow();
          job.once().ifPresent(once -> keys.stood(Earlier.stood(job, once, now, metAt)));
          answers.add(() -> job.answer().complete(Outcome.done(Taken.stands(now))));
        }
        case Answered.Repeats(Writer.Job job, Earlier earlier) -> {
          Snapshot now = published(earlier.inspection()).orElseThrow();
          Taken again = Taken.stands(now).repeating(earlier);
          answers.add(() -> job.answer().complete(Outcome.done(again)));
        }
        case Answered.Drafted drafted -> {
          Taken taken = publish(drafted, written.get(at), journal);
          changes.add(
              new Published(
                  written.get(at++).last(),
                  drafted.recorded(),
                  taken.before().ratings(),
                  taken.after().ratings(),
                  taken.after().state().deleted()));
          answers.add(() -> drafted.job().answer().complete(Outcome.done(taken)));
        }
      }
    }
    register.publishedUpTo(journal.end());
    if (!changes.isEmpty()) {
      hub.tell(changes);
    }
    answers.forEach(Runnable::run);
  }

  private Taken publish(Answered.Drafted drafted, Written written, Journal journal) {
    InspectionId id = drafted.job().id();
    Snapshot before =
        published(id)
            .orElseGet(() -> Snapshot.blank(Inspection.blank(id, drafted.after().framework())));
    Snapshot after =
        drafted
            .job()
            .draft()
            .erases()
            .map(footprint -> erased(footprint, drafted.recorded(), written, journal))
            .orElseGet(
                () ->
                    new Snapshot(
                        drafted.after(),
                        Scorer.rate(drafted.after()),
                        before.history().plus(Snapshot.noted(drafted.recorded(), written))));
    Slot slot = register.slot(id).orElseGet(() -> register.newSlot(id, Outline.NONE));
    slot.publish(after, written.mark(), drafted.recorded().at());
    register.add(slot);
    published.put(id, after);
    if (drafted.job().creates().isPresent() && drafted.job().once().isPresent()) {
      keys.made(Earlier.of(id, after.history().getFirst()));
    }
    return Taken.of(drafted.recorded(), before, after);
  }

  private Snapshot erased(
      Footprint footprint, Recorded recorded, Written written, Journal journal) {
    Snapshot left = new Overwriting(journal).done(footprint, recorded, written);
    keys.forget(recorded.inspection());
    ledger.add(Ledger.row(recorded, footprint.made().orElseThrow()));
    return left;
  }
}
