package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Tally;
import bandstand.rating.Figure;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Ratings;
import bandstand.state.Opened;
import bandstand.state.OwnAnswer;
import bandstand.state.Shown;
import bandstand.state.State;
import bandstand.state.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this client's last answer did, in words: each thing before and after. */
final class AnswerWords {
  private static final String BETWEEN = "   ";

  private final Framework framework;
  private final String arrow;

  private AnswerWords(Framework framework, String arrow) {
    this.framework = framework;
    this.arrow = arrow;
  }

  /** All of it, then less and less of it; one that is empty when there is nothing to tell. */
  static List<String> byImportance(State state) {
    Optional<OwnAnswer> answer = state.display().answered().filter(OwnAnswer::fresh);
    if (answer.isEmpty() || state.opened().isEmpty()) {
      return List.of("");
    }
    Opened opened = state.opened().get();
    OwnAnswer own = answer.get();
    String arrow = state.settings().ascii() ? " -> " : " → ";
    AnswerWords words = new AnswerWords(opened.framework(), arrow);
    boolean asked =
        opened.id().equals(own.inspection())
            && Shown.of(state, opened, own.subject(), own.code()).wanted().equals(own.after());
    String over = asked && own.overwrites() ? words.over(own) : "";
    Optional<Ratings> before = own.ratingsBefore(opened);
    if (before.isEmpty()) {
      return List.of(over);
    }
    String figure = words.figure(before.get(), opened.ratings(), keyQuestion(own.code()));
    String rated = words.rated(before.get(), opened.ratings(), keyQuestion(own.code()).parent());
    return List.of(
        joined(over, figure, rated),
        joined(over, rated.isEmpty() ? figure : rated),
        over.isEmpty() ? rated : over);
  }

  /** A line of the desk is a prompt or the judgement of its key question. */
  static Code keyQuestion(Code line) {
    return line.depth() == 4 ? line.parent() : line;
  }

  private String over(OwnAnswer own) {
    Optional<Answer> after = own.after().answer();
    return "%s %s%s%s, u undoes"
        .formatted(
            own.code(),
            Words.of(own.before().answer()),
            arrow,
            after.isEmpty() ? "cleared" : Words.of(after));
  }

  private String figure(Ratings before, Ratings after, Code code) {
    Optional<KeyQuestionRatings> was = before.keyQuestion(code);
    Optional<KeyQuestionRatings> is = after.keyQuestion(code);
    if (was.isEmpty() || is.isEmpty()) {
      return "";
    }
    if (was.get() instanceof KeyQuestionRatings.Scored old
        && is.get() instanceof KeyQuestionRatings.Scored now) {
      return same(old.confirmed(), now.confirmed())
          ? changed(code, "~", old.projected(), now.projected())
          : changed(code, "", old.confirmed(), now.confirmed());
    }
    return was.get() instanceof KeyQuestionRatings.Indicative old
            && is.get() instanceof KeyQuestionRatings.Indicative now
        ? changed(code, "", old.indicative(), now.indicative())
        : "";
  }

  /**
   * The figure before and after.
   *
   * @param sign before each: nothing, or {@code ~}
   */
  private String changed(Code code, String sign, Figure before, Figure after) {
    if (same(before, after)) {
      return "";
    }
    String was = signed(sign, before);
    String is = signed(sign, after);
    return code + " " + (was.equals(is) ? "stays " + is : was + arrow + is);
  }

  private String signed(String sign, Figure figure) {
    return (figure.percent().isPresent() ? sign : "") + Figures.narrow(framework, figure);
  }

  private static boolean same(Figure one, Figure other) {
    Tally first = one.tally().orElse(Tally.NOTHING);
    Tally second = other.tally().orElse(Tally.NOTHING);
    return first.yes() == second.yes() && first.no() == second.no();
  }

  /** The standard's rating and the overall, as far as they moved. */
  private String rated(Ratings before, Ratings after, Code standard) {
    Optional<Rating> was = before.standard(standard).flatMap(row -> row.finalRating());
    Optional<Rating> is = after.standard(standard).flatMap(row -> row.finalRating());
    String moved = was.equals(is) ? "" : standard + " " + narrow(was) + arrow + narrow(is);
    return joined(moved, overall(before.overall(), after.overall()));
  }

  private String overall(Overall before, Overall after) {
    if (before.score().equals(after.score()) || framework.scale().overall().isEmpty()) {
      return "";
    }
    if (before.score().isEmpty() || after.score().isEmpty()) {
      return "overall " + scored(before) + arrow + scored(after);
    }
    String points = before.score().get() + arrow + after.score().get() + " of " + after.max();
    return before.finalRating().equals(after.finalRating())
        ? points
        : points + ", " + narrow(before.finalRating()) + arrow + narrow(after.finalRating());
  }

  private String scored(Overall overall) {
    return overall
        .score()
        .map(score -> score + "/" + overall.max() + " " + narrow(overall.finalRating()))
        .orElse("open");
  }

  private String narrow(Optional<Rating> rating) {
    return rating.isEmpty() ? "not rated" : Figures.narrow(framework, rating);
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(BETWEEN));
  }
}
