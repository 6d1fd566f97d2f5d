package bandstand.wire;

import bandstand.framework.Basis;
import bandstand.framework.CaseType;
import bandstand.framework.Code;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Standard;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups, standards, key questions and prompts of an edition.
 *
 * <p>Codes run from 1 without gaps under their parents, so each stands at one place only.
 */
final class StructureReading {
  /** One row of the narrowest terminal, less what stands before it. */
  private static final int LABEL_CHARACTERS = 76;

  private final Set<String> caseTypes;

  StructureReading(List<CaseType> caseTypes) {
    this.caseTypes =
        caseTypes.stream().map(CaseType::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  List<Group> groups(Fields edition) {
    List<Fields> rows = children(edition, "groups");
    List<Group> groups = new ArrayList<>();
    for (Fields row : rows) {
      Code code = code(row, Code.OVERALL, groups.size() + 1);
      String title = row.line("title", LABEL_CHARACTERS);
      Optional<Basis> judgedOn = row.word("judgedOn", Basis::ofWord, Words.choices(Basis.class));
      groups.add(new Group(code, title, judgedOn, standards(row, code)));
      row.finish();
    }
    EditionReading.distinct(rows, "title", groups, Group::title);
    return groups;
  }

  private List<Standard> standards(Fields group, Code parent) {
    List<Fields> rows = children(group, "standards");
    List<Standard> standards = new ArrayList<>();
    for (Fields row : rows) {
      standards.add(standard(row, code(row, parent, standards.size() + 1)));
      row.finish();
    }
    EditionReading.distinct(rows, "title", standards, Standard::title);
    return standards;
  }

  private Standard standard(Fields row, Code code) {
    row.needs("kind");
    row.needs("counts");
    String title = row.line("title", LABEL_CHARACTERS);
    Optional<Standard.Kind> kind =
        row.word(
            "kind",
            word -> Words.read(Standard.Kind.class, word),
            Words.choices(Standard.Kind.class));
    boolean counts = row.flag("counts").orElse(false);
    Set<String> types = caseTypes(row);
    if (types.isEmpty() && kind.equals(Optional.of(Standard.Kind.CASES))) {
      row.fault("caseTypes", "required", "A standard scored by cases names their types");
      kind = Optional.empty();
    }
    List<KeyQuestion> keyQuestions = keyQuestions(row, code);
    return new Standard(
        code, title, kind.orElse(Standard.Kind.JUDGED), counts, types, keyQuestions);
  }

  private Set<String> caseTypes(Fields standard) {
    standard.needs("caseTypes");
    List<String> types = standard.strings("caseTypes", LABEL_CHARACTERS);
    Set<String> known = new HashSet<>();
    for (int i = 0; i < types.size(); i++) {
      String type = types.get(i);
      if (!caseTypes.contains(type)) {
        standard.faultAt(
            "caseTypes", i, type, "value", "It must be one of: " + String.join(", ", caseTypes));
      } else if (!known.add(type)) {
        standard.faultAt("caseTypes", i, type, "duplicate", "It stands here twice: " + type);
      }
    }
    return known;
  }

  private List<KeyQuestion> keyQuestions(Fields standard, Code parent) {
    List<Fields> rows = children(standard, "keyQuestions");
    List<KeyQuestion> keyQuestions = new ArrayList<>();
    for (Fields row : rows) {
      Code code = code(row, parent, keyQuestions.size() + 1);
      String label = row.line("label", LABEL_CHARACTERS);
      keyQuestions.add(new KeyQuestion(code, label, prompts(row, code)));
      row.finish();
    }
    EditionReading.distinct(rows, "label", keyQuestions, KeyQuestion::label);
    return keyQuestions;
  }

  private List<Prompt> prompts(Fields keyQuestion, Code parent) {
    List<Fields> rows = numbered(keyQuestion, "prompts");
    List<Prompt> prompts = new ArrayList<>();
    for (Fields row : rows) {
      String letter = letter(row);
      String label = row.line("label", LABEL_CHARACTERS);
      prompts.add(new Prompt(parent.child(prompts.size() + 1), letter, label));
      row.finish();
    }
    EditionReading.distinct(rows, "label", prompts, Prompt::label);
    return prompts;
  }

  /** Its absence is written as empty text. */
  private static String letter(Fields prompt) {
    prompt.needs("letter");
    String letter = prompt.string("letter", LABEL_CHARACTERS).orElse("");
    if (!letter.matches("[A-Za-z0-9]{0,4}")) {
      prompt.fault("letter", "value", "At most four letters and digits, as printed");
    }
    return letter;
  }

  private static List<Fields> children(Fields parent, String name) {
    List<Fields> rows = numbered(parent, name);
    if (rows.isEmpty() && parent.node(name).filter(JsonNode::isArray).isPresent()) {
      parent.fault(name, "value", "At least one is needed here");
    }
    return rows;
  }

  /** As many as codes can number; more are a fault, and left. */
  private static List<Fields> numbered(Fields parent, String name) {
    List<Fields> rows = parent.neededObjects(name);
    if (rows.size() > Code.HIGHEST) {
      parent.fault(name, "value", "At most " + Code.HIGHEST + " can stand here");
      return rows.subList(0, Code.HIGHEST);
    }
    return rows;
  }

  /** The code of this place, whatever is written there. */
  private static Code code(Fields row, Code parent, int number) {
    Code expected = parent.child(number);
    String text = row.needed("code", LABEL_CHARACTERS);
    if (!text.isBlank() && Code.parse(text).isEmpty()) {
      row.fault("code", "malformed", "It is no code; " + expected + " should stand here");
    } else if (!text.isBlank() && !text.equals(expected.toString())) {
      row.fault(
          "code",
          "order",
          "Codes run without gaps under their parents; " + expected + " should stand here");
    }
    return expected;
  }
}
