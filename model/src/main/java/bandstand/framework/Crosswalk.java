package bandstand.framework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which key questions of the editions belong together: a table with a column an edition.
 *
 * @param editions ids of the columns, oldest first
 */
public record Crosswalk(List<String> editions, List<Row> rows) {

  /**
   * Key questions of several editions that belong together.
   *
   * @param codes by edition; an edition without any is absent
   * @param confidence that they do
   * @param confidenceIn a lower one, where it is this edition that is in doubt
   * @param kept editions among which the row asks the same whatever their words; none or several
   * @param notes what an edition changed in the one before it, by edition
   */
  public record Row(
      Map<String, List<Code>> codes,
      Confidence confidence,
      Map<String, Confidence> confidenceIn,
      Set<String> kept,
      Map<String, String> notes) {
    public Row {
      codes =
          codes.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, one -> List.copyOf(one.getValue())));
      confidenceIn = Map.copyOf(confidenceIn);
      kept = Set.copyOf(kept);
      notes = Map.copyOf(notes);
    }

    private List<Code> in(String edition) {
      return codes.getOrDefault(edition, List.of());
    }

    private Confidence between(String from, String to) {
      return confidence
          .lower(confidenceIn.getOrDefault(from, Confidence.HIGH))
          .lower(confidenceIn.getOrDefault(to, Confidence.HIGH));
    }
  }

  public Crosswalk {
    editions = List.copyOf(editions);
    rows = List.copyOf(rows);
  }

  /**
   * What became of every key question.
   *
   * <p>Two belong together when a row names both. One that belongs to one alone, which belongs to
   * it alone, is kept if the labels are equal or the row says so, else renamed; one that belongs to
   * several is split, one that several belong to is merged, one that belongs to none is dropped or
   * new. The confidence is the lowest of the rows; with equal labels it is high. An edition that
   * the table does not know, or not in this structure, is compared by equal labels; and so is one
   * with itself.
   */
  public Comparison compare(Framework from, Framework to) {
    return !from.id().equals(to.id()) && knows(from) && knows(to)
        ? new Meeting(from, to).comparison()
        : byLabels(from, to);
  }

  private boolean knows(Framework edition) {
    Set<Code> named =
        rows.stream().flatMap(row -> row.in(edition.id()).stream()).collect(Collectors.toSet());
    return named.equals(Set.copyOf(codes(edition)));
  }

  /**
   * Key questions of equal label are kept, with high confidence; all others are new or dropped,
   * with low confidence. Of a label that stands several times, only those of equal code.
   */
  static Comparison byLabels(Framework from, Framework to) {
    Map<String, List<Code>> here = byLabel(from);
    Map<String, List<Code>> there = byLabel(to);
    List<Relation> relations = new ArrayList<>();
    Set<Code> met = new TreeSet<>();
    for (Code code : codes(from)) {
      String label = label(from, code);
      List<Code> alike = there.getOrDefault(label, List.of());
      boolean once = alike.size() == 1 && here.getOrDefault(label, List.of()).size() == 1;
      Optional<Code> same = alike.stream().filter(one -> once || one.equals(code)).findFirst();
      same.ifPresent(met::add);
      relations.add(
          new Relation(
              same.isPresent() ? Relation.Kind.KEPT : Relation.Kind.DROPPED,
              List.of(code),
              same.stream().toList(),
              same.isPresent() ? Confidence.HIGH : Confidence.LOW,
              ""));
    }
    codes(to).stream()
        .filter(code -> !met.contains(code))
        .map(code -> new Relation(Relation.Kind.NEW, List.of(), List.of(code), Confidence.LOW, ""))
        .forEach(relations::add);
    return new Comparison(from, to, Comparison.Ground.LABELS, relations);
  }

  private static Map<String, List<Code>> byLabel(Framework edition) {
    return codes(edition).stream().collect(Collectors.groupingBy(code -> label(edition, code)));
  }

  private static List<Code> codes(Framework edition) {
    return edition.standards().stream()
        .flatMap(standard -> standard.keyQuestions().stream())
        .map(KeyQuestion::code)
        .toList();
  }

  private static String label(Framework edition, Code code) {
    return edition.question(code).orElseThrow().label();
  }

  /** Two known editions. */
  private final class Meeting {
    private final Framework from;
    private final Framework to;
    private final SortedMap<Code, NavigableSet<Code>> after;
    private final SortedMap<Code, NavigableSet<Code>> before;

    Meeting(Framework from, Framework to) {
      this.from = from;
      this.to = to;
      this.after = partners(from.id(), to.id());
      this.before = partners(to.id(), from.id());
    }

    private SortedMap<Code, NavigableSet<Code>> partners(String one, String other) {
      SortedMap<Code, NavigableSet<Code>> partners = new TreeMap<>();
      for (Row row : rows) {
        for (Code code : row.in(one)) {
          partners.computeIfAbsent(code, any -> new TreeSet<>()).addAll(row.in(other));
        }
      }
      return partners;
    }

    Comparison comparison() {
      List<Relation> relations = new ArrayList<>();
      after.forEach((code, partners) -> add(code, partners, relations));
      before.forEach(
          (code, partners) -> {
            if (partners.isEmpty()) {
              relations.add(of(Relation.Kind.NEW, List.of(), List.of(code)));
            }
          });
      return new Comparison(from, to, Comparison.Ground.CROSSWALK, relations);
    }

    /** What became of one, and the merger it is the first part of. */
    private void add(Code code, NavigableSet<Code> partners, List<Relation> relations) {
      if (partners.isEmpty()) {
        relations.add(of(Relation.Kind.DROPPED, List.of(code), List.of()));
      } else if (partners.size() > 1) {
        relations.add(of(Relation.Kind.SPLIT, List.of(code), partners));
      } else if (parts(partners.first()).size() == 1) {
        relations.add(
            of(
                isKept(code, partners.first()) ? Relation.Kind.KEPT : Relation.Kind.RENAMED,
                List.of(code),
                partners));
      }
      for (Code partner : partners) {
        NavigableSet<Code> parts = parts(partner);
        if (parts.size() > 1 && parts.first().equals(code)) {
          relations.add(of(Relation.Kind.MERGED, parts, List.of(partner)));
        }
      }
    }

    private NavigableSet<Code> parts(Code code) {
      return before.getOrDefault(code, new TreeSet<>());
    }

    private boolean isKept(Code code, Code partner) {
      return sameWords(code, partner)
          || rows(List.of(code), List.of(partner)).stream()
              .allMatch(row -> row.kept().containsAll(List.of(from.id(), to.id())));
    }

    private boolean sameWords(Code code, Code partner) {
      return label(from, code).equals(label(to, partner));
    }

    private Relation of(Relation.Kind kind, Collection<Code> codes, Collection<Code> partners) {
      List<Row> grounds = rows(codes, partners);
      boolean same =
          kind == Relation.Kind.KEPT
              && sameWords(codes.iterator().next(), partners.iterator().next());
      Confidence confidence =
          grounds.stream()
              .map(row -> row.between(from.id(), to.id()))
              .reduce(Confidence.HIGH, Confidence::lower);
      return new Relation(
          kind,
          List.copyOf(codes),
          List.copyOf(partners),
          same ? Confidence.HIGH : confidence,
          note(grounds, codes, partners));
    }

    /** Those that name a code of each side; of a single side, those that name it. */
    private List<Row> rows(Collection<Code> codes, Collection<Code> partners) {
      return rows.stream()
          .filter(row -> codes.isEmpty() || row.in(from.id()).stream().anyMatch(codes::contains))
          .filter(
              row -> partners.isEmpty() || row.in(to.id()).stream().anyMatch(partners::contains))
          .toList();
    }

    /**
     * What happened after the older edition, up to the newer; where that is several things, each
     * after the codes it happened to. A note is told as from the edition before, so where that is
     * not {@code from} it names its own.
     */
    private String note(List<Row> grounds, Collection<Code> codes, Collection<Code> partners) {
      int one = editions.indexOf(from.id());
      int other = editions.indexOf(to.id());
      List<String> between = editions.subList(Math.min(one, other) + 1, Math.max(one, other) + 1);
      Collection<Code> several = codes.size() > 1 ? codes : partners;
      String side = codes.size() > 1 ? from.id() : to.id();
      Map<String, Set<Code>> notes = new LinkedHashMap<>();
      for (Row row : grounds) {
        for (String edition : between) {
          Optional.ofNullable(row.notes().get(edition))
              .map(note -> between.size() == 1 ? note : "of " + edition + ": " + note)
              .map(note -> notes.computeIfAbsent(note, any -> new TreeSet<>()))
              .ifPresent(met -> row.in(side).stream().filter(several::contains).forEach(met::add));
        }
      }
      boolean back = between.size() == 1 && other < one && !notes.isEmpty();
      boolean apart = notes.size() > 1 && several.size() > 1;
      return (back ? "of " + from.id() + ": " : "")
          + notes.entrySet().stream()
              .map(note -> said(note.getValue(), apart) + note.getKey())
              .collect(Collectors.joining("; "));
    }

    private static String said(Set<Code> codes, boolean several) {
      return several
          ? codes.stream().map(Code::toString).collect(Collectors.joining(", ", "", ": "))
          : "";
    }
  }
}
