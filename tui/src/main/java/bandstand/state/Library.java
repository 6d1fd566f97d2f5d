package bandstand.state;

import bandstand.framework.Framework;
import bandstand.wire.BackupJson;
import java.util.List;
import java.util.Optional;

/**
 * What the daemon has: inspections and editions.
 *
 * @param listed false until the list of inspections has come once
 * @param backup how it stands with its backups; empty until that was told
 */
public record Library(
    boolean listed,
    List<Summary> inspections,
    List<Framework> editions,
    Optional<BackupJson.Status> backup) {
  static final Library EMPTY = new Library(false, List.of(), List.of(), Optional.empty());

  public Library {
    inspections = List.copyOf(inspections);
    editions = List.copyOf(editions);
  }

  Library withInspections(List<Summary> others) {
    return new Library(true, others, editions, backup);
  }

  Library withEditions(List<Framework> others) {
    return new Library(listed, inspections, others, backup);
  }

  Library withBackup(BackupJson.Status other) {
    return new Library(listed, inspections, editions, Optional.of(other));
  }

  public Optional<Framework> edition(String id) {
    return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
  }
}
