package bandstand.view;

import bandstand.framework.Bands;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.inspection.Tally;
import bandstand.rating.Figure;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Range;
import bandstand.rating.StandardRatings;
import bandstand.rating.Tipping;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures and ratings in their fixed wording. */
public final class Figures {
  private Figures() {}

  /** {@code 2.3.2 24/31 77% Good ~25/32 78% Good}; what is projected only while it differs. */
  public static String of(Framework framework, KeyQuestionRatings row) {
    String code = row.keyQuestion().code() + " ";
    return switch (row) {
      case KeyQuestionRatings.Scored scored -> {
        String confirmed = code + of(framework, scored.confirmed());
        yield sameFraction(scored.confirmed(), scored.projected())
            ? confirmed
            : confirmed + " ~" + of(framework, scored.projected());
      }
      case KeyQuestionRatings.Indicative indicative -> {
        String service =
            indicative.indicative().percent().isEmpty()
                ? code + "not answered"
                : code + of(framework, indicative.indicative()) + " indicative";
        yield service
            + indicative
                .cases()
                .filter(figure -> figure.percent().isPresent())
                .map(figure -> ", cases " + of(framework, figure))
                .orElse("");
      }
    };
  }

  /** {@code 24/31 77% Good}; {@code not rated} without any yes or no; {@code 24/31 77%} in 2014. */
  public static String of(Framework framework, Figure figure) {
    if (figure.percent().isEmpty()) {
      return framework.scale().banded() ? "not rated" : "no figure yet";
    }
    String fraction =
        figure.tally().map(tally -> tally.yes() + "/" + tally.counted() + " ").orElse("");
    String band = figure.rating().map(rating -> " " + word(framework, rating)).orElse("");
    return fraction + figure.percent().get() + "%" + band;
  }

  /** The rating as this edition prints it. */
  public static String word(Framework framework, Rating rating) {
    return framework.word(rating).title();
  }

  /** {@code ReqImp}; {@code -} for none. */
  static String narrow(Framework framework, Optional<Rating> rating) {
    return rating.map(one -> framework.word(one).narrow()).orElse("-");
  }

  /** {@code Requires improvement}, {@code not rated}, {@code not rated ~Good}. */
  public static String of(Framework framework, StandardRatings standard) {
    Optional<Rating> rating = standard.finalRating();
    if (rating.isPresent()) {
      String given =
          standard.discretion().isPresent() && standard.computed().isPresent()
              ? " by discretion, computed " + word(framework, standard.computed().get())
              : standard.discretion().isPresent() ? " by discretion" : "";
      return word(framework, rating.get()) + given;
    }
    if (standard.declaredNotRated()) {
      return "declared not rated";
    }
    if (standard.standard().judged()) {
      Code code = standard.standard().code();
      return framework.takesJudgement(code)
          ? "not judged yet"
          : "judged as %s %s".formatted(framework.edition().levels().getFirst(), code.parent());
    }
    if (!framework.scale().banded()) {
      return "percentages without bands";
    }
    return "not rated" + standard.provisional().map(one -> " ~" + word(framework, one)).orElse("");
  }

  /** Empty where the rounded percentage and the exact share lie in one band. */
  public static String rounding(Framework framework, KeyQuestionRatings.Scored row) {
    return !row.roundingDecides() ? "" : isRounded(framework) ? "rounding decides" : "not rounded";
  }

  /** The same, with what the other reading would say. */
  static String roundingWhy(Framework framework, KeyQuestionRatings.Scored row) {
    return rounding(framework, row)
        + (isRounded(framework)
            ? ": the exact share lies in another band"
            : ": the percentage, rounded, lies in another band");
  }

  private static boolean isRounded(Framework framework) {
    return framework.scale().bands().map(Bands::reading).equals(Optional.of(Bands.Reading.ROUNDED));
  }

  /** {@code yos-2021}; {@code yjs-2023-draft DRAFT}. */
  public static String of(Framework framework) {
    return framework.id() + (framework.draft() ? " DRAFT" : "");
  }

  /** {@code Good}, {@code not judged yet}. */
  static String of(Framework framework, GroupRatings group) {
    return group
        .finalRating()
        .map(rating -> word(framework, rating))
        .orElse(group.judgement().isPresent() ? "declared not rated" : "not judged yet");
  }

  /** {@code Requires improvement or Good}, {@code Inadequate to Good}; one word when settled. */
  static String of(Framework framework, Range range) {
    String lowest = word(framework, range.lowest());
    int between = range.highest().score() - range.lowest().score();
    return between == 0
        ? lowest
        : lowest + (between == 1 ? " or " : " to ") + word(framework, range.highest());
  }

  /** The range in words, in short ones where those are wider than there is room. */
  static String of(Framework framework, Range range, int width) {
    String whole = of(framework, range);
    return Text.width(whole) <= width ? whole : narrow(framework, range);
  }

