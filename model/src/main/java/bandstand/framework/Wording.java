package bandstand.framework;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the published document of an edition prints, by code of any level.
 *
 * <p>For a group and a standard its statement, or the heading itself where the document prints no
 * statement under any standard (2014); for a key question and a prompt its wording. Paragraphs are
 * parted by a newline. A code without a text is one the document prints nothing for.
 *
 * @param digest SHA-256 of the document's bytes, in hex
 */
public record Wording(String digest, SortedMap<Code, String> texts) {
  private static final String FOOTNOTE_SIGNS = "[¹²³⁰⁴⁵⁶⁷⁸⁹*]";
  private static final String SINGLE_QUOTES = "[‘’‚‛′`]";
  private static final String DOUBLE_QUOTES = "[“”„‟″]";
  private static final String DASHES = "[‐‑‒–—―−]";
  private static final String END = "[.?!:;, ]+$";

  public Wording {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /**
   * SHA-256, in hex, of every text. Two that differ only in capitals, blanks, the shape of quotes
   * and dashes, footnote signs and what ends them have the same.
   */
  public Map<Code, String> textDigests() {
    return texts.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                one -> Sha256.hex(plain(one.getValue()).getBytes(StandardCharsets.UTF_8))));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.replaceAll(FOOTNOTE_SIGNS, ""), Normalizer.Form.NFKC)
        .replaceAll(SINGLE_QUOTES, "'")
        .replaceAll(DOUBLE_QUOTES, "\"")
        .replaceAll(DASHES, "-")
        .replaceAll("\\s+", " ")
        .strip()
        .replaceAll(END, "")
        .toLowerCase(Locale.ROOT);
  }

  /** How many texts of a level there are: 1 groups, 2 standards, 3 key questions, 4 prompts. */
  public int count(int depth) {
    return Math.toIntExact(texts.keySet().stream().filter(code -> code.depth() == depth).count());
  }

  /**
   * The standards without a statement, and the groups without one where the document prints it for
   * another group. Key questions and prompts are never missing: a document without one does not
   * fit.
   */
  public List<Code> unmatched(Framework framework) {
    List<Code> unmatched = new ArrayList<>();
    for (Group group : framework.groups()) {
      if (count(1) > 0 && !texts.containsKey(group.code())) {
        unmatched.add(group.code());
      }
      group.standards().stream()
          .map(Standard::code)
          .filter(code -> !texts.containsKey(code))
          .forEach(unmatched::add);
    }
    return List.copyOf(unmatched);
  }
}
