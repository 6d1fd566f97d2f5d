package bandstand.view;

import bandstand.framework.Bands;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Question;
import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import bandstand.inspection.Tally;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Range;
import bandstand.rating.StandardRatings;
import bandstand.state.Opened;
import bandstand.state.OwnAnswer;
import bandstand.state.Screen;
import bandstand.state.State;
import bandstand.state.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures a case is touching: of the standard in hand, and of the question just answered. */
final class DeskStrip {
  private static final int CASE_COLUMN = 40;
  private static final int WAS_COLUMN = 56;
  private static final int SIGN_COLUMNS = 2;

  private final Opened opened;
  private final Screen.Desk desk;
  private final int columns;
  private final Optional<OwnAnswer> changed;

  private DeskStrip(State state, Opened opened, Screen.Desk desk, int columns) {
    this.opened = opened;
    this.desk = desk;
    this.columns = columns;
    this.changed =
        state
            .display()
            .answered()
            .filter(answer -> answer.subject().equals(desk.subject()) && answer.stands(opened));
  }

  /** All of it, then less and less of it, for screens of fewer rows. */
  static List<List<Line>> byImportance(
      State state, Opened opened, Screen.Desk desk, Question current, int columns) {
    DeskStrip strip = new DeskStrip(state, opened, desk, columns);
    StandardRatings standard = opened.ratings().standard(current.standard().code()).orElseThrow();
    Optional<Line> elsewhere =
        desk.answered()
            .map(answered -> AnswerWords.keyQuestion(answered.code()))
            .filter(code -> !standard.standard().code().contains(code))
            .flatMap(code -> opened.ratings().keyQuestion(code))
            .map(strip::elsewhere);
    Code here = AnswerWords.keyQuestion(current.code());
    List<Line> one =
        standard.keyQuestions().stream()
            .filter(row -> row.keyQuestion().code().equals(here) || strip.justAnswered(row))
            .map(strip::line)
            .toList();
    List<Line> all = standard.keyQuestions().stream().map(strip::line).toList();
    Line rated = strip.line(standard);
    return List.of(
        joined(elsewhere, all, Optional.of(rated)),
        joined(elsewhere, one, Optional.of(rated)),
        joined(elsewhere, one, Optional.empty()));
  }

  private static List<Line> joined(Optional<Line> first, List<Line> between, Optional<Line> last) {
    List<Line> all = new ArrayList<>();
    first.ifPresent(all::add);
    all.addAll(between);
    last.ifPresent(all::add);
    return all;
  }

  private boolean justAnswered(KeyQuestionRatings row) {
    return desk.answered()
        .map(answered -> AnswerWords.keyQuestion(answered.code()).equals(row.keyQuestion().code()))
        .orElse(false);
  }

  private Line figure(KeyQuestionRatings row) {
    Framework framework = opened.framework();
    Map<Code, Integer> moved = opened.moved();
    Code code = row.keyQuestion().code();
    return marked(
        Line.of(Figures.of(framework, row), Figures.style(Figures.rating(row))),
        moved,
        code,
        Figures.rating(row));
  }

  /** Only the sign comes and goes with the next key: no figure is written again for it. */
  private static Line marked(
      Line figure, Map<Code, Integer> moved, Code code, Optional<Rating> rating) {
    return figure.plus(
        Text.pad(Figures.moved(moved, code), SIGN_COLUMNS), Figures.style(moved, code, rating));
  }

  private Line elsewhere(KeyQuestionRatings row) {
    Line answered = figure(row).to(CASE_COLUMN, 2).plus("just answered", Style.DIM);
    Line with = was(row).map(was -> answered.plus("  was " + was, Style.DIM)).orElse(answered);
    return with.width() <= columns ? with : answered;
  }

  private Line line(KeyQuestionRatings row) {
    Line line = figure(row);
    if (desk.subject().isEmpty() || !(row instanceof KeyQuestionRatings.Scored)) {
      return line;
    }
    Optional<Answer> answer = answer(desk.subject().get(), row.keyQuestion());
    Line touched =
        line.to(CASE_COLUMN, 2)
            .plus("this case " + answer.map(given -> Words.of(answer)).orElse("open"));
    return was(row).stream()
        .flatMap(
            was ->
                Stream.of(touched.to(WAS_COLUMN, 2), line.to(CASE_COLUMN, 2))
                    .map(start -> start.plus("was " + was, Style.DIM)))
        .filter(was -> was.width() <= columns)
        .findFirst()
        .orElse(touched.width() <= columns ? touched : line);
  }

  private Optional<Answer> answer(Reference subject, KeyQuestion keyQuestion) {
    return opened.inspection().file(subject).flatMap(file -> file.answer(keyQuestion.code()));
  }

  /** {@code 31/35 89% Outst}: the figure before the last own answer, at its question alone. */
  private Optional<String> was(KeyQuestionRatings row) {
    return row instanceof KeyQuestionRatings.Scored scored
        ? changed
            .filter(answer -> answer.code().equals(row.keyQuestion().code()))
            .filter(answer -> by(answer, Answer.YES) != 0 || by(answer, Answer.NO) != 0)
            .map(answer -> was(scored.confirmed().tally().orElse(Tally.NOTHING), answer))
        : Optional.empty();
  }

  private String was(Tally now, OwnAnswer answer) {
    int yes = now.yes() + by(answer, Answer.YES);
    int counted = yes + now.no() + by(answer, Answer.NO);
    if (counted == 0) {
      return "not rated";
    }
    Framework framework = opened.framework();
    String band =
        framework
            .scale()
            .bands()
            .map(bands -> " " + framework.word(bands.of(yes, counted)).narrow())
            .orElse("");
    return "%d/%d %d%%%s".formatted(yes, counted, Bands.percent(yes, counted), band);
  }

  /** How many more there were of an answer. */
  private static int by(OwnAnswer own, Answer answer) {
    Optional<Answer> one = Optional.of(answer);
    return (own.before().answer().equals(one) ? 1 : 0) - (own.after().answer().equals(one) ? 1 : 0);
  }

  private Line line(StandardRatings standard) {
    Framework framework = opened.framework();
    Map<Code, Integer> moved = opened.moved();
    Code code = standard.standard().code();
    Line line =
        marked(
            Line.of(Text.pad(code.toString(), 5) + " ")
                .plus(Figures.of(framework, standard), Figures.style(standard.finalRating())),
            moved,
            code,
            standard.finalRating());
    if (standard.standard().judged()) {
      return line.to(CASE_COLUMN, 2).plus("judged, not computed", Style.DIM);
    }
    String lowest =
        standard.limiting().stream().map(Code::toString).collect(Collectors.joining(" "));
    Line named = line.to(CASE_COLUMN, 2).plus(lowest.isEmpty() ? "" : "lowest: " + lowest + "  ");
    if (standard.settled() || standard.range().isEmpty()) {
      return named;
    }
    Range range = standard.range().get();
    Line open = named.plus("may be ");
    Line words = open.plus(Figures.of(framework, range, columns - open.width()));
    return words.width() <= columns ? words : open.plus(Figures.letters(framework, range));
  }
}
