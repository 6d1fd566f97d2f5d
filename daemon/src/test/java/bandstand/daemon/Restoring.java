package bandstand.daemon;

import bandstand.framework.Crosswalk;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Wordings;
import bandstand.inspection.Carrying;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.service.CarryDraft;
import bandstand.service.CaseDrafts;
import bandstand.service.CaseWish;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.service.LifeDrafts;
import bandstand.service.Precondition;
import bandstand.store.BackupFile;
import bandstand.wire.CaseRequest;
import bandstand.wire.CrosswalkFile;
import bandstand.wire.ErasureLedger;
import bandstand.wire.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Data folders of one inspection, backups of them, and what restores make of those. */
record Restoring(Path folder) {
  static final InspectionId ID = new InspectionId("i");
  static final Person LEAD = new Person("lead", Role.LEAD);
  static final Reference NAME = new Reference("Qzx17");

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused -> throw new AssertionError(refused.problem());
    };
  }

  Places places(String name) throws IOException {
    Places places = new Places(folder.resolve(name));
    places.make();
    return places;
  }

  static Inspections open(Places places) throws IOException {
    return done(Daemon.open(places, InstantSource.system()));
  }

  static void create(Inspections inspections, String... references) {
    Framework framework = inspections.editions().byId("yos-2018").orElseThrow();
    done(
        inspections.create(
            ID,
            framework,
            LEAD,
            Optional.empty(),
            LifeDrafts.create(framework, Map.of(Inspection.SERVICE, "S"))));
    for (String reference : references) {
      file(inspections, reference);
    }
  }

  static void file(Inspections inspections, String reference) {
    file(inspections, reference, "a note");
  }

  static void file(Inspections inspections, String reference, String note) {
    byte[] json =
        "{\"type\":\"court\",\"note\":\"%s\"}".formatted(note).getBytes(StandardCharsets.UTF_8);
    CaseRequest request = done(CaseRequest.read(json, new Reference(reference), false));
    done(
        inspections.write(
            ID,
            LEAD,
            Optional.empty(),
            CaseDrafts.set(
                new CaseWish(
                    new Place(0, Optional.of("")), new Reference(reference), request, true),
                Precondition.NONE)));
  }

  Path backup(Places places, Inspections inspections, String name) throws IOException {
    Backups backups =
        Backups.open(
            places.data(),
            places.backup(),
            inspections,
            new Erasures(inspections),
            InstantSource.system(),
            "test");
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      done(backups.begin(LEAD)).into(out);
    }
    return file;
  }

  static ErasureLedger erase(Inspections inspections) throws IOException {
    Erasures erasures = new Erasures(inspections);
    done(erasures.erase(ID, LEAD, NAME, "asked for", Precondition.NONE));
    return erasures.ledger();
  }

  Outcome<List<String>> restored(Path backup, String name, ErasureLedger ledger)
      throws IOException {
    try (BackupFile opened = done(BackupFile.open(backup))) {
      done(opened.verify());
      return Restore.into(folder.resolve(name), opened, ledger);
    }
  }

  static void carry(Inspections inspections, InspectionId to) throws IOException {
    Crosswalk crosswalk =
        CrosswalkFile.builtIn(
            inspections.editions().all().stream()
                .collect(Collectors.toMap(Framework::id, Function.identity())));
    Framework newer = inspections.editions().byId("yos-2021").orElseThrow();
    Inspection state = done(inspections.find(ID)).state();
    Wordings none = Wordings.NONE;
    Carrying carrying = Carrying.of(state, crosswalk.compare(state.framework(), newer, none), none);
    done(
        inspections.create(
            to,
            newer,
            LEAD,
            Optional.empty(),
            new CarryDraft(carrying, Map.of(Inspection.SERVICE, "S"), Precondition.NONE)));
  }

  static void retainedUntil(Inspections inspections, String day) {
    done(
        inspections.write(
            ID,
            LEAD,
            Optional.empty(),
            LifeDrafts.describe(
                Map.of(Inspection.RETAIN_UNTIL, Optional.of(day)), Precondition.NONE)));
  }
}
