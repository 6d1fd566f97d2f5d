package bandstand.service;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Once;
import bandstand.inspection.Person;
import bandstand.journal.Excerpt;
import bandstand.journal.Journal;
import bandstand.journal.Kept;
import bandstand.journal.Opening;
import bandstand.journal.Start;
import bandstand.journal.Tail;
import bandstand.store.Editions;
import bandstand.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Every inspection this daemon keeps: the one door to read and to change them. */
public final class Inspections implements AutoCloseable {
  private final Journal journal;
  private final Register register;
  private final Editions editions;
  private final Hub hub;
  private final Writer writer;
  private final Keeper keeper;
  private final Ledger ledger;
  private final Repeats repeats;
  private final History history;
  private final InstantSource clock;
  private final Tail opened;
  private final Room room = new Room();

  Inspections(
      Journal journal,
      Tail opened,
      Register register,
      Store store,
      Editions editions,
      Path ledger,
      InstantSource clock,
      Function<Snapshot, byte[]> summary)
      throws IOException {
    this.journal = journal;
    this.opened = opened;
    this.register = register;
    this.editions = editions;
    this.hub = new Hub(register.publishedUpTo().sequence() - 1, register.revisions());
    this.history = new History(journal);
    this.ledger = new Ledger(ledger, register, history);
    KnownKeys keys = new KnownKeys();
    this.repeats = new Repeats(register, keys, history, room, clock);
    this.writer = new Writer(journal, register, this.ledger, keys, hub, clock);
    this.keeper = new Keeper(register, store, this.ledger, journal, clock, summary);
    this.clock = clock;
  }

  /**
   * Opens what a data folder holds; its parts exist and are this process's own.
   *
   * @param ledger the file of the ledger of erasures, which need not be there
   * @param summary what lists show of an inspection at rest
   */
  public static Outcome<Inspections> open(
      Path journalFolder,
      Store store,
      Editions editions,
      Path ledger,
      InstantSource clock,
      Function<Snapshot, byte[]> summary)
      throws IOException {
    return open(
        (start, replay) -> Journal.open(journalFolder, start, replay),
        store,
        editions,
        ledger,
        clock,
        summary);
  }

  /** Opens a journal and hands over what follows a start. */
  @FunctionalInterface
  interface JournalOpening {
    Opening from(Start start, Consumer<Kept> replay) throws IOException;
  }

  static Outcome<Inspections> open(
      JournalOpening journals,
      Store store,
      Editions editions,
      Path ledger,
      InstantSource clock,
      Function<Snapshot, byte[]> summary)
      throws IOException {
    return new Beginning(journals, store, editions, ledger, clock, summary).open();
  }

  /** Takes writes and puts inspections at rest from now on. */
  void begin() {
    writer.start();
    keeper.start();
  }

  public Editions editions() {
    return editions;
  }

  public History history() {
    return history;
  }

  /** Whatever grows with the size of an inspection has a share of it. */
  public Room room() {
    return room;
  }

  public Hub hub() {
    return hub;
  }

  Register register() {
    return register;
  }

  /** How the journal was found when it was opened. */
  public Tail opened() {
    return opened;
  }

  /** In order of id, without those taken away; no file is read for it. */
  public List<InspectionId> ids() {
    return register.slots().stream().filter(slot -> !slot.deleted()).map(Slot::id).toList();
  }

  /** In order of id, those taken away too. */
  List<InspectionId> allIds() {
    return register.slots().stream().map(Slot::id).toList();
  }

  Journal journal() {
    return journal;
  }

  /** What a list shows of one: from memory if it is there, else as it was put at rest. */
  public byte[] summary(InspectionId id, Function<Snapshot, byte[]> fresh) {
    Slot slot = register.slot(id).orElseThrow();
    return slot.inMemory().map(fresh).orElseGet(slot::summary);
  }

