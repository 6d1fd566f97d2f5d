package bandstand.state;

import bandstand.framework.CaseType;
import bandstand.framework.Code;
import bandstand.framework.Crosswalk;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
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
import bandstand.wire.BackupJson;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.CrosswalkFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Inspections that tests walk through. */
public final class Sample {
  /** The fractions behind the percentages of 004 Annex 2, as the method page has them. */
  private static final Map<String, String> LEICESTER =
      Map.ofEntries(
          Map.entry("2.1", "31/35 30/35 32/35"),
          Map.entry("2.2", "33/35 26/32 27/33"),
          Map.entry("2.3", "34/35 27/35 26/35"),
          Map.entry("2.4", "25/35 20/30 21/35"),
          Map.entry("3.1", "20/24 16/24 20/24"),
          Map.entry("3.2", "21/24 18/24 13/16"),
          Map.entry("3.3", "18/24 15/23 17/21"),
          Map.entry("3.4", "22/24 19/24"));

  public static final BuiltInEditions EDITIONS = BuiltInEditions.load();
  public static final Crosswalk CROSSWALK = CrosswalkFile.builtIn(EDITIONS.frameworks());
  public static final Framework YOS_2018 = edition("yos-2018");
  public static final Framework YOS_2021 = edition("yos-2021");
  public static final Framework TOY = ToyEdition.framework(YOS_2021.scale());

  /** The same as a draft. */
  public static final Framework DRAFT = ToyEdition.draft(TOY);

  /** A quarter to eleven in London, in summer. */
  public static final Instant AT = Instant.parse("2019-08-20T09:42:00Z");

  private Sample() {}

  /** 35 court and 24 out-of-court cases, all judged, with the published figures. */
  public static Inspection leicester() {
    List<Edit> edits = new ArrayList<>();
    detail(edits, Inspection.SERVICE, "Leicester City");
    detail(edits, Inspection.NOTES, "RECONSTRUCTION: percentages published, cases invented.");
    for (int number = 1; number <= 59; number++) {
      Reference reference = reference(number);
      edits.add(new Edit.ToCase(reference, false, true));
      fact(edits, reference, Case.TYPE, number <= 35 ? "court" : "out-of-court");
      fact(edits, reference, "attributes.gender", number % 5 == 0 ? "female" : "male");
    }
    LEICESTER.forEach((standard, figures) -> answers(edits, Code.of(standard), figures));
    judge(edits, "1.1", Rating.REQUIRES_IMPROVEMENT);
    judge(edits, "1.2", Rating.GOOD);
    judge(edits, "1.3", Rating.OUTSTANDING);
    judge(edits, "1.4", Rating.REQUIRES_IMPROVEMENT);
    edits.add(
        new Edit.ToAlert(1, Optional.empty(), Optional.of(alert(1, "C22", Alert.Status.RESOLVED))));
    return made("leicester-2019", YOS_2018, edits);
  }

  /** Three court cases and one out of court, all open. */
  public static Inspection practice() {
    List<Edit> edits = new ArrayList<>();
    detail(edits, Inspection.SERVICE, "Leicester City (practice)");
    for (int number = 1; number <= 4; number++) {
      edits.add(new Edit.ToCase(reference(number), false, true));
      fact(edits, reference(number), Case.TYPE, number < 4 ? "court" : "out-of-court");
      fact(edits, reference(number), Case.MANAGER, "CM07");
    }
    return made("practice", YOS_2021, edits);
  }

  /** Three court cases and one out of court under the toy edition, all open. */
  public static Inspection toy() {
    List<Edit> edits = new ArrayList<>();
    detail(edits, Inspection.SERVICE, "Toytown");
    for (int number = 1; number <= 4; number++) {
      edits.add(new Edit.ToCase(reference(number), false, true));
      fact(edits, reference(number), Case.TYPE, number < 4 ? "court" : "out-of-court");
      fact(edits, reference(number), Case.MANAGER, "CM07");
    }
    return made("toy", TOY, edits);
  }

  /** The same with further edits. */
  public static Inspection toy(Edit... further) {
    Inspection toy = toy();
    return toy.after(
        new Recorded(toy.id(), 2, "AM", AT, Change.of(Change.Kind.IMPORT, List.of(further))));
  }

