package bandstand.view;

import bandstand.framework.Bands;
import bandstand.framework.Basis;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Question;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tallies;
import bandstand.inspection.Tally;
import bandstand.rating.Figure;
import bandstand.rating.Flag;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Range;
import bandstand.rating.StandardRatings;
import bandstand.rating.Tipping;
import bandstand.state.Opened;
import bandstand.state.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of a group, standard, key question or prompt. */
final class StandardPane {
  private static final int MOST_BAR = 40;

  /** Of a reason; what else is known of the standard stays in sight. */
  private static final int REASON_ROWS = 4;

  private final Opened opened;
  private final int width;
  private final int height;
  private final List<Line> lines = new ArrayList<>();

  private StandardPane(Opened opened, int width, int height) {
    this.opened = opened;
    this.width = width;
    this.height = height;
  }

  /** As many lines as there are, whatever the height: labels of key questions only if all fit. */
  static List<Line> of(Opened opened, Code code, int width, int height) {
    StandardPane pane = new StandardPane(opened, width, height);
    pane.wrap(code + " " + Rows.title(opened.framework(), code), Style.BOLD);
    switch (code.depth()) {
      case 1 -> pane.group(code);
      case 2 -> opened.ratings().standard(code).ifPresent(pane::standard);
      case 3 -> opened.ratings().keyQuestion(code).ifPresent(pane::keyQuestion);
      default -> opened.framework().question(code).ifPresent(pane::prompt);
    }
    return pane.lines;
  }

  private void group(Code code) {
    opened.ratings().group(code).ifPresent(this::judged);
    opened.framework().groups().stream()
        .filter(group -> group.code().equals(code))
        .map(Group::standards)
        .flatMap(List::stream)
        .flatMap(standard -> opened.ratings().standard(standard.code()).stream())
        .forEach(
            row ->
                lines.add(
                    Line.of(row.standard().code() + " ")
                        .plus(
                            Figures.of(opened.framework(), row),
                            Figures.style(row.finalRating()))));
  }

  private void judged(GroupRatings row) {
    Code code = row.group().code();
    lines.add(
        Line.of(
            Figures.of(opened.framework(), row) + Figures.moved(opened.moved(), code),
            Figures.style(opened.moved(), code, row.finalRating())));
    row.judgement().ifPresent(this::judgement);
    row.group().judgedOn().map(StandardPane::words).ifPresent(words -> wrap(words, Style.DIM));
    wrap(judging(code), Style.DIM);
    lines.add(Line.BLANK);
  }

  /** What the judging of a group rests on, where that is not plain. */
  private static String words(Basis basis) {
    return switch (basis) {
      case PUBLISHED, INFERRED -> "judged as a whole";
      case HOUSE, PRACTICE, UNCONFIRMED -> "not in the criteria: judged as a whole";
    };
  }

  private void standard(StandardRatings row) {
    Framework framework = opened.framework();
    Code code = row.standard().code();
    lines.add(
        Line.of(
            Figures.of(framework, row) + Figures.moved(opened.moved(), code),
            Figures.style(opened.moved(), code, row.finalRating())));
    row.judgement().ifPresent(this::judgement);
    row.discretion().ifPresent(this::judgement);
    if (!row.standard().judged()) {
      String limiting =
          row.limiting().stream().map(Code::toString).collect(Collectors.joining(" "));
      tipping(row.tipping());
      lines.add(Line.of(limiting.isEmpty() ? "no question has data" : "lowest: " + limiting));
    }
    if (row.standard().judged() ? framework.takesJudgement(code) : framework.scale().banded()) {
      lines.add(Line.of(row.settled() ? "settled" : range(row.range())));
    }
    String flags = row.flags().stream().map(StandardPane::words).collect(Collectors.joining(", "));
    if (!flags.isEmpty()) {
      wrap(flags, Style.PLAIN);
    }
    if (framework.takesJudgement(code)) {
      wrap(judging(code), Style.DIM);
    }
    if (!row.standard().counts() && framework.scale().overall().isPresent()) {
      wrap("does not count towards the overall", Style.PLAIN);
    }
    lines.add(Line.BLANK);
    List<KeyQuestionRatings> questions = row.keyQuestions();
    int labels = questions.stream().mapToInt(question -> label(question).size()).sum();
    boolean labelled = lines.size() + questions.size() + labels <= height;
    for (KeyQuestionRatings question : questions) {
      lines.add(Line.of(Figures.of(framework, question), Figures.style(Figures.rating(question))));
      if (labelled) {
        lines.addAll(label(question));
      }
    }
  }

  private List<Line> label(KeyQuestionRatings question) {
    return Text.wrap(question.keyQuestion().label(), width - 2).stream()
        .map(text -> Line.of("  " + text, Style.DIM))
        .toList();
  }

  /** No key judges. */
  static String judging(Code standard) {
    return "judge with PUT …/judgements/" + standard + " (README)";
  }

  private void judgement(Judgement judgement) {
    String how =
        judgement.agreed().isPresent()
            ? "agreed by " + judgement.agreed().get().name()
            : "by " + judgement.by().name();
    List<String> rows = Text.wrap(how + ": " + judgement.reason(), width);
    rows.stream().limit(REASON_ROWS).forEach(row -> lines.add(Line.of(row)));
    if (rows.size() > REASON_ROWS) {
      lines.add(Line.of("… i: the whole reason", Style.DIM));
    }
  }

