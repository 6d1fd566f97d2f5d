package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every figure and rating as lines of text, for where there is no screen. */
public final class RatingLines {
  private RatingLines() {}

  /** The overall, then groups judged as a whole, then each standard with its key questions. */
  public static List<String> of(Ratings ratings) {
    Framework framework = ratings.framework();
    List<String> lines = new ArrayList<>();
    String settled = ratings.overall().settled() ? "  settled" : "";
    lines.add(Figures.of(framework, ratings.overall()) + settled);
    for (GroupRatings row : ratings.groups()) {
      Group group = row.group();
      lines.add(group.code() + " " + group.title() + ": " + Figures.of(framework, row));
    }
    for (StandardRatings standard : ratings.standards()) {
      lines.add(of(framework, standard));
      for (KeyQuestionRatings row : standard.keyQuestions()) {
        lines.add("  " + of(framework, row));
      }
    }
    return lines;
  }

  /** The standards and key questions within a code; of a prompt, its key question. */
  public static List<String> within(Ratings ratings, Code code) {
    Framework framework = ratings.framework();
    List<String> lines = new ArrayList<>();
    for (StandardRatings standard : ratings.standards()) {
      if (code.contains(standard.standard().code())) {
        lines.add(of(framework, standard));
      }
      for (KeyQuestionRatings row : standard.keyQuestions()) {
        Code question = row.keyQuestion().code();
        if (code.contains(question) || question.contains(code)) {
          lines.add("  " + of(framework, row));
        }
      }
    }
    return lines;
  }

  /** {@code 2.4 Reviewing: Requires improvement lowest: 2.4.3 settled}. */
  private static String of(Framework framework, StandardRatings standard) {
    String name = standard.standard().code() + " " + standard.standard().title();
    String lowest =
        standard.limiting().stream().map(Code::toString).collect(Collectors.joining(", "));
    return name
        + ": "
        + Figures.of(framework, standard)
        + (lowest.isEmpty() ? "" : "  lowest: " + lowest)
        + (standard.settled() ? "  settled" : "");
  }

  /** {@code 2.4.3 21/35 60% Requires improvement down 4 up 2}. */
  private static String of(Framework framework, KeyQuestionRatings row) {
    String figure = Figures.of(framework, row);
    return row instanceof KeyQuestionRatings.Scored scored && scored.rating().isPresent()
        ? (figure
                + "  "
                + Figures.of(scored.tipping())
                + "  "
                + Figures.rounding(framework, scored))
            .stripTrailing()
        : figure;
  }
}
