package bandstand.inspection;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Question;
import bandstand.framework.Relation;
import bandstand.framework.Standard;
import bandstand.framework.Wordings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of an inspection can stand in another edition, and what has to be done there anew.
 *
 * <p>Cases go over with all their facts, unless the edition does not know their type. What stands
 * at a key question, with its note, goes over where one became one with high confidence or both
 * documents print the same words; at a prompt, where its key question goes over and exactly one
 * prompt there has the same label or the same printed words. Where key questions were merged or
 * split, a prompt goes over alone if its printed words stand once in either edition. In both
 * editions it must be asked of the same: the case's type, or the service. Decisions stay behind,
 * since they were made by another edition's rules; so do alerts, marks and the history. A case that
 * was submitted or checked, and has a key question to answer there, is set back to interviewed.
 *
 * @param questions where what stands at a question goes
 * @param carried what goes over, by key question; none without an answer
 * @param changed what does not, as far as it was asked before
 * @param open what the other edition asks and nothing came to: what is judged, and key questions
 * @param decisions standards, groups, or the overall, whose judgement or discretion stays behind
 * @param cases how many go over
 * @param reopened how many of them are set back
 * @param left the cases that do not
 * @param alerts how many open ones stay behind
 */
public record Carrying(
    Inspection source,
    Comparison comparison,
    Map<Code, Code> questions,
    List<Carried> carried,
    List<Changed> changed,
    List<Code> open,
    List<Code> decisions,
    int cases,
    int reopened,
    List<Left> left,
    int alerts) {

  /**
   * A key question that answers go over from.
   *
   * @param answers of cases and the service that go over, those to its prompts included
   * @param byWording how many of them for no other reason than that both documents print the same
   */
  public record Carried(Code from, Code to, Relation.Kind kind, long answers, long byWording) {}

  /**
   * Questions that answers do not go over from.
   *
   * @param from key questions, with all their prompts; or prompts alone, of one that goes over
   * @param to the key questions that ask instead
   * @param answers that stay behind, those of {@link Left} cases not counted, nor those counted
   *     with an earlier row: a key question may be merged with one and split to another
   */
  public record Changed(List<Code> from, List<Code> to, Relation.Kind kind, long answers) {
    public Changed {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * A case that does not go over.
   *
   * @param answers that stay behind with it
   */
  public record Left(Reference reference, String why, long answers) {}

  public Carrying {
    questions = Map.copyOf(questions);
    carried = List.copyOf(carried);
    changed = List.copyOf(changed);
    open = List.copyOf(open);
    decisions = List.copyOf(decisions);
    left = List.copyOf(left);
  }

  /**
   * What goes over.
   *
   * @param comparison from the inspection's own edition
   * @param wordings of the same two editions, as far as they are loaded
   */
  public static Carrying of(Inspection source, Comparison comparison, Wordings wordings) {
    Framework to = comparison.to();
    Map<Code, Ways.Way> ways = Ways.of(comparison, wordings);
    Map<Code, Code> questions = new HashMap<>();
    ways.forEach((code, way) -> questions.put(code, way.to()));
    CarriedAnswers answers = new CarriedAnswers(comparison, ways);
    List<Left> left = new ArrayList<>();
    int reopened = 0;
    for (Case file : source.cases().values()) {
      if (to.knowsCaseType(file.type())) {
        file.answers()
            .forEach(
                (code, given) ->
                    answers.count(
                        code, given, target(to, questions, Optional.of(file), code).isPresent()));
        reopened += isReopened(to, questions, file) ? 1 : 0;
      } else {
        left.add(left(file, to));
      }
    }
    source
        .answers()
        .forEach(
            (code, given) ->
                answers.count(
                    code, given, target(to, questions, Optional.empty(), code).isPresent()));
    Set<Code> decisions = new TreeSet<>(source.decisions().judgements().keySet());
    decisions.addAll(source.decisions().discretion().keySet());
    return new Carrying(
        source,
        comparison,
        questions,
        answers.carried(),
        answers.changed(),
        open(to, answers.answered()),
        List.copyOf(decisions),
        source.cases().size() - left.size(),
        reopened,
        left,
        Math.toIntExact(source.alerts().values().stream().filter(Alert::open).count()));
  }

  private static Left left(Case file, Framework to) {
    return new Left(
        file.reference(),
        "%s has no cases of type %s".formatted(to.id(), file.type()),
        file.answers().values().stream().filter(given -> given.answer().isPresent()).count());
  }

  /** Where it goes, if the case, or without one the service, is asked it there. */
  private static Optional<Code> target(
      Framework to, Map<Code, Code> questions, Optional<Case> file, Code code) {
    return Optional.ofNullable(questions.get(code))
        .flatMap(to::question)
        .filter(asked -> file.map(Case::type).map(asked::asksCase).orElse(asked.asksService()))
        .map(Question::code);
  }

  /** Whether it counts as done and would not be: what is open there takes an answer freely. */
  private static boolean isReopened(Framework to, Map<Code, Code> questions, Case file) {
    Set<Code> answered = new HashSet<>();
    file.answers()
        .forEach(
            (code, given) -> {
              if (given.answer().isPresent()) {
                target(to, questions, Optional.of(file), code).ifPresent(answered::add);
              }
            });
    return file.step().isAtLeast(Step.SUBMITTED)
        && to.questions().stream()
            .filter(question -> !question.isPrompt() && question.asksCase(file.type()))
            .anyMatch(question -> !answered.contains(question.code()));
  }

  private static List<Code> open(Framework to, Set<Code> answered) {
    List<Code> open = new ArrayList<>();
    for (Group group : to.groups()) {
      if (to.takesJudgement(group.code())) {
        open.add(group.code());
      }
      for (Standard standard : group.standards()) {
        if (to.takesJudgement(standard.code())) {
          open.add(standard.code());
        }
        standard.keyQuestions().stream()
            .map(KeyQuestion::code)
            .filter(code -> !answered.contains(code))
            .forEach(open::add);
      }
    }
    return open;
  }

  /**
   * What makes them stand in an inspection that holds nothing yet.
   *
   * @param revision of the change they are part of
   * @param by who answers for them there
   */
  public List<Edit> edits(long revision, String by, Instant at) {
    Framework to = comparison.to();
    List<Edit> edits = new ArrayList<>();
    for (Case file : source.cases().values()) {
      if (to.knowsCaseType(file.type())) {
        Reference reference = file.reference();
        boolean setBack = isReopened(to, questions, file);
        edits.add(new Edit.ToCase(reference, false, true));
        file.facts()
            .forEach(
                (name, fact) -> {
                  boolean step = setBack && name.equals(Case.STEP);
                  String value = step ? Step.INTERVIEWED.word() : fact.value();
                  edits.add(new Edit.ToFact(reference, name, Optional.empty(), Optional.of(value)));
                });
        file.answers()
            .forEach(
                (code, given) ->
                    target(to, questions, Optional.of(file), code)
                        .map(
                            there -> answer(Optional.of(reference), there, given, revision, by, at))
                        .ifPresent(edits::add));
      }
    }
    source
        .answers()
        .forEach(
            (code, given) ->
                target(to, questions, Optional.empty(), code)
                    .map(there -> answer(Optional.empty(), there, given, revision, by, at))
                    .ifPresent(edits::add));
    return edits;
  }

  private static Edit answer(
      Optional<Reference> subject, Code code, Given given, long revision, String by, Instant at) {
    Given anew = new Given(given.answer(), given.note(), given.ask(), revision, by, at);
    return new Edit.ToAnswer(subject, code, Optional.empty(), Optional.of(anew));
  }
}
