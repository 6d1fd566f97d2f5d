package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Limits;
import bandstand.inspection.Reference;
import bandstand.inspection.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One case being read from the cells of a row; an empty cell leaves what stands. */
final class CsvCase {
  private final Place place;
  private final CaseRules rules;
  private final List<Fault> faults;
  private final SortedMap<String, Optional<String>> facts = new TreeMap<>();
  private final SortedMap<Code, Optional<AnswerRequest>> answers = new TreeMap<>();
  private Optional<Reference> reference = Optional.empty();

  CsvCase(Place place, CaseRules rules, List<Fault> faults) {
    this.place = place;
    this.rules = rules;
    this.faults = faults;
  }

  Optional<Reference> reference() {
    return reference;
  }

  CaseRequest request() {
    return new CaseRequest(facts, answers, Optional.empty());
  }

  void take(CsvHeader.Column column, String cell) {
    String value = cell.strip();
    switch (column) {
      case CsvHeader.OfReference of -> {
        reference = Reference.parse(value);
        if (value.isEmpty()) {
          fault(of.name(), value, "required", "A row needs a reference");
        } else if (reference.isEmpty()) {
          fault(of.name(), value, "reference", Texts.REFERENCE);
        }
      }
      case CsvHeader.OfFact of -> {
        if (!value.isEmpty()) {
          fact(of, of.fact().equals(Case.NOTE) ? cell : value);
        }
      }
      case CsvHeader.OfAnswer of -> {
        if (!value.isEmpty()) {
          answer(of, value);
        }
      }
    }
  }

  /** What no cell tells alone: whether the case is asked what it answers. */
  void checkWhole() {
    facts
        .getOrDefault(Case.TYPE, Optional.empty())
        .ifPresent(
            type ->
                answers.forEach(
                    (code, answer) ->
                        rules
                            .asked(code, type)
                            .ifPresent(
                                why ->
                                    fault(
                                        code.toString(),
                                        answer
                                            .flatMap(AnswerRequest::answer)
                                            .map(Answer::word)
                                            .orElse(""),
                                        why.code(),
                                        why.message()))));
  }

  private void fact(CsvHeader.OfFact column, String value) {
    switch (column.fact()) {
      case Case.TYPE -> {
        text(column, value, Limits.NAME_CHARACTERS, true);
        rules.type(value).ifPresent(why -> fault(column.name(), value, why.code(), why.message()));
      }
      case Case.STEP -> {
        Optional<Step> step = Step.ofWord(value.toLowerCase(Locale.ROOT));
        step.ifPresent(known -> facts.put(Case.STEP, Optional.of(known.word())));
        if (step.isEmpty()) {
          fault(column.name(), value, "value", "It must be one of: " + CaseRequest.STEPS);
        }
      }
      case Case.NOTE -> text(column, value, Limits.NOTE_CHARACTERS, false);
      default -> text(column, value, Limits.NAME_CHARACTERS, true);
    }
  }

  private void text(CsvHeader.OfFact column, String value, int mostCharacters, boolean oneLine) {
    int length = value.codePointCount(0, value.length());
    Optional<String> why = Texts.refusal(value);
    if (length > mostCharacters) {
      String message = "At most " + mostCharacters + " characters; this has " + length;
      fault(column.name(), value, "too-long", message);
    } else if (why.isPresent()) {
      fault(column.name(), value, "control-character", why.get());
    } else if (oneLine && !Texts.isOneLine(value)) {
      fault(column.name(), value, "control-character", "One line is needed here");
    } else {
      facts.put(column.fact(), Optional.of(value));
    }
  }

  private void answer(CsvHeader.OfAnswer column, String value) {
    Optional<Answer> answer =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "y", "yes", "1" -> Optional.of(Answer.YES);
          case "n", "no", "0" -> Optional.of(Answer.NO);
          case "na", "n/a" -> Optional.of(Answer.NA);
          default -> Optional.empty();
        };
    answer.ifPresent(known -> answers.put(column.code(), AnswerRequest.bare(known)));
    if (answer.isEmpty()) {
      fault(column.name(), value, "value", "It must be one of: y, yes, 1, n, no, 0, na, n/a");
    }
  }

  private void fault(String column, String value, String code, String message) {
    faults.add(place.fault(List.of(column), Optional.of(value), code, message));
  }
}