  private void keyQuestion(KeyQuestionRatings row) {
    Code code = row.keyQuestion().code();
    figure(
        Figures.of(opened.framework(), row) + Figures.moved(opened.moved(), code),
        Figures.style(opened.moved(), code, Figures.rating(row)));
    switch (row) {
      case KeyQuestionRatings.Scored scored -> scored(scored);
      case KeyQuestionRatings.Indicative indicative -> {
        bar(indicative.indicative());
        wrap("indicative only: the standard is judged", Style.DIM);
      }
    }
    prompts(row.keyQuestion());
  }

  /** In one row, or where that is too narrow what is projected in a second. */
  private void figure(String words, Style style) {
    int projected = words.indexOf(" ~");
    if (Text.width(words) <= width || projected < 0) {
      wrap(words, style);
    } else {
      lines.add(Line.of(words.substring(0, projected), style));
      lines.add(Line.of(words.substring(projected + 1), style));
    }
  }

  private void scored(KeyQuestionRatings.Scored row) {
    bar(row.confirmed());
    tipping(row.tipping());
    String thresholds = Figures.thresholds(opened.framework(), row);
    if (!thresholds.isEmpty()) {
      wrap(thresholds, Style.PLAIN);
    }
    Tally tally = row.confirmed().tally().orElse(Tally.NOTHING);
    lines.add(
        Line.of(
            "yes %d  no %d  n/a %d  open %d"
                .formatted(tally.yes(), tally.no(), tally.na(), tally.open())));
    Code code = row.keyQuestion().code();
    boolean limits =
        opened
            .ratings()
            .standard(code.parent())
            .map(standard -> standard.limiting().contains(code))
            .orElse(false);
    boolean banded = opened.framework().scale().banded();
    if (limits) {
      lines.add(Line.of((banded ? "sets the rating of " : "lowest of ") + code.parent()));
    }
    if (banded) {
      lines.add(Line.of(row.settled() ? "settled" : range(row.range())));
    }
    if (row.leaves()) {
      wrap("not applicable in every case: it leaves the standard", Style.PLAIN);
    }
    if (row.roundingDecides()) {
      wrap(Figures.roundingWhy(opened.framework(), row), Style.PLAIN);
    }
  }

  /** Without bands nothing tips. */
  private void tipping(Tipping tipping) {
    if (opened.framework().scale().banded()) {
      lines.add(Line.of(Figures.of(tipping)));
    }
  }

  private String range(Optional<Range> range) {
    String may = "may be ";
    return range
        .map(one -> may + Figures.of(opened.framework(), one, width - may.length()))
        .orElse("not rated");
  }

  /** As long as the percentage; a word stands beside every bar. */
  private void bar(Figure figure) {
    int whole = Math.min(MOST_BAR, width);
    figure
        .percent()
        .ifPresent(
            percent -> {
              int filled = Math.min(whole, (percent * whole + 50) / 100);
              lines.add(
                  Line.of("█".repeat(filled), Figures.style(figure.rating()))
                      .plus("░".repeat(whole - filled), Style.DIM));
            });
  }

  private void prompts(KeyQuestion keyQuestion) {
    if (keyQuestion.prompts().isEmpty()) {
      return;
    }
    lines.add(Line.BLANK);
    lines.add(Line.of("prompts, share of yes", Style.DIM));
    for (Prompt prompt : keyQuestion.prompts()) {
      Question question = opened.framework().question(prompt.code()).orElseThrow();
      lines.add(
          Line.of(
              Text.padStart(String.valueOf(prompt.ordinal()), 2)
                  + " "
                  + Text.pad(share(tally(question)), 10)
                  + " "
                  + prompt.label()));
    }
  }

  private void prompt(Question question) {
    Tally tally = tally(question);
    lines.add(Line.of("yes " + share(tally)));
    lines.add(
        Line.of(
            "yes %d  no %d  n/a %d  open %d"
                .formatted(tally.yes(), tally.no(), tally.na(), tally.open())));
    wrap("a prompt guides the judgement and is no figure of its own", Style.DIM);
  }

  private Tally tally(Question question) {
    Tallies tallies = opened.inspection().tallies();
    return question.asksService() ? tallies.ofService(question) : tallies.ofCases(question);
  }

  private static String share(Tally tally) {
    return tally.counted() == 0
        ? "-"
        : "%d/%d %d%%"
            .formatted(tally.yes(), tally.counted(), Bands.percent(tally.yes(), tally.counted()));
  }

  static String words(Flag flag) {
    return switch (flag) {
      case ONE_CASE -> "one case";
      case FIVE_CASES -> "few cases";
      case NEAR_BOUNDARY -> "near a boundary";
      case ROUNDING_DECIDES -> "rounding";
      case QUESTION_LEFT_OUT -> "question left out";
    };
  }

  private void wrap(String text, Style style) {
    Text.wrap(text, width).forEach(line -> lines.add(Line.of(line, style)));
  }
}
