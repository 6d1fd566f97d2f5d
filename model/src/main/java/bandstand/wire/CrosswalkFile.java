package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Confidence;
import bandstand.framework.Crosswalk;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Question;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The data file of the {@link Crosswalk}, checked against the editions it names. */
public final class CrosswalkFile {
  private static final String RESOURCE = "crosswalk.json";
  private static final int FORMAT = 1;

  /** Two rows of a narrow terminal. */
  private static final int NOTE_CHARACTERS = 160;

  private static final int WORD_CHARACTERS = 100;

  private final Map<String, Framework> known;
  private final List<Fault> faults;
  private final Map<String, Column> columns = new LinkedHashMap<>();

  /** An edition, and its key questions that a row names. */
  private record Column(Framework edition, Set<Code> named) {
    String id() {
      return edition.id();
    }
  }

  private CrosswalkFile(Map<String, Framework> known, List<Fault> faults) {
    this.known = known;
    this.faults = faults;
  }

  /**
   * The one that comes with the program.
   *
   * @param editions by id, those that come with the program among them
   * @throws IllegalStateException when it is not sound: the program was built wrong
   */
  public static Crosswalk builtIn(Map<String, Framework> editions) {
    return BuiltInEditions.sound(RESOURCE, file -> read(file, editions));
  }

  /**
   * The table in these bytes, or everything wrong with it, each with its pointer.
   *
   * @param editions by id; it may name these alone, and names every key question of those it names
   */
  static Outcome<Crosswalk> read(byte[] file, Map<String, Framework> editions) {
    return Json.parse(file).then(root -> checked(root, editions));
  }

  private static Outcome<Crosswalk> checked(JsonNode root, Map<String, Framework> editions) {
    List<Fault> faults = new ArrayList<>();
    Fields fields = Fields.of(root, "", faults);
    if (!faults.isEmpty()
        || !fields.needs("format")
        || fields.integer("format", FORMAT, FORMAT).isEmpty()) {
      return Outcome.refused(Problem.refused(faults));
    }
    Crosswalk crosswalk = new CrosswalkFile(editions, faults).table(fields);
    fields.finish();
    return faults.isEmpty() ? Outcome.done(crosswalk) : Outcome.refused(Problem.refused(faults));
  }

  private Crosswalk table(Fields fields) {
    fields.needs("editions");
    List<String> editions = fields.strings("editions", WORD_CHARACTERS);
    for (int i = 0; i < editions.size(); i++) {
      Optional<Framework> edition = Optional.ofNullable(known.get(editions.get(i)));
      if (edition.isEmpty()) {
        fields.faultAt(
            "editions", i, editions.get(i), "unknown-edition", "There is no such edition");
      } else if (columns.putIfAbsent(editions.get(i), new Column(edition.get(), new HashSet<>()))
          != null) {
        fields.faultAt("editions", i, editions.get(i), "duplicate", "It stands here twice");
      }
    }
    int before = faults.size();
    List<Crosswalk.Row> rows = fields.neededObjects("rows").stream().map(this::row).toList();
    if (faults.size() == before) {
      columns.values().forEach(column -> whole(fields, column));
    }
    return new Crosswalk(editions, rows);
  }

  private static void whole(Fields fields, Column column) {
    Set<Code> missing = new TreeSet<>();
    column.edition().questions().stream()
        .filter(question -> !question.isPrompt())
        .map(Question::code)
        .filter(code -> !column.named().contains(code))
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      fields.fault("rows", "missing", "No row names these of " + column.id() + ": " + missing);
    }
  }

  private Crosswalk.Row row(Fields row) {
    row.needs("codes");
    row.needs("notes");
    Map<String, List<Code>> codes = codes(row.object("codes"));
    if (row.has("codes") && codes.isEmpty()) {
      row.fault("codes", "value", "A row names a key question at least");
    }
    Optional<Confidence> confidence = row.required("confidence", name -> confidence(row, name));
    Map<String, Confidence> confidenceIn = new LinkedHashMap<>();
    Fields doubts = row.object("confidenceIn");
    for (Column column : columns(doubts)) {
      confidence(doubts, column.id()).ifPresent(word -> confidenceIn.put(column.id(), word));
    }
    Map<String, String> notes = new LinkedHashMap<>();
    Fields texts = row.object("notes");
    for (Column column : columns(texts)) {
      notes.put(column.id(), texts.line(column.id(), NOTE_CHARACTERS));
    }
    Set<String> kept = kept(row, codes);
    row.finish();
    return new Crosswalk.Row(codes, confidence.orElse(Confidence.LOW), confidenceIn, kept, notes);
  }

  private static Optional<Confidence> confidence(Fields row, String name) {
    return row.word(name, Confidence::ofWord, Words.choices(Confidence.class));
  }

  /** The columns that an object's members are called after; another name is a fault. */
  private List<Column> columns(Fields object) {
    List<Column> found = new ArrayList<>();
    for (String name : object.names()) {
      Optional.ofNullable(columns.get(name))
          .ifPresentOrElse(
              found::add,
              () -> object.fault(name, "unknown-edition", "No column is called so; see /editions"));
    }
    return found;
  }

  private Map<String, List<Code>> codes(Fields cells) {
    Map<String, List<Code>> codes = new LinkedHashMap<>();
    for (Column column : columns(cells)) {
      String edition = column.id();
      List<String> texts = cells.strings(edition, WORD_CHARACTERS);
      Set<Code> cell = new LinkedHashSet<>();
      for (int i = 0; i < texts.size(); i++) {
        Optional<Code> code =
            Code.parse(texts.get(i))
                .filter(one -> one.depth() == 3)
                .filter(one -> column.edition().question(one).isPresent());
        if (code.isEmpty()) {
          cells.faultAt(
              edition, i, texts.get(i), "unknown-code", "It is no key question of " + edition);
        } else if (!cell.add(code.get())) {
          cells.faultAt(edition, i, texts.get(i), "duplicate", "It stands here twice");
        }
      }
      if (texts.isEmpty()) {
        cells.fault(edition, "value", "Leave out an edition that has none");
      }
      codes.put(edition, List.copyOf(cell));
      column.named().addAll(cell);
    }
    return codes;
  }

  private static Set<String> kept(Fields row, Map<String, List<Code>> codes) {
    List<String> kept = row.strings("kept", WORD_CHARACTERS);
    for (int i = 0; i < kept.size(); i++) {
      if (!codes.containsKey(kept.get(i))) {
        row.faultAt(
            "kept", i, kept.get(i), "unknown-edition", "The row names nothing of this edition");
      }
    }
    if (row.has("kept") && kept.size() < 2) {
      row.fault("kept", "value", "Two editions at least are needed");
    }
    return Set.copyOf(new HashSet<>(kept));
  }
}
