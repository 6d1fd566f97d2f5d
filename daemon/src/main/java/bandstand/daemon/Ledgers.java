package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.store.Parts;
import bandstand.wire.ErasureLedger;
import bandstand.wire.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every ledger of erasures that a restore can find.
 *
 * @param files they were read from
 * @param whole whether every erasure is known: one was named, or the folder that the backup was
 *     made of is on this machine
 */
record Ledgers(ErasureLedger all, List<Path> files, boolean whole) {

  /**
   * The one that is named, the one beside a backup, that of the data folder it was made of, and
   * that of the user's own, each if it is there; refused if one that is there cannot be read, or
   * the named one is not there.
   *
   * @param source the data folder that the backup was made of
   */
  static Outcome<Ledgers> found(Path backup, Optional<Path> source, Optional<Path> named)
      throws IOException {
    Set<Path> places = new LinkedHashSet<>();
    named.map(Ledgers::normal).ifPresent(places::add);
    places.add(normal(backup).resolveSibling(Parts.ERASURES));
    Optional<Places> made = source.map(folder -> new Places(normal(folder)));
    made.map(Places::erasures).ifPresent(places::add);
    Folders folders = Folders.of(System.getenv(), System.getProperty("user.home"));
    places.add(new Places(normal(Path.of(folders.data()))).erasures());
    if (named.isPresent() && !Files.exists(named.get())) {
      return Outcome.refused(Problem.Kind.REFUSED, named.get() + " is not there");
    }
    List<ErasureLedger> ledgers = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      if (Files.exists(place)) {
        switch (read(place)) {
          case Outcome.Refused<ErasureLedger>(Problem problem) -> {
            return Outcome.refused(
                Problem.Kind.REFUSED,
                "%s is no ledger of erasures: %s; nothing was restored"
                    .formatted(place, problem.detail()));
          }
          case Outcome.Done<ErasureLedger>(ErasureLedger ledger) -> {
            ledgers.add(ledger);
            files.add(place);
          }
        }
      }
    }
    boolean whole =
        named.isPresent() || made.map(Places::journal).filter(Files::exists).isPresent();
    return Outcome.done(new Ledgers(ErasureLedger.merged(ledgers), List.copyOf(files), whole));
  }

  /**
   * Which there are, and from when on nothing is known.
   *
   * @param madeAt of the backup
   */
  List<String> told(Instant madeAt) {
    List<String> lines = new ArrayList<>();
    files.forEach(file -> lines.add("ledger of erasures: " + file));
    if (!whole) {
      Instant known =
          all.rows().isEmpty() || all.rows().getLast().at().isBefore(madeAt)
              ? madeAt
              : all.rows().getLast().at();
      lines.add(
          "not known here: what was erased after %s; if anything was, it is back: restore again"
                  .formatted(known)
              + " with --erasures and the erasures.json of the data folder this came from");
    }
    return lines;
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Outcome<ErasureLedger> read(Path file) throws IOException {
    byte[] json;
    try (InputStream in = Files.newInputStream(file)) {
      json = in.readNBytes(ErasureLedger.MOST_BYTES + 1);
    }
    return json.length > ErasureLedger.MOST_BYTES
        ? Outcome.refused(
            Problem.Kind.TOO_LARGE, "it has more than %d bytes".formatted(ErasureLedger.MOST_BYTES))
        : ErasureLedger.read(json);
  }
}
