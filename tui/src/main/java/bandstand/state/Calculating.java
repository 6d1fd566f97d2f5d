package bandstand.state;

import bandstand.framework.Bands;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Decisions;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import bandstand.rating.Measure;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/** Figures typed in, and what they are worth; nothing is stored. */
public final class Calculating {
  /** Ten thousand cases: {@code 10000/10000}. */
  private static final int FIGURE_CHARACTERS = 11;

  private static final Judgement.Signature NOBODY =
      new Judgement.Signature("calculator", Instant.EPOCH);

  /** Rows of a terminal that are not the list of figures. */
  private static final int ROWS_AROUND = 7;

  private Calculating() {}

  /** Those of the daemon; the opened inspection's own comes first when another has its place. */
  private static List<Framework> editions(State state) {
    List<Framework> editions = new ArrayList<>(state.library().editions());
    state
        .opened()
        .map(Opened::framework)
        .filter(own -> editions.stream().noneMatch(edition -> same(edition, own)))
        .ifPresent(editions::addFirst);
    return editions;
  }

  private static boolean same(Framework one, Framework other) {
    return one.edition().digest().equals(other.edition().digest());
  }

  /** What is typed at a row; empty when nothing. */
  public static String typed(Screen.Calculator screen, Code row) {
    return screen.typed().getOrDefault(row, "");
  }

  /** What a typed figure means; empty while it means nothing. */
  public static Optional<Measure> measure(String typed) {
    String[] parts = typed.split("/", -1);
    if (parts.length > 2 || !isNumber(parts[0])) {
      return Optional.empty();
    }
    int first = Integer.parseInt(parts[0]);
    if (parts.length == 1) {
      return first <= 100 ? Optional.of(new Measure.Stated(first)) : Optional.empty();
    }
    if (!isNumber(parts[1])) {
      return Optional.empty();
    }
    int counted = Integer.parseInt(parts[1]);
    return counted > 0 && first <= counted
        ? Optional.of(new Measure.Counted(Tally.of(first, counted - first)))
        : Optional.empty();
  }

  /** The score typed at a judged standard. */
  public static Optional<Rating> judged(String typed) {
    return typed.matches("[0-3]")
        ? Optional.of(Rating.ofScore(Integer.parseInt(typed)))
        : Optional.empty();
  }

  /** Everything typed, rated; what is not typed is unknown, not nought. */
  public static Ratings ratings(Screen.Calculator screen) {
    Framework edition = screen.edition();
    TreePMap<Code, Judgement> judgements = TreePMap.empty();
    for (Standard standard : Rows.calculated(edition)) {
      Optional<Rating> rating =
          standard.judged() ? judged(typed(screen, standard.code())) : Optional.empty();
      if (rating.isPresent()) {
        judgements =
            judgements.plus(
                standard.code(), new Judgement(rating, "typed", NOBODY, Optional.empty()));
      }
    }
    return Scorer.rate(
        edition,
        keyQuestion ->
            measure(typed(screen, keyQuestion.code())).orElse(new Measure.Counted(Tally.NOTHING)),
        keyQuestion -> Tally.NOTHING,
        new Decisions(judgements, TreePMap.empty()));
  }

  static State act(State state, Action action, Key key) {
    Screen.Calculator screen = (Screen.Calculator) state.screen();
    String typed = typed(screen, screen.cursor());
    return switch (action) {
      case FIGURE -> type(state, screen, Action.label(key));
      case ERASE ->
          typed.isEmpty() ? state : state.on(with(screen, typed.substring(0, typed.length() - 1)));
      case CLEAR_FIGURE -> state.on(with(screen, ""));
      case EDITION -> nextEdition(state, screen);
      default -> throw new IllegalArgumentException("no key of the calculator: " + action);
    };
  }

  /** Puts text after what is typed, if it is part of a figure. */
  static State type(State state, Screen.Calculator screen, String text) {
    Code row = screen.cursor();
    boolean goesOn = !isJudged(row) && (screen.typing() || text.startsWith("/"));
    String all = goesOn ? typed(screen, row) + text : text;
    boolean figure =
        isJudged(row)
            ? judged(all).isPresent()
            : all.matches("[0-9]+(/[0-9]*)?") && all.length() <= FIGURE_CHARACTERS;
    if (figure) {
      return state.on(with(screen, all));
    }
    return state.saying(
        isJudged(row)
            ? refused(row, all)
            : "a figure is a fraction such as 26/35 or a percentage such as 77");
  }

