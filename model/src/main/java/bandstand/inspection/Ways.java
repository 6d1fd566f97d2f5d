package bandstand.inspection;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Question;
import bandstand.framework.Relation;
import bandstand.framework.Wordings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where what stands at the questions of one edition goes in another. */
final class Ways {
  private final Comparison comparison;
  private final Wordings wordings;
  private final Map<Code, Way> ways = new HashMap<>();

  /**
   * Where it goes.
   *
   * @param byWording whether for no other reason than that both documents print the same words
   */
  record Way(Code to, boolean byWording) {}

  private Ways(Comparison comparison, Wordings wordings) {
    this.comparison = comparison;
    this.wordings = wordings;
  }

  /** By code, key questions and prompts. */
  static Map<Code, Way> of(Comparison comparison, Wordings wordings) {
    Ways ways = new Ways(comparison, wordings);
    comparison.relations().stream().filter(Relation::carries).forEach(ways::addWhole);
    ways.addPromptsOfOthers();
    return Map.copyOf(ways.ways);
  }

  private void addWhole(Relation relation) {
    KeyQuestion from = keyQuestion(comparison.from(), relation.from().getFirst());
    KeyQuestion to = keyQuestion(comparison.to(), relation.to().getFirst());
    boolean byWording = relation.carriesByWording();
    ways.put(from.code(), new Way(to.code(), byWording));
    Set<Code> met = new HashSet<>();
    for (Prompt prompt : from.prompts()) {
      List<Code> same =
          to.prompts().stream()
              .filter(one -> one.label().equals(prompt.label()))
              .map(Prompt::code)
              .toList();
      if (same.size() == 1) {
        ways.put(prompt.code(), new Way(same.getFirst(), byWording));
        met.add(same.getFirst());
      }
    }
    List<Code> here =
        from.prompts().stream().map(Prompt::code).filter(code -> !ways.containsKey(code)).toList();
    List<Code> there =
        to.prompts().stream().map(Prompt::code).filter(code -> !met.contains(code)).toList();
    here.forEach(
        code ->
            wordings
                .only(code, here, there)
                .ifPresent(partner -> ways.put(code, new Way(partner, true))));
  }

  /** A prompt whose words stand once in either edition, in key questions that belong together. */
  private void addPromptsOfOthers() {
    List<Code> here = prompts(comparison.from());
    List<Code> there = prompts(comparison.to());
    for (Relation relation : comparison.relations()) {
      if (!relation.carries() && !relation.to().isEmpty()) {
        for (Code code : here) {
          if (relation.from().contains(code.parent())) {
            wordings
                .only(code, here, there)
                .filter(partner -> relation.to().contains(partner.parent()))
                .ifPresent(partner -> ways.put(code, new Way(partner, true)));
          }
        }
      }
    }
  }

  private static List<Code> prompts(Framework edition) {
    return edition.questions().stream().filter(Question::isPrompt).map(Question::code).toList();
  }

  private static KeyQuestion keyQuestion(Framework edition, Code code) {
    return edition.question(code).orElseThrow().keyQuestion();
  }
}
