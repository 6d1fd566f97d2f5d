package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The filter of the cases: words that must all hold.
 *
 * <p>{@code open} lacks a judgement, {@code mine} assigned to this person, {@code ask} with a mark,
 * {@code refused} with an answer refused, {@code alert} with an open alert; {@code no 2.3}, {@code
 * yes}, {@code na}, {@code open} and {@code ask} before a code look there only: at a prompt, or at
 * the key questions of a standard; a code alone keeps the cases asked it; any other word is looked
 * for in the case's facts.
 */
public final class CaseFilter {
  private static final Set<String> BEFORE_CODE = Set.of("yes", "no", "na", "n/a", "open", "ask");

  private final List<Term> terms;

  /** A word, and the code that stood after it. */
  private record Term(String word, Optional<Code> place) {}

  private CaseFilter(List<Term> terms) {
    this.terms = terms;
  }

  static CaseFilter of(String text) {
    List<Term> terms = new ArrayList<>();
    List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Optional<Code> next = i + 1 < words.size() ? Code.parse(words.get(i + 1)) : Optional.empty();
      if (BEFORE_CODE.contains(word) && next.isPresent()) {
        terms.add(new Term(word, next));
        i++;
      } else if (Code.isCodeShaped(word) && Code.parse(word).isPresent()) {
        terms.add(new Term("", Code.parse(word)));
      } else if (!word.isEmpty()) {
        terms.add(new Term(word, Optional.empty()));
      }
    }
    return new CaseFilter(List.copyOf(terms));
  }

  /** The first code named; the desk opens there. */
  Optional<Code> place() {
    return terms.stream().map(Term::place).flatMap(Optional::stream).findFirst();
  }

  boolean passes(State state, Opened opened, Case file) {
    return terms.stream()
        .allMatch(
            term ->
                term.place().isPresent()
                    ? passes(state, opened, file, term.word(), term.place().get())
                    : passes(state, opened, file, term.word()));
  }

  private static boolean passes(State state, Opened opened, Case file, String word) {
    return switch (word) {
      case "open" -> opened.isOpen(file);
      case "mine" -> file.assignee().map(state.link()::isMe).orElse(false);
      case "ask" -> file.answers().values().stream().anyMatch(given -> given.ask());
      case "refused" ->
          opened.refusals().stream()
              .anyMatch(refusal -> refusal.subject().equals(Optional.of(file.reference())));
      case "alert" ->
          opened.inspection().alerts().values().stream()
              .filter(Alert::open)
              .anyMatch(alert -> alert.subject().equals(Optional.of(file.reference())));
      default -> facts(file).contains(word);
    };
  }

  private static boolean passes(State state, Opened opened, Case file, String word, Code place) {
    return asked(opened.framework(), file, place).stream()
        .map(code -> Shown.of(state, opened, Optional.of(file.reference()), code).wanted())
        .anyMatch(
            wanted ->
                switch (word) {
                  case "" -> true;
                  case "open" -> wanted.answer().isEmpty();
                  case "ask" -> wanted.ask();
                  case "n/a" -> wanted.answer().equals(Optional.of(Answer.NA));
                  default -> wanted.answer().equals(Answer.ofWord(word));
                });
  }

  /** The prompt itself, or the key questions within a code, as far as the case is asked them. */
  private static List<Code> asked(Framework framework, Case file, Code place) {
    return framework.questions().stream()
        .filter(question -> question.asksCase(file.type()))
        .filter(question -> question.isPrompt() == (place.depth() == 4))
        .map(Question::code)
        .filter(place::contains)
        .toList();
  }

  private static String facts(Case file) {
    StringBuilder all = new StringBuilder(file.reference().text());
    file.facts().values().forEach(fact -> all.append(' ').append(fact.value()));
    return all.append(' ').append(file.step().word()).toString().toLowerCase(Locale.ROOT);
  }
}
