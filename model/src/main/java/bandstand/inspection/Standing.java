package bandstand.inspection;

import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Question;

/** Where one case, or the service, stands on one question. */
public enum Standing {
  YES,
  NO,
  NA,
  OPEN,
  /** No judgement entered; more prompts say yes than no. A house rule. */
  LEANS_YES,
  /** No judgement entered; more prompts say no than yes. A house rule. */
  LEANS_NO;

  static Standing of(Answer answer) {
    return switch (answer) {
      case YES -> Standing.YES;
      case NO -> Standing.NO;
      case NA -> Standing.NA;
    };
  }

  /** Of a case of a type that is asked the question. */
  public static Standing of(Case file, Question question) {
    return file.answer(question.code())
        .map(Standing::of)
        .orElseGet(() -> question.isPrompt() ? OPEN : leaning(file, question.keyQuestion()));
  }

  /** What the prompts of a key question lean to; a tie, or nothing but not applicable, is open. */
  public static Standing leaning(Case file, KeyQuestion keyQuestion) {
    int balance = 0;
    for (Prompt prompt : keyQuestion.prompts()) {
      balance +=
          switch (file.answer(prompt.code()).map(Standing::of).orElse(OPEN)) {
            case YES -> 1;
            case NO -> -1;
            default -> 0;
          };
    }
    return balance > 0 ? LEANS_YES : balance < 0 ? LEANS_NO : OPEN;
  }
}
