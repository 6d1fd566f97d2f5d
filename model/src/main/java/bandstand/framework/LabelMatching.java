package bandstand.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Editions compared by what their key questions are called, and by what their documents print.
 *
 * <p>Two of equal label, which stands once in either edition or under one code in both, are kept;
 * of the others, two that print the same words, which stand once in either or under one code in
 * both, are renamed. It is high confidence only where label and code, or label and words, are
 * equal; else medium, since a label alone may stand for another question elsewhere. All others are
 * new or dropped, with low confidence.
 */
final class LabelMatching {
  private final Framework from;
  private final Framework to;
  private final Wordings wordings;
  private final Map<Code, Code> partners = new TreeMap<>();

  private LabelMatching(Framework from, Framework to, Wordings wordings) {
    this.from = from;
    this.to = to;
    this.wordings = wordings;
  }

  static Comparison compare(Framework from, Framework to, Wordings wordings) {
    LabelMatching matching = new LabelMatching(from, to, wordings);
    matching.matchLabels();
    matching.matchWords();
    return new Comparison(from, to, Comparison.Ground.LABELS, matching.relations());
  }

  private void matchLabels() {
    Map<String, List<Code>> here = byLabel(from);
    Map<String, List<Code>> there = byLabel(to);
    for (Code code : Crosswalk.codes(from)) {
      String label = Crosswalk.label(from, code);
      List<Code> alike = there.getOrDefault(label, List.of());
      boolean once = alike.size() == 1 && here.getOrDefault(label, List.of()).size() == 1;
      alike.stream()
          .filter(one -> once || one.equals(code))
          .findFirst()
          .ifPresent(partner -> partners.put(code, partner));
    }
  }

  private static Map<String, List<Code>> byLabel(Framework edition) {
    return Crosswalk.codes(edition).stream()
        .collect(Collectors.groupingBy(code -> Crosswalk.label(edition, code)));
  }

  private void matchWords() {
    List<Code> here =
        Crosswalk.codes(from).stream().filter(code -> !partners.containsKey(code)).toList();
    List<Code> there =
        Crosswalk.codes(to).stream().filter(code -> !partners.containsValue(code)).toList();
    for (Code code : here) {
      Optional<Code> unmoved =
          there.stream().filter(code::equals).filter(same -> wordings.same(code, same)).findFirst();
      unmoved
          .or(() -> wordings.only(code, here, there))
          .ifPresent(partner -> partners.put(code, partner));
    }
  }

  private List<Relation> relations() {
    List<Relation> relations = new ArrayList<>();
    for (Code code : Crosswalk.codes(from)) {
      relations.add(
          Optional.ofNullable(partners.get(code))
              .map(partner -> became(code, partner))
              .orElseGet(() -> alone(Relation.Kind.DROPPED, List.of(code), List.of())));
    }
    Crosswalk.codes(to).stream()
        .filter(code -> !partners.containsValue(code))
        .map(code -> alone(Relation.Kind.NEW, List.of(), List.of(code)))
        .forEach(relations::add);
    return relations;
  }

  private Relation became(Code code, Code partner) {
    boolean sameLabel = Crosswalk.label(from, code).equals(Crosswalk.label(to, partner));
    boolean sameWording = wordings.same(code, partner);
    return new Relation(
        sameLabel ? Relation.Kind.KEPT : Relation.Kind.RENAMED,
        List.of(code),
        List.of(partner),
        sameLabel && (sameWording || code.equals(partner)) ? Confidence.HIGH : Confidence.MEDIUM,
        "",
        sameWording);
  }

  private static Relation alone(Relation.Kind kind, List<Code> codes, List<Code> partners) {
    return new Relation(kind, codes, partners, Confidence.LOW, "", false);
  }
}
