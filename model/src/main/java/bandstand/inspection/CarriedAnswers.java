package bandstand.inspection;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The answers of an inspection being carried, counted once each: those that go over, and others.
 */
final class CarriedAnswers {
  private final Comparison comparison;
  private final Map<Code, Ways.Way> ways;
  private final Map<Code, Long> over = new TreeMap<>();
  private final Map<Code, Long> behind = new TreeMap<>();

  CarriedAnswers(Comparison comparison, Map<Code, Ways.Way> ways) {
    this.comparison = comparison;
    this.ways = ways;
  }

  /** A note without an answer is none. */
  void count(Code code, Given given, boolean goes) {
    if (given.answer().isPresent()) {
      (goes ? over : behind).merge(code, 1L, Long::sum);
    }
  }

  /** By the key questions they go between, in the order of those they go from. */
  List<Carrying.Carried> carried() {
    Map<Code, Map<Code, List<Code>>> between = new TreeMap<>();
    for (Code code : over.keySet()) {
      between
          .computeIfAbsent(keyQuestion(code), _ -> new TreeMap<>())
          .computeIfAbsent(keyQuestion(way(code).to()), _ -> new ArrayList<>())
          .add(code);
    }
    List<Carrying.Carried> carried = new ArrayList<>();
    between.forEach(
        (from, targets) ->
            targets.forEach(
                (to, codes) ->
                    carried.add(
                        new Carrying.Carried(
                            from,
                            to,
                            kind(from, to),
                            codes.stream().mapToLong(over::get).sum(),
                            codes.stream()
                                .filter(code -> way(code).byWording())
                                .mapToLong(over::get)
                                .sum()))));
    return carried;
  }

  private Ways.Way way(Code code) {
    return Optional.ofNullable(ways.get(code)).orElseThrow();
  }

  private Relation.Kind kind(Code from, Code to) {
    return comparison.relations().stream()
        .filter(relation -> relation.from().contains(from) && relation.to().contains(to))
        .map(Relation::kind)
        .findFirst()
        .orElseThrow();
  }

  /** Key questions of the other edition that something whole came to. */
  Set<Code> answered() {
    return carried().stream()
        .filter(row -> row.kind().oneToOne())
        .map(Carrying.Carried::to)
        .collect(Collectors.toSet());
  }

  /** What does not go over, as far as it was asked before; each answer in the first such row. */
  List<Carrying.Changed> changed() {
    List<Carrying.Changed> changed = new ArrayList<>();
    Set<Code> counted = new HashSet<>();
    for (Relation relation : comparison.relations()) {
      List<Code> stayed =
          behind.keySet().stream()
              .filter(code -> relation.from().contains(keyQuestion(code)))
              .toList();
      long answers =
          stayed.stream()
              .filter(counted::add)
              .mapToLong(code -> behind.getOrDefault(code, 0L))
              .sum();
      boolean asked = relation.kind() != Relation.Kind.NEW;
      if (asked && (!relation.carries() || answers > 0)) {
        List<Code> from = relation.carries() ? stayed : relation.from();
        changed.add(new Carrying.Changed(from, relation.to(), relation.kind(), answers));
      }
    }
    return changed;
  }

  private static Code keyQuestion(Code code) {
    return code.depth() == 4 ? code.parent() : code;
  }
}
