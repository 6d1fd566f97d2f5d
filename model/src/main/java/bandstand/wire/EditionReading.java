package bandstand.wire;

import bandstand.framework.Bands;
import bandstand.framework.Basis;
import bandstand.framework.CaseType;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Framework.Edition;
import bandstand.framework.Framework.Scale;
import bandstand.framework.Group;
import bandstand.framework.OverallTable;
import bandstand.framework.RatingWord;
import bandstand.framework.Rule;
import bandstand.framework.Standard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The members of an edition, as its data file and the API both write them. */
final class EditionReading {
  private static final int NAME_CHARACTERS = 76;

  /** A figure with its rating stands in one row of the narrowest terminal. */
  private static final int WORD_CHARACTERS = 40;

  /** Three sentences. */
  private static final int TEXT_CHARACTERS = 600;

  private static final int LEVELS = 4;
  private static final int RATINGS = 4;
  private static final int MOST_STANDARDS = 100;
  private static final Set<String> STATUSES = Set.of("superseded", "in-force", "draft");

  private final Fields fields;
  private final List<Fault> faults;

  EditionReading(Fields fields, List<Fault> faults) {
    this.fields = fields;
    this.faults = faults;
  }

  /** Empty when there are faults. */
  Optional<Framework> framework(String digest) {
    String id = fields.matching("id", "[a-z0-9][a-z0-9-]{0,63}", "lower-case letters, digits, -");
    String title = fields.line("title", NAME_CHARACTERS);
    String published =
        fields.matching("published", "[0-9]{4}(-(0[1-9]|1[0-2]))?", "a year or month: 2021-05");
    Edition edition =
        new Edition(
            id, title, published, status(), levels(), texts("notes", TEXT_CHARACTERS), digest);
    List<CaseType> caseTypes = caseTypes();
    List<RatingWord> ratings = ratings();
    Optional<Bands> bands = fields.node("bands").flatMap(node -> bands(fields.object("bands")));
    List<Rule> rules = rules();
    int before = faults.size();
    List<Group> groups = new StructureReading(caseTypes).groups(fields);
    boolean groupsSound = faults.size() == before;
    Optional<OverallTable> overall =
        fields
            .node("overall")
            .flatMap(node -> overall(fields.object("overall"), groups, groupsSound));
    if (fields.node("bands").isEmpty() && overall.isPresent() && scored(groups)) {
      fields.fault(
          "overall", "value", "Standards that count are scored by cases, which needs \"bands\"");
    }
    return faults.isEmpty()
        ? Optional.of(
            new Framework(edition, new Scale(caseTypes, ratings, bands, overall, rules), groups))
        : Optional.empty();
  }

  private String status() {
    String status = fields.needed("status", WORD_CHARACTERS);
    if (!status.isBlank() && !STATUSES.contains(status)) {
      fields.fault("status", "value", "It must be one of: superseded, in-force, draft");
    }
    return status;
  }

  private List<String> levels() {
    int before = faults.size();
    List<String> levels = texts("levels", WORD_CHARACTERS);
    if (faults.size() == before
        && (levels.size() != LEVELS || new HashSet<>(levels).size() != LEVELS)) {
      fields.fault("levels", "value", "Four different names are needed, highest level first");
    }
    return levels;
  }

  private List<String> texts(String name, int mostCharacters) {
    int before = faults.size();
    fields.needs(name);
    List<String> texts = fields.strings(name, mostCharacters);
    if (faults.size() == before
        && texts.stream().anyMatch(text -> text.isBlank() || !Texts.isOneLine(text))) {
      fields.fault(name, "value", "Each must be one line that is not blank");
    }
    return texts;
  }

  private List<CaseType> caseTypes() {
    List<Fields> rows = fields.neededObjects("caseTypes");
    List<CaseType> types = new ArrayList<>();
    for (Fields row : rows) {
      types.add(
          new CaseType(
              row.matching("id", "[a-z][a-z0-9-]{0,63}", "lower-case letters, digits, -"),
              row.line("title", NAME_CHARACTERS)));
      row.finish();
    }
    distinct(rows, "id", types, CaseType::id);
    distinct(rows, "title", types, CaseType::title);
    return types;
  }

