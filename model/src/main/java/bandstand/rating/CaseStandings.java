package bandstand.rating;

import bandstand.framework.Question;
import bandstand.inspection.Case;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.inspection.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which case stands where on one question: what a tally counts, by reference, in order.
 *
 * @param asked those of a type that is asked it; every standing is a key
 * @param notAsked those of another type
 */
public record CaseStandings(Map<Standing, List<Reference>> asked, List<Reference> notAsked) {

  public static CaseStandings of(Inspection inspection, Question question) {
    Map<Standing, List<Reference>> asked = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      asked.put(standing, new ArrayList<>());
    }
    List<Reference> notAsked = new ArrayList<>();
    for (Case file : inspection.cases().values()) {
      List<Reference> where =
          question.asksCase(file.type()) ? asked.get(Standing.of(file, question)) : notAsked;
      where.add(file.reference());
    }
    return new CaseStandings(asked, notAsked);
  }

  public List<Reference> at(Standing standing) {
    return asked.getOrDefault(standing, List.of());
  }
}
