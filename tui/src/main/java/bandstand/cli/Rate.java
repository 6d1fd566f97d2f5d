package bandstand.cli;

import bandstand.framework.Bands;
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
import bandstand.rating.Tipping;
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
    return joined(
        List.of(
            figure(row.confirmed()),
            thresholds(row.confirmed()),
            tipping(row.tipping()),
            row.roundingDecides() ? "rounding decides" : ""));
  }

  /** Fraction, percentage and rating, in that order. */
  private String figure(Figure figure) {
    String fraction =
        figure.tally().map(tally -> tally.yes() + "/" + tally.counted() + " ").orElse("");
    String percent = figure.percent().map(number -> number + "%").orElse("not rated");
    return fraction + percent + figure.rating().map(rating -> " " + title(rating)).orElse("");
  }

  /** Where the rating above and the one below begin, as {@code Good at 23/35}. */
  private String thresholds(Figure figure) {
    if (edition.scale().bands().isEmpty() || figure.rating().isEmpty()) {
      return "";
    }
    Bands bands = edition.scale().bands().get();
    Rating rating = figure.rating().get();
    int counted = figure.tally().map(Tally::counted).orElse(100);
    String suffix = figure.tally().isPresent() ? "/" + counted : "%";
    List<String> parts = new ArrayList<>();
    if (rating != Rating.OUTSTANDING) {
      Rating above = Rating.ofScore(rating.score() + 1);
      parts.add(title(above) + " at " + bands.fewestYes(above, counted) + suffix);
    }
    if (rating != Rating.INADEQUATE) {
      Rating below = bands.of(bands.fewestYes(rating, counted) - 1, counted);
      parts.add(title(below) + " at " + (bands.fewestYes(rating, counted) - 1) + suffix);
    }
    return String.join(", ", parts);
  }

  private static String tipping(Tipping tipping) {
    List<String> parts = new ArrayList<>();
    tipping.down().ifPresent(answers -> parts.add("down " + answers));
    tipping.up().ifPresent(answers -> parts.add("up " + answers));
    return String.join(" ", parts);
  }

  private String standard(StandardRatings rated) {
    String lowest =
        scored(rated).stream()
            .filter(row -> rated.limiting().contains(row.keyQuestion().code()))
            .map(row -> figure(row.confirmed()))
            .distinct()
            .collect(Collectors.joining(", "));
    return joined(
        List.of(
            "standard: " + rated.computed().map(this::title).orElse("not rated"),
            "lowest: " + lowest,
            tipping(rated.tipping())));
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

  private String title(Rating rating) {
    return edition.word(rating).title();
  }
}
