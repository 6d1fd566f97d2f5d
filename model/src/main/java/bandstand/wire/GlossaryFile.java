package bandstand.wire;

import bandstand.framework.Fault;
import bandstand.framework.Glossary;
import bandstand.framework.Glossary.Term;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The data file of the glossary. */
final class GlossaryFile {
  /** The shape of the file that is read here. */
  static final int FORMAT = 1;

  /** The longest names spelt out: those of public bodies and arrangements. */
  static final int NAME_CHARACTERS = 50;

  /** Four rows of it. */
  static final int SAYS_CHARACTERS = 300;

  private GlossaryFile() {}

  /** The glossary in these bytes, or everything wrong with it, each with its pointer. */
  static Outcome<Glossary> read(byte[] bytes) {
    return Json.parse(bytes)
        .then(
            root -> {
              List<Fault> faults = new ArrayList<>();
              Fields file = Fields.of(root, "", faults);
              file.needs("format");
              file.integer("format", FORMAT, FORMAT);
              List<Term> terms = terms(file.neededObjects("terms"), faults);
              file.finish();
              return faults.isEmpty()
                  ? Outcome.done(new Glossary(terms))
                  : Outcome.refused(Problem.refused(faults));
            });
  }

  private static List<Term> terms(List<Fields> rows, List<Fault> faults) {
    List<Term> terms = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    for (Fields row : rows) {
      String name = row.line("name", NAME_CHARACTERS);
      row.needs("also");
      List<String> also = CharacteristicsFile.lines(row, "also", NAME_CHARACTERS, faults);
      terms.add(
          new Term(
              name, also, row.line("says", SAYS_CHARACTERS), row.line("source", NAME_CHARACTERS)));
      row.finish();
      if (!own(name, name, owners)) {
        row.fault("name", "duplicate", "Another term goes by it, too: " + name);
      }
      for (int i = 0; i < also.size(); i++) {
        if (!own(also.get(i), name, owners)) {
          row.faultAt("also", i, also.get(i), "duplicate", "A term goes by it already");
        }
      }
    }
    return terms;
  }

  /** Whether the form was nobody's before; case counts as little as when one looks it up. */
  private static boolean own(String form, String name, Map<String, String> owners) {
    return form.isBlank() || owners.put(form.toLowerCase(Locale.ROOT), name) == null;
  }
}