  /** {@code I-O}: nothing narrower is left. */
  static String letters(Framework framework, Range range) {
    return framework.word(range.lowest()).letter() + "-" + framework.word(range.highest()).letter();
  }

  /** {@code ReqImp or Good}, for narrow columns. */
  private static String narrow(Framework framework, Range range) {
    int between = range.highest().score() - range.lowest().score();
    String lowest = framework.word(range.lowest()).narrow();
    return between == 0
        ? lowest
        : lowest + (between == 1 ? " or " : " to ") + framework.word(range.highest()).narrow();
  }

  /** {@code 60% ReqImp}, for narrow columns. */
  static String narrow(Framework framework, Figure figure) {
    String band = figure.rating().map(rating -> " " + framework.word(rating).narrow()).orElse("");
    return figure.percent().map(percent -> percent + "%" + band).orElse("not rated");
  }

  /** {@code 24/36 Good}; while open, {@code 14–26: Requires improvement or Good}. */
  public static String of(Framework framework, Overall overall) {
    return of(framework, overall, Integer.MAX_VALUE);
  }

  /** The same, a range in short words where the long ones are wider than there is room. */
  static String of(Framework framework, Overall overall, int width) {
    if (framework.scale().overall().isEmpty()) {
      return "no overall";
    }
    String given =
        overall
            .discretion()
            .flatMap(judgement -> judgement.rating())
            .map(rating -> ", by discretion " + word(framework, rating))
            .orElse("");
    if (overall.score().isPresent() && overall.rating().isPresent()) {
      return overall.score().get()
          + "/"
          + overall.max()
          + " "
          + word(framework, overall.rating().get())
          + given;
    }
    return overall
        .range()
        .map(
            range -> {
              String points = overall.lowest() + "–" + overall.highest() + ": ";
              int room = width - Text.width(points + given);
              return points + of(framework, range, room) + given;
            })
        .orElse("not rated");
  }

  /** {@code down 5 up 1}; a dash where nothing can move it. */
  public static String of(Tipping tipping) {
    return "down "
        + tipping.down().map(Object::toString).orElse("-")
        + " up "
        + tipping.up().map(Object::toString).orElse("-");
  }

  /**
   * {@code Good at 23/35, Inadequate at 17/35}: where the ratings above and below begin on the same
   * number of answers; empty for a figure without them.
   */
  public static String thresholds(Framework framework, KeyQuestionRatings.Scored row) {
    Optional<Tally> tally = row.confirmed().tally().filter(one -> one.counted() > 0);
    if (tally.isEmpty() || row.rating().isEmpty()) {
      return "";
    }
    long yes = tally.get().yes();
    int counted = tally.get().counted();
    Tipping tipping = row.tipping();
    return Stream.of(
            tipping.up().map(more -> threshold(framework, yes + more, counted)),
            tipping.down().map(fewer -> threshold(framework, yes - fewer, counted)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static String threshold(Framework framework, long yes, int counted) {
    Rating rating = framework.scale().bands().orElseThrow().of(yes, counted);
    return word(framework, rating) + " at " + yes + "/" + counted;
  }

  /** Which way a figure went since the last key: {@code ▲}, {@code ▼}, {@code •}; else empty. */
  static String moved(Map<Code, Integer> moved, Code code) {
    Integer way = moved.get(code);
    if (way == null) {
      return "";
    }
    return way > 0 ? " ▲" : way < 0 ? " ▼" : " •";
  }

  /** Bold when it moved, in the colour of its rating. */
  static Style style(Map<Code, Integer> moved, Code code, Optional<Rating> rating) {
    Style style = style(rating);
    return moved.containsKey(code) ? style.asBold() : style;
  }

  static Style style(Optional<Rating> rating) {
    return rating
        .map(
            one ->
                Style.of(
                    switch (one) {
                      case INADEQUATE -> Colour.RED;
                      case REQUIRES_IMPROVEMENT -> Colour.YELLOW;
                      case GOOD -> Colour.GREEN;
                      case OUTSTANDING -> Colour.CYAN;
                    }))
        .orElse(Style.PLAIN);
  }

  /** The figure that counts, or indicates. */
  static Figure figure(KeyQuestionRatings row) {
    return switch (row) {
      case KeyQuestionRatings.Scored scored -> scored.confirmed();
      case KeyQuestionRatings.Indicative indicative -> indicative.indicative();
    };
  }

  /** Its rating. */
  static Optional<Rating> rating(KeyQuestionRatings row) {
    return switch (row) {
      case KeyQuestionRatings.Scored scored -> scored.rating();
      case KeyQuestionRatings.Indicative indicative -> indicative.indicative().rating();
    };
  }

  private static boolean sameFraction(Figure one, Figure other) {
    Tally first = one.tally().orElse(Tally.NOTHING);
    Tally second = other.tally().orElse(Tally.NOTHING);
    return first.yes() == second.yes() && first.no() == second.no();
  }
}
