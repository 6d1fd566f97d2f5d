package bandstand.cli;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Decisions;
import bandstand.inspection.Tally;
import bandstand.rating.Figure;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Measure;
import bandstand.rating.Scorer;
import bandstand.rating.StandardRatings;
import bandstand.view.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What figures on their own are worth in an edition, in lines for a person. */
final class Rate {
  /** As many key questions as one standard can have codes for. */
  static final int MOST_FIGURES = Code.HIGHEST;

  private static final Code GROUP = Code.of("1");
  private static final String ANY_TYPE = "any";

  private final Framework edition;

  Rate(Framework edition) {
    this.edition = edition;
  }

  /** A line a figure; several are one standard, whose rating follows. */
  List<String> lines(List<Measure> measures) {
    StandardRatings rated = rated(measures);
    List<String> lines = new ArrayList<>();
    scored(rated).forEach(row -> lines.add(line(row)));
    if (!edition.scale().banded()) {
      lines.add(edition.id() + " has no bands: a percentage stands without a rating");
      return lines;
    }
    if (measures.size() > 1) {
      lines.add(standard(rated));
    }
    return lines;
  }

  /** The figures as the key questions of a standard of their own. */
  private StandardRatings rated(List<Measure> measures) {
    Map<Code, Measure> byCode = new TreeMap<>();
    List<KeyQuestion> questions = new ArrayList<>();
    Code code = GROUP.child(1);
    for (Measure measure : measures) {
      KeyQuestion question = new KeyQuestion(code.child(questions.size() + 1), "", List.of());
      questions.add(question);
      byCode.put(question.code(), measure);
    }
    Standard standard =
        new Standard(code, "", Standard.Kind.CASES, false, Set.of(ANY_TYPE), questions);
    Framework alone =
        new Framework(
            edition.edition(), edition.scale(), List.of(new Group(GROUP, "", List.of(standard))));
    return Scorer.rate(
            alone,
            question -> byCode.getOrDefault(question.code(), new Measure.Counted(Tally.NOTHING)),
            _ -> Tally.NOTHING,
            Decisions.none())
        .standards()
        .getFirst();
  }

  private String line(KeyQuestionRatings.Scored row) {
    boolean stated = row.confirmed().tally().isEmpty();
    return joined(
        List.of(
            Figures.of(edition, row.confirmed()),
            stated ? thresholds(row.confirmed()) : Figures.thresholds(edition, row),
            stated || !edition.scale().banded() ? "" : Figures.of(row.tipping()),
            Figures.rounding(edition, row)));
  }

  /** Where the ratings above and below a bare percentage begin. */
  private String thresholds(Figure figure) {
    if (edition.scale().bands().isEmpty() || figure.rating().isEmpty()) {
      return "";
    }
    List<Integer> from = edition.scale().bands().get().from();
    int score = figure.rating().get().score();
    List<String> parts = new ArrayList<>();
    if (score + 1 < from.size()) {
      parts.add(threshold(score + 1, from.get(score + 1)));
    }
    if (score > 0) {
      parts.add(threshold(score - 1, from.get(score) - 1));
    }
    return String.join(", ", parts);
  }

  private String threshold(int score, int percent) {
    return Figures.word(edition, Rating.ofScore(score)) + " at " + percent + "%";
  }

  private String standard(StandardRatings rated) {
    String lowest =
        scored(rated).stream()
            .filter(row -> rated.limiting().contains(row.keyQuestion().code()))
            .map(row -> Figures.of(edition, row.confirmed()))
            .distinct()
            .collect(Collectors.joining(", "));
    boolean counted = rated.tipping().up().isPresent() || rated.tipping().down().isPresent();
    return joined(
        List.of(
            "standard: " + Figures.of(edition, rated),
            "lowest: " + lowest,
            counted ? Figures.of(rated.tipping()) : ""));
  }

  private static List<KeyQuestionRatings.Scored> scored(StandardRatings rated) {
    return rated.keyQuestions().stream()
        .filter(KeyQuestionRatings.Scored.class::isInstance)
        .map(KeyQuestionRatings.Scored.class::cast)
        .toList();
  }

  private static String joined(List<String> parts) {
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("   "));
  }
}
