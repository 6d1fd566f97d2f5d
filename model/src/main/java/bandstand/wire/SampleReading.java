package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** A bundle being read: every fault of every part, before any part of it is sent. */
record SampleReading(Optional<Sample.Against> against) {

  Supplier<Sample> of(Fields bundle) {
    bundle.needs("inspection");
    Supplier<NewInspection> inspection = inspection(bundle.object("inspection"), true);
    serviceAnswers(bundle.object("serviceAnswers"));
    judgements(bundle.object("judgements"));
    List<Fields> raised = bundle.objects("alerts");
    raised.forEach(this::alert);
    SequencedMap<String, String> judgements = new LinkedHashMap<>();
    bundle
        .node("judgements")
        .ifPresent(
            node ->
                node.properties()
                    .forEach(one -> judgements.put(one.getKey(), one.getValue().toString())));
    List<String> alerts = new ArrayList<>();
    bundle.node("alerts").ifPresent(node -> node.forEach(one -> alerts.add(one.toString())));
    return () ->
        new Sample(
            inspection.get().id().orElseThrow(),
            inspection.get(),
            bundle.node("serviceAnswers").map(SampleReading::batch),
            judgements,
            alerts);
  }

  /** Of what creates an inspection whose id is chosen by whoever sends it. */
  static Supplier<NewInspection> inspection(Fields facts) {
    return inspection(facts, false);
  }

  private static Supplier<NewInspection> inspection(Fields facts, boolean finished) {
    facts.needs("id");
    Supplier<NewInspection> inspection = NewInspection.of(facts);
    if (finished) {
      facts.finish();
    }
    return inspection;
  }

  private void serviceAnswers(Fields answers) {
    for (String name : answers.names()) {
      against.ifPresent(known -> asked(answers, name, known.edition()));
      Optional<JsonNode> value = answers.node(name);
      if (value.isPresent() && value.get().isObject()) {
        Fields one = answers.object(name);
        AnswerRequest.of(one);
        one.finish();
      } else if (value.isPresent() && value.get().isTextual()) {
        answers.word(name, Answer::ofWord, AnswerRequest.ANSWERS);
      } else {
        answers.fault(
            name,
            "type",
            "One of these is needed, or an object with an \"answer\": " + AnswerRequest.ANSWERS);
      }
    }
  }

  private static void asked(Fields answers, String name, Framework edition) {
    Optional<Question> question = Code.parse(name).flatMap(edition::question);
    if (question.isEmpty()) {
      answers.fault(name, "unknown-code", name + " is no question of " + edition.id());
    } else if (!question.get().asksService()) {
      answers.fault(
          name, "case-code", name + " is asked of cases, not of the service; answer it there");
    }
  }

  private void judgements(Fields judgements) {
    for (String name : judgements.names()) {
      if (judgements.isNull(name)) {
        judgements.fault(name, "type", "A judgement is needed here");
        continue;
      }
      Fields one = judgements.object(name);
      if (against.isPresent()) {
        Framework edition = against.get().edition();
        judged(judgements, name, one.has("rating"), edition);
        JudgementRequest.of(one, edition);
        one.finish();
      }
    }
  }

  private static void judged(Fields judgements, String name, boolean rated, Framework edition) {
    Optional<Code> code = Code.parse(name);
    boolean judged = code.filter(edition::takesJudgement).isPresent();
    if (!judged && code.flatMap(edition::standard).isEmpty()) {
      judgements.fault(name, "unknown-code", name + " is no standard of " + edition.id());
    } else if (!judged && rated) {
      judgements.fault(
          name,
          "not-judged",
          "%s is not judged in %s: it takes no rating here".formatted(name, edition.id()));
    }
  }

  private void alert(Fields alert) {
    AlertRequest read = AlertRequest.of(alert, true).get();
    alert.finish();
    Optional<Reference> subject = read.subject().over(Optional.empty());
    boolean known = against.isEmpty() || subject.map(against.get().cases()::test).orElse(true);
    if (!known) {
      alert.fault("case", "unknown-case", "There is no case " + subject.orElseThrow());
    }
    if (read.status().equals(Optional.of(Alert.Status.RESOLVED))
        && read.outcome().over(Optional.empty()).isEmpty()) {
      alert.lacking("outcome");
    }
  }

  /** Answers by code, each a word or an object, as items that name their code. */
  private static String batch(JsonNode answers) {
    ArrayNode batch = Json.array();
    for (Map.Entry<String, JsonNode> given : answers.properties()) {
      ObjectNode item = batch.addObject().put("code", given.getKey());
      if (given.getValue() instanceof ObjectNode whole) {
        item.setAll(whole);
      } else {
        item.set("answer", given.getValue());
      }
    }
    return batch.toString();
  }
}
