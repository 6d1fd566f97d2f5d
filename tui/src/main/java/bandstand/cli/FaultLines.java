package bandstand.cli;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.inspection.InspectionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with a file of cases, in lines for a person. */
record FaultLines(String file, boolean all) {
  /** More push the first ones, which are mended first, off the screen. */
  static final int FIRST = 20;

  private static final String UNKNOWN_TYPE = "unknown-type";

  /** Of a code that no case of the edition is asked. */
  private static final Set<String> UNKNOWN_CODES =
      Set.of("unknown-code", "standard-code", "service-code");

  /** Of what another edition may make of the same. */
  private static final Set<String> OTHERS = Set.of(UNKNOWN_TYPE, "code-of-other-type");

  /**
   * The first of them, or all.
   *
   * @param count how many there are in truth
   */
  List<String> of(List<Fault> faults, long count) {
    List<Fault> shown = all ? faults : faults.subList(0, Math.min(FIRST, faults.size()));
    List<String> lines = new ArrayList<>(shown.stream().map(this::line).toList());
    if (count > shown.size()) {
      boolean listable = !all && faults.size() > shown.size();
      lines.add(
          "and %d more%s"
              .formatted(count - shown.size(), listable ? "; --all-errors lists them" : " errors"));
    }
    return lines;
  }

  /** As compilers write it: {@code cases.csv:12: 2.1.1 "maybe": yes, no or na is needed}. */
  private String line(Fault fault) {
    String place = fault.line() > 0 ? file + ":" + fault.line() : file + fault.pointer();
    String value = fault.value().map(text -> " \"" + text + "\"").orElse("");
    String field = fault.field() + value;
    return place + ": " + (field.isBlank() ? "" : field.strip() + ": ") + fault.message();
  }

  /**
   * A guess, when codes the edition lacks are all that is wrong and another edition has every one.
   */
  static Optional<String> otherEdition(
      List<Fault> faults, InspectionId id, Framework edition, List<Framework> editions) {
    boolean unknown = faults.stream().anyMatch(fault -> UNKNOWN_CODES.contains(fault.code()));
    boolean only =
        faults.stream()
            .map(Fault::code)
            .allMatch(code -> UNKNOWN_CODES.contains(code) || OTHERS.contains(code));
    if (!unknown || !only) {
      return Optional.empty();
    }
    String fitting =
        editions.stream()
            .filter(other -> faults.stream().allMatch(fault -> explained(fault, other)))
            .map(Framework::id)
            .collect(Collectors.joining(" or "));
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "this file looks like edition %s; the inspection %s is of %s"
                .formatted(fitting, id, edition.id()));
  }

  private static boolean explained(Fault fault, Framework other) {
    return fault.code().equals(UNKNOWN_TYPE)
        ? fault.value().map(other::knowsCaseType).orElse(false)
        : Code.parse(fault.field())
            .flatMap(other::question)
            .map(Question::standard)
            .map(standard -> !standard.caseTypes().isEmpty())
            .orElse(false);
  }
}
