package bandstand.wire;

import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.inspection.Case;
import bandstand.inspection.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The first row of a CSV file: what each column says of a case. */
final class CsvHeader {
  private static final String REFERENCE = "reference";
  private static final List<String> FACTS =
      List.of(Case.TYPE, Case.STEP, Case.ASSIGNEE, Case.MANAGER, Case.NOTE);

  private final CaseRules rules;
  private final Place place;
  private final List<Column> columns = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Integer> numberByName = new HashMap<>();

  /** One column, by the name that stands above it. */
  sealed interface Column {
    String name();
  }

  /** The case's reference. */
  record OfReference(String name) implements Column {}

  /** A fact of the case, by its name in {@link Case}. */
  record OfFact(String name, String fact) implements Column {}

  /** Answers to one question. */
  record OfAnswer(String name, Code code) implements Column {}

  CsvHeader(CsvCells.Row row, CaseRules rules) {
    this.rules = rules;
    this.place = new Place(row.line(), Optional.empty());
    if (row.count() > CsvCells.MOST_CELLS || row.tooLarge()) {
      fault("", "too-many-columns", "A file has at most " + CsvCells.MOST_CELLS + " columns");
    } else if (row.cells().size() == 1 && row.cells().getFirst().matches(".*[;\\t|].*")) {
      fault("", "separator", "Columns are separated by commas; save the file as CSV with commas");
    } else {
      row.cells().forEach(this::add);
      checkWhole();
    }
  }

  List<Column> columns() {
    return columns;
  }

  /** Any of them leaves the whole file unread. */
  List<Fault> faults() {
    return faults;
  }

  private void add(String cell) {
    String name = cell.strip();
    String plain = name.toLowerCase(Locale.ROOT);
    int number = columns.size() + 1;
    columns.add(column(name, plain));
    if (name.isEmpty()) {
      fault("", "blank", "Column " + number + " has no name; name it or take it out");
      return;
    }
    Integer before = numberByName.putIfAbsent(plain, number);
    if (before != null) {
      String message = "Columns " + before + " and " + number + " have the same name";
      fault(name, "repeated-column", message);
    }
  }

  private Column column(String name, String plain) {
    if (plain.equals(REFERENCE)) {
      return new OfReference(REFERENCE);
    }
    if (FACTS.contains(plain)) {
      return new OfFact(plain, plain);
    }
    Optional<Code> code = Code.parse(name).filter(known -> known.depth() > 1);
    if (code.isPresent()) {
      rules.code(code.get()).ifPresent(why -> fault(name, why.code(), why.message()));
      return new OfAnswer(name, code.get());
    }
    if (Code.isCodeShaped(name)) {
      CaseRules.Refusal why = rules.unknown(name);
      fault(name, why.code(), why.message());
    } else if (!name.isEmpty()) {
      rules
          .almost(name)
          .or(() -> rules.attribute(name))
          .ifPresent(why -> fault(name, why.code(), why.message()));
    }
    return new OfFact(name, Case.ATTRIBUTE_PREFIX + name);
  }

  private void checkWhole() {
    if (columns.stream().noneMatch(OfReference.class::isInstance)) {
      fault(REFERENCE, "missing-column", "A column \"reference\" is needed, wherever it stands");
    }
    long attributes =
        columns.stream()
            .filter(OfFact.class::isInstance)
            .filter(column -> !FACTS.contains(column.name()))
            .count();
    if (attributes > Limits.ATTRIBUTES) {
      fault("", "too-many-columns", "A case has at most " + Limits.ATTRIBUTES + " attributes");
    }
  }

  private void fault(String field, String code, String message) {
    List<String> path = field.isEmpty() ? List.of() : List.of(Texts.whole(field));
    faults.add(place.fault(path, Optional.empty(), code, message));
  }
}
