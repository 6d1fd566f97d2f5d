package bandstand.wire;

import bandstand.framework.Basis;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Judgement;
import bandstand.inspection.Limits;
import bandstand.inspection.Tally;
import bandstand.rating.Figure;
import bandstand.rating.Flag;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Range;
import bandstand.rating.StandardRatings;
import bandstand.rating.Tipping;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of the ratings tree being read. */
final class RatingRowsReading {
  private static final int WORD_CHARACTERS = 100;

  private final Framework framework;

  RatingRowsReading(Framework framework) {
    this.framework = framework;
  }

  Overall overall(Fields row) {
    row.needs("max");
    row.needs("basis");
    Fields reach = row.object("range");
    List<Integer> scores = reach.integers("scores", 0, Integer.MAX_VALUE);
    boolean both = scores.size() == 2;
    if (row.node("range").isPresent() && !both) {
      reach.fault("scores", "value", "Two scores are needed, the lower first");
    }
    return new Overall(
        row.integer("score", 0, Integer.MAX_VALUE),
        row.integer("max", 0, Integer.MAX_VALUE).orElse(0),
        rating(row, "rating"),
        both ? scores.getFirst() : 0,
        both ? scores.getLast() : 0,
        range(reach, "ratings"),
        tipping(row.object("toNext")),
        discretion(row),
        row.word("basis", Basis::ofWord, Words.choices(Basis.class)).orElse(Basis.UNCONFIRMED));
  }

  GroupRatings group(Fields row, Group group) {
    return new GroupRatings(group, range(row, "range"), judgement(row));
  }

  /** With the rows of its key questions; none for a row among changed ones. */
  StandardRatings standard(Fields row, Standard standard, List<KeyQuestionRatings> keyQuestions) {
    row.needs("tipping");
    return new StandardRatings(
        standard,
        rating(row, "computed"),
        rating(row, "provisional"),
        range(row, "range"),
        codes(row, "limiting"),
        tipping(row.object("tipping")),
        judgement(row),
        discretion(row),
        flags(row),
        keyQuestions);
  }

  KeyQuestionRatings keyQuestion(Fields row, Standard standard, KeyQuestion keyQuestion) {
    if (standard.judged()) {
      row.needs("indicative");
      return new KeyQuestionRatings.Indicative(
          keyQuestion,
          figure(row.object("indicative")),
          row.node("cases").map(node -> figure(row.object("cases"))));
    }
    row.needs("confirmed");
    row.needs("projected");
    row.needs("tipping");
    Figure confirmed = figure(row.object("confirmed"));
    return new KeyQuestionRatings.Scored(
        keyQuestion,
        confirmed,
        figure(row.object("projected")),
        range(row, "range"),
        tipping(row.object("tipping")),
        confirmed.tally().map(tally -> tally.na() > 0 && tally.na() == tally.total()).orElse(false),
        row.flag("roundingDecides").orElse(false));
  }

  Optional<Rating> rating(Fields row, String name) {
    return JudgementRequest.rating(row, name, framework);
  }

  private Optional<Range> range(Fields row, String name) {
    List<Rating> both = new ArrayList<>();
    row.strings(name, WORD_CHARACTERS).forEach(word -> framework.rating(word).ifPresent(both::add));
    if (both.size() == 2 && both.getFirst().compareTo(both.getLast()) <= 0) {
      return Optional.of(new Range(both.getFirst(), both.getLast()));
    }
    return row.node(name).isPresent()
        ? row.fault(name, "value", "Two ratings are needed, the lower first")
        : Optional.empty();
  }

  private Figure figure(Fields row) {
    return new Figure(
        row.node("yes").map(counted -> tally(row)),
        row.integer("percent", 0, 100),
        rating(row, "rating"));
  }

  private static Tally tally(Fields row) {
    return new Tally(
        count(row, "yes"), count(row, "no"), count(row, "na"), count(row, "open"), 0, 0);
  }

  private static int count(Fields row, String name) {
    row.needs(name);
    return row.integer(name, 0, Integer.MAX_VALUE).orElse(0);
  }

  private static Tipping tipping(Fields row) {
    return new Tipping(
        row.integer("up", 0, Integer.MAX_VALUE).map(Integer::longValue),
        row.integer("down", 0, Integer.MAX_VALUE).map(Integer::longValue));
  }

  private static List<Code> codes(Fields row, String name) {
    List<Code> codes = new ArrayList<>();
    for (String text : row.strings(name, WORD_CHARACTERS)) {
      Code.parse(text)
          .ifPresentOrElse(codes::add, () -> row.fault(name, "malformed", text + " is no code"));
    }
    return codes;
  }

  private static Set<Flag> flags(Fields row) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (String word : row.strings("flags", WORD_CHARACTERS)) {
      Words.read(Flag.class, word)
          .ifPresentOrElse(flags::add, () -> row.fault("flags", "value", word + " is no flag"));
    }
    return flags;
  }

  private Optional<Judgement> judgement(Fields row) {
    return row.node("judgement")
        .map(
            given -> {
              Fields decision = row.object("judgement");
              Optional<Judgement.Signature> agreed =
                  decision.node("agreed").map(by -> signature(decision.object("agreed")));
              return decision(decision, agreed);
            });
  }

  private Optional<Judgement> discretion(Fields row) {
    return row.node("discretion")
        .map(given -> decision(row.object("discretion"), Optional.empty()));
  }

  private Judgement decision(Fields row, Optional<Judgement.Signature> agreed) {
    Optional<Rating> rating = rating(row, "rating");
    if (row.isNull("reason")) {
      return RateRequest.supposed(rating);
    }
    String reason = row.needed("reason", Limits.NOTE_CHARACTERS);
    return new Judgement(rating, reason, signature(row), agreed);
  }

  private static Judgement.Signature signature(Fields row) {
    String by = row.needed("by", WORD_CHARACTERS);
    String at = row.needed("at", WORD_CHARACTERS);
    return new Judgement.Signature(by, instant(row, at));
  }

  static Instant instant(Fields row, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException malformed) {
      row.fault("at", "value", "A time is needed here, such as 2026-03-01T10:42:00Z");
      return Instant.EPOCH;
    }
  }
}
