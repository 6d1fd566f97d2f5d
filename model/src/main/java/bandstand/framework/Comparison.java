package bandstand.framework;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Two editions held against each other, key question by key question.
 *
 * @param relations by the first code in {@code from}, then those of {@code to} that are new; every
 *     key question of both editions stands in at least one, and in more than one where several
 *     became several
 */
public record Comparison(Framework from, Framework to, Ground ground, List<Relation> relations) {

  /** What a comparison rests on. */
  public enum Ground {
    /** The table that comes with the program: {@link Crosswalk}. */
    CROSSWALK,
    /** Nothing but equal labels, for an edition the table does not know. */
    LABELS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Ground> ofWord(String word) {
      return Arrays.stream(values()).filter(ground -> ground.word().equals(word)).findFirst();
    }
  }

  public Comparison {
    relations = List.copyOf(relations);
  }

  /** How many there are of every kind, those of which there are none too. */
  public Map<Relation.Kind, Integer> counts() {
    Map<Relation.Kind, Integer> counts = new EnumMap<>(Relation.Kind.class);
    for (Relation.Kind kind : Relation.Kind.values()) {
      counts.put(kind, 0);
    }
    relations.forEach(relation -> counts.merge(relation.kind(), 1, Integer::sum));
    return counts;
  }
}
