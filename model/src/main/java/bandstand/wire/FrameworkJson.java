package bandstand.wire;

import bandstand.framework.Bands;
import bandstand.framework.CaseType;
import bandstand.framework.CharacteristicsText;
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
import bandstand.framework.Wording;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An edition as the API shows it: the members of its data file, with what follows from them. */
public final class FrameworkJson {
  /** Several times the longest text the documents print under one code. */
  static final int WORDING_CHARACTERS = 10_000;

  private static final int DIGEST_CHARACTERS = 64;
  private static final int ID_CHARACTERS = 64;
  private static final int TITLE_CHARACTERS = 200;
  private static final int CODE_CHARACTERS = 20;

  private static final String DIGEST = "[0-9a-f]{64}";
  private static final String DIGEST_SHAPE = "64 hex digits";

  private FrameworkJson() {}

  /**
   * The whole tree, with the official texts that are loaded. While the wording is not, the
   * statements printed with the characteristics stand for it.
   */
  public static byte[] write(
      Framework framework,
      Optional<Wording> wording,
      Optional<CharacteristicsText> characteristics) {
    Map<Code, String> texts =
        wording
            .<Map<Code, String>>map(Wording::texts)
            .or(() -> characteristics.map(CharacteristicsText::statements))
            .orElse(Map.of());
    ObjectNode tree = node(framework, texts);
    tree.putNull("wording").putNull("characteristics");
    wording.ifPresent(one -> tree.putObject("wording").put("digest", one.digest()));
    characteristics.ifPresent(one -> tree.putObject("characteristics").put("digest", one.digest()));
    return Json.bytes(tree);
  }

  /**
   * A row for each edition: what it is called, and how much of everything it holds.
   *
   * @param builtIn whether it comes with the program
   */
  public static byte[] writeList(Collection<Framework> frameworks, Predicate<Framework> builtIn) {
    ObjectNode list = Json.object();
    ArrayNode items = list.putArray("items");
    frameworks.forEach(framework -> items.add(row(framework, builtIn.test(framework))));
    list.putNull("next");
    return Json.bytes(list);
  }

  /** One row of the list. */
  public static byte[] writeRow(Framework framework, boolean builtIn) {
    return Json.bytes(row(framework, builtIn));
  }

  /** An edition in a list, as read. */
  public record Row(
      String id,
      String title,
      String status,
      String digest,
      boolean builtIn,
      int groups,
      int standards,
      int keyQuestions,
      int prompts) {

    /** As the daemon writes it. */
    public static Row of(Framework framework, boolean builtIn) {
      long prompts = framework.questions().stream().filter(Question::isPrompt).count();
      return new Row(
          framework.id(),
          framework.edition().title(),
          framework.edition().status(),
          framework.edition().digest(),
          builtIn,
          framework.groups().size(),
          framework.standards().size(),
          Math.toIntExact(framework.questions().size() - prompts),
          Math.toIntExact(prompts));
    }
  }

  /** Read back from {@link #writeList}. */
  public static Outcome<List<Row>> readList(byte[] json) {
    return PageJson.read(json, (row, faults) -> Optional.of(row(row))).map(PageJson.Page::rows);
  }

  private static Row row(Fields row) {
    Fields counts = row.object("counts");
    return new Row(
        row.needed("id", ID_CHARACTERS),
        row.needed("title", TITLE_CHARACTERS),
        row.needed("status", ID_CHARACTERS),
        row.matching("digest", DIGEST, DIGEST_SHAPE),
        row.flag("builtIn").orElse(false),
        count(counts, "groups"),
        count(counts, "standards"),
        count(counts, "keyQuestions"),
        count(counts, "prompts"));
  }

  private static int count(Fields counts, String name) {
    return counts.integer(name, 0, Integer.MAX_VALUE).orElse(0);
  }

  /** Read back from {@link #write}, as sound as a data file. */
  public static Outcome<Framework> read(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) -> {
          String digest = answer.matching("digest", DIGEST, DIGEST_SHAPE);
          return new EditionReading(answer, faults).framework(digest);
        });
  }

  /**
   * Which documents an edition has loaded.
   *
   * @param wording digest of the standards' own document, in hex; empty while none is loaded
   * @param characteristics digest of their characteristics, likewise
   */
  public record Loaded(Optional<String> wording, Optional<String> characteristics) {}

  /** What an answer from {@link #write} says to be loaded. */
  public static Outcome<Loaded> readLoaded(byte[] json) {
    return Reply.read(
        json,
        (answer, faults) ->
            Optional.of(new Loaded(digest(answer, "wording"), digest(answer, "characteristics"))));
  }

  private static Optional<String> digest(Fields answer, String name) {
    return answer.object(name).string("digest", DIGEST_CHARACTERS);
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

  private static ObjectNode row(Framework framework, boolean builtIn) {
    Row counted = Row.of(framework, builtIn);
    ObjectNode row = Json.object();
    name(row, framework);
    row.put("digest", counted.digest()).put("builtIn", builtIn);
    row.putObject("counts")
        .put("groups", counted.groups())
        .put("standards", counted.standards())
        .put("keyQuestions", counted.keyQuestions())
        .put("prompts", counted.prompts());
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
    framework.scale().rules().forEach(rule -> rules.add(rule(rule)));
    framework.edition().notes().forEach(node.putArray("notes")::add);
    ArrayNode groups = node.putArray("groups");
    for (Group group : framework.groups()) {
      groups.add(group(group, framework, wording));
    }
    return node;
  }

  static ObjectNode rule(Rule rule) {
    ObjectNode row = Json.object().put("name", rule.name()).put("says", rule.says());
    row.put("basis", rule.basis().word());
    return rule.source().isEmpty() ? row : row.put("source", rule.source());
  }

  static ObjectNode bands(Bands bands) {
    ObjectNode node = Json.object().put("reading", Words.of(bands.reading()));
    bands.from().forEach(node.putArray("from")::add);
    return node;
  }

  static ObjectNode overall(OverallTable table) {
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
