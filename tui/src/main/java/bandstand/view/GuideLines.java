package bandstand.view;

import bandstand.framework.Rating;
import bandstand.framework.RatingWord;
import bandstand.state.Guide;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A judged standard's characteristics beside its judgement: one rating, or all four in columns. */
public final class GuideLines {
  /** Columns of less than a quarter of this break every few words. */
  private static final int COLUMNS_FOR_FOUR = 120;

  private static final int GAP = 2;
  private static final String KEYS = "  < >";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  private final Guide guide;
  private final int columns;

  private GuideLines(Guide guide, int columns) {
    this.guide = guide;
    this.columns = columns;
  }

  /** Under a rule: the fullest that takes at most so many rows; empty when none does. */
  static List<Line> fitting(Guide guide, int columns, int mostRows) {
    GuideLines lines = new GuideLines(guide, columns);
    Stream<List<Line>> fullestFirst =
        columns < COLUMNS_FOR_FOUR ? Stream.of(lines.one()) : Stream.of(lines.four(), lines.one());
    return fullestFirst.filter(block -> block.size() <= mostRows).findFirst().orElse(List.of());
  }

  /** Everything there is, in sentences, each a line: for reading at length and for listening. */
  public static List<String> told(Guide guide) {
    List<String> lines = new ArrayList<>();
    String code = guide.standard().code().toString();
    lines.add(code + ": " + note(guide));
    lines.add(guide.characteristics().guides());
    for (Rating rating : guide.order()) {
      String general =
          Optional.ofNullable(guide.characteristics().general().get(rating))
              .map(points -> ". " + String.join(". ", points))
              .orElse("");
      lines.add(title(guide, rating) + general);
      guide.described().points(rating).forEach(point -> lines.add("- " + point));
      lines.addAll(beside(guide, rating, RatingWord::title));
    }
    return lines;
  }

  /** {@code above Inadeq: …} and {@code to reach Good: …}: what parts it from its neighbours. */
  private static List<String> beside(
      Guide guide, Rating rating, Function<RatingWord, String> named) {
    List<String> steps = new ArrayList<>();
    above(guide, rating, named).ifPresent(steps::add);
    if (rating != Rating.OUTSTANDING) {
      Rating next = Rating.ofScore(rating.score() + 1);
      String to = "to reach " + named.apply(word(guide, next)) + ": ";
      guide.described().beyondLower(next).ifPresent(says -> steps.add(to + says));
    }
    return steps;
  }

  private static Optional<String> above(
      Guide guide, Rating rating, Function<RatingWord, String> named) {
    return guide
        .described()
        .beyondLower(rating)
        .map(
            says ->
                "above %s: %s"
                    .formatted(named.apply(word(guide, Rating.ofScore(rating.score() - 1))), says));
  }

  private List<Line> one() {
    List<Line> lines = new ArrayList<>();
    lines.add(rule(guide.standard().code() + " " + title(guide, guide.looked()) + KEYS));
    wrap(lines, note(guide), "  ", columns, Style.DIM);
    for (String point : guide.described().points(guide.looked())) {
      wrap(lines, point, "  - ", columns, Style.PLAIN);
    }
    for (String step : beside(guide, guide.looked(), RatingWord::narrow)) {
      wrap(lines, step, "  ", columns, Style.BOLD);
    }
    return lines;
  }

  /** Best first, whichever is looked at: a column that moves is compared with the wrong one. */
  private List<Line> four() {
    List<Rating> order = Guide.BEST_FIRST;
    int width = (columns - order.size() * GAP) / order.size();
    List<List<Line>> beside = order.stream().map(rating -> column(rating, width)).toList();
    List<Line> lines = new ArrayList<>();
    lines.add(rule(guide.standard().code() + " characteristics" + KEYS));
    wrap(lines, note(guide), "  ", columns, Style.DIM);
    int rows = beside.stream().mapToInt(List::size).max().orElse(0);
    for (int row = 0; row < rows; row++) {
      Line line = Line.BLANK;
      for (int at = 0; at < beside.size(); at++) {
        line = line.to(GAP + at * (width + GAP), 0);
        if (row < beside.get(at).size()) {
          for (Line.Piece piece : beside.get(at).get(row).pieces()) {
            line = line.plus(piece.text(), piece.style());
          }
        }
      }
      lines.add(line);
    }
    return lines;
  }

  private List<Line> column(Rating rating, int width) {
    List<Line> lines = new ArrayList<>();
    String mark = rating == guide.looked() ? "> " : "";
    wrap(lines, title(guide, rating), mark, width, Style.BOLD);
    for (String point : guide.described().points(rating)) {
      wrap(lines, point, "- ", width, Style.PLAIN);
    }
    above(guide, rating, RatingWord::narrow)
        .ifPresent(says -> wrap(lines, says, "", width, Style.BOLD));
    return lines;
  }

  private Line rule(String title) {
    String before = "── ";
    int after = columns - Text.width(before + title) - 1;
    return Line.of(before, Style.DIM)
        .plus(title, Style.BOLD)
        .plus(" " + "─".repeat(Math.max(0, after)), Style.DIM);
  }

  /** Every row but the first is indented as far as the first one's mark. */
  private static void wrap(List<Line> lines, String text, String mark, int width, Style style) {
    String start = mark;
    for (String row : Text.wrap(text, width - mark.length())) {
      lines.add(Line.of(start + row, style));
      start = " ".repeat(mark.length());
    }
  }

  private static String note(Guide guide) {
    String month = YearMonth.parse(guide.characteristics().published()).format(MONTH);
    String predates = guide.use().predates() ? ", predating this edition" : "";
    return "characteristics of " + month + predates + ": a guide, never computed";
  }

  private static String title(Guide guide, Rating rating) {
    String title = word(guide, rating).title();
    return guide.standing().equals(Optional.of(rating)) ? title + ", as judged" : title;
  }

  private static RatingWord word(Guide guide, Rating rating) {
    return guide.framework().word(rating);
  }
}
