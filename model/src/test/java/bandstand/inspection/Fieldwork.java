package bandstand.inspection;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An inspection under way in a test: every call is one recorded change. */
public final class Fieldwork {
  public static final String INSPECTOR = "ada";

  private Inspection state;

  public Fieldwork(Framework framework) {
    state = Inspection.blank(new InspectionId("sample"), framework);
    change(
        Change.Kind.CREATE,
        new Edit.ToDetail(Inspection.SERVICE, Optional.empty(), Optional.of("Sampleshire")));
  }

  public Inspection now() {
    return state;
  }

  /** A case that is there. */
  Case held(String reference) {
    return state.file(new Reference(reference)).orElseThrow();
  }

  public Fieldwork change(Change.Kind kind, Edit... edits) {
    return record(Change.of(kind, List.of(edits)));
  }

  public Fieldwork record(Change change) {
    long next = state.revision() + 1;
    state = state.after(new Recorded(state.id(), next, INSPECTOR, at(next), change));
    return this;
  }

  public Fieldwork file(String reference, String type) {
    return change(Change.Kind.CASE, fileEdits(reference, type).toArray(Edit[]::new));
  }

  public static List<Edit> fileEdits(String reference, String type) {
    Reference subject = new Reference(reference);
    return List.of(
        new Edit.ToCase(subject, false, true),
        new Edit.ToFact(subject, Case.TYPE, Optional.empty(), Optional.of(type)));
  }

  /** Gives the same answer to each of the codes, which stand between spaces. */
  public Fieldwork answer(String reference, String codes, Answer answer) {
    return give(Optional.of(new Reference(reference)), codes, Optional.of(answered(answer)));
  }

  public Fieldwork clear(String reference, String codes) {
    return give(Optional.of(new Reference(reference)), codes, Optional.empty());
  }

  public Fieldwork serve(String codes, Answer answer) {
    return give(Optional.empty(), codes, Optional.of(answered(answer)));
  }

  Fieldwork give(Optional<Reference> subject, String codes, Optional<Given> after) {
    var edits = new ArrayList<Edit>();
    for (String text : codes.split(" ")) {
      Code code = Code.of(text);
      edits.add(new Edit.ToAnswer(subject, code, state.given(subject, code), after));
    }
    return record(Change.of(after.isPresent() ? Change.Kind.ANSWER : Change.Kind.CLEAR, edits));
  }

  public Given answered(Answer answer) {
    return given(Optional.of(answer), "");
  }

  Given given(Optional<Answer> answer, String note) {
    long next = state.revision() + 1;
    return new Given(answer, note, false, next, INSPECTOR, at(next));
  }

  public Fieldwork judge(String standard, Optional<Rating> rating) {
    Code code = Code.of(standard);
    return change(
        Change.Kind.JUDGE,
        new Edit.ToJudgement(
            code, state.decisions().judgement(code), Optional.of(judgement(rating))));
  }

  /** By the inspector, at the start of time, only recommended; empty: not rated. */
  public static Judgement judgement(Optional<Rating> rating) {
    return new Judgement(
        rating, "Because.", new Judgement.Signature(INSPECTOR, Instant.EPOCH), Optional.empty());
  }

  /** One second a revision. */
  static Instant at(long revision) {
    return Instant.ofEpochSecond(revision);
  }
}
