package bandstand.state;

import bandstand.framework.Framework;
import java.util.List;
import java.util.Optional;

/**
 * What the daemon has: inspections and editions.
 *
 * @param listed false until the list of inspections has come once
 */
public record Library(boolean listed, List<Summary> inspections, List<Framework> editions) {
  static final Library EMPTY = new Library(false, List.of(), List.of());

  public Library {
    inspections = List.copyOf(inspections);
    editions = List.copyOf(editions);
  }

  Library withInspections(List<Summary> others) {
    return new Library(true, others, editions);
  }

  Library withEditions(List<Framework> others) {
    return new Library(listed, inspections, others);
  }

  Optional<Framework> edition(String id) {
    return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
  }
}
