package bandstand.service;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.StateLines;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.journal.Journal;
import bandstand.journal.Kept;
import bandstand.store.Editions;
import bandstand.store.Store;
import bandstand.wire.AnswerRequest;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.CaseRequest;
import bandstand.wire.Place;
import bandstand.wire.TakingBack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Inspections over a data folder, and the people who work on one of them. */
final class Team implements AutoCloseable {
  static final Person LEAD = new Person("lead", Role.LEAD);
  static final Person NIA = new Person("nia", Role.INSPECTOR);
  static final Person TOM = new Person("tom", Role.INSPECTOR);
  static final InspectionId ID = new InspectionId("i");

  private static final BuiltInEditions BUILT_IN = BuiltInEditions.load();

  final Inspections inspections;

  /** Files that were not trusted, by name, in the order they were met. */
  final List<String> doubted = new CopyOnWriteArrayList<>();

  /** What the journal handed over when it was opened. */
  final List<Kept> replayed = new ArrayList<>();

  /** Stands until a test moves it. */
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

  /** Over a folder as it is; its parts are made. */
  Team(Path data) throws IOException {
    this(data, (start, replay) -> Journal.open(made(data.resolve("journal")), start, replay));
  }

  Team(Path data, Inspections.JournalOpening journal) throws IOException {
    Store store =
        Store.open(
            made(data.resolve("inspections")),
            (file, why) -> doubted.add(String.valueOf(file.getFileName())));
    Inspections.JournalOpening counting =
        (start, replay) ->
            journal.from(
                start,
                kept -> {
                  replayed.add(kept);
                  replay.accept(kept);
                });
    inspections =
        done(
            Inspections.open(
                counting,
                store,
                Editions.open(made(data.resolve("editions")), BUILT_IN, (file, why) -> {}),
                data.resolve("erasures.json"),
                now::get,
                snapshot -> summary(snapshot)));
  }

  private static byte[] summary(Snapshot snapshot) {
    return ("at " + snapshot.state().revision()).getBytes(StandardCharsets.UTF_8);
  }

  private static Path made(Path folder) throws IOException {
    return Files.createDirectories(folder);
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused -> throw new AssertionError(refused.problem());
    };
  }

  static Problem refused(Outcome<?> outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome).problem();
  }

  static Framework framework() {
    return Objects.requireNonNull(BUILT_IN.frameworks().get("yos-2018"));
  }

  /** The files at rest of a data folder. */
  static List<Path> atRest(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("inspections"))) {
      return files.toList();
    }
  }

  /** A data folder as a process killed at this moment would leave it. */
  static Path killed(Path data, Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      files.forEach(file -> copied(file, copy.resolve(data.relativize(file))));
    }
    return copy;
  }

  private static void copied(Path file, Path to) {
    try {
      if (Files.isDirectory(file)) {
        Files.createDirectories(to);
      } else {
        Files.copy(file, to);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Outcome<Taken> create(InspectionId id) {
    return inspections.create(
        id,
        framework(),
        LEAD,
        Optional.empty(),
        LifeDrafts.create(framework(), Map.of(Inspection.SERVICE, "S")));
  }

  Outcome<Taken> write(InspectionId id, Person by, Draft draft) {
    return inspections.write(id, by, Optional.empty(), draft);
  }

  /** An inspection with some court cases, C1 the first: revision 1 and one more a case. */
  Team with(InspectionId id, int cases) {
    done(create(id));
    for (int i = 1; i <= cases; i++) {
      done(write(id, LEAD, caseOf("C" + i)));
    }
    return this;
  }

  static Draft caseOf(String reference) {
    return caseOf(reference, "court");
  }

  static Draft caseOf(String reference, String type) {
    CaseRequest request =
        done(
            CaseRequest.read(
                "{\"type\":\"%s\",\"attributes\":{\"gender\":\"male\"}}"
                    .formatted(type)
                    .getBytes(StandardCharsets.UTF_8),
                new Reference(reference),
                false));
    return CaseDrafts.set(
        new CaseWish(new Place(0, Optional.of("")), new Reference(reference), request, true),
        Precondition.NONE);
  }

  static Draft answer(String reference, String code, Answer answer) {
    return AnswerDrafts.answer(
        Optional.of(new Reference(reference)),
        Code.of(code),
        AnswerRequest.of(answer),
        Precondition.NONE);
  }

  Outcome<Taken> says(Person by, String reference, String code, Answer answer) {
    return write(ID, by, answer(reference, code, answer));
  }

  Watch watch(Predicate<Published> wanted) {
    return inspections.watch(wanted);
  }

  Outcome<Taken> undoes(Person by) {
    return undoes(by, Optional.empty());
  }

  Outcome<Taken> undoes(Person by, Optional<Long> revision) {
    return write(
        ID,
        by,
        UndoDraft.undo(
            inspections.history(), new TakingBack(revision, Optional.empty()), Precondition.NONE));
  }

  Outcome<Taken> redoes(Person by) {
    return write(
        ID,
        by,
        UndoDraft.redo(
            inspections.history(),
            new TakingBack(Optional.empty(), Optional.empty()),
            Precondition.NONE));
  }

  Snapshot snapshot() {
    return done(inspections.find(ID));
  }

  long revision() {
    return snapshot().state().revision();
  }

  Optional<Answer> standing(String reference, String code) {
    return snapshot()
        .state()
        .file(new Reference(reference))
        .flatMap((Case file) -> file.answer(Code.of(code)));
  }

  /** Everything in one inspection, as text. */
  static String text(Snapshot snapshot) {
    return text(snapshot.state()) + snapshot.history() + snapshot.ratings().overall();
  }

  static String text(Inspection state) {
    return new String(StateLines.of(state), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    inspections.close();
  }
}
