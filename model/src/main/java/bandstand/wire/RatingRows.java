package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import bandstand.rating.Figure;
import bandstand.rating.Flag;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Range;
import bandstand.rating.StandardRatings;
import bandstand.rating.Tipping;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The rows of the ratings tree being written; ratings in the words of their edition. */
final class RatingRows {
  private final Framework framework;

  RatingRows(Framework framework) {
    this.framework = framework;
  }

  ObjectNode overall(Overall overall) {
    ObjectNode row = Json.object();
    number(row, "score", overall.score());
    row.put("max", overall.max());
    rating(row, "rating", overall.rating());
    rating(row, "final", overall.finalRating());
    row.put("complete", overall.complete());
    row.putNull("range");
    overall
        .range()
        .ifPresent(
            range -> {
              ObjectNode reach = row.putObject("range");
              reach.putArray("scores").add(overall.lowest()).add(overall.highest());
              range(reach, "ratings", overall.range());
            });
    if (overall.complete()) {
      tipping(row, "toNext", overall.toNext());
    } else {
      row.putNull("toNext");
    }
    row.put("basis", overall.basis().word());
    discretion(row, overall.discretion());
    return row.put("settled", overall.settled());
  }

  ObjectNode group(GroupRatings rated) {
    ObjectNode row =
        Json.object()
            .put("code", rated.group().code().toString())
            .put("title", rated.group().title())
            .put("kind", Words.of(Standard.Kind.JUDGED))
            .put("counts", false);
    rating(row, "final", rated.finalRating());
    range(row, "range", rated.range());
    row.put("settled", rated.settled());
    judgement(row, rated.judgement());
    rated.group().judgedOn().ifPresent(basis -> row.put("basis", basis.word()));
    return row;
  }

  /** Without its key questions, as it stands among changed rows. */
  ObjectNode standard(StandardRatings rated) {
    ObjectNode row =
        Json.object()
            .put("code", rated.standard().code().toString())
            .put("title", rated.standard().title())
            .put("kind", Words.of(rated.standard().kind()))
            .put("counts", rated.standard().counts());
    rating(row, "computed", rated.computed());
    rating(row, "provisional", rated.provisional());
    rating(row, "final", rated.finalRating());
    number(row, "score", rated.finalRating().map(Rating::score));
    range(row, "range", rated.range());
    row.put("settled", rated.settled());
    rated.limiting().stream().map(Code::toString).forEach(row.putArray("limiting")::add);
    tipping(row, "tipping", rated.tipping());
    judgement(row, rated.judgement());
    discretion(row, rated.discretion());
    rated.flags().stream().sorted().map(Flag::word).forEach(row.putArray("flags")::add);
    return row;
  }

  ObjectNode keyQuestion(KeyQuestionRatings rated) {
    ObjectNode row =
        Json.object()
            .put("code", rated.keyQuestion().code().toString())
            .put("label", rated.keyQuestion().label());
    return switch (rated) {
      case KeyQuestionRatings.Scored scored -> {
        figure(row, "confirmed", scored.confirmed());
        figure(row, "projected", scored.projected());
        range(row, "range", scored.range());
        row.put("settled", scored.settled());
        tipping(row, "tipping", scored.tipping());
        yield row.put("roundingDecides", scored.roundingDecides());
      }
      case KeyQuestionRatings.Indicative shown -> {
        figure(row, "indicative", shown.indicative());
        shown.cases().ifPresent(cases -> figure(row, "cases", cases));
        yield row;
      }
    };
  }

  void rating(ObjectNode row, String name, Optional<Rating> rating) {
    rating.ifPresentOrElse(given -> row.put(name, word(given)), () -> row.putNull(name));
  }

  private String word(Rating rating) {
    return framework.word(rating).word();
  }

  private void range(ObjectNode row, String name, Optional<Range> range) {
    row.putNull(name);
    range.ifPresent(
        reach -> row.putArray(name).add(word(reach.lowest())).add(word(reach.highest())));
  }

  /** Of a stated percentage the counts are null: nobody knows them. */
  private void figure(ObjectNode row, String name, Figure figure) {
    ObjectNode node = row.putObject(name);
    number(node, "yes", figure.tally().map(Tally::yes));
    number(node, "no", figure.tally().map(Tally::no));
    number(node, "na", figure.tally().map(Tally::na));
    number(node, "open", figure.tally().map(Tally::open));
    number(node, "percent", figure.percent());
    rating(node, "rating", figure.rating());
  }

  private static void tipping(ObjectNode row, String name, Tipping tipping) {
    ObjectNode node = row.putObject(name);
    number(node, "up", tipping.up());
    number(node, "down", tipping.down());
  }

  private static void number(ObjectNode node, String name, Optional<? extends Number> number) {
    number.ifPresentOrElse(given -> node.put(name, given.longValue()), () -> node.putNull(name));
  }

  private void judgement(ObjectNode row, Optional<Judgement> judgement) {
    row.putNull("judgement");
    judgement.ifPresent(
        given -> {
          ObjectNode node = decision(row.putObject("judgement"), given);
          node.put(
              "status",
              given.agreed().isPresent() ? JudgementRequest.AGREED : JudgementRequest.RECOMMENDED);
          given.agreed().ifPresent(by -> signature(node.putObject("agreed"), by));
          if (given.notRated()) {
            node.put("notRated", true);
          }
        });
  }

  private void discretion(ObjectNode row, Optional<Judgement> discretion) {
    row.putNull("discretion");
    discretion.ifPresent(given -> decision(row.putObject("discretion"), given));
  }

  /** One without a reason is supposed, in the calculator: nobody decided it. */
  private ObjectNode decision(ObjectNode node, Judgement decision) {
    rating(node, "rating", decision.rating());
    if (decision.reason().isEmpty()) {
      return node.putNull("reason").putNull("by").putNull("at");
    }
    return signature(node.put("reason", decision.reason()), decision.by());
  }

  private static ObjectNode signature(ObjectNode node, Judgement.Signature by) {
    return node.put("by", by.name()).put("at", by.at().toString());
  }
}
