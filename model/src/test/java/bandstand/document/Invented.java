package bandstand.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Sample;
import bandstand.framework.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invented standards for village ponds, with every slip of print that the real ones have. */
final class Invented {
  /** 1.1 and 1.2 judged, 2.1 of cases; 1.1.1 prints the letter b twice. */
  static final Framework PONDS =
      new Framework(
          Sample.edition().judged("1.1", 1).framework().edition(),
          Sample.edition().judged("1.1", 1).framework().scale(),
          List.of(
              new Group(
                  Code.of("1"), "Keepers", List.of(judged("1.1", "abb", "a"), judged("1.2", "ab"))),
              new Group(Code.of("2"), "Water", List.of(cases("2.1", "ab", "a")))));

  static final String DOCUMENT =
      """
      Standards for village ponds

      Contents

      1. Pond keeping\t3
      1.1\tKeepers and their duties\t3
      1.2\tTools\t4
      2. Water\t5
      2.1\tClear water\t5

      Any pond may be visited, however small.

      1. Keepers

      1.1 Keepers

      Every pond has a keeper who knows it.

      1.1.1 Does the keeper know what lives in the pond?

      - a) Are the newts counted in spring, and again
      in autumn?
      - b) Is the keeper's book up to date?
      b) Has the keeper asked the neighbours, the school and

      the fishing club what they have seen?

      1.1.2 Is somebody there when the keeper is away?

      - *a)* Does the deputy have a key?

      1.2 Tools

      Nets and rakes are sound.

      They are kept dry.

      1.2.1 Are the tools good enough?

      - a) Are nets mended <u>before</u> the season?
      - b) Is there a rake of full-
      length reach?

      Domain two- Water

      This part looks at the water itself.

      2.1 Clear water

      The bottom can be seen.

      2.1.1 Is the water clear?

      Things to look at:

      - *Duckweed is raked off, and*

      not left on the bank.

      ¹ Duckweed means any floating plant.

      - *Leaves are netted in autumn¹*

      2.1.2 Is the level steady:

      - The sluice closes
      """;

  /** What the document says, in the order of its codes. */
  static final Map<String, String> TEXTS = texts();

  private Invented() {}

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("1.1", "Every pond has a keeper who knows it.");
    texts.put("1.1.1", "Does the keeper know what lives in the pond?");
    texts.put("1.1.1.1", "Are the newts counted in spring, and again in autumn?");
    texts.put("1.1.1.2", "Is the keeper's book up to date?");
    texts.put(
        "1.1.1.3",
        "Has the keeper asked the neighbours, the school and the fishing club what they have"
            + " seen?");
    texts.put("1.1.2", "Is somebody there when the keeper is away?");
    texts.put("1.1.2.1", "Does the deputy have a key?");
    texts.put("1.2", "Nets and rakes are sound.\nThey are kept dry.");
    texts.put("1.2.1", "Are the tools good enough?");
    texts.put("1.2.1.1", "Are nets mended before the season?");
    texts.put("1.2.1.2", "Is there a rake of full-length reach?");
    texts.put("2", "This part looks at the water itself.");
    texts.put("2.1", "The bottom can be seen.");
    texts.put("2.1.1", "Is the water clear?");
    texts.put("2.1.1.1", "Duckweed is raked off, and not left on the bank.");
    texts.put("2.1.1.2", "Leaves are netted in autumn¹");
    texts.put("2.1.2", "Is the level steady:");
    texts.put("2.1.2.1", "The sluice closes");
    return texts;
  }

  /** The document with another text at this place, or at these. */
  static String changed(String from, String to) {
    assertTrue(DOCUMENT.contains(from), from);
    return DOCUMENT.replace(from, to);
  }

  static PublishedDocument document(String text) {
    return Judged.done(PublishedDocument.of(text.getBytes(UTF_8)));
  }

  /** The number of the one line of the document that begins so. */
  static int line(String document, String begin) {
    List<String> lines = document.lines().toList();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(begin)) {
        found.add(i + 1);
      }
    }
    if (found.size() != 1) {
      throw new AssertionError(begin + " begins lines " + found);
    }
    return found.getFirst();
  }

  private static Standard judged(String code, String... letters) {
    return standard(code, Standard.Kind.JUDGED, Set.of(), letters);
  }

  private static Standard cases(String code, String... letters) {
    return standard(code, Standard.Kind.CASES, Set.of("court"), letters);
  }

  private static Standard standard(
      String code, Standard.Kind kind, Set<String> caseTypes, String... letters) {
    List<KeyQuestion> keyQuestions = new ArrayList<>();
    for (String own : letters) {
      Code keyQuestion = Code.of(code).child(keyQuestions.size() + 1);
      List<Prompt> prompts = new ArrayList<>();
      for (String letter : own.split("")) {
        prompts.add(new Prompt(keyQuestion.child(prompts.size() + 1), letter, "ours"));
      }
      keyQuestions.add(new KeyQuestion(keyQuestion, "ours", prompts));
    }
    return new Standard(Code.of(code), "Ours", kind, true, caseTypes, keyQuestions);
  }
}
