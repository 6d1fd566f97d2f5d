package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.inspection.Decisions;
import bandstand.inspection.Judgement;
import bandstand.inspection.Tally;
import bandstand.rating.Measure;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * What the calculator is asked: any part of an inspection's figures and judgements.
 *
 * @param measures of key questions scored by cases; a missing one is unknown, not zero
 * @param judgements of judged standards; nobody's, so without reason, author and time
 */
public record RateRequest(
    Framework framework, Map<Code, Measure> measures, Map<Code, Rating> judgements) {
  private static final Measure UNKNOWN = new Measure.Counted(Tally.NOTHING);

  public RateRequest {
    measures = Map.copyOf(measures);
    judgements = Map.copyOf(judgements);
  }

  public Ratings ratings() {
    TreePMap<Code, Judgement> supposed = TreePMap.empty();
    for (var judged : judgements.entrySet()) {
      supposed = supposed.plus(judged.getKey(), supposed(Optional.of(judged.getValue())));
    }
    return Scorer.rate(
        framework,
        keyQuestion -> measures.getOrDefault(keyQuestion.code(), UNKNOWN),
        keyQuestion -> Tally.NOTHING,
        new Decisions(supposed, TreePMap.empty()));
  }

  /** A rating that nobody gave. */
  static Judgement supposed(Optional<Rating> rating) {
    return new Judgement(rating, "", new Judgement.Signature("", Instant.EPOCH), Optional.empty());
  }

  /** A request's body; refused with every fault when any of it makes no sense. */
  public static Outcome<RateRequest> read(byte[] body, Framework framework) {
    return Json.parse(body).then(node -> read(node, framework));
  }

  private static Outcome<RateRequest> read(JsonNode node, Framework framework) {
    List<Fault> faults = new ArrayList<>();
    Fields fields = Fields.of(node, "", faults);
    RateRequestReading reading = new RateRequestReading(framework);
    Map<Code, Measure> measures = reading.measures(fields.object("keyQuestions"));
    Map<Code, Rating> judgements = reading.judgements(fields.object("judgements"));
    fields.finish();
    return faults.isEmpty()
        ? Outcome.done(new RateRequest(framework, measures, judgements))
        : Outcome.refused(Problem.refused(faults));
  }
}
