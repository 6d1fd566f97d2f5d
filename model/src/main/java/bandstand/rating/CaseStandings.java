package bandstand.rating;

import bandstand.framework.Question;
import bandstand.inspection.Case;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.inspection.Standing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which case stands where on one question: what a tally counts, by reference, in order.
 *
 * @param asked those of a type that is asked it
 * @param notAsked those of another type
 */
public record CaseStandings(Map<Standing, List<Reference>> asked, List<Reference> notAsked) {

  public static CaseStandings of(Inspection inspection, Question question) {
    Map<Standing, List<Reference>> asked =
        inspection.cases().values().stream()
            .filter(file -> question.asksCase(file.type()))
            .collect(
                Collectors.groupingBy(
                    file -> Standing.of(file, question),
                    () -> new EnumMap<>(Standing.class),
                    Collectors.mapping(Case::reference, Collectors.toList())));
    List<Reference> notAsked =
        inspection.cases().values().stream()
            .filter(file -> !question.asksCase(file.type()))
            .map(Case::reference)
            .toList();
    return new CaseStandings(asked, notAsked);
  }

  public List<Reference> at(Standing standing) {
    return asked.getOrDefault(standing, List.of());
  }
}