  /** One that is not taken away. */
  public Outcome<Snapshot> find(InspectionId id) {
    return evenDeleted(id)
        .filter(snapshot -> !snapshot.state().deleted())
        .map(Outcome::done)
        .orElseGet(() -> absent(id));
  }

  public Optional<Snapshot> evenDeleted(InspectionId id) {
    return register.snapshot(id);
  }

  private static Outcome<Snapshot> absent(InspectionId id) {
    return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no inspection " + id);
  }

  /** Makes an inspection, unless the id is taken or the same request made one, under any id. */
  public Outcome<Taken> create(
      InspectionId id, Framework framework, Person by, Optional<Once> once, Draft draft) {
    Optional<Outcome<Taken>> made = once.flatMap(asked -> repeats.made(asked, by, draft));
    if (made.isPresent()) {
      return made.get();
    }
    try {
      if (!editions.keep(framework)) {
        return Outcome.refused(
            Problem.Kind.UNAVAILABLE, "The edition was replaced meanwhile; send it again");
      }
    } catch (IOException failed) {
      return Outcome.refused(
          Problem.Kind.UNAVAILABLE, "The edition cannot be kept: the disk is full or failed");
    }
    return written(
        new Writer.Job(
            id,
            Optional.of(framework),
            by,
            draft,
            once,
            Optional.empty(),
            Optional.empty(),
            new CompletableFuture<>()));
  }

  /** Changes an inspection; when it returns a change, that is on disk and seen by everyone. */
  public Outcome<Taken> write(InspectionId id, Person by, Optional<Once> once, Draft draft) {
    Optional<Snapshot> held = register.snapshot(id);
    Optional<Prepared> prepared =
        held.filter(_ -> draft.large()).map(snapshot -> prepared(snapshot, by, once, draft));
    return written(
        new Writer.Job(
            id, Optional.empty(), by, draft, once, held, prepared, new CompletableFuture<>()));
  }

  private Outcome<Taken> written(Writer.Job job) {
    return writer
        .write(job)
        .then(
            taken ->
                taken
                    .repeats()
                    .map(earlier -> repeats.again(job.draft(), job.by(), earlier))
                    .orElseGet(() -> Outcome.done(taken)));
  }

  Keeper keeper() {
    return keeper;
  }

  Ledger ledger() {
    return ledger;
  }

  /** What a write would come to, by the same road, and nothing is kept. */
  public Outcome<Taken> preview(InspectionId id, Person by, Draft draft) {
    return find(id)
        .then(
            snapshot -> {
              Prepared prepared = prepared(snapshot, by, Optional.empty(), draft);
              return Taken.supposed(snapshot, prepared);
            });
  }

  private Prepared prepared(Snapshot snapshot, Person by, Optional<Once> once, Draft draft) {
    return Prepared.of(draft, once, Moment.now(snapshot.state(), snapshot.history(), by, clock));
  }

  /** Watches changes from now on. */
  public Watch watch(Predicate<Published> wanted) {
    return hub.watch(wanted);
  }

  /** Why nothing is written; empty while it is. */
  public Optional<String> unwritable() {
    Optional<String> full =
        journal.awaitsSpace()
            ? Optional.of("There is no space on the disk: reads go on, writes once there is some")
            : Optional.empty();
    return writer
        .failure()
        .or(journal::readOnly)
        .map(why -> "%s; reads go on. %s".formatted(why, Unreadable.NEXT))
        .or(() -> full);
  }

  /** Every change that is on disk by now: all that anybody was told of, and at most a few more. */
  Excerpt excerpt() {
    return journal.excerpt(journal.end());
  }

  public Vitals vitals() {
    return Vitals.of(writer, register, journal);
  }

  /** The last recorded sequence, over all inspections. */
  public long sequence() {
    return register.publishedUpTo().sequence() - 1;
  }

  /** Answers what waits, puts everything at rest, and closes the journal. */
  @Override
  public void close() throws IOException {
    hub.stop();
    try {
      writer.stop();
      keeper.stop();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    journal.close();
  }
}
