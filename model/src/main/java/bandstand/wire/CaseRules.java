package bandstand.wire;

import bandstand.framework.CaseType;
import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.inspection.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a case may say of itself.
 *
 * @param framework empty where types and codes are looked at later
 * @param identifyingAllowed whether names that look like a child's identity are taken
 */
record CaseRules(Optional<Framework> framework, boolean identifyingAllowed) {

  /** A number, a dot, and something behind it that is no space: 2.1.1a, 2.x. */
  private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}\\.[^\\s.]");

  /** Three or four numbers, and perhaps a letter, with anything but dots between: 2_1_1, 2-1-1b. */
  private static final Pattern SEPARATED =
      Pattern.compile("[0-9]{1,3}(?:[-_ ,:/][0-9]{1,3}){2,3}[A-Za-z]?");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  /** Why something is not taken: a stable code, and a sentence for a person. */
  record Refusal(String code, String message) {}

  Optional<Refusal> type(String type) {
    return framework
        .filter(edition -> !edition.knowsCaseType(type))
        .map(
            edition -> {
              String choices =
                  edition.scale().caseTypes().stream()
                      .map(CaseType::id)
                      .collect(Collectors.joining(", "));
              return new Refusal(
                  "unknown-type", edition.id() + " inspects cases of these types: " + choices);
            });
  }

  /** Whether cases are asked it at all. */
  Optional<Refusal> code(Code code) {
    return framework.flatMap(
        edition -> {
          Optional<Question> question = edition.question(code);
          if (question.isPresent()) {
            return question.get().standard().caseTypes().isEmpty()
                ? Optional.of(
                    new Refusal(
                        "service-code",
                        code + " is asked of the service, not of cases; answer it there"))
                : Optional.empty();
          }
          return Optional.of(
              edition.standard(code).isPresent()
                  ? new Refusal(
                      "standard-code",
                      code + " is a standard; answer its key questions, such as " + code + ".1")
                  : unknown(code.toString(), edition));
        });
  }

  /** Of a code that is one, but for another type of case. */
  Optional<Refusal> asked(Code code, String type) {
    return framework
        .filter(edition -> edition.knowsCaseType(type))
        .flatMap(edition -> edition.question(code))
        .filter(question -> !question.asksCase(type))
        .map(
            question -> {
              String types =
                  question.standard().caseTypes().stream()
                      .sorted()
                      .collect(Collectors.joining(", "));
              return new Refusal(
                  "code-of-other-type",
                  code + " is asked of " + types + " cases; the type of this one is " + type);
            });
  }

  /** Of a text shaped like a code that is none. */
  Refusal unknown(String text) {
    return framework
        .map(edition -> unknown(text, edition))
        .orElseGet(() -> new Refusal("code", text + " is no code; a code looks like 2.1.1"));
  }

  /**
   * Of a column's name that begins as a code does, though it is none: its answers would be lost.
   */
  Optional<Refusal> almost(String name) {
    return framework.flatMap(
        edition -> {
          List<Integer> numbers = numbers(name);
          boolean dotted = DOTTED.matcher(name).lookingAt();
          boolean otherwise =
              SEPARATED.matcher(name).matches()
                  && edition.questions().stream()
                      .anyMatch(question -> numbers(question.code().toString()).equals(numbers));
          return dotted || otherwise
              ? Optional.of(new Refusal("almost-code", almost(name, nearest(numbers, edition))))
              : Optional.empty();
        });
  }

  private static String almost(String name, Code nearest) {
    return "\"%s\" begins like a code and is none; is it %s? An attribute needs another name"
        .formatted(Fault.cut(name), nearest);
  }

  /** The question that has the most numbers in common from the left; of several the first. */
  private static Code nearest(List<Integer> numbers, Framework edition) {
    return edition.questions().stream()
        .map(Question::code)
        .max(
            Comparator.comparingInt((Code code) -> common(numbers, code))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static int common(List<Integer> numbers, Code code) {
    List<Integer> other = numbers(code.toString());
    int common = 0;
    while (common < Math.min(numbers.size(), other.size())
        && numbers.get(common).equals(other.get(common))) {
      common++;
    }
    return common;
  }

  private static List<Integer> numbers(String text) {
    return NUMBER.matcher(text).results().map(found -> Integer.valueOf(found.group())).toList();
  }

  Optional<Refusal> attribute(String name) {
    if (name.isBlank()) {
      return Optional.of(new Refusal("blank", "An attribute needs a name"));
    }
    if (name.codePointCount(0, name.length()) > Limits.NAME_CHARACTERS) {
      return Optional.of(
          new Refusal("too-long", "A name has at most " + Limits.NAME_CHARACTERS + " characters"));
    }
    if (!Texts.isOneLine(name)) {
      return Optional.of(new Refusal("control-character", "A name is one line"));
    }
    Optional<String> unfit = Texts.refusal(name);
    if (unfit.isPresent()) {
      return Optional.of(new Refusal("control-character", unfit.get()));
    }
    return identifying(name);
  }

  Optional<Refusal> identifying(String name) {
    return identifyingAllowed || !Identifying.is(name)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "identifying",
                ("\"%s\" looks like identifying data; leave it out, or say why with"
                        + " --allow-identifying REASON (?allow-identifying=REASON)")
                    .formatted(name)));
  }

  private static Refusal unknown(String text, Framework edition) {
    return new Refusal("unknown-code", text + " is no question of " + edition.id());
  }
}
