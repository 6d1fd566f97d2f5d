package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Problem.Kind;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Cases as JSON: one, an array of them, or one a line. */
final class JsonImport {
  private static final ObjectReader ROW =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final CaseRules rules;
  private final ImportRows rows;

  JsonImport(CaseRules rules, ImportRows rows) {
    this.rules = rules;
    this.rows = rows;
  }

  /** A case, or an array of cases read one by one. */
  Outcome<Long> readDocument(InputStream source) throws IOException {
    Utf8Reader text = new Utf8Reader(source);
    try (JsonParser parser = Json.FACTORY.createParser(text)) {
      try {
        return document(parser, text);
      } catch (JacksonException unreadable) {
        return rows.broken(Kind.UNREADABLE, unreadable(unreadable, text));
      } catch (Utf8Reader.TooLarge tooLarge) {
        int line = parser.currentLocation().getLineNr();
        String message =
            "A case has at most " + ImportReader.ROW_CHARACTERS + " characters; this one has more";
        return rows.broken(Kind.TOO_LARGE, ImportRows.fault(line, "row-too-large", message));
      }
    }
  }

  private Outcome<Long> document(JsonParser parser, Utf8Reader text) throws IOException {
    text.allow(ImportReader.ROW_CHARACTERS);
    JsonToken first = parser.nextToken();
    if (first == null) {
      return rows.broken(
          Kind.REFUSED, ImportRows.fault(1, "empty", "The file is empty; send a case or an array"));
    }
    if (first == JsonToken.START_ARRAY) {
      for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
        if (rows.full()) {
          return rows.overfull(parser.currentLocation().getLineNr());
        }
        row(parser, text, "/" + index);
      }
    } else {
      row(parser, text, "");
    }
    text.allow(ImportReader.ROW_CHARACTERS);
    if (parser.nextToken() != null) {
      return rows.broken(
          Kind.UNREADABLE,
          ImportRows.fault(
              parser.currentTokenLocation().getLineNr(),
              "trailing",
              "Something follows the end of the JSON; one case a line is application/x-ndjson"));
    }
    return rows.ended();
  }

  private void row(JsonParser parser, Utf8Reader text, String pointer) throws IOException {
    text.allow(ImportReader.ROW_CHARACTERS);
    int line = parser.currentTokenLocation().getLineNr();
    JsonNode node = ROW.readTree(parser);
    List<Fault> faults = new ArrayList<>();
    OptionalInt malformed = text.malformed(line, parser.currentLocation().getLineNr());
    if (malformed.isPresent() && node.toString().indexOf(Utf8Reader.REPLACEMENT) >= 0) {
      faults.add(Texts.notUtf8(malformed.getAsInt()));
    }
    add(node, new Place(line, Optional.of(pointer)), faults);
  }

  /** Bytes that are no UTF-8 read as a character that JSON does not know either. */
  private static Fault unreadable(JacksonException cause, Utf8Reader text) {
    Fault fault = Json.fault(cause, 1);
    return text.malformed(fault.line(), fault.line()).isPresent()
        ? Texts.notUtf8(fault.line())
        : fault;
  }

  /** One case a line, each line on its own. */
  Outcome<Long> readLines(InputStream source) throws IOException {
    Lines lines = new Lines(source);
    while (lines.next()) {
      int line = lines.number();
      if (rows.full()) {
        return rows.overfull(line);
      }
      if (lines.tooLong()) {
        String message = "A line has at most " + ImportReader.ROW_CHARACTERS + " bytes";
        rows.addUnread(List.of(ImportRows.fault(line, "line-too-long", message)));
        continue;
      }
      switch (Json.parse(lines.bytes(), line)) {
        case Outcome.Refused<JsonNode>(Problem problem) -> rows.addUnread(problem.faults());
        case Outcome.Done<JsonNode>(JsonNode node) ->
            add(node, new Place(line, Optional.of("")), List.of());
      }
    }
    return rows.ended();
  }

  private void add(JsonNode node, Place place, List<Fault> before) {
    List<Fault> faults = new ArrayList<>();
    Fields fields = Fields.of(node, place.pointer().orElseThrow(), faults);
    Optional<Reference> reference = fields.required("reference", fields::reference);
    Supplier<CaseRequest> request = CaseFields.of(fields, rules, Optional.empty());
    fields.finish();
    List<Fault> all = new ArrayList<>(before);
    faults.forEach(fault -> all.add(fault.onLine(place.line())));
    rows.add(place, reference, all, request);
  }
}