  /** Two open cases of each type under an edition. */
  public static Inspection of(Framework framework) {
    List<Edit> edits = new ArrayList<>();
    int number = 0;
    for (CaseType type : framework.scale().caseTypes()) {
      for (int another = 0; another < 2; another++) {
        Reference reference = reference(++number);
        edits.add(new Edit.ToCase(reference, false, true));
        fact(edits, reference, Case.TYPE, type.id());
      }
    }
    return made(framework.id(), framework, edits);
  }

  /** One court and one out-of-court case under the edition without prompts. */
  public static Inspection small() {
    List<Edit> edits = new ArrayList<>();
    detail(edits, Inspection.SERVICE, "Small");
    for (int number = 1; number <= 2; number++) {
      edits.add(new Edit.ToCase(reference(number), false, true));
      fact(edits, reference(number), Case.TYPE, number == 1 ? "court" : "out-of-court");
    }
    return made("small", YOS_2018, edits);
  }

  public static Inspection made(String id, Framework framework, List<Edit> edits) {
    InspectionId name = new InspectionId(id);
    return Inspection.blank(name, framework)
        .after(new Recorded(name, 1, "lead", AT, Change.of(Change.Kind.CREATE, edits)));
  }

  public static Reference reference(int number) {
    return new Reference("C%02d".formatted(number));
  }

  public static Edit.ToAnswer answer(Optional<Reference> subject, String code, Answer answer) {
    return answer(subject, code, Optional.of(answer), "");
  }

  public static Edit.ToAnswer answer(
      Optional<Reference> subject, String code, Optional<Answer> answer, String note) {
    Given given = new Given(answer, note, false, 1, "AM", AT);
    return new Edit.ToAnswer(subject, Code.of(code), Optional.empty(), Optional.of(given));
  }

  public static Alert alert(int number, String reference, Alert.Status status) {
    return new Alert(
        number,
        Reference.parse(reference),
        "No safe place to sleep",
        "Leicester City CYPJS",
        "lead",
        "2019-08-20T14:10:00Z",
        status,
        "",
        "AM");
  }

  /** The first cases of the type say yes, those after them no, the rest not applicable. */
  private static void answers(List<Edit> edits, Code standard, String figures) {
    Standard asked = YOS_2018.standard(standard).orElseThrow();
    int first = asked.caseTypes().contains("court") ? 1 : 36;
    int last = asked.caseTypes().contains("court") ? 35 : 59;
    String[] fractions = figures.split(" ");
    for (int index = 0; index < fractions.length; index++) {
      KeyQuestion keyQuestion = asked.keyQuestions().get(index);
      int yes = Integer.parseInt(fractions[index].split("/")[0]);
      int counted = Integer.parseInt(fractions[index].split("/")[1]);
      for (int number = first; number <= last; number++) {
        int place = number - first;
        Answer answer = place < yes ? Answer.YES : place < counted ? Answer.NO : Answer.NA;
        edits.add(answer(Optional.of(reference(number)), keyQuestion.code().toString(), answer));
      }
    }
  }

  public static void judge(List<Edit> edits, String standard, Rating rating) {
    Judgement judgement =
        new Judgement(
            Optional.of(rating),
            "as published",
            new Judgement.Signature("lead", AT),
            Optional.empty());
    edits.add(new Edit.ToJudgement(Code.of(standard), Optional.empty(), Optional.of(judgement)));
  }

  public static void fact(List<Edit> edits, Reference reference, String name, String value) {
    edits.add(new Edit.ToFact(reference, name, Optional.empty(), Optional.of(value)));
  }

  public static void detail(List<Edit> edits, String name, String value) {
    edits.add(new Edit.ToDetail(name, Optional.empty(), Optional.of(value)));
  }

  public static Framework edition(String id) {
    return EDITIONS.frameworks().get(id);
  }

  public static Optional<Framework> ofDigest(String digest) {
    return Stream.concat(EDITIONS.frameworks().values().stream(), Stream.of(TOY))
        .filter(edition -> edition.edition().digest().equals(digest))
        .findFirst();
  }

  /** A daemon's word on its last verified backup. */
  public static BackupJson.Status backupStatus(Optional<Duration> age) {
    var claim = new BackupJson.Claim(3140, "ab".repeat(32));
    return new BackupJson.Status(
        3160,
        age.map(since -> new BackupJson.Proof(claim, AT.minus(since), "PB")),
        age.orElse(Duration.ZERO));
  }
}
