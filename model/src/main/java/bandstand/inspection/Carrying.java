package bandstand.inspection;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Question;
import bandstand.framework.Relation;
import bandstand.framework.Standard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of an inspection can stand in another edition, and what has to be done there anew.
 *
 * <p>Cases go over with all their facts, unless the edition does not know their type. What stands
 * at a key question, with its note, goes over where one became one with high confidence; at a
 * prompt, where its key question goes over and exactly one prompt there has the same label. In both
 * editions it must be asked of the same: the case's type, or the service. Decisions stay behind,
 * since they were made by another edition's rules; so do alerts, marks and the history.
 *
 * @param carried what goes over, by key question; none without an answer
 * @param changed what does not, as far as it was asked before
 * @param open what the other edition asks and nothing came to: what is judged, and key questions
 * @param decisions standards, groups, or the overall, whose judgement or discretion stays behind
 * @param cases how many go over
 * @param left the cases that do not
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
    List<Left> left) {

  /**
   * A key question that answers go over from.
   *
   * @param answers of cases and the service that go over, those to its prompts included
   */
  public record Carried(Code from, Code to, Relation.Kind kind, long answers) {}

  /**
   * Questions that answers do not go over from.
   *
   * @param from key questions, with all their prompts; or prompts alone, of one that goes over
   * @param to the key questions that ask instead
   * @param answers that stay behind, those of {@link Left} cases not counted
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
   */
  public static Carrying of(Inspection source, Comparison comparison) {
    Framework to = comparison.to();
    Map<Code, Code> questions = questions(comparison);
    Map<Code, Long> over = new HashMap<>();
    Map<Code, Long> behind = new TreeMap<>();
    List<Left> left = new ArrayList<>();
    for (Case file : source.cases().values()) {
      if (to.knowsCaseType(file.type())) {
        file.answers()
            .forEach(
                (code, given) -> {
                  boolean goes = target(to, questions, Optional.of(file), code).isPresent();
                  given
                      .answer()
                      .ifPresent(any -> (goes ? over : behind).merge(code, 1L, Long::sum));
                });
      } else {
        left.add(left(file, to));
      }
    }
    source
        .answers()
        .forEach(
            (code, given) -> {
              boolean goes = target(to, questions, Optional.empty(), code).isPresent();
              given.answer().ifPresent(any -> (goes ? over : behind).merge(code, 1L, Long::sum));
            });
    List<Carried> carried = carried(comparison, over);
    Set<Code> answered = carried.stream().map(Carried::to).collect(Collectors.toSet());
    Set<Code> decisions = new TreeSet<>(source.decisions().judgements().keySet());
    decisions.addAll(source.decisions().discretion().keySet());
    return new Carrying(
        source,
        comparison,
        questions,
        carried,
        changed(comparison, behind),
        open(to, answered),
        List.copyOf(decisions),
        source.cases().size() - left.size(),
        left);
  }

  private static Left left(Case file, Framework to) {
    return new Left(
        file.reference(),
        "%s has no cases of type %s".formatted(to.id(), file.type()),
        file.answers().values().stream().filter(given -> given.answer().isPresent()).count());
  }

  /** Where what stands at a question goes, key questions and prompts. */
  private static Map<Code, Code> questions(Comparison comparison) {
    Map<Code, Code> questions = new HashMap<>();
    for (Relation relation : comparison.relations()) {
      if (relation.carries()) {
        KeyQuestion from = keyQuestion(comparison.from(), relation.from().getFirst());
        KeyQuestion to = keyQuestion(comparison.to(), relation.to().getFirst());
        questions.put(from.code(), to.code());
        for (Prompt prompt : from.prompts()) {
          List<Prompt> same =
              to.prompts().stream().filter(one -> one.label().equals(prompt.label())).toList();
          if (same.size() == 1) {
            questions.put(prompt.code(), same.getFirst().code());
          }
        }
      }
    }
    return questions;
  }

  private static KeyQuestion keyQuestion(Framework edition, Code code) {
    return edition.question(code).orElseThrow().keyQuestion();
  }

  /** Where it goes, if the case, or without one the service, is asked it there. */
  private static Optional<Code> target(
      Framework to, Map<Code, Code> questions, Optional<Case> file, Code code) {
    return Optional.ofNullable(questions.get(code))
        .flatMap(to::question)
        .filter(asked -> file.map(Case::type).map(asked::asksCase).orElse(asked.asksService()))
        .map(Question::code);
  }

  private static List<Carried> carried(Comparison comparison, Map<Code, Long> over) {
    return comparison.relations().stream()
        .filter(Relation::carries)
        .map(
            relation ->
                new Carried(
                    relation.from().getFirst(),
                    relation.to().getFirst(),
                    relation.kind(),
                    within(over, relation.from())))
        .filter(row -> row.answers() > 0)
        .toList();
  }

  private static List<Changed> changed(Comparison comparison, Map<Code, Long> behind) {
    List<Changed> changed = new ArrayList<>();
    for (Relation relation : comparison.relations()) {
      long answers = within(behind, relation.from());
      boolean asked = relation.kind() != Relation.Kind.NEW;
      if (asked && (!relation.carries() || answers > 0)) {
        List<Code> from =
            relation.carries()
                ? behind.keySet().stream().filter(relation.from().getFirst()::contains).toList()
                : relation.from();
        changed.add(new Changed(from, relation.to(), relation.kind(), answers));
      }
    }
    return changed;
  }

  private static long within(Map<Code, Long> answers, List<Code> codes) {
    return answers.entrySet().stream()
        .filter(one -> codes.stream().anyMatch(code -> code.contains(one.getKey())))
        .mapToLong(Map.Entry::getValue)
        .sum();
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
        edits.add(new Edit.ToCase(reference, false, true));
        file.facts()
            .forEach(
                (name, fact) ->
                    edits.add(
                        new Edit.ToFact(
                            reference, name, Optional.empty(), Optional.of(fact.value()))));
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
