package bandstand.cli;

import bandstand.framework.Glossary;
import bandstand.framework.Glossary.Term;
import bandstand.view.Text;
import bandstand.wire.BuiltInGuidance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bandstand glossary}: terms in our words; no daemon, no data. */
@Command(
    name = "glossary",
    description =
        "Explain a term of the standards, the reports or the figures; without one, list them all.",
    footer = {
      "",
      "A term goes by its name, a synonym or a start that no other has, in any case:",
      "  bandstand glossary rosh",
      "  bandstand glossary referral order"
    })
final class GlossaryCommand implements Callable<Integer> {
  /** Longer than any term. */
  private static final int MOST_CHARACTERS = 60;

  private static final int COLUMNS = 80;

  private final Setting setting;

  @Parameters(
      arity = "0..*",
      paramLabel = "TERM",
      description = "One term of one or more words, or several of one word each.")
  private List<String> words = List.of();

  GlossaryCommand(Setting setting) {
    this.setting = setting;
  }

  @Override
  public Integer call() {
    Glossary glossary = BuiltInGuidance.glossary();
    if (words.isEmpty()) {
      glossary.terms().forEach(term -> setting.output().say(named(term)));
      return ExitCode.DONE.code();
    }
    String joined = String.join(" ", words);
    List<Term> found = found(glossary, joined);
    if (found.isEmpty()) {
      return unknown(glossary, joined);
    }
    found.forEach(this::explain);
    return ExitCode.DONE.code();
  }

  /** The words as one term, else each as one; empty unless all are known. */
  private List<Term> found(Glossary glossary, String joined) {
    Optional<Term> one = glossary.find(joined);
    if (one.isPresent()) {
      return List.of(one.get());
    }
    List<Term> each = new ArrayList<>();
    for (String word : words) {
      Optional<Term> term = glossary.find(word);
      if (term.isEmpty()) {
        return List.of();
      }
      each.add(term.get());
    }
    return each;
  }

  private void explain(Term term) {
    setting.output().say(String.join("\n", Text.wrap(named(term), COLUMNS)));
    for (String row : Text.wrap(term.says(), COLUMNS - 2)) {
      setting.output().say("  " + row);
    }
    setting.output().say("  source: " + term.source());
  }

  private int unknown(Glossary glossary, String joined) {
    if (joined.length() > MOST_CHARACTERS) {
      setting
          .errors()
          .say("bandstand glossary: a term has at most " + MOST_CHARACTERS + " characters");
      return ExitCode.USAGE.code();
    }
    String near =
        glossary.nearest(joined).stream().map(Term::name).collect(Collectors.joining(", "));
    setting
        .errors()
        .say(
            "bandstand glossary: no one term \"%s\"; %s"
                .formatted(
                    joined,
                    near.isEmpty() ? "bandstand glossary lists all" : "did you mean: " + near));
    return ExitCode.USAGE.code();
  }

  private static String named(Term term) {
    return term.also().isEmpty()
        ? term.name()
        : term.name() + ", also " + String.join(", ", term.also());
  }
}
