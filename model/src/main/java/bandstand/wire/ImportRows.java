package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows of one file as they come, with what only all of them together can tell. */
final class ImportRows {
  private final ImportReader.Sink sink;
  private final Faults faults = new Faults();
  private final Map<Reference, Place> firstByReference = new HashMap<>();
  private long count;
  private long answers;

  ImportRows(ImportReader.Sink sink) {
    this.sink = sink;
  }

  /** Whether one more row is more than an import takes. */
  boolean full() {
    return count == Limits.CASES || answers > Limits.ANSWERS;
  }

  /**
   * Takes the next row.
   *
   * @param reference empty when it is at fault
   * @param found the row's faults so far
   * @param request asked for only if there is none
   */
  void add(
      Place place,
      Optional<Reference> reference,
      List<Fault> found,
      Supplier<CaseRequest> request) {
    count++;
    List<Fault> all = new ArrayList<>(found);
    reference.flatMap(known -> repeated(place, known)).ifPresent(all::add);
    if (all.isEmpty()) {
      CaseRequest sound = request.get();
      answers += sound.answers().size();
      sink.row(new ImportRow(Math.toIntExact(count), place, reference.orElseThrow(), sound));
    } else {
      tell(all);
    }
  }

  /** A row that tells nothing of any case. */
  void addUnread(List<Fault> found) {
    count++;
    tell(found);
  }

  private void tell(List<Fault> found) {
    found.forEach(sink::fault);
    sink.rejected(Math.toIntExact(count));
    faults.addAll(found);
  }

  private Optional<Fault> repeated(Place place, Reference reference) {
    return Optional.ofNullable(firstByReference.putIfAbsent(reference, place))
        .map(
            first ->
                place.fault(
                    List.of("reference"),
                    Optional.of(reference.text()),
                    "repeated",
                    reference + " stands " + first.words() + " already; a case is one row"));
  }

  private Outcome<Long> tooManyAnswers(int line) {
    return broken(
        Problem.Kind.TOO_LARGE,
        fault(
            line,
            "too-many-answers",
            "An import takes " + Limits.ANSWERS + " answers; send the file in parts"));
  }

  Outcome<Long> ended() {
    if (answers > Limits.ANSWERS) {
      return tooManyAnswers(0);
    }
    return count > 0
        ? Outcome.done(count)
        : broken(Problem.Kind.REFUSED, fault(0, "no-rows", "There is no case in this file"));
  }

  /** Nothing after this fault is read. */
  Outcome<Long> broken(Problem.Kind kind, Fault fault) {
    return broken(kind, List.of(fault));
  }

  /** The same for several, at least one. */
  Outcome<Long> broken(Problem.Kind kind, List<Fault> found) {
    faults.addAll(found);
    String detail =
        found.size() == 1
            ? found.getFirst().message()
            : found.size() + " errors in the header; see errors";
    return Outcome.refused(new Problem(kind, detail, faults.first(), faults.count(), List.of()));
  }

  /** Of the first row that is not read, because the import is {@link #full}. */
  Outcome<Long> overfull(int line) {
    if (answers > Limits.ANSWERS) {
      return tooManyAnswers(line);
    }
    return broken(
        Problem.Kind.TOO_LARGE,
        fault(
            line,
            "too-many-rows",
            "An inspection holds " + Limits.CASES + " cases; this file has more rows"));
  }

  /** Of a file, not of one of its fields. */
  static Fault fault(int line, String code, String message) {
    return new Fault(line, "", "", Optional.empty(), code, message);
  }
}
