package bandstand.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The terms of the standards, the reports and the method, in our words; in order of their names.
 */
public record Glossary(List<Term> terms) {
  /** As many as one reads when looking for another word. */
  public static final int MOST_NEAREST = 5;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}&]+");

  /**
   * One term.
   *
   * @param also synonyms and abbreviations
   * @param source the document, by number, or the rule it is from
   */
  public record Term(String name, List<String> also, String says, String source) {
    public Term {
      also = List.copyOf(also);
    }

    /** Everything it goes by. */
    public List<String> forms() {
      return Stream.concat(Stream.of(name), also.stream()).toList();
    }
  }

  public Glossary {
    terms = terms.stream().sorted(Comparator.comparing(term -> lower(term.name()))).toList();
  }

  /** The term of that name or synonym, in any case, or the only one with a form starting so. */
  public Optional<Term> find(String words) {
    String wanted = normal(words);
    Optional<Term> exact = terms.stream().filter(term -> isCalled(term, wanted)).findFirst();
    if (exact.isPresent() || wanted.isEmpty()) {
      return exact;
    }
    List<Term> starting = starting(wanted);
    return starting.size() == 1 ? Optional.of(starting.getFirst()) : Optional.empty();
  }

  /**
   * What may have been meant, at most {@value #MOST_NEAREST}: the terms that start so, then those
   * that hold the words, then those with the fewest letters changed, a third of what was asked for
   * at most.
   */
  public List<Term> nearest(String words) {
    String wanted = normal(words);
    Set<Term> near = new LinkedHashSet<>(starting(wanted));
    terms.stream()
        .filter(term -> term.forms().stream().anyMatch(form -> normal(form).contains(wanted)))
        .forEach(near::add);
    terms.stream()
        .filter(term -> changes(term, wanted) <= wanted.length() / 3)
        .sorted(Comparator.comparingInt(term -> changes(term, wanted)))
        .forEach(near::add);
    return near.stream().limit(MOST_NEAREST).toList();
  }

  /** As one types: those called so, those starting so, then those whose text holds all words. */
  public List<Term> search(String words) {
    String wanted = normal(words);
    Set<Term> found = new LinkedHashSet<>();
    terms.stream().filter(term -> isCalled(term, wanted)).forEach(found::add);
    found.addAll(starting(wanted));
    List<String> parts = List.of(lower(words.strip()).split("\\s+"));
    for (Term term : terms) {
      String text = lower(String.join(" ", term.forms()) + " " + term.says());
      if (parts.stream().allMatch(text::contains)) {
        found.add(term);
      }
    }
    return List.copyOf(found);
  }

  /**
   * The terms whose name or synonym stands in a text as words of its own, plurals included; where a
   * longer one stands, the shorter ones within it are not meant.
   */
  public List<Term> occurring(String text) {
    Map<String, Term> byForm = new HashMap<>();
    for (Term term : terms) {
      term.forms().forEach(form -> byForm.put(plain(form), term));
    }
    List<String> longestFirst = new ArrayList<>(byForm.keySet());
    longestFirst.sort(
        Comparator.comparingInt(String::length).reversed().thenComparing(form -> form));
    Set<Term> found = new LinkedHashSet<>();
    String left = " " + plain(text) + " ";
    for (String form : longestFirst) {
      String standing = without(left, form);
      if (!form.isEmpty() && !standing.equals(left)) {
        found.add(byForm.get(form));
        left = standing;
      }
    }
    return terms.stream().filter(found::contains).toList();
  }

  private static String without(String text, String form) {
    String singular = text.replace(" " + form + " ", " | ");
    String plural = singular.replace(" " + form + "s ", " | ");
    return form.endsWith("y")
        ? plural.replace(" " + form.substring(0, form.length() - 1) + "ies ", " | ")
        : plural;
  }

  private List<Term> starting(String wanted) {
    return terms.stream()
        .filter(term -> term.forms().stream().anyMatch(form -> normal(form).startsWith(wanted)))
        .toList();
  }

  private static boolean isCalled(Term term, String wanted) {
    return term.forms().stream().anyMatch(form -> normal(form).equals(wanted));
  }

  private static int changes(Term term, String wanted) {
    return term.forms().stream()
        .mapToInt(form -> changes(normal(form), wanted))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Letters put in, left out or replaced to make one of the other (Levenshtein). */
  private static int changes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[other.length()];
  }

  /** Signs stay, so that {@code ~} finds its term; hyphens are blanks. */
  private static String normal(String words) {
    return lower(words.replace('-', ' ').strip().replaceAll("\\s+", " "));
  }

  private static String plain(String text) {
    return NO_WORD.matcher(lower(text)).replaceAll(" ").strip();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
