package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rating that is another after than before: of a key question scored by cases the confirmed one,
 * of a standard and the overall the final one. What a judged standard's key question indicates is
 * no rating.
 *
 * @param before empty while not rated
 * @param after empty while not rated
 */
public record RatingMove(Code code, Optional<Rating> before, Optional<Rating> after) {
  private static final int CODE_CHARACTERS = 20;

  /** Key questions, then standards, then judged groups, then the overall, each in code order. */
  public static List<RatingMove> between(Ratings before, Ratings after) {
    List<RatingMove> moves = new ArrayList<>();
    List<StandardRatings> old = before.standards();
    List<StandardRatings> rated = after.standards();
    for (int i = 0; i < rated.size(); i++) {
      for (int k = 0; k < rated.get(i).keyQuestions().size(); k++) {
        KeyQuestionRatings question = rated.get(i).keyQuestions().get(k);
        moves.add(
            new RatingMove(
                question.keyQuestion().code(),
                confirmed(old.get(i).keyQuestions().get(k)),
                confirmed(question)));
      }
    }
    for (int i = 0; i < rated.size(); i++) {
      moves.add(
          new RatingMove(
              rated.get(i).standard().code(),
              old.get(i).finalRating(),
              rated.get(i).finalRating()));
    }
    for (int i = 0; i < after.groups().size(); i++) {
      GroupRatings group = after.groups().get(i);
      moves.add(
          new RatingMove(
              group.group().code(), before.groups().get(i).finalRating(), group.finalRating()));
    }
    moves.add(
        new RatingMove(
            Code.OVERALL, before.overall().finalRating(), after.overall().finalRating()));
    moves.removeIf(move -> move.before.equals(move.after));
    return List.copyOf(moves);
  }

  private static Optional<Rating> confirmed(KeyQuestionRatings rated) {
    return switch (rated) {
      case KeyQuestionRatings.Scored scored -> scored.confirmed().rating();
      case KeyQuestionRatings.Indicative shown -> Optional.empty();
    };
  }

  static ArrayNode node(List<RatingMove> moves, Framework framework) {
    RatingRows rows = new RatingRows(framework);
    ArrayNode node = Json.array();
    for (RatingMove move : moves) {
      ObjectNode row = node.addObject().put("code", move.code.toString());
      rows.rating(row, "before", move.before);
      rows.rating(row, "after", move.after);
    }
    return node;
  }

  static List<RatingMove> read(List<Fields> rows, Framework framework) {
    RatingRowsReading reading = new RatingRowsReading(framework);
    List<RatingMove> moves = new ArrayList<>();
    for (Fields row : rows) {
      Code.parse(row.needed("code", CODE_CHARACTERS))
          .ifPresentOrElse(
              code ->
                  moves.add(
                      new RatingMove(
                          code, reading.rating(row, "before"), reading.rating(row, "after"))),
              () -> row.fault("code", "malformed", "A code is needed here"));
    }
    return moves;
  }
}
