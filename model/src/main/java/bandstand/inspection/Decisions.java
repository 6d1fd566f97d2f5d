package bandstand.inspection;

import bandstand.framework.Code;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * What people decided beside what is computed.
 *
 * @param judgements by standard; a standard of cases appears only when declared not rated
 * @param discretion final ratings set beside computed ones, by standard or {@link Code#OVERALL}
 */
public record Decisions(
    TreePMap<Code, Judgement> judgements, TreePMap<Code, Judgement> discretion) {
  public static Decisions none() {
    return new Decisions(TreePMap.empty(), TreePMap.empty());
  }

  public Optional<Judgement> judgement(Code standard) {
    return Optional.ofNullable(judgements.get(standard));
  }

  public Optional<Judgement> discretion(Code code) {
    return Optional.ofNullable(discretion.get(code));
  }
}
