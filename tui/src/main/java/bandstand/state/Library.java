package bandstand.state;

import bandstand.framework.Framework;
import bandstand.wire.BackupJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the daemon has: inspections and editions.
 *
 * @param listed false until the list of inspections has come once
 * @param backup how it stands with its backups; empty until that was told
 * @param printed the official texts by the edition's digest, as far as they were asked for
 */
public record Library(
    boolean listed,
    List<Summary> inspections,
    List<Framework> editions,
    Map<String, Printed> printed,
    Optional<BackupJson.Status> backup) {
  static final Library EMPTY = new Library(false, List.of(), List.of(), Map.of(), Optional.empty());

  public Library {
    inspections = List.copyOf(inspections);
    editions = List.copyOf(editions);
    printed = Map.copyOf(printed);
  }

  Library withInspections(List<Summary> others) {
    return new Library(true, others, editions, printed, backup);
  }

  Library withBackup(BackupJson.Status other) {
    return new Library(listed, inspections, editions, printed, Optional.of(other));
  }

  Library withEditions(List<Framework> others) {
    return new Library(listed, inspections, others, printed, backup);
  }

  Library withPrinted(String digest, Printed texts) {
    Map<String, Printed> others = new HashMap<>(printed);
    others.put(digest, texts);
    return new Library(listed, inspections, editions, others, backup);
  }

  /** The official texts of an edition; nothing until they have been asked for. */
  public Printed printed(Framework edition) {
    return printed.getOrDefault(edition.edition().digest(), Printed.NOTHING);
  }

  /** Those with another digest; one of the same id may have taken its place. */
  static List<Framework> without(List<Framework> editions, Framework one) {
    return editions.stream()
        .filter(edition -> !edition.edition().digest().equals(one.edition().digest()))
        .toList();
  }

  Optional<Framework> edition(String id) {
    return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
  }
}