  /** What a row takes: a judged standard a score, a key question a fraction or a percentage. */
  public static String takes(Code row) {
    return isJudged(row) ? "0-3" : "26/35 or 77";
  }

  /** At another row; what was left that is no figure is told. */
  static State moved(State state, Screen.Calculator screen, Code cursor) {
    State moved = state.on(screen.at(cursor, top(state, screen, cursor)));
    String left = typed(screen, screen.cursor());
    boolean figure =
        left.isEmpty()
            || (isJudged(screen.cursor()) ? judged(left).isPresent() : measure(left).isPresent());
    return figure || cursor.equals(screen.cursor())
        ? moved
        : moved.saying(refused(screen.cursor(), left));
  }

  private static String refused(Code row, String typed) {
    return "%s is no figure for %s, which takes %s".formatted(typed, row, takes(row));
  }

  /** Scrolled no further than the cursor needs, with the heading above it. */
  private static int top(State state, Screen.Calculator screen, Code cursor) {
    List<Code> lines =
        Rows.calculated(screen.edition()).stream().flatMap(Calculating::lines).toList();
    int line = lines.indexOf(cursor);
    boolean headed = line > 0 && lines.get(line - 1).equals(cursor.parent());
    int height = Math.max(1, state.display().rows() - ROWS_AROUND);
    return Math.max(Math.min(screen.top(), headed ? line - 1 : line), line - height + 1);
  }

  /** The standard, and where it is scored, its key questions below it. */
  private static Stream<Code> lines(Standard standard) {
    Stream<Code> below = standard.keyQuestions().stream().map(KeyQuestion::code);
    return Stream.concat(Stream.of(standard.code()), standard.judged() ? Stream.of() : below);
  }

  private static boolean isJudged(Code row) {
    return row.depth() == 2;
  }

  /** {@code 26/35 74% Good}, several with the lowest of them; for the command line. */
  static String rated(State state, String argument) {
    if (state.framework().isEmpty()) {
      return "no edition is loaded yet";
    }
    Framework edition = state.framework().get();
    if (edition.scale().bands().isEmpty()) {
      return edition.id() + " has no bands";
    }
    Bands bands = edition.scale().bands().get();
    List<String> words = new ArrayList<>();
    Optional<Rating> lowest = Optional.empty();
    for (String typed : argument.split("\\s+")) {
      Optional<Measure> measure = measure(typed);
      if (measure.isEmpty()) {
        return typed + " is neither a fraction such as 26/35 nor a percentage such as 77";
      }
      Rating rating = rating(bands, measure.get());
      words.add(words(edition, measure.get(), rating));
      lowest = Optional.of(lowest.map(rating::lower).orElse(rating));
    }
    String all = String.join(", ", words);
    return words.size() == 1
        ? all
        : all + ": " + edition.word(lowest.orElseThrow()).title() + " by the lowest";
  }

  private static Rating rating(Bands bands, Measure measure) {
    return switch (measure) {
      case Measure.Counted(Tally tally) -> bands.of(tally.yes(), tally.counted());
      case Measure.Stated(int percent) -> bands.ofPercent(percent);
    };
  }

  private static String words(Framework edition, Measure measure, Rating rating) {
    String figure =
        switch (measure) {
          case Measure.Counted(Tally tally) ->
              "%d/%d %d%%"
                  .formatted(
                      tally.yes(), tally.counted(), Bands.percent(tally.yes(), tally.counted()));
          case Measure.Stated(int percent) -> percent + "%";
        };
    return figure + " " + edition.word(rating).title();
  }

  private static State nextEdition(State state, Screen.Calculator screen) {
    List<Framework> editions = editions(state);
    Framework now = screen.edition();
    if (editions.stream().allMatch(edition -> same(edition, now))) {
      return state.saying("there is no other edition");
    }
    int at =
        IntStream.range(0, editions.size())
            .filter(i -> same(editions.get(i), now))
            .findFirst()
            .orElse(-1);
    Framework next = editions.get((at + 1) % editions.size());
    List<Code> rows = Rows.calculator(next);
    Code cursor = rows.contains(screen.cursor()) ? screen.cursor() : rows.getFirst();
    return state
        .on(new Screen.Calculator(next, screen.typed(), cursor, false, 0))
        .saying(next.edition().title());
  }

  private static Screen.Calculator with(Screen.Calculator screen, String typed) {
    return new Screen.Calculator(
        screen.edition(),
        typed.isEmpty()
            ? screen.typed().minus(screen.cursor())
            : screen.typed().plus(screen.cursor(), typed),
        screen.cursor(),
        true,
        screen.top());
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,5}");
  }
}
