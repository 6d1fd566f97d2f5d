package bandstand.framework;

import java.util.Optional;

/**
 * Anything that takes an answer: a key question, or one of its prompts.
 *
 * @param index its place among all questions of the framework in code order, from 0
 */
public record Question(
    int index, Standard standard, KeyQuestion keyQuestion, Optional<Prompt> prompt) {

  public Code code() {
    return prompt.map(Prompt::code).orElseGet(keyQuestion::code);
  }

  public String label() {
    return prompt.map(Prompt::label).orElseGet(keyQuestion::label);
  }

  public boolean isPrompt() {
    return prompt.isPresent();
  }

  /** Whether cases of this type are asked it. */
  public boolean asksCase(String caseType) {
    return standard.caseTypes().contains(caseType);
  }

  /** Whether the service as a whole is asked it. */
  public boolean asksService() {
    return standard.judged();
  }
}
