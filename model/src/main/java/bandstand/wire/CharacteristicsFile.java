package bandstand.wire;

import bandstand.framework.Characteristics;
import bandstand.framework.Characteristics.Described;
import bandstand.framework.Characteristics.Use;
import bandstand.framework.Code;
import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The data file of characteristics. */
final class CharacteristicsFile {
  /** The shape of the file that is read here. */
  static final int FORMAT = 1;

  /** One row of the narrowest terminal, less what stands before it. */
  static final int POINT_CHARACTERS = 76;

  /** The same, less the words for its rating, as in {@code above ReqImp: }. */
  static final int STEP_CHARACTERS = 60;

  /** With two steps and a note, half of the smallest usual screen. */
  static final int MOST_POINTS = 6;

  static final int FEWEST_POINTS = 3;

  private static final int TEXT_CHARACTERS = 600;
  private static final int ID_CHARACTERS = 64;

  private final Fields file;
  private final List<Fault> faults;

  private CharacteristicsFile(Fields file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** The characteristics in these bytes, or everything wrong with them, each with its pointer. */
  static Outcome<Characteristics> read(byte[] bytes) {
    return Json.parse(bytes)
        .then(
            root -> {
              List<Fault> faults = new ArrayList<>();
              Fields fields = Fields.of(root, "", faults);
              return new CharacteristicsFile(fields, faults).checked();
            });
  }

  private Outcome<Characteristics> checked() {
    file.needs("format");
    file.integer("format", FORMAT, FORMAT);
    String title = file.line("title", POINT_CHARACTERS);
    String published =
        file.matching("published", "[0-9]{4}-(0[1-9]|1[0-2])", "a year and month: 2018-03");
    String guides = file.line("guides", TEXT_CHARACTERS);
    List<Use> uses = uses();
    Map<Rating, List<String>> general = new EnumMap<>(Rating.class);
    file.neededObjects("general").forEach(row -> points(row, general));
    SortedMap<Code, Described> standards = standards();
    file.finish();
    return faults.isEmpty()
        ? Outcome.done(new Characteristics(title, published, guides, uses, general, standards))
        : Outcome.refused(Problem.refused(faults));
  }

  private List<Use> uses() {
    List<Fields> rows = file.neededObjects("editions");
    List<Use> uses = new ArrayList<>();
    for (Fields row : rows) {
      row.needs("predates");
      uses.add(new Use(row.line("id", ID_CHARACTERS), row.flag("predates").orElse(false)));
      row.finish();
    }
    EditionReading.distinct(rows, "id", uses, Use::edition);
    return uses;
  }

  private SortedMap<Code, Described> standards() {
    SortedMap<Code, Described> standards = new TreeMap<>();
    for (Fields row : file.neededObjects("standards")) {
      row.needs("code");
      Optional<Code> code = row.code("code").filter(one -> isStandard(row, one));
      int before = faults.size();
      Map<Rating, List<String>> points = new EnumMap<>(Rating.class);
      row.neededObjects("ratings").forEach(rating -> points(rating, points));
      if (faults.size() == before && points.size() < Rating.values().length) {
        row.fault("ratings", "value", "Each rating is needed: " + ratings());
      }
      Map<Rating, String> steps = steps(row);
      row.finish();
      if (code.isPresent() && standards.containsKey(code.get())) {
        row.fault("code", "duplicate", "It stands here twice: " + code.get());
      } else if (code.isPresent() && faults.size() == before) {
        standards.put(code.get(), new Described(points, steps));
      }
    }
    return standards;
  }

  private static boolean isStandard(Fields row, Code code) {
    if (code.depth() != 2) {
      row.fault("code", "value", "A standard's code is needed here, such as 1.1");
    }
    return code.depth() == 2;
  }

  private void points(Fields row, Map<Rating, List<String>> into) {
    row.needs("rating");
    Optional<Rating> rating = row.word("rating", Rating::ofWord, ratings());
    row.needs("points");
    List<String> points = lines(row, "points", POINT_CHARACTERS, faults);
    row.finish();
    if (points.size() < FEWEST_POINTS || points.size() > MOST_POINTS) {
      row.fault(
          "points", "value", FEWEST_POINTS + " to " + MOST_POINTS + " points are needed here");
    }
    if (rating.isPresent() && into.put(rating.get(), points) != null) {
      row.fault("rating", "duplicate", "It stands here twice: " + rating.get().word());
    }
  }

  /** An array of texts, each one line and not blank; one at fault reads as empty. */
  static List<String> lines(Fields row, String name, int mostCharacters, List<Fault> faults) {
    int before = faults.size();
    List<String> lines = row.strings(name, mostCharacters);
    boolean sound = faults.size() == before;
    for (int i = 0; sound && i < lines.size(); i++) {
      if (lines.get(i).isBlank() || !Texts.isOneLine(lines.get(i))) {
        row.faultAt(name, i, lines.get(i), "value", "It must be one line that is not blank");
      }
    }
    return lines;
  }

  /** By the higher rating of each pair of neighbours. */
  private Map<Rating, String> steps(Fields standard) {
    Map<Rating, String> steps = new EnumMap<>(Rating.class);
    int before = faults.size();
    for (Fields row : standard.neededObjects("steps")) {
      row.needs("from");
      row.needs("to");
      Optional<Rating> from = row.word("from", Rating::ofWord, ratings());
      Optional<Rating> to = row.word("to", Rating::ofWord, ratings());
      String says = row.line("says", STEP_CHARACTERS);
      row.finish();
      if (from.isPresent() && to.isPresent()) {
        if (to.get().score() != from.get().score() + 1) {
          row.fault("to", "value", "The rating next above \"from\" is needed here");
        } else if (steps.put(to.get(), says) != null) {
          row.fault("to", "duplicate", "It stands here twice: " + to.get().word());
        }
      }
    }
    if (faults.size() == before && steps.size() < Rating.values().length - 1) {
      standard.fault("steps", "value", "A step is needed between each two neighbours");
    }
    return steps;
  }

  private static String ratings() {
    return Arrays.stream(Rating.values()).map(Rating::word).collect(Collectors.joining(", "));
  }
}
