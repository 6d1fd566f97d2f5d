package bandstand.framework;

import java.util.List;

/**
 * One key question (2014: sub-criterion).
 *
 * @param label a statement in our own words that yes confirms
 * @param prompts in printed order; none where the edition prints none
 */
public record KeyQuestion(Code code, String label, List<Prompt> prompts) {
  public KeyQuestion {
    prompts = List.copyOf(prompts);
  }
}
