package bandstand.service;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What stands and what was wished, field by field, where a sender saw neither. */
final class BothValues {
  /** Fields in the one sentence of a problem; the rest stands in its list alone. */
  private static final int SAID = 3;

  /** The code of each row. */
  private static final String CODE = "changed-since";

  private final Framework framework;
  private final Function<Code, String> answersAt;
  private final List<Fault> rows = new ArrayList<>();

  private BothValues(Framework framework, Function<Code, String> answersAt) {
    this.framework = framework;
    this.answersAt = answersAt;
  }

  /**
   * The refusal of edits whose sender did not see what they would change.
   *
   * @param standing what is known of it as a whole
   * @param answersAt the pointer of what is said of a question; empty where there is none
   */
  static Problem problem(
      String standing, Framework framework, Function<Code, String> answersAt, List<Edit> wished) {
    BothValues both = new BothValues(framework, answersAt);
    wished.forEach(both::add);
    List<Fault> rows = both.rows;
    StringBuilder detail = new StringBuilder("It has changed since: ").append(standing);
    rows.stream().limit(SAID).forEach(row -> detail.append("; ").append(row.message()));
    if (rows.size() > SAID) {
      detail.append("; and ").append(rows.size() - SAID).append(" more, see errors");
    }
    return new Problem(
        Problem.Kind.PRECONDITION_FAILED, detail.toString(), rows, rows.size(), List.of());
  }

  private void add(Edit edit) {
    switch (edit) {
      case Edit.ToAnswer(var subject, Code code, var before, var after) -> {
        String of = subject.map(reference -> reference + " ").orElse("") + code + " ";
        String at = answersAt.apply(code);
        row(at, of, "answer", word(before), word(after));
        row(at, of, "note", note(before), note(after));
        row(at, of, "ask", ask(before), ask(after));
      }
      case Edit.ToFact(var subject, String name, var before, var after) ->
          row(
              CaseWish.isAttribute(name) ? "/attributes" : "",
              subject + " ",
              CaseWish.isAttribute(name) ? CaseWish.attribute(name) : name,
              before,
              after);
      case Edit.ToDetail(String name, var before, var after) -> row("", "", name, before, after);
      case Edit.ToJudgement(Code code, var before, var after) -> {
        decided(code, before, after);
        row("", code + " ", "status", before.map(this::status), after.map(this::status));
      }
      case Edit.ToDiscretion(Code code, var before, var after) -> decided(code, before, after);
      case Edit.ToMark(String name, var before, var after) ->
          row("", name + " ", "revision", before.map(String::valueOf), after.map(String::valueOf));
      case Edit.ToAlert(int number, var before, var after) when before.isPresent() ->
          alert(number, before.get(), after);
      case Edit.ToAlert raised -> {}
      case Edit.ToCase made -> {}
    }
  }

  private static Optional<String> word(Optional<Given> given) {
    return given.flatMap(Given::answer).map(Answer::word);
  }

  private static Optional<String> note(Optional<Given> given) {
    return given.map(Given::note).filter(text -> !text.isEmpty());
  }

  private static Optional<String> ask(Optional<Given> given) {
    return given.filter(Given::ask).map(marked -> "true");
  }

  private void decided(Code code, Optional<Judgement> before, Optional<Judgement> after) {
    row("", code + " ", "rating", before.map(this::rating), after.map(this::rating));
    row("", code + " ", "reason", before.map(Judgement::reason), after.map(Judgement::reason));
  }

  private String rating(Judgement judgement) {
    return judgement.rating().map(rating -> framework.word(rating).word()).orElse("not rated");
  }

  private String status(Judgement judgement) {
    return judgement.agreed().isPresent() ? "agreed" : "recommended";
  }

  private void alert(int number, Alert before, Optional<Alert> after) {
    String of = "alert " + number + " ";
    row("", of, "case", subject(before), after.flatMap(BothValues::subject));
    row("", of, "risk", Optional.of(before.risk()), after.map(Alert::risk));
    row("", of, "organisation", Optional.of(before.organisation()), after.map(Alert::organisation));
    row("", of, "toldRole", Optional.of(before.toldRole()), after.map(Alert::toldRole));
    row("", of, "at", Optional.of(before.at()), after.map(Alert::at));
    row(
        "",
        of,
        "status",
        Optional.of(before.status().word()),
        after.map(alert -> alert.status().word()));
    row(
        "",
        of,
        "outcome",
        Optional.of(before.outcome()).filter(text -> !text.isEmpty()),
        after.map(Alert::outcome).filter(text -> !text.isEmpty()));
  }

  private static Optional<String> subject(Alert alert) {
    return alert.subject().map(String::valueOf);
  }

  private void row(
      String at, String of, String name, Optional<String> standing, Optional<String> wished) {
    if (!standing.equals(wished)) {
      String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
      String message =
          "%s%s: %s"
              .formatted(
                  of,
                  name,
                  standing
                          .map(text -> "\"%s\" stands".formatted(Fault.cut(text)))
                          .orElse("nothing stands")
                      + wished
                          .map(text -> ", \"%s\" was wished".formatted(Fault.cut(text)))
                          .orElse(", it was to be cleared"));
      rows.add(new Fault(0, pointer, name, standing, CODE, message));
    }
  }
}
