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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every ledger of erasures that a restore can find.
 *
 * @param files they were read from
 */
record Ledgers(ErasureLedger all, List<Path> files) {

  /**
   * The one that is named, the one beside a backup, and the one of the user's own data folder, each
   * if it is there; refused if one that is there cannot be read, or the named one is not there.
   */
  static Outcome<Ledgers> found(Path backup, Optional<Path> named) throws IOException {
    Set<Path> places = new LinkedHashSet<>();
    named.map(Ledgers::normal).ifPresent(places::add);
    places.add(normal(backup).resolveSibling(Parts.ERASURES));
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
    return Outcome.done(new Ledgers(ErasureLedger.merged(ledgers), List.copyOf(files)));
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
