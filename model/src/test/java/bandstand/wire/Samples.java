package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Question;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Decisions;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Judgement;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.inspection.Tally;
import bandstand.rating.Measure;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.pcollections.TreePMap;

/** Frameworks and inspections for the tests of this package. */
final class Samples {
  static final Framework YOS_2018 = BuiltInEditions.load().frameworks().get("yos-2018");
  static final Framework YOS_2021 = BuiltInEditions.load().frameworks().get("yos-2021");

  static final Instant AT = Instant.parse("2019-09-13T14:05:09.123Z");
  static final Judgement.Signature LEAD = new Judgement.Signature("PB", AT);

  /** 004 Annex 2: 35 court and 24 out-of-court cases; fewer where the percentage says so. */
  private static final Map<String, String> LEICESTER =
      Map.ofEntries(
          Map.entry("2.1", "31/35 30/35 32/35"),
          Map.entry("2.2", "33/35 26/32 27/33"),
          Map.entry("2.3", "34/35 27/35 26/35"),
          Map.entry("2.4", "25/35 20/30 21/35"),
          Map.entry("3.1", "20/24 16/24 20/24"),
          Map.entry("3.2", "21/24 18/24 13/16"),
          Map.entry("3.3", "18/24 15/23 17/21"),
          Map.entry("3.4", "22/24 19/24"));

  private Samples() {}

  static Judgement judged(Rating rating, String reason) {
    return new Judgement(Optional.of(rating), reason, LEAD, Optional.empty());
  }

  static Judgement agreed(Rating rating, String reason) {
    return new Judgement(
        Optional.of(rating),
        reason,
        LEAD,
        Optional.of(new Judgement.Signature("AM", AT.plusSeconds(60))));
  }

  static Judgement notRated(String reason) {
    return new Judgement(Optional.empty(), reason, LEAD, Optional.empty());
  }

  /** Without any judgement. */
  static Map<Code, Measure> leicesterMeasures() {
    TreePMap<Code, Measure> measures = TreePMap.empty();
    for (var row : LEICESTER.entrySet()) {
      String[] fractions = row.getValue().split(" ");
      for (int i = 0; i < fractions.length; i++) {
        measures =
            measures.plus(
                Code.of(row.getKey()).child(i + 1),
                Reads.done(CalculatorInput.parse(fractions[i])));
      }
    }
    return measures;
  }

  /** The published result, 24 of 36: its judgements under 1.1 to 1.4, and no discretion. */
  static Ratings leicester() {
    return leicester(TreePMap.empty());
  }

  static Ratings leicester(TreePMap<Code, Judgement> discretion) {
    TreePMap<Code, Judgement> judgements =
        TreePMap.<Code, Judgement>empty()
            .plus(Code.of("1.1"), agreed(Rating.REQUIRES_IMPROVEMENT, "Vision, uneven attendance"))
            .plus(Code.of("1.2"), judged(Rating.GOOD, "Motivated staff\nwho know their children"))
            .plus(Code.of("1.3"), judged(Rating.OUTSTANDING, "Partnerships"))
            .plus(Code.of("1.4"), judged(Rating.REQUIRES_IMPROVEMENT, "Old systems"));
    return leicester(new Decisions(judgements, discretion));
  }

  static Ratings leicester(Decisions decisions) {
    Map<Code, Measure> measures = leicesterMeasures();
    return Scorer.rate(
        YOS_2018,
        keyQuestion ->
            measures.getOrDefault(keyQuestion.code(), new Measure.Counted(Tally.NOTHING)),
        keyQuestion -> Tally.NOTHING,
        decisions);
  }

  /** Cases, answers and decisions by chance; the same seed gives the same inspection. */
  static Inspection random(Framework framework, Random random) {
    Inspection inspection = Inspection.blank(new InspectionId("by-chance"), framework);
    List<Edit> edits = new ArrayList<>();
    int cases = random.nextInt(12);
    for (int i = 0; i < cases; i++) {
      Reference reference = new Reference("C" + i);
      var types = framework.scale().caseTypes();
      String type = types.get(random.nextInt(types.size())).id();
      edits.add(new Edit.ToCase(reference, false, true));
      edits.add(new Edit.ToFact(reference, Case.TYPE, Optional.empty(), Optional.of(type)));
    }
    inspection = after(inspection, edits);
    for (int i = random.nextInt(4); i >= 0; i--) {
      inspection = changed(inspection, random);
    }
    return inspection;
  }

  /** After one more change of up to forty answers and a decision, by chance. */
  static Inspection changed(Inspection inspection, Random random) {
    List<Edit> edits = new ArrayList<>();
    List<Question> questions = inspection.framework().questions();
    for (int i = random.nextInt(40); i > 0; i--) {
      Question question = questions.get(random.nextInt(questions.size()));
      Optional<Given> given =
          random.nextInt(8) == 0
              ? Optional.empty()
              : Optional.of(
                  new Given(
                      Optional.of(Answer.values()[random.nextInt(3)]), "", false, 0, "AM", AT));
      if (question.asksService()) {
        edits.add(new Edit.ToAnswer(Optional.empty(), question.code(), Optional.empty(), given));
      } else {
        inspection.cases().values().stream()
            .filter(file -> question.asksCase(file.type()))
            .forEach(
                file ->
                    edits.add(
                        new Edit.ToAnswer(
                            Optional.of(file.reference()),
                            question.code(),
                            Optional.empty(),
                            given)));
      }
    }
    List<Standard> standards = inspection.framework().standards();
    Standard standard = standards.get(random.nextInt(standards.size()));
    Rating rating = Rating.values()[random.nextInt(4)];
    switch (random.nextInt(5)) {
      case 0 -> edits.add(discretion(Code.OVERALL, judged(rating, "Overall")));
      case 1 -> edits.add(judgement(standard, notRated("No such case")));
      case 2 ->
          edits.add(
              standard.judged()
                  ? judgement(standard, agreed(rating, "Agreed"))
                  : discretion(standard.code(), judged(rating, "One case")));
      case 3 -> {
        if (standard.judged()) {
          edits.add(judgement(standard, judged(rating, "Cymraeg: ŵ 😀\nsecond line")));
        }
      }
      default -> {}
    }
    return after(inspection, edits);
  }

  private static Edit judgement(Standard standard, Judgement judgement) {
    return new Edit.ToJudgement(standard.code(), Optional.empty(), Optional.of(judgement));
  }

  private static Edit discretion(Code code, Judgement discretion) {
    return new Edit.ToDiscretion(code, Optional.empty(), Optional.of(discretion));
  }

  private static Inspection after(Inspection inspection, List<Edit> edits) {
    return inspection.after(
        new Recorded(
            inspection.id(),
            inspection.revision() + 1,
            "AM",
            AT,
            Change.of(Change.Kind.BATCH, edits)));
  }

  /** The key question of a code known to be one. */
  static KeyQuestion keyQuestion(Framework framework, String code) {
    return framework.question(Code.of(code)).orElseThrow().keyQuestion();
  }
}
