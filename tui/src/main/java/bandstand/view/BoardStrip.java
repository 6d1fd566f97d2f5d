package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.OverallTable;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Alert;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.StandardRatings;
import bandstand.state.Boards;
import bandstand.state.Opened;
import bandstand.state.Screen;
import java.util.ArrayList;
import java.util.List;

/** Below the Board: the chosen question's figure, where ratings turn, and the alerts. */
final class BoardStrip {
  private static final int REASON_ROWS = 2;

  private BoardStrip() {}

  static List<Line> of(Opened opened, Screen.Board screen, Standard standard, int columns) {
    StandardRatings row = opened.ratings().standard(standard.code()).orElseThrow();
    List<Line> lines = new ArrayList<>();
    opened
        .ratings()
        .group(standard.code().parent())
        .ifPresent(group -> lines.addAll(group(opened, group, columns)));
    if (opened.framework().takesJudgement(standard.code())) {
      String said =
          row.judgement()
              .map(judgement -> standard.code() + " " + words(opened, row, judgement))
              .orElse(standard.code() + " is not judged yet");
      lines.addAll(firstRows(said, columns));
      lines.add(Line.of(StandardPane.judging(standard.code()), Style.DIM));
    } else if (!standard.judged()) {
      Code question = Boards.question(opened, screen, standard);
      opened.ratings().keyQuestion(question).ifPresent(one -> question(opened, row, one, lines));
    }
    Text.wrap(overall(opened) + "  Alerts: " + alerts(opened), columns)
        .forEach(line -> lines.add(Line.of(line)));
    return lines;
  }

  /** One that is judged as a whole, whichever of its standards is chosen. */
  private static List<Line> group(Opened opened, GroupRatings row, int columns) {
    Code code = row.group().code();
    String title =
        "%s %s: %s".formatted(code, row.group().title(), Figures.of(opened.framework(), row));
    String said =
        row.judgement()
            .map(judgement -> "%s, %s".formatted(title, signed(judgement)))
            .orElse(title + "; " + StandardPane.judging(code));
    return firstRows(said, columns);
  }

  /** The whole of a reason is on the screen of standards. */
  private static List<Line> firstRows(String text, int columns) {
    List<String> rows = Text.wrap(text, columns);
    if (rows.size() <= REASON_ROWS) {
      return rows.stream().map(Line::of).toList();
    }
    List<Line> first = new ArrayList<>();
    rows.stream().limit(REASON_ROWS - 1).forEach(row -> first.add(Line.of(row)));
    first.add(Line.of(Text.cut(rows.get(REASON_ROWS - 1), columns - 2) + " …"));
    return first;
  }

  private static String words(Opened opened, StandardRatings row, Judgement judgement) {
    return Figures.of(opened.framework(), row) + ", " + signed(judgement);
  }

  private static String signed(Judgement judgement) {
    String status = judgement.agreed().isPresent() ? "agreed" : "recommended";
    return "%s by %s: %s".formatted(status, judgement.by().name(), judgement.reason());
  }

  private static void question(
      Opened opened, StandardRatings standard, KeyQuestionRatings row, List<Line> lines) {
    Framework framework = opened.framework();
    Code code = row.keyQuestion().code();
    Line figure =
        Line.of(
            Figures.of(framework, row) + Figures.moved(opened.moved(), code),
            Figures.style(opened.moved(), code, Figures.rating(row)));
    if (!(row instanceof KeyQuestionRatings.Scored scored)) {
      lines.add(figure);
      return;
    }
    Tally tally = scored.confirmed().tally().orElse(Tally.NOTHING);
    String open = tally.open() == 0 ? "" : "  open " + tally.open();
    String sets =
        !standard.limiting().contains(code)
            ? ""
            : framework.scale().banded() ? "  * sets the standard" : "  * lowest of its own";
    lines.add(
        figure.to(40, 3).plus("no %d  n/a %d%s%s".formatted(tally.no(), tally.na(), open, sets)));
    String thresholds = Figures.thresholds(framework, scored);
    if (!thresholds.isEmpty()) {
      lines.add(Line.of(turns(standard, scored, thresholds)));
    }
  }

  /** The standard turns with the question that alone sets it; else the question turns. */
  private static String turns(
      StandardRatings standard, KeyQuestionRatings.Scored row, String thresholds) {
    Code code = row.keyQuestion().code();
    boolean alone = standard.limiting().equals(List.of(code));
    return alone && standard.tipping().equals(row.tipping())
        ? "%s turns %s (%s).".formatted(standard.standard().code(), thresholds, code)
        : "%s %s; %s: %s"
            .formatted(
                code, thresholds, standard.standard().code(), Figures.of(standard.tipping()));
  }

  private static String overall(Opened opened) {
    Framework framework = opened.framework();
    Overall overall = opened.ratings().overall();
    if (framework.scale().overall().isEmpty()) {
      return "This edition has no overall.";
    }
    if (overall.score().isEmpty()) {
      return "Overall open: " + Figures.of(framework, overall) + ".";
    }
    int score = overall.score().get();
    List<String> ways = new ArrayList<>();
    overall.toNext().up().ifPresent(more -> ways.add(way(opened, score + more) + "+"));
    overall.toNext().down().ifPresent(fewer -> ways.add(way(opened, score - fewer) + " or less"));
    return "Overall: " + String.join(", ", ways) + "; " + single(opened) + ".";
  }

  private static String way(Opened opened, long score) {
    OverallTable table = opened.framework().scale().overall().orElseThrow();
    long counting =
        opened.ratings().standards().stream()
            .filter(row -> row.standard().counts() && !row.declaredNotRated())
            .count();
    Rating rating = table.forStandards(Math.toIntExact(counting)).of(Math.toIntExact(score));
    return Figures.word(opened.framework(), rating) + " at " + score;
  }

  /** Whether one standard, taken as far as ratings go, would change the overall. */
  private static String single(Opened opened) {
    Overall overall = opened.ratings().overall();
    List<Code> alone =
        opened.ratings().standards().stream()
            .filter(row -> row.standard().counts())
            .filter(row -> row.finalRating().map(rating -> reaches(overall, rating)).orElse(false))
            .map(row -> row.standard().code())
            .toList();
    return alone.isEmpty()
        ? "no single standard does it"
        : alone.size() == 1
            ? alone.getFirst() + " alone could"
            : "any of " + alone.size() + " standards alone could";
  }

  private static boolean reaches(Overall overall, Rating rating) {
    int up = Rating.OUTSTANDING.score() - rating.score();
    return overall.toNext().up().map(more -> more <= up).orElse(false)
        || overall.toNext().down().map(fewer -> fewer <= rating.score()).orElse(false);
  }

  private static String alerts(Opened opened) {
    List<Alert> alerts = List.copyOf(opened.inspection().alerts().values());
    long open = alerts.stream().filter(Alert::open).count();
    return alerts.isEmpty()
        ? "none"
        : alerts.size() + (open == 0 ? ", resolved" : ", " + open + " open");
  }
}
