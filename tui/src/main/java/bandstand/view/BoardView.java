package bandstand.view;

import bandstand.framework.CaseType;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Inspection;
import bandstand.rating.Flag;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.StandardRatings;
import bandstand.state.Opened;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All standards in one table, with the chosen one's figure and thresholds below. */
final class BoardView {
  private static final String RECONSTRUCTION = "RECONSTRUCTION";
  private static final int STANDARD_WIDTH = 27;
  private static final int PERCENT_WIDTH = 5;
  private static final int PERCENTS = 3;
  private static final int LOWEST_WIDTH = 14;
  private static final int RATING_WIDTH = 12;
  private static final int TIPPING_WIDTH = 14;
  private static final int WHY_WIDTH = 18;

  /** From here on there is room for a column of the answers to the next rating. */
  private static final int COLUMNS_FOR_TIPPING = 96;

  private BoardView() {}

  static void draw(State state, Screen.Board screen, Canvas canvas, Area area) {
    Opened opened = state.opened().orElseThrow();
    int columns = canvas.size().columns();
    List<Standard> rows = Rows.board(opened, screen);
    canvas.put(area.top(), 0, about(opened), Style.PLAIN);
    heading(opened.framework(), columns).draw(canvas, area.top() + 1, 0, columns);
    Area.rule(canvas, area.top() + 2);
    int selected = Rows.index(rows, Optional.of(screen.cursor()), Standard::code);
    List<Line> strip =
        rows.isEmpty() ? List.of() : BoardStrip.of(opened, screen, rows.get(selected), columns);
    int room = area.height() - 3;
    int below = Math.min(strip.size() + 1, Math.max(0, room - 3));
    Listing list = new Listing();
    for (int row = 0; row < rows.size(); row++) {
      StandardRatings rated = opened.ratings().standard(rows.get(row).code()).orElseThrow();
      list.add(row == selected, lines(opened, rated, columns));
    }
    if (rows.isEmpty()) {
      list.add(false, Line.of("  no standard passes the filter", Style.DIM));
    }
    list.draw(canvas, area.top() + 3, 0, room - below, columns);
    int at = area.top() + 3 + Math.min(list.size(), room - below);
    for (int row = 0; row < below; row++) {
      if (row == 0) {
        Area.rule(canvas, at);
      } else {
        strip.get(row - 1).draw(canvas, at + row, 0, columns);
      }
    }
  }

  private static String about(Opened opened) {
    Inspection inspection = opened.inspection();
    Map<String, Long> types =
        inspection.cases().values().stream()
            .collect(Collectors.groupingBy(file -> file.type(), Collectors.counting()));
    List<String> words = new ArrayList<>();
    inspection.marks().entrySet().stream()
        .max(Comparator.comparingLong(mark -> mark.getValue()))
        .ifPresent(
            mark -> words.add("Mark \"%s\" = rev %d".formatted(mark.getKey(), mark.getValue())));
    for (CaseType type : opened.framework().scale().caseTypes()) {
      words.add(type.id() + " " + types.getOrDefault(type.id(), 0L));
    }
    if (inspection.detail(Inspection.NOTES).orElse("").startsWith(RECONSTRUCTION)) {
      words.add("RECONSTRUCTED CASES");
    }
    if (opened.framework().draft()) {
      words.add("DRAFT EDITION");
    }
    return String.join("   ", words);
  }

  /** All there is room for, as far as a title needs it. */
  private static int standardWidth(Framework framework, int columns) {
    int others =
        2 + PERCENT_WIDTH * PERCENTS + LOWEST_WIDTH + RATING_WIDTH + TIPPING_WIDTH + WHY_WIDTH;
    int longest =
        framework.standards().stream().mapToInt(one -> Text.width(name(one))).max().orElse(0);
    return Math.max(STANDARD_WIDTH, Math.min(longest + 1, columns - others));
  }

  private static String name(Standard standard) {
    return standard.code() + " " + standard.title();
  }

  private static String level(Framework framework, int columns) {
    String name = framework.level(framework.standards().getFirst().code());
    return Text.cut(name, standardWidth(framework, columns) - 1);
  }

  private static Line heading(Framework framework, int columns) {
    String tipping = columns < COLUMNS_FOR_TIPPING ? "" : Text.pad("answers", TIPPING_WIDTH);
    return Line.of(
        "  "
            + Text.pad(level(framework, columns), standardWidth(framework, columns))
            + Text.pad("% yes", PERCENT_WIDTH * PERCENTS)
            + Text.pad("lowest", LOWEST_WIDTH)
            + Text.pad("rating", RATING_WIDTH)
            + tipping
            + "why",
        Style.DIM);
  }

