package bandstand.inspection;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Question;
import java.util.Map;
import java.util.Optional;

/**
 * The tally of every question of a framework, over the cases and for the service.
 *
 * <p>Kept by differences: one case's change costs the same whatever the number of cases.
 */
public final class Tallies {
  private static final int STANDINGS = Standing.values().length;

  private final Framework framework;
  private final int[] cases;
  private final int[] service;

  private Tallies(Framework framework, int[] cases, int[] service) {
    this.framework = framework;
    this.cases = cases;
    this.service = service;
  }

  /** Counted from nothing. */
  public static Tallies of(
      Framework framework, Iterable<Case> files, Map<Code, Given> serviceAnswers) {
    Counting counting = new Counting(framework);
    files.forEach(file -> counting.move(Optional.empty(), Optional.of(file)));
    counting.serve(serviceAnswers);
    return counting.tallies();
  }

  /** Over the cases asked it. */
  public Tally ofCases(Question question) {
    return read(cases, question);
  }

  /** One for the service itself: in judged standards. */
  public Tally ofService(Question question) {
    return read(service, question);
  }

  /** The service's prompts of a key question; without prompts, its own answer. */
  public Tally ofServicePrompts(KeyQuestion keyQuestion) {
    if (keyQuestion.prompts().isEmpty()) {
      return ofService(framework.question(keyQuestion.code()).orElseThrow());
    }
    Tally sum = Tally.NOTHING;
    for (Prompt prompt : keyQuestion.prompts()) {
      sum = sum.plus(ofService(framework.question(prompt.code()).orElseThrow()));
    }
    return sum;
  }

  private static Tally read(int[] counts, Question question) {
    int from = question.index() * STANDINGS;
    int leansYes = counts[from + Standing.LEANS_YES.ordinal()];
    int leansNo = counts[from + Standing.LEANS_NO.ordinal()];
    return new Tally(
        counts[from + Standing.YES.ordinal()],
        counts[from + Standing.NO.ordinal()],
        counts[from + Standing.NA.ordinal()],
        counts[from + Standing.OPEN.ordinal()] + leansYes + leansNo,
        leansYes,
        leansNo);
  }

  /** Tallies in the making; for one change, then left. */
  static final class Counting {
    private final Framework framework;
    private final int[] cases;
    private int[] service;

    Counting(Framework framework) {
      this.framework = framework;
      this.cases = new int[framework.questions().size() * STANDINGS];
      this.service = cases.clone();
    }

    Counting(Tallies from) {
      this.framework = from.framework;
      this.cases = from.cases.clone();
      this.service = from.service;
    }

    void move(Optional<Case> before, Optional<Case> after) {
      before.ifPresent(file -> count(file, -1));
      after.ifPresent(file -> count(file, 1));
    }

    void serve(Map<Code, Given> answers) {
      service = new int[cases.length];
      for (Question question : framework.questions()) {
        if (question.asksService()) {
          Standing standing =
              Optional.ofNullable(answers.get(question.code()))
                  .flatMap(Given::answer)
                  .map(Standing::of)
                  .orElse(Standing.OPEN);
          service[question.index() * STANDINGS + standing.ordinal()]++;
        }
      }
    }

    Tallies tallies() {
      return new Tallies(framework, cases, service);
    }

    private void count(Case file, int by) {
      String type = file.type();
      for (Question question : framework.questions()) {
        if (question.asksCase(type)) {
          Standing standing = Standing.of(file, question);
          cases[question.index() * STANDINGS + standing.ordinal()] += by;
        }
      }
    }
  }
}
