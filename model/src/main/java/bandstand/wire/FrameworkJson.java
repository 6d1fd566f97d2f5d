package bandstand.wire;

import bandstand.framework.Bands;
import bandstand.framework.CaseType;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Outcome;
import bandstand.framework.OverallTable;
import bandstand.framework.Prompt;
import bandstand.framework.Question;
import bandstand.framework.RatingWord;
import bandstand.framework.Rule;
import bandstand.framework.Standard;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An edition as the API shows it: the members of its data file, with what follows from them. */
public final class FrameworkJson {
  /** Several times the longest text the documents print under one code. */
  private static final int WORDING_CHARACTERS = 10_000;

  private static final int ID_CHARACTERS = 64;
  private static final int CODE_CHARACTERS = 20;

  private FrameworkJson() {}

  /**
   * The whole tree.
   *
   * @param wording official texts by code, of any level; none while none is loaded
   */
  public static byte[] write(Framework framework, Map<Code, String> wording) {
    return Json.bytes(node(framework, wording));
  }

  /** A row for each edition: what it is called, and how much of everything it holds. */
  public static byte[] writeList(Collection<Framework> frameworks) {
    ObjectNode list = Json.object();
    ArrayNode items = list.putArray("items");
    frameworks.forEach(framework -> items.add(row(framework)));
    list.putNull("next");
    return Json.bytes(list);
  }

  /** The ids in an answer from {@link #writeList}. */
  public static Outcome<List<String>> readIds(byte[] json) {
    return PageJson.read(json, (row, faults) -> Optional.of(row.needed("id", ID_CHARACTERS)))
        .map(PageJson.Page::rows);
  }

  /** Read back from {@link #write}, as sound as a data file. */
  public static Outcome<Framework> read(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) -> {
          String digest = answer.matching("digest", "[0-9a-f]{64}", "64 hex digits");
          return new EditionReading(answer, faults).framework(digest);
        });
  }

  /** The official texts in an answer from {@link #write}, by code; none when none is loaded. */
  public static Outcome<Map<Code, String>> readWording(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) -> {
          Map<Code, String> wording = new TreeMap<>();
          for (Fields group : answer.objects("groups")) {
            take(group, "statement", wording);
            for (Fields standard : group.objects("standards")) {
              take(standard, "statement", wording);
              for (Fields keyQuestion : standard.objects("keyQuestions")) {
                take(keyQuestion, "wording", wording);
                keyQuestion.objects("prompts").forEach(row -> take(row, "wording", wording));
              }
            }
          }
          return Optional.of(wording);
        });
  }

  private static void take(Fields row, String name, Map<Code, String> wording) {
    Optional<Code> code = Code.parse(row.needed("code", CODE_CHARACTERS));
    row.string(name, WORDING_CHARACTERS)
        .ifPresent(text -> code.ifPresent(known -> wording.put(known, text)));
  }

  private static ObjectNode row(Framework framework) {
    ObjectNode row = Json.object();
    name(row, framework);
    long prompts = framework.questions().stream().filter(Question::isPrompt).count();
    row.putObject("counts")
        .put("groups", framework.groups().size())
        .put("standards", framework.standards().size())
        .put("keyQuestions", framework.questions().size() - prompts)
        .put("prompts", prompts);
    return row;
  }

  private static void name(ObjectNode node, Framework framework) {
    node.put("id", framework.id())
        .put("title", framework.edition().title())
        .put("published", framework.edition().published())
        .put("status", framework.edition().status());
  }

  private static ObjectNode node(Framework framework, Map<Code, String> wording) {
    ObjectNode node = Json.object();
    name(node, framework);
    node.put("digest", framework.edition().digest());
    framework.edition().levels().forEach(node.putArray("levels")::add);
    ArrayNode caseTypes = node.putArray("caseTypes");
    for (CaseType type : framework.scale().caseTypes()) {
      caseTypes.addObject().put("id", type.id()).put("title", type.title());
    }
    ArrayNode ratings = node.putArray("ratings");
    for (RatingWord word : framework.scale().ratings()) {
      ratings
          .addObject()
          .put("word", word.word())
          .put("title", word.title())
          .put("narrow", word.narrow())
          .put("letter", word.letter());
    }
    node.putNull("bands").putNull("overall");
    framework.scale().bands().ifPresent(bands -> node.set("bands", bands(bands)));
    framework.scale().overall().ifPresent(table -> node.set("overall", overall(table)));
    ArrayNode rules = node.putArray("rules");
    for (Rule rule : framework.scale().rules()) {
      ObjectNode row = rules.addObject().put("name", rule.name()).put("says", rule.says());
      row.put("basis", rule.basis().word()).put("source", rule.source());
    }
    framework.edition().notes().forEach(node.putArray("notes")::add);
    ArrayNode groups = node.putArray("groups");
    for (Group group : framework.groups()) {
      groups.add(group(group, framework, wording));
    }
    return node;
  }

  private static ObjectNode bands(Bands bands) {
    ObjectNode node = Json.object().put("reading", Words.of(bands.reading()));
    bands.from().forEach(node.putArray("from")::add);
    return node;
  }

  private static ObjectNode overall(OverallTable table) {
    ObjectNode node = Json.object().put("standards", table.standards());
    table.upTo().forEach(node.putArray("upTo")::add);
    return node.put("basis", table.basis().word());
  }

  private static ObjectNode group(Group group, Framework framework, Map<Code, String> wording) {
    ObjectNode node = titled(group.code(), group.title(), wording);
    group.judgedOn().ifPresent(basis -> node.put("judgedOn", basis.word()));
    ArrayNode standards = node.putArray("standards");
    for (Standard standard : group.standards()) {
      ObjectNode row = titled(standard.code(), standard.title(), wording);
      row.put("kind", Words.of(standard.kind())).put("counts", standard.counts());
      ArrayNode types = row.putArray("caseTypes");
      framework.scale().caseTypes().stream()
          .map(CaseType::id)
          .filter(standard.caseTypes()::contains)
          .forEach(types::add);
      ArrayNode keyQuestions = row.putArray("keyQuestions");
      standard.keyQuestions().forEach(asked -> keyQuestions.add(keyQuestion(asked, wording)));
      standards.add(row);
    }
    return node;
  }

  private static ObjectNode titled(Code code, String title, Map<Code, String> wording) {
    ObjectNode node = Json.object().put("code", code.toString()).put("title", title);
    Optional.ofNullable(wording.get(code)).ifPresent(text -> node.put("statement", text));
    return node;
  }

  private static ObjectNode keyQuestion(KeyQuestion keyQuestion, Map<Code, String> wording) {
    ObjectNode node = Json.object().put("code", keyQuestion.code().toString());
    labelled(node, keyQuestion.code(), keyQuestion.label(), wording);
    ArrayNode prompts = node.putArray("prompts");
    for (Prompt prompt : keyQuestion.prompts()) {
      ObjectNode row = prompts.addObject().put("code", prompt.code().toString());
      row.put("ordinal", prompt.ordinal()).put("letter", prompt.letter());
      labelled(row, prompt.code(), prompt.label(), wording);
    }
    return node;
  }

  private static void labelled(
      ObjectNode node, Code code, String label, Map<Code, String> wording) {
    node.put("label", label);
    Optional.ofNullable(wording.get(code)).ifPresent(text -> node.put("wording", text));
  }
}
