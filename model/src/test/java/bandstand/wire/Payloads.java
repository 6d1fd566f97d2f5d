package bandstand.wire;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes of cases C1 and C2, and what they become in the journal. */
final class Payloads {
  static final InspectionId ID = RandomHistory.ID;
  static final Instant NOW = Instant.parse("2019-05-13T10:30:00.123456Z");
  static final Reference C1 = new Reference("C1");
  static final Reference C2 = new Reference("C2");

  private Payloads() {}

  static Given yes() {
    return new Given(Optional.of(Answer.YES), "", false, 7, "anna", NOW);
  }

  static Edit answer(Reference subject, String code) {
    return new Edit.ToAnswer(
        Optional.of(subject), Code.of(code), Optional.empty(), Optional.of(yes()));
  }

  static Recorded recorded(Change change) {
    return new Recorded(ID, 7, "anna", NOW, change);
  }

  static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }

  static List<String> texts(Recorded recorded) {
    return RecordedJson.encode(recorded).stream().map(Payloads::text).toList();
  }
}
