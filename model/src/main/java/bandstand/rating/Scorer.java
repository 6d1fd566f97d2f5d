package bandstand.rating;

import bandstand.framework.Bands;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Decisions;
import bandstand.inspection.Inspection;
import bandstand.inspection.Tally;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The one rating function: what is known and decided to the whole tree of ratings. */
public final class Scorer {
  private final Framework framework;
  private final Optional<Bands> bands;
  private final Function<KeyQuestion, Measure> cases;
  private final Function<KeyQuestion, Tally> service;
  private final Decisions decisions;

  private Scorer(
      Framework framework,
      Function<KeyQuestion, Measure> cases,
      Function<KeyQuestion, Tally> service,
      Decisions decisions) {
    this.framework = framework;
    this.bands = framework.scale().bands();
    this.cases = cases;
    this.service = service;
    this.decisions = decisions;
  }

  /**
   * Rates what is known.
   *
   * @param cases of a key question that cases are asked
   * @param service the prompts answered for the service, of a key question of a judged standard
   */
  public static Ratings rate(
      Framework framework,
      Function<KeyQuestion, Measure> cases,
      Function<KeyQuestion, Tally> service,
      Decisions decisions) {
    Scorer scorer = new Scorer(framework, cases, service, decisions);
    var standards = framework.standards().stream().map(scorer::standard).toList();
    var groups =
        framework.groups().stream()
            .filter(Group::judged)
            .map(group -> GroupRatings.of(group, decisions.judgement(group.code())))
            .toList();
    return new Ratings(
        framework,
        OverallScore.of(framework.scale().overall(), standards, decisions),
        groups,
        standards);
  }

  /** Rates an inspection as it stands. */
  public static Ratings rate(Inspection inspection) {
    var framework = inspection.framework();
    var tallies = inspection.tallies();
    return rate(
        framework,
        keyQuestion ->
            new Measure.Counted(
                tallies.ofCases(framework.question(keyQuestion.code()).orElseThrow())),
        tallies::ofServicePrompts,
        inspection.decisions());
  }

  private StandardRatings standard(Standard standard) {
    return switch (standard.kind()) {
      case CASES -> {
        var rows = standard.keyQuestions().stream().map(this::scored).toList();
        yield CaseStandard.of(standard, rows, bands, decisions);
      }
      case JUDGED -> judged(standard);
    };
  }

  /** One whose group is judged as a whole has no rating of its own to come. */
  private StandardRatings judged(Standard standard) {
    var judgement = decisions.judgement(standard.code());
    Optional<Range> range =
        framework.takesJudgement(standard.code()) ? Range.judged(judgement) : Optional.empty();
    return new StandardRatings(
        standard,
        Optional.empty(),
        Optional.empty(),
        range,
        List.of(),
        Tipping.NEITHER,
        judgement,
        Optional.empty(),
        Set.of(),
        standard.keyQuestions().stream()
            .map(keyQuestion -> indicative(standard, keyQuestion))
            .toList());
  }

  private KeyQuestionRatings indicative(Standard standard, KeyQuestion keyQuestion) {
    return new KeyQuestionRatings.Indicative(
        keyQuestion,
        Figure.of(service.apply(keyQuestion), bands).cappedAt(Rating.GOOD),
        standard.caseTypes().isEmpty()
            ? Optional.empty()
            : Optional.of(ofCases(keyQuestion).cappedAt(Rating.GOOD)));
  }

  private Figure ofCases(KeyQuestion keyQuestion) {
    return switch (cases.apply(keyQuestion)) {
      case Measure.Counted(Tally tally) -> Figure.of(tally.confirmed(), bands);
      case Measure.Stated(int percent) -> Figure.stated(percent, bands);
    };
  }

  private KeyQuestionRatings.Scored scored(KeyQuestion keyQuestion) {
    return switch (cases.apply(keyQuestion)) {
      case Measure.Counted(Tally tally) -> CountedQuestion.of(keyQuestion, tally, bands);
      case Measure.Stated(int percent) -> {
        Figure figure = Figure.stated(percent, bands);
        yield new KeyQuestionRatings.Scored(
            keyQuestion,
            figure,
            figure,
            figure.rating().map(Range::only),
            Tipping.NEITHER,
            false,
            false);
      }
    };
  }
}
