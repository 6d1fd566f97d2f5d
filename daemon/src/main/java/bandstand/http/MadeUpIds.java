package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.service.Inspections;
import bandstand.service.Taken;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Ids for inspections that are made without one. */
final class MadeUpIds {
  private final Inspections inspections;

  MadeUpIds(Inspections inspections) {
    this.inspections = inspections;
  }

  /**
   * Makes an inspection under the given id, else under one of our own; one of ours that another
   * request takes meanwhile is made up again.
   *
   * @param base what ours begins with: at most 60 characters that an id may have
   */
  Outcome<Taken> making(
      Optional<InspectionId> given, String base, Function<InspectionId, Outcome<Taken>> make) {
    if (given.isPresent()) {
      return make.apply(given.get());
    }
    while (true) {
      InspectionId id = free(base);
      Outcome<Taken> made = make.apply(id);
      boolean taken =
          made instanceof Outcome.Refused<Taken>(Problem problem)
              && problem.kind() == Problem.Kind.CONFLICT
              && inspections.evenDeleted(id).isPresent();
      if (!taken) {
        return made;
      }
    }
  }

  /** With a number after it if it is taken by another request. */
  private InspectionId free(String base) {
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> new InspectionId(number == 1 ? base : base + "-" + number))
        .filter(id -> inspections.evenDeleted(id).isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
