package bandstand.wire;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import bandstand.framework.RatingWord;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How a person wants a standard rated, in the words of its edition.
 *
 * @param rating empty when the standard is to be declared not rated
 * @param agreed whether it is agreed, no longer only recommended
 */
public record JudgementRequest(Optional<Rating> rating, String reason, boolean agreed) {
  static final String RECOMMENDED = "recommended";
  static final String AGREED = "agreed";

  /** From {@code {"rating", "reason", "status"?}} or {@code {"notRated": true, "reason"}}. */
  public static Outcome<JudgementRequest> read(byte[] body, Framework framework) {
    return Body.read(body, fields -> of(fields, framework));
  }

  /** From {@code {"rating", "reason"}}: always rated, never merely recommended. */
  public static Outcome<JudgementRequest> readDiscretion(byte[] body, Framework framework) {
    return Body.read(body, fields -> rated(fields, framework, true));
  }

  public byte[] json(Framework framework) {
    ObjectNode node = discretionNode(framework);
    rating.ifPresent(given -> node.put("status", agreed ? AGREED : RECOMMENDED));
    return Json.bytes(node);
  }

  public byte[] discretionJson(Framework framework) {
    return Json.bytes(discretionNode(framework));
  }

  private ObjectNode discretionNode(Framework framework) {
    ObjectNode node = Json.object();
    rating.ifPresentOrElse(
        given -> node.put("rating", framework.word(given).word()),
        () -> node.put("notRated", true));
    return node.put("reason", reason);
  }

  static Supplier<JudgementRequest> of(Fields fields, Framework framework) {
    if (!fields.has("notRated")) {
      Supplier<Boolean> agreed = status(fields);
      Supplier<JudgementRequest> rated = rated(fields, framework, false);
      return () -> new JudgementRequest(rated.get().rating, rated.get().reason, agreed.get());
    }
    if (fields.required("notRated", fields::flag).filter(declared -> !declared).isPresent()) {
      fields.fault("notRated", "value", "It can only be true; give a rating instead");
    }
    for (String name : new String[] {"rating", "status"}) {
      if (fields.has(name)) {
        fields.fault(name, "contradiction", "\"" + name + "\" does not go with notRated");
      }
    }
    Optional<String> reason = fields.required("reason", fields::reason);
    return () -> new JudgementRequest(Optional.empty(), reason.orElseThrow(), false);
  }

  private static Supplier<JudgementRequest> rated(
      Fields fields, Framework framework, boolean agreed) {
    Optional<Rating> rating = fields.required("rating", name -> rating(fields, name, framework));
    Optional<String> reason = fields.required("reason", fields::reason);
    return () ->
        new JudgementRequest(Optional.of(rating.orElseThrow()), reason.orElseThrow(), agreed);
  }

  private static Supplier<Boolean> status(Fields fields) {
    Optional<Boolean> agreed =
        fields.word(
            "status",
            word ->
                switch (word) {
                  case RECOMMENDED -> Optional.of(false);
                  case AGREED -> Optional.of(true);
                  default -> Optional.empty();
                },
            RECOMMENDED + ", " + AGREED);
    return () -> agreed.orElse(false);
  }

  /** A rating in the words of an edition. */
  static Optional<Rating> rating(Fields fields, String name, Framework framework) {
    String choices =
        framework.scale().ratings().stream()
            .map(RatingWord::word)
            .collect(Collectors.joining(", "));
    return fields.word(name, framework::rating, choices);
  }
}
