package bandstand.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackedRowTest {
  private static final Optional<AnswerRequest> NOTED =
      Optional.of(
          new AnswerRequest(
              Optional.of(Answer.NO),
              new Update.Value<>("a note, ŷ 🙂\n"),
              Optional.of(true),
              Optional.empty()));

  private static ImportRow row(Map<String, Optional<AnswerRequest>> answers) {
    TreeMap<Code, Optional<AnswerRequest>> byCode = new TreeMap<>();
    answers.forEach((code, answer) -> byCode.put(Code.of(code), answer));
    return new ImportRow(
        7,
        new Place(12, Optional.of("/6")),
        new Reference("C01"),
        new CaseRequest(
            new TreeMap<>(
                Map.of(
                    "type", Optional.of("court"),
                    "attributes.gender", Optional.of("ŷ🙂"),
                    "note", Optional.empty())),
            byCode,
            Optional.empty()));
  }

  @Test
  void whatIsPackedComesOutAsItWas() {
    for (Optional<AnswerRequest> answer :
        List.of(
            Optional.<AnswerRequest>empty(),
            AnswerRequest.bare(Answer.YES),
            AnswerRequest.bare(Answer.NO),
            AnswerRequest.bare(Answer.NA),
            NOTED,
            Optional.of(
                new AnswerRequest(
                    Optional.empty(),
                    new Update.Removal<>(),
                    Optional.of(false),
                    Optional.empty())),
            Optional.of(
                new AnswerRequest(
                    Optional.empty(),
                    new Update.Unsaid<>(),
                    Optional.of(true),
                    Optional.empty())))) {
      ImportRow row = row(Map.of("2.1.1", answer, "2.1.1.3", AnswerRequest.bare(Answer.NA)));
      assertEquals(row, PackedRow.unpacked(PackedRow.of(row), new Sharing()));
    }
    ImportRow none = row(Map.of());
    assertEquals(none, PackedRow.unpacked(PackedRow.of(none), new Sharing()));
  }

  @Test
  void wordsThatManyRowsHaveAreShared() {
    Sharing sharing = new Sharing();
    PackedRow packed = PackedRow.of(row(Map.of("2.1.1", AnswerRequest.bare(Answer.YES))));
    ImportRow one = PackedRow.unpacked(packed, sharing);
    ImportRow other = PackedRow.unpacked(packed, sharing);
    assertSame(one.request().facts().firstKey(), other.request().facts().firstKey());
    assertSame(one.request().answers().firstKey(), other.request().answers().firstKey());
    assertSame(
        one.request().facts().get("type").orElseThrow(),
        other.request().facts().get("type").orElseThrow());
  }

  @Test
  void theLongestTextsFit() {
    String note = "🙂".repeat(10_000);
    ImportRow row =
        new ImportRow(
            1,
            new Place(1, Optional.empty()),
            new Reference("C".repeat(64)),
            new CaseRequest(
                new TreeMap<>(Map.of("note", Optional.of(note))),
                new TreeMap<>(),
                Optional.empty()));
    assertEquals(row, PackedRow.unpacked(PackedRow.of(row), new Sharing()));
  }
}
