package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Question;
import bandstand.framework.Rating;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Judgement;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An inspection to which anything happens, the same for the same seed. */
final class RandomHistory {
  static final InspectionId ID = new InspectionId("random");
  private static final List<String> PEOPLE = List.of("anna", "björn", "c-3");
  private static final List<String> FACTS =
      List.of(
          Case.TYPE, Case.STEP, Case.ASSIGNEE, Case.NOTE, "attributes.gender", "attributes.a/b~c");

  private final Random random;
  private Inspection inspection = Inspection.blank(ID, SmallEdition.SMALL);

  RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  Inspection inspection() {
    return inspection;
  }

  /** The next thing that happens, folded into the inspection. */
  Recorded next() {
    long revision = inspection.revision() + 1;
    String by = pick(PEOPLE);
    Instant at = Instant.EPOCH.plusMillis(revision * 1_000 + random.nextInt(1_000));
    List<Edit> edits = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      edits.add(edit(revision, by, at));
    }
    Change change =
        new Change(
            pick(List.of(Change.Kind.values())),
            edits,
            random.nextBoolean() ? Optional.of(random.nextLong(1, 100)) : Optional.empty(),
            random.nextBoolean() ? text() : "");
    Recorded recorded = new Recorded(ID, revision, by, at, change);
    inspection = inspection.after(recorded);
    return recorded;
  }

  private Edit edit(long revision, String by, Instant at) {
    Reference subject = new Reference("C" + random.nextInt(5));
    Code standard = pick(SmallEdition.SMALL.standards()).code();
    return switch (random.nextInt(10)) {
      case 0 -> new Edit.ToDetail(pick(List.of("service", "notes")), maybeText(), maybeText());
      case 1 -> new Edit.ToJudgement(standard, maybeJudgement(by, at), maybeJudgement(by, at));
      case 2 -> new Edit.ToDiscretion(Code.OVERALL, maybeJudgement(by, at), maybeJudgement(by, at));
      case 3 -> {
        int number = random.nextInt(1, 4);
        yield new Edit.ToAlert(number, maybeAlert(number, by), maybeAlert(number, by));
      }
      case 4 ->
          new Edit.ToMark(
              "m" + random.nextInt(3),
              random.nextBoolean() ? Optional.of(3L) : Optional.empty(),
              Optional.of(random.nextLong(1, 9)));
      case 5 -> new Edit.ToCase(subject, random.nextBoolean(), random.nextInt(4) > 0);
      case 6 -> new Edit.ToFact(subject, pick(FACTS), maybeText(), fact());
      case 7 ->
          new Edit.ToAnswer(
              Optional.empty(),
              question().code(),
              maybeGiven(revision, by, at),
              maybeGiven(revision, by, at));
      default ->
          new Edit.ToAnswer(
              Optional.of(subject),
              question().code(),
              maybeGiven(revision, by, at),
              maybeGiven(revision, by, at));
    };
  }

  private Question question() {
    return pick(SmallEdition.SMALL.questions());
  }

  private Optional<String> fact() {
    return random.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(pick(List.of("court", "out-of-court", "read", text())));
  }

  private Optional<Given> maybeGiven(long revision, String by, Instant at) {
    if (random.nextInt(4) == 0) {
      return Optional.empty();
    }
    Optional<Answer> answer =
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(pick(List.of(Answer.values())));
    boolean bare = random.nextBoolean();
    boolean ask = answer.isEmpty() || random.nextInt(5) == 0;
    boolean own = random.nextBoolean();
    return Optional.of(
        new Given(
            answer,
            bare ? "" : text(),
            ask,
            own ? revision : random.nextLong(1, revision + 1),
            own ? by : pick(PEOPLE),
            own
                ? at
                : Instant.ofEpochSecond(
                    random.nextLong(2_000_000_000L), random.nextInt(1_000_000_000))));
  }

  private Optional<Judgement> maybeJudgement(String by, Instant at) {
    if (random.nextInt(4) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Judgement(
            random.nextInt(4) == 0 ? Optional.empty() : Optional.of(pick(List.of(Rating.values()))),
            text(),
            signature(by, at),
            random.nextBoolean() ? Optional.of(signature(by, at)) : Optional.empty()));
  }

  private Judgement.Signature signature(String by, Instant at) {
    return random.nextBoolean()
        ? new Judgement.Signature(by, at)
        : new Judgement.Signature(pick(PEOPLE), Instant.ofEpochSecond(random.nextInt(1_000)));
  }

  private Optional<Alert> maybeAlert(int number, String by) {
    if (random.nextInt(4) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Alert(
            number,
            random.nextBoolean() ? Optional.of(new Reference("C1")) : Optional.empty(),
            text(),
            text(),
            text(),
            "2019-05-13",
            pick(List.of(Alert.Status.values())),
            random.nextBoolean() ? "" : text(),
            random.nextBoolean() ? by : pick(PEOPLE)));
  }

  private Optional<String> maybeText() {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(text());
  }

  private String text() {
    List<String> parts =
        List.of("a", "é", "🙂", "\n", "\t", "\"", "\\", "{", " ", "ŷ", "/", "\u2028");
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append(pick(parts));
    }
    return text.toString();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
