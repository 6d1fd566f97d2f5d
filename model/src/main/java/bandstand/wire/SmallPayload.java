package bandstand.wire;

import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Edits of one case without notes, as one payload written straight away: an import has many. */
final class SmallPayload {
  /** With so many edits without notes it is far below {@link RecordedJson#PAYLOAD_BYTES}. */
  private static final int EDITS = 1_000;

  private SmallPayload() {}

  static boolean fits(List<Edit> edits) {
    return edits.size() <= EDITS && edits.stream().allMatch(SmallPayload::isShort);
  }

  private static boolean isShort(Edit edit) {
    return switch (edit) {
      case Edit.ToAnswer answer -> isShort(answer.before()) && isShort(answer.after());
      case Edit.ToFact fact ->
          !fact.name().equals(Case.NOTE)
              && fact.before().map(String::length).orElse(0) <= 2 * Limits.NAME_CHARACTERS;
      case Edit.ToCase made -> true;
      case Edit.ToDetail other -> false;
      case Edit.ToJudgement other -> false;
      case Edit.ToDiscretion other -> false;
      case Edit.ToAlert other -> false;
      case Edit.ToMark other -> false;
    };
  }

  private static boolean isShort(Optional<Given> given) {
    return given.isEmpty() || given.get().note().isEmpty();
  }

  static byte[] write(List<Edit> edits, Envelope envelope) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * (edits.size() + 1));
    try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      Reference subject = edits.getFirst().touches().orElseThrow();
      json.writeStringField(RecordedJson.CASE, subject.text());
      json.writeArrayFieldStart(RecordedJson.EDITS);
      for (Edit edit : edits) {
        json.writeStartObject();
        write(json, edit, envelope);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Edit edit, Envelope envelope) throws IOException {
    switch (edit) {
      case Edit.ToAnswer answer -> {
        json.writeStringField(EditJson.ANSWER, answer.code().toString());
        given(json, EditJson.FROM, answer.before(), envelope);
        given(json, EditJson.TO, answer.after(), envelope);
      }
      case Edit.ToCase made -> {
        json.writeBooleanField(EditJson.FILE, true);
        json.writeBooleanField(EditJson.FROM, made.before());
        json.writeBooleanField(EditJson.TO, made.after());
      }
      case Edit.ToFact fact -> {
        json.writeStringField(EditJson.FACT, fact.name());
        text(json, EditJson.FROM, fact.before());
        text(json, EditJson.TO, fact.after());
      }
      case Edit.ToDetail other -> throw new IllegalArgumentException("of no case: " + other);
      case Edit.ToJudgement other -> throw new IllegalArgumentException("of no case: " + other);
      case Edit.ToDiscretion other -> throw new IllegalArgumentException("of no case: " + other);
      case Edit.ToAlert other -> throw new IllegalArgumentException("of no case: " + other);
      case Edit.ToMark other -> throw new IllegalArgumentException("of no case: " + other);
    }
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private static void given(
      JsonGenerator json, String name, Optional<Given> given, Envelope envelope)
      throws IOException {
    if (given.isEmpty()) {
      return;
    }
    Optional<Answer> answer = given.get().answer();
    if (answer.isPresent() && envelope.bears(given.get())) {
      json.writeStringField(name, answer.get().word());
    } else {
      json.writeFieldName(name);
      json.writeTree(ValueJson.given(given.get(), envelope));
    }
  }
}
