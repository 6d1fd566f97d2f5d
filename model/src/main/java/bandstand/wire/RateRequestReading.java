package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Question;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import bandstand.inspection.Limits;
import bandstand.inspection.Tally;
import bandstand.rating.Measure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The two parts of a question to the calculator being read; null says that it is not known. */
final class RateRequestReading {
  private final Framework framework;

  RateRequestReading(Framework framework) {
    this.framework = framework;
  }

  Map<Code, Measure> measures(Fields fields) {
    Map<Code, Measure> measures = new TreeMap<>();
    for (String name : fields.names()) {
      Optional<KeyQuestion> keyQuestion = keyQuestion(fields, name);
      Optional<Measure> measure = fields.node(name).flatMap(node -> measure(fields, name, node));
      if (keyQuestion.isPresent() && measure.isPresent()) {
        measures.put(keyQuestion.get().code(), measure.get());
      }
    }
    return measures;
  }

  private Optional<KeyQuestion> keyQuestion(Fields fields, String name) {
    Optional<Question> found = Code.parse(name).flatMap(framework::question);
    if (found.isEmpty()) {
      return fields.fault(name, "unknown-code", "This is no key question of " + framework.id());
    }
    Question question = found.get();
    if (question.isPrompt()) {
      Code code = question.keyQuestion().code();
      return fields.fault(name, "prompt", "A prompt is not rated; its key question is " + code);
    }
    if (question.standard().judged()) {
      Code code = question.standard().code();
      return fields.fault(
          name, "judged", code + " is judged, not counted: give its rating under judgements");
    }
    return Optional.of(question.keyQuestion());
  }

  private static Optional<Measure> measure(Fields fields, String name, JsonNode node) {
    if (node.isNumber()) {
      return fields.integer(name, 0, 100).map(Measure.Stated::new);
    }
    if (node.isObject()) {
      return tally(fields.object(name)).map(Measure.Counted::new);
    }
    if (!node.isTextual()) {
      return fields.fault(
          name, "type", "A percentage, a fraction such as \"31/35\" or yes and no are needed here");
    }
    return fields
        .string(name, CalculatorInput.MOST_CHARACTERS)
        .flatMap(text -> fraction(fields, name, text));
  }

  private static Optional<Measure> fraction(Fields fields, String name, String text) {
    return switch (CalculatorInput.parse(text)) {
      case Outcome.Done<Measure>(Measure.Counted counted) -> Optional.of(counted);
      case Outcome.Done<Measure>(Measure.Stated stated) ->
          fields.fault(name, "type", "A percentage is written as a number: " + stated.percent());
      case Outcome.Refused<Measure>(Problem problem) -> {
        Fault fault = problem.faults().getFirst();
        yield fields.fault(name, fault.code(), fault.message());
      }
    };
  }

  /** All zero means that there are no cases yet, as in an inspection just made. */
  private static Optional<Tally> tally(Fields counts) {
    counts.needs("yes");
    counts.needs("no");
    Optional<Integer> yes = count(counts, "yes");
    Optional<Integer> no = count(counts, "no");
    int na = count(counts, "na").orElse(0);
    int open = count(counts, "open").orElse(0);
    counts.finish();
    return yes.flatMap(given -> no.map(other -> new Tally(given, other, na, open, 0, 0)));
  }

  private static Optional<Integer> count(Fields counts, String name) {
    return counts.integer(name, 0, Limits.CASES);
  }

  Map<Code, Rating> judgements(Fields fields) {
    Map<Code, Rating> judgements = new TreeMap<>();
    for (String name : fields.names()) {
      Optional<Code> judged = judged(fields, name);
      Optional<Rating> rating = JudgementRequest.rating(fields, name, framework);
      if (judged.isPresent() && rating.isPresent()) {
        judgements.put(judged.get(), rating.get());
      }
    }
    return judgements;
  }

  private Optional<Code> judged(Fields fields, String name) {
    Optional<Code> code = Code.parse(name);
    if (code.map(framework::takesJudgement).orElse(false)) {
      return code;
    }
    Optional<Standard> standard = code.flatMap(framework::standard);
    if (standard.isEmpty()) {
      return fields.fault(
          name, "unknown-code", "Nothing of %s is judged by that code".formatted(framework.id()));
    }
    return standard.get().judged()
        ? fields.fault(
            name, "judged-whole", "It is judged as part of " + standard.get().code().parent())
        : fields.fault(
            name, "computed", "It is computed from its key questions, not judged: give these");
  }
}