  private List<RatingWord> ratings() {
    int first = faults.size();
    List<Fields> rows = fields.neededObjects("ratings");
    boolean objects = faults.size() == first;
    if (fields.has("ratings") && rows.size() != RATINGS) {
      fields.fault("ratings", "value", "Four ratings are needed, lowest first");
    }
    List<RatingWord> words = new ArrayList<>();
    for (Fields row : rows) {
      int before = faults.size();
      String word =
          row.matching(
              "word",
              "(?=.{1,40}$)[a-z]+(-[a-z]+)*",
              "lower-case words joined by -, at most 40 characters");
      String title = row.line("title", WORD_CHARACTERS);
      String narrow = row.matching("narrow", "[A-Za-z]{1,6}", "one to six letters");
      String letter = row.matching("letter", "[A-Z]", "one capital letter");
      row.finish();
      if (objects && faults.size() == before) {
        words.add(new RatingWord(word, title, narrow, letter));
      }
    }
    if (words.size() == rows.size()) {
      distinct(rows, "word", words, RatingWord::word);
      distinct(rows, "title", words, RatingWord::title);
      distinct(rows, "narrow", words, RatingWord::narrow);
      distinct(rows, "letter", words, RatingWord::letter);
    }
    return words;
  }

  private Optional<Bands> bands(Fields row) {
    row.needs("reading");
    row.needs("from");
    Optional<Bands.Reading> reading =
        row.word(
            "reading",
            word -> Words.read(Bands.Reading.class, word),
            Words.choices(Bands.Reading.class));
    List<Integer> from = row.integers("from", 0, 100);
    row.finish();
    boolean sound = from.size() == RATINGS && from.getFirst() == 0 && rises(from);
    if (row.has("from") && !sound) {
      row.fault("from", "value", "Four whole percentages are needed that rise from 0");
    }
    return sound ? reading.map(read -> new Bands(read, from)) : Optional.empty();
  }

  private Optional<OverallTable> overall(Fields row, List<Group> groups, boolean groupsSound) {
    row.needs("standards");
    row.needs("upTo");
    row.needs("basis");
    Optional<Integer> standards = row.integer("standards", 1, MOST_STANDARDS);
    List<Integer> upTo = row.integers("upTo", 0, 3 * MOST_STANDARDS);
    Optional<Basis> basis = row.word("basis", Basis::ofWord, Words.choices(Basis.class));
    row.finish();
    int counting = groupsSound ? counting(groups) : standards.orElse(1);
    if (standards.isPresent() && standards.get() != counting) {
      row.fault("standards", "value", counting + " standards of this edition count");
    }
    int top = 3 * counting;
    boolean sound = upTo.size() == RATINGS && rises(upTo) && upTo.getLast() == top;
    if (row.has("upTo") && !sound) {
      row.fault("upTo", "value", "Four scores are needed that rise to " + top);
    }
    return sound ? basis.map(known -> new OverallTable(counting, upTo, known)) : Optional.empty();
  }

  private static int counting(List<Group> groups) {
    return Math.toIntExact(standardsThatCount(groups).count());
  }

  private static boolean scored(List<Group> groups) {
    return standardsThatCount(groups).anyMatch(standard -> !standard.judged());
  }

  private static Stream<Standard> standardsThatCount(List<Group> groups) {
    return groups.stream().flatMap(group -> group.standards().stream()).filter(Standard::counts);
  }

  private List<Rule> rules() {
    List<Fields> rows = fields.neededObjects("rules");
    List<Rule> rules = new ArrayList<>();
    for (Fields row : rows) {
      row.needs("basis");
      String name = row.line("name", NAME_CHARACTERS);
      String says = row.line("says", TEXT_CHARACTERS);
      Optional<Basis> basis = row.word("basis", Basis::ofWord, Words.choices(Basis.class));
      String source = row.has("source") ? row.line("source", TEXT_CHARACTERS) : "";
      row.finish();
      rules.add(new Rule(name, says, basis.orElse(Basis.UNCONFIRMED), source));
    }
    distinct(rows, "name", rules, Rule::name);
    return rules;
  }

  private static boolean rises(List<Integer> numbers) {
    return IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i) > numbers.get(i - 1));
  }

  /** Among siblings a name stands once; a blank one is another fault. */
  static <T> void distinct(
      List<Fields> rows, String member, List<T> siblings, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String text = name.apply(siblings.get(i));
      if (!text.isBlank() && !seen.add(text)) {
        rows.get(i).fault(member, "duplicate", "It stands here twice: " + text);
      }
    }
  }
}