  private static List<Line> lines(Opened opened, StandardRatings row, int columns) {
    Standard standard = row.standard();
    List<String> percents = percents(opened.framework(), row);
    String lowest = lowest(opened, row);
    Style style = Figures.style(opened.moved(), standard.code(), row.finalRating());
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from < percents.size(); from += PERCENTS) {
      String three =
          String.join("", percents.subList(from, Math.min(percents.size(), from + PERCENTS)));
      boolean first = from == 0;
      String title = first ? name(standard) : "";
      int width = standardWidth(opened.framework(), columns);
      Line line =
          Line.of("  " + Text.pad(title, width - 1) + " ")
              .plus(Text.pad(three, PERCENT_WIDTH * PERCENTS));
      lines.add(
          first
              ? line.plus(Text.pad(lowest, LOWEST_WIDTH))
                  .plus(Text.pad(rating(opened, row), RATING_WIDTH), style)
                  .plus(columns < COLUMNS_FOR_TIPPING ? "" : Text.pad(tipping(row), TIPPING_WIDTH))
                  .plus(why(opened, row))
              : line);
    }
    return lines;
  }

  /** Whole percentages, {@code *} at those that set the standard; a dash without data. */
  private static List<String> percents(Framework framework, StandardRatings row) {
    if (row.standard().judged()) {
      return List.of("judged");
    }
    List<String> percents = new ArrayList<>();
    for (KeyQuestionRatings question : row.keyQuestions()) {
      if (question instanceof KeyQuestionRatings.Scored scored) {
        String percent = scored.confirmed().percent().map(Object::toString).orElse("-");
        boolean sets =
            framework.scale().banded() && row.limiting().contains(scored.keyQuestion().code());
        percents.add(Text.pad(percent + (sets ? "*" : ""), PERCENT_WIDTH));
      }
    }
    return percents;
  }

  private static String lowest(Opened opened, StandardRatings row) {
    return row.limiting().stream()
        .findFirst()
        .flatMap(code -> opened.ratings().keyQuestion(code))
        .map(
            question ->
                question instanceof KeyQuestionRatings.Scored scored
                    ? question.keyQuestion().code()
                        + scored
                            .confirmed()
                            .tally()
                            .map(tally -> " " + tally.yes() + "/" + tally.counted())
                            .orElse("")
                    : "-")
        .orElse("-");
  }

  /** {@code Good 2=}: the score, and whether nothing open can change it. */
  private static String rating(Opened opened, StandardRatings row) {
    Optional<Rating> rating = row.finalRating();
    if (rating.isEmpty() && !opened.framework().scale().banded()) {
      return "";
    }
    String narrow = Figures.narrow(opened.framework(), rating);
    return Text.pad(narrow, 7)
        + rating.map(one -> String.valueOf(one.score())).orElse("-")
        + (row.settled() ? "=" : "")
        + Figures.moved(opened.moved(), row.standard().code());
  }

  private static String tipping(StandardRatings row) {
    return row.standard().judged() ? "" : Figures.of(row.tipping());
  }

  /** The first reason to look twice; {@code may be R-G} while it is open. */
  private static String why(Opened opened, StandardRatings row) {
    Framework framework = opened.framework();
    if (row.discretion().isPresent()) {
      return "discretion";
    }
    if (row.declaredNotRated()) {
      return "not rated";
    }
    if (row.standard().judged()) {
      if (!framework.takesJudgement(row.standard().code())) {
        Code whole = row.standard().code().parent();
        return "as %s %s".formatted(framework.edition().levels().getFirst(), whole);
      }
      return row.judgement().isEmpty()
          ? "to judge"
          : row.judgement().get().agreed().isPresent() ? "agreed" : "reason";
    }
    if (!framework.scale().banded()) {
      return "";
    }
    if (!row.settled()) {
      return row.range()
          .map(range -> "may be " + Figures.letters(framework, range))
          .orElse("left out");
    }
    Set<Flag> flags = row.flags();
    return flags.stream()
        .filter(flag -> flag != Flag.NEAR_BOUNDARY)
        .map(StandardPane::words)
        .findFirst()
        .orElse("");
  }
}
