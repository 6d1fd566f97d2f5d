package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Problem.Kind;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A batch of answers being read; the second answer to one question is a fault. */
final class Batch {
  private final List<Fault> faults = new ArrayList<>();
  private final List<Supplier<AnswerRequest.Item>> items = new ArrayList<>();
  private final Map<String, Place> placeByQuestion = new HashMap<>();
  private boolean unreadable;

  private Batch() {}

  static Outcome<List<AnswerRequest.Item>> read(byte[] body, Format format) {
    return switch (format) {
      case JSON -> Json.parse(body).then(Batch::ofArray);
      case NDJSON -> ofLines(body);
      case CSV ->
          Outcome.refused(
              Kind.UNSUPPORTED,
              "Answers come as a JSON array or NDJSON; cases as CSV are imported");
    };
  }

  private static Outcome<List<AnswerRequest.Item>> ofArray(JsonNode node) {
    if (!node.isArray()) {
      return Outcome.refused(
          Problem.refused(Fault.at("", "type", "An array of answers is needed here")));
    }
    Batch batch = new Batch();
    for (int i = 0; i < node.size(); i++) {
      batch.add(node.get(i), new Place(0, Optional.of("/" + i)), batch.faults);
    }
    return batch.outcome();
  }

  private static Outcome<List<AnswerRequest.Item>> ofLines(byte[] body) {
    Batch batch = new Batch();
    Lines lines = new Lines(new ByteArrayInputStream(body));
    try {
      while (lines.next()) {
        batch.addLine(lines);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return batch.outcome();
  }

  private void addLine(Lines lines) {
    int line = lines.number();
    switch (Json.parse(lines.bytes(), line)) {
      case Outcome.Refused<JsonNode>(Problem problem) -> {
        faults.addAll(problem.faults());
        unreadable = true;
      }
      case Outcome.Done<JsonNode>(JsonNode node) -> {
        List<Fault> ofLine = new ArrayList<>();
        add(node, new Place(line, Optional.of("")), ofLine);
        ofLine.forEach(fault -> faults.add(fault.onLine(line)));
      }
    }
  }

  private void add(JsonNode node, Place place, List<Fault> into) {
    Fields fields = Fields.of(node, place.pointer().orElseThrow(), into);
    Optional<Reference> subject = fields.reference("case");
    Optional<Code> code = fields.required("code", fields::code);
    Supplier<AnswerRequest> request = AnswerRequest.of(fields);
    fields.finish();
    code.ifPresent(
        known -> {
          String question = subject.map(Reference::text).orElse("") + "/" + known;
          Place first = placeByQuestion.putIfAbsent(question, place);
          if (first != null) {
            fields.fault("code", "repeated", "It was answered before, " + first.words());
          }
        });
    items.add(() -> new AnswerRequest.Item(place, subject, code.orElseThrow(), request.get()));
  }

  private Outcome<List<AnswerRequest.Item>> outcome() {
    if (faults.isEmpty()) {
      return Outcome.done(items.stream().map(Supplier::get).toList());
    }
    Problem refused = Problem.refused(faults);
    return Outcome.refused(
        unreadable
            ? new Problem(Kind.UNREADABLE, refused.detail(), faults, faults.size(), List.of())
            : refused);
  }
}
