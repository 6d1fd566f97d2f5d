package bandstand.state;

import bandstand.framework.Bands;
import bandstand.framework.Code;
import bandstand.framework.Framework;
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
import org.pcollections.TreePMap;

/** Figures typed in, and what they are worth; nothing is stored. */
public final class Calculating {
  /** Ten thousand cases: {@code 10000/10000}. */
  private static final int FIGURE_CHARACTERS = 11;

  private static final Judgement.Signature NOBODY =
      new Judgement.Signature("calculator", Instant.EPOCH);

  private Calculating() {}

  /** The edition rated with; it is loaded, else there were no calculator. */
  public static Framework edition(State state, Screen.Calculator screen) {
    return state
        .library()
        .edition(screen.edition())
        .or(state::framework)
        .orElseThrow(() -> new IllegalStateException("no edition " + screen.edition()));
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
  public static Ratings ratings(State state, Screen.Calculator screen) {
    Framework edition = edition(state, screen);
    TreePMap<Code, Judgement> judgements = TreePMap.empty();
    for (Standard standard : edition.standards()) {
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
    String longer = typed(screen, screen.cursor()) + text;
    return longer.matches("[0-9/]*") && longer.length() <= FIGURE_CHARACTERS
        ? state.on(with(screen, longer))
        : state.saying("a figure is a fraction such as 26/35 or a percentage such as 77");
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
    List<Framework> editions = state.library().editions();
    if (editions.size() < 2) {
      return state.saying("there is no other edition");
    }
    int now = editions.indexOf(edition(state, screen));
    Framework next = editions.get((now + 1) % editions.size());
    List<Code> rows = Rows.calculator(next);
    Code cursor = rows.contains(screen.cursor()) ? screen.cursor() : rows.getFirst();
    return state
        .on(new Screen.Calculator(next.id(), screen.typed(), cursor))
        .saying(next.edition().title());
  }

  private static Screen.Calculator with(Screen.Calculator screen, String typed) {
    return new Screen.Calculator(
        screen.edition(),
        typed.isEmpty()
            ? screen.typed().minus(screen.cursor())
            : screen.typed().plus(screen.cursor(), typed),
        screen.cursor());
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,5}");
  }
}
