package bandstand.wire;

import bandstand.framework.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A receipt as a person reads it.
 *
 * @param counted cases by their answer; none for a standard, which counts key questions
 * @param leftOut cases by why they are not counted
 * @param rules the edition's, a line each with its source
 * @param sha256 in hex, as the daemon computed it
 */
public record ReceiptReading(
    String inspection,
    long revision,
    String framework,
    String frameworkDigest,
    String code,
    String title,
    List<Cases> counted,
    List<Cases> leftOut,
    List<String> rules,
    String sha256) {
  private static final int WORD_CHARACTERS = 64;
  private static final int DIGEST_CHARACTERS = 64;
  private static final int TEXT_CHARACTERS = 1_000;

  /**
   * Some cases with what they have in common.
   *
   * @param what an answer, or a reason such as {@code not-applicable}
   */
  public record Cases(String what, List<String> references) {
    public Cases {
      references = List.copyOf(references);
    }
  }

  public ReceiptReading {
    counted = List.copyOf(counted);
    leftOut = List.copyOf(leftOut);
    rules = List.copyOf(rules);
  }

  /** What {@link ReceiptJson#write} wrote; every code and reference is cut at its limit. */
  public static Outcome<ReceiptReading> read(byte[] json) {
    return Reply.read(json, (answer, faults) -> Optional.of(read(answer)));
  }

  private static ReceiptReading read(Fields answer) {
    List<Cases> counted = new ArrayList<>();
    if (answer.has("counted")) {
      Fields cases = answer.object("counted");
      for (String word : List.of("yes", "no")) {
        counted.add(new Cases(word, cases.strings(word, WORD_CHARACTERS)));
      }
    }
    List<Cases> leftOut =
        answer.objects("leftOut").stream()
            .map(
                row ->
                    new Cases(
                        row.needed("why", WORD_CHARACTERS), row.strings("cases", WORD_CHARACTERS)))
            .toList();
    return new ReceiptReading(
        answer.needed("inspection", WORD_CHARACTERS),
        answer.revision("revision").orElse(0L),
        answer.needed("framework", WORD_CHARACTERS),
        answer.needed("frameworkDigest", DIGEST_CHARACTERS),
        answer.needed("code", WORD_CHARACTERS),
        answer.needed("title", TEXT_CHARACTERS),
        counted,
        leftOut,
        answer.objects("rules").stream().map(ReceiptReading::rule).toList(),
        answer.needed("sha256", DIGEST_CHARACTERS));
  }

  /** {@code bands (published, 004 Annex 2): From 80 per cent …}. */
  private static String rule(Fields rule) {
    String source = rule.string("source", TEXT_CHARACTERS).map(where -> ", " + where).orElse("");
    return "%s (%s%s): %s"
        .formatted(
            rule.needed("name", TEXT_CHARACTERS),
            rule.needed("basis", WORD_CHARACTERS),
            source,
            rule.needed("says", TEXT_CHARACTERS));
  }
}
