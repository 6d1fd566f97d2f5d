package bandstand.view;

import bandstand.framework.Bands;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Question;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import bandstand.inspection.Tally;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Range;
import bandstand.rating.StandardRatings;
import bandstand.state.Opened;
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

  private final Opened opened;
  private final Screen.Desk desk;
  private final int columns;

  private DeskStrip(Opened opened, Screen.Desk desk, int columns) {
    this.opened = opened;
    this.desk = desk;
    this.columns = columns;
  }

  /** All of it, then less and less of it, for screens of fewer rows. */
  static List<List<Line>> byImportance(
      State state, Opened opened, Screen.Desk desk, Question current, int columns) {
    DeskStrip strip = new DeskStrip(opened, desk, columns);
    StandardRatings standard = opened.ratings().standard(current.standard().code()).orElseThrow();
    Optional<Line> elsewhere =
        desk.answered()
            .map(answered -> keyQuestion(answered.code()))
            .filter(code -> !standard.standard().code().contains(code))
            .flatMap(code -> opened.ratings().keyQuestion(code))
            .map(strip::elsewhere);
    Code here = keyQuestion(current.code());
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

  private static Code keyQuestion(Code line) {
    return line.depth() == 4 ? line.parent() : line;
  }

  private boolean justAnswered(KeyQuestionRatings row) {
    return desk.answered()
        .map(answered -> keyQuestion(answered.code()).equals(row.keyQuestion().code()))
        .orElse(false);
  }

  private Line figure(KeyQuestionRatings row) {
    Framework framework = opened.framework();
    Map<Code, Integer> moved = opened.moved();
    Code code = row.keyQuestion().code();
    return Line.of(
        Figures.of(framework, row) + Figures.moved(moved, code),
        Figures.style(moved, code, Figures.rating(row)));
  }

  private Line elsewhere(KeyQuestionRatings row) {
    String whose =
        desk.answered()
            .flatMap(Screen.Answered::subject)
            .filter(subject -> !desk.subject().equals(Optional.of(subject)))
            .map(subject -> " " + subject)
            .orElse("");
    return figure(row).to(CASE_COLUMN, 2).plus("just answered" + whose, Style.DIM);
  }

  private Line line(KeyQuestionRatings row) {
    Line line = figure(row);
    if (desk.subject().isEmpty() || !(row instanceof KeyQuestionRatings.Scored scored)) {
      return line;
    }
    Optional<Answer> answer = answer(desk.subject().get(), row.keyQuestion());
    Line touched =
        line.to(CASE_COLUMN, 2)
            .plus("this case " + answer.map(given -> Words.of(answer)).orElse("open"));
    return Stream.of(true, false)
        .flatMap(whole -> without(scored, answer, whole).stream())
        .map(figure -> touched.to(WAS_COLUMN, 2).plus("was " + figure, Style.DIM))
        .filter(was -> was.width() <= columns)
        .findFirst()
        .orElse(touched.width() <= columns ? touched : line);
  }

  private Optional<Answer> answer(Reference subject, KeyQuestion keyQuestion) {
    return opened.inspection().file(subject).flatMap(file -> file.answer(keyQuestion.code()));
  }

  /**
   * The figure as it were without this case; empty when the case does not count.
   *
   * @param whole the rating as printed, else its narrow form
   */
  private Optional<String> without(
      KeyQuestionRatings.Scored row, Optional<Answer> answer, boolean whole) {
    Tally tally = row.confirmed().tally().orElse(Tally.NOTHING);
    boolean yes = answer.equals(Optional.of(Answer.YES)) && tally.yes() > 0;
    boolean no = answer.equals(Optional.of(Answer.NO)) && tally.no() > 0;
    if (!yes && !no) {
      return Optional.empty();
    }
    int counted = tally.counted() - 1;
    int others = tally.yes() - (yes ? 1 : 0);
    if (counted == 0) {
      return Optional.of("not rated");
    }
    String band =
        opened
            .framework()
            .scale()
            .bands()
            .map(bands -> opened.framework().word(bands.of(others, counted)))
            .map(word -> " " + (whole ? word.title() : word.narrow()))
            .orElse("");
    return Optional.of(
        "%d/%d %d%%%s".formatted(others, counted, Bands.percent(others, counted), band));
  }

  private Line line(StandardRatings standard) {
    Framework framework = opened.framework();
    Map<Code, Integer> moved = opened.moved();
    Code code = standard.standard().code();
    Line line =
        Line.of(Text.pad(code.toString(), 5) + " ")
            .plus(
                Figures.of(framework, standard) + Figures.moved(moved, code),
                Figures.style(moved, code, standard.finalRating()));
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
    Line whole = named.plus("may be " + Figures.of(framework, range));
    return whole.width() <= columns
        ? whole
        : named.plus("may be " + Figures.narrow(framework, range));
  }
}
